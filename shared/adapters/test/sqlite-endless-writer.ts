import { comment, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import { openSqlite } from '../src/sqlite/open.ts'

// Writes into the folder until it is killed, and says the number of each round once all of it was acknowledged.

const [folder] = process.argv.slice(2)
const { store, log } = await openSqlite({ folder: folder! })
const notes = log<{ key: string; round: number }>('notes', { parse: value => value as { key: string; round: number } })

for (let round = 0; ; round++) {
  const comments = Array.from({ length: 50 }, (_, n) => comment({ id: `${round}-${n}`, key: `round ${round}` }))
  await Promise.all([
    store.comments.putEach(comments.map(document => ({ document }))),
    store.tickets.putIfUnchanged(ticket({ id: `ticket ${round}` })),
    notes.append([{ key: 'a', round }])
  ])
  process.stdout.write(`${round}\n`)
}
