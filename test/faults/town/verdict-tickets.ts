import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PARSERS } from '@huiyin/adapters/open.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { openClassifier } from '@huiyin/classifier/classify.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { needsAnswer } from '@huiyin/domain/opening.ts'
import { actOnEach, openDesk } from '@huiyin/ports/act.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Observation, StoredComment } from '@huiyin/schemas/comment.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { everyPage } from '../aftermath.ts'
import type { Judged } from './verdict.ts'

/** Every citizen who needs an answer has one ticket per thread, with all their turns; nobody else has one. */
export async function judgeTickets(
  town: Judged,
  rows: readonly StoredComment[]
): Promise<{ tickets: Ticket[]; wrong: string[] }> {
  const { store } = town.house
  await store.tickets.refresh()
  const tickets = await everyPage(after => store.tickets.search({ sort: 'newest', atMost: 1000, ...after }))
  const calm = await undisturbed(town, rows)
  const wanted = new Map(calm.tickets.map(ticket => [ticket.id, ticket]))
  const found = Map.groupBy(tickets, ({ id }) => id)
  const threads = Map.groupBy(tickets, ({ key, citizen }) => `${key} ${citizen.id ?? ''}`)
  const wrong: string[] = []
  for (const [who, { length }] of threads)
    if (length > 1 && !who.endsWith(' ')) wrong.push(`${who} has ${length} tickets`)
  for (const [id, ticket] of wanted) {
    const [one, ...more] = found.get(id) ?? []
    if (!one) wrong.push(`there is no ticket ${id}`)
    else if (more.length > 0) wrong.push(`ticket ${id} stands ${more.length + 1} times`)
    else wrong.push(...differences(one, ticket, calm.needing))
  }
  for (const { id, number } of tickets) if (!wanted.has(id)) wrong.push(`ticket ${number} (${id}) should not be`)
  return { tickets, wrong }
}

/** What a citizen said must stand in their ticket whatever people did meanwhile. */
function differences(ticket: Ticket, wanted: Ticket, needing: ReadonlySet<string>): string[] {
  const turns = (of: Ticket) =>
    new Set(of.turns.flatMap(({ by, comment }) => (by === 'citizen' && comment ? [comment] : [])))
  const [here, there] = [turns(ticket), turns(wanted)]
  const isCut = ticket.turns.length >= 20
  const missing = isCut ? [] : [...there].filter(id => !here.has(id) && needing.has(id)) // one who has an answer may say thanks
  const first = (of: Ticket) => of.clocks.find(({ kind }) => kind === 'first')?.startedAt
  const [opener] = there // chat that the model is not sure of is no turn when a question was met before it
  const hasOther = opener !== undefined && !needing.has(opener) && !here.has(opener)
  return [
    ...missing.map(id => `ticket ${ticket.number} has not met ${id}`),
    ...(hasOther || ticket.openedAt === wanted.openedAt
      ? []
      : [`ticket ${ticket.number} opened at ${ticket.openedAt}, not ${wanted.openedAt}`]),
    ...(first(wanted) !== undefined && first(ticket) === undefined
      ? [`ticket ${ticket.number} has no first clock`]
      : [])
  ]
}

type Calm = { tickets: Ticket[]; needing: ReadonlySet<string> }

/** The same comments, judged anew, through a desk of one process that nothing happens to. */
async function undisturbed({ house }: Judged, rows: readonly StoredComment[]): Promise<Calm> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-undisturbed-'))
  const classify = openClassifier({ cut: house.cut })
  const needing = new Set<string>()
  const { store, log, close } = await openSqlite({ folder })
  try {
    const events = log('events', { parse: PARSERS.events })
    const desk = openDesk({ tickets: store.tickets, events, clock: house.clock, rules: house.desk.rules })
    const seen = rows.toSorted((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1)).map(observationOf)
    for (let from = 0; from < seen.length; from += 500) {
      const batch = seen.slice(from, from + 500)
      const judged = classify(batch)
      for (const [i, { id }] of batch.entries()) if (needsAnswer(judged[i]!)) needing.add(id)
      await actOnEach(
        desk,
        batch.map((one, i) => ({ id: ticketId(one), command: commentArrived(system('desk'), one, judged[i]!) }))
      )
    }
    await store.tickets.refresh()
    const tickets = await everyPage(after => store.tickets.search({ sort: 'newest', atMost: 1000, ...after }))
    return { tickets, needing }
  } finally {
    await close()
    await rm(folder, { recursive: true, force: true })
  }
}

const observationOf = ({
  firstText,
  firstObservedAt,
  classification,
  state,
  ...observation
}: StoredComment): Observation => observation
