import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse, together } from '@huiyin/adapters/house.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { start as classifier } from '@huiyin/classifier/main.ts'
import { start as desk } from '@huiyin/desk/main.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { dataset } from './dataset.ts'
import { figure, machine, table } from './machine.ts'
import { rawSqlite } from './raw-sqlite.ts'
import { found, rebased, wholeWay } from './whole-way.ts'

const WARM_UP = 1_000

/** The whole way in one process over SQLite, against plain puts of the same final documents. */
export async function pipelineEmbedded(n: number): Promise<void> {
  const facts = machine()
  const { whole, raw, comments, tickets } = await measured(n)
  const [wholeRate, rawRate] = [(n / whole) * 1000, (comments / raw) * 1000]
  const rows = [
    ['', 'comments', 'seconds', 'comments/s'],
    ['the whole way', figure(n), (whole / 1000).toFixed(2), figure(wholeRate)],
    ['plain puts alone', figure(comments), (raw / 1000).toFixed(2), figure(rawRate)]
  ]
  process.stdout.write(`SQLite, one process\n${facts}\n\n${table(rows)}\n\nratio ${(wholeRate / rawRate).toFixed(3)}; `)
  process.stdout.write(`${figure(comments)} comments and ${figure(tickets)} tickets can be searched, `)
  process.stdout.write(`${((tickets / comments) * 100).toFixed(1)} tickets per 100 comments\n`)
}

/** Both times in ms, over the same documents. */
async function measured(n: number) {
  const all = rebased(await dataset(n + WARM_UP), Date.now())
  const data = await mkdtemp(join(tmpdir(), 'huiyin-bench-'))
  const settings = await readSettings({ HUIYIN_DATA: data })
  const house = await openHouse({ settings, folder: join(data, 'office'), logger: silent })
  try {
    const ended = new AbortController()
    let whole = 0
    await together(ended.signal, [
      signal => classifier(house, signal),
      signal => desk(house, signal),
      async signal => {
        await wholeWay(house, all.slice(0, WARM_UP), signal)
        whole = await wholeWay(house, all.slice(WARM_UP), signal)
        ended.abort()
      }
    ])
    const now = await found(house)
    const expected = new Set(all.map(({ id }) => id)).size
    if (now.comments !== expected) throw new Error(`${expected} comments went in, ${now.comments} can be searched`)
    return { whole, ...now, raw: await rawSqlite(house.store) }
  } finally {
    await house.close()
    await rm(data, { recursive: true, force: true })
  }
}
