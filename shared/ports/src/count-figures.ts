import { accountId } from '@huiyin/domain/ids.ts'
import { type Counting, type Fact, factsOfIncident, factsOfPost, factsOfTicket } from '@huiyin/domain/reports/facts.ts'
import type { FactCode } from '@huiyin/domain/reports/figures.ts'
import { openTally, type Tally } from '@huiyin/domain/reports/fold.ts'
import type { FigureBy } from '@huiyin/schemas/figure.ts'
import type { Incident } from '@huiyin/schemas/incident.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { CommentFilter, Comments } from './comments.ts'
import type { Records } from './records.ts'
import { walkPage } from './ticket-walk.ts'
import type { Tickets } from './tickets.ts'

export interface CountPorts {
  comments: Pick<Comments, 'count' | 'refresh'>
  tickets: Pick<Tickets, 'count' | 'search' | 'refresh'>
  records: Pick<Records, 'list' | 'refresh'>
}

export interface CountOptions {
  /** Several periods are counted in one walk over the tickets. */
  periods: readonly Counting[]
  minimumSample: number
  /** Told now and then, with how many tickets were read of how many. */
  moves?: (done: number, of: number) => Promise<void> | void
  signal?: AbortSignal
}

const AT_ONCE = 500
/** By these the figures of a report are told apart; by day only what a curve shows. */
const BY = [
  'label',
  'sentiment',
  'level',
  'platform',
  'account',
  'department',
  'kind',
  'day',
  'month',
  'incident'
] as const
const CURVES: ReadonlySet<FactCode> = new Set(['comments', 'own-comments', 'cases'])

/** The figures of each period, counted in the store: comments by the engine, tickets and posts page by page. */
export async function countFigures(ports: CountPorts, options: CountOptions): Promise<Tally[]> {
  const { comments, tickets, records } = ports
  const { periods, minimumSample } = options
  await Promise.all([comments.refresh(), tickets.refresh(), records.refresh()])
  const tallies = periods.map(() => openTally({ minimumSample, by: BY }))
  for (const [i, period] of periods.entries()) await countComments(comments, period, tallies[i]!)
  await countTickets(ports, options, tallies)
  const add = (factsOf: (counting: Counting) => Fact[]) => {
    for (const [i, period] of periods.entries()) tallies[i]!.add(factsOf(period).map(lean))
  }
  await countRecords<Post>(ports, 'post', post => add(counting => factsOfPost(post, counting)))
  await countRecords<Incident>(ports, 'incident', incident => add(counting => factsOfIncident(incident, counting)))
  return tallies
}

async function countComments(comments: CountPorts['comments'], { from, to }: Counting, tally: Tally): Promise<void> {
  const within = { publishedFrom: from, publishedTo: to }
  await countBy(comments, 'own-comments', { ...within, ours: true }, tally, [])
  await countBy(comments, 'comments', { ...within, ours: false }, tally, ['label', 'sentiment', 'level'])
}

/** Days and platforms every comment has, so that what stands on a day is the total. */
async function countBy(
  comments: CountPorts['comments'],
  figure: FactCode,
  filter: CommentFilter,
  tally: Tally,
  by: readonly ('label' | 'sentiment' | 'level')[]
): Promise<void> {
  for (const [day, value] of Object.entries(await comments.count('publishedDay', filter))) {
    tally.count(figure, value)
    tally.count(figure, value, { by: 'day', key: day })
    tally.count(figure, value, { by: 'month', key: day.slice(0, 7) })
  }
  for (const name of by) {
    for (const [key, value] of Object.entries(await comments.count(name, filter)))
      tally.count(figure, value, { by: name, key })
  }
  for (const [platform, value] of Object.entries(await comments.count('platform', filter))) {
    tally.count(figure, value, { by: 'platform', key: platform })
    const accounts = await comments.count('account', { ...filter, platform: [platform as PlatformName] })
    for (const [account, value] of Object.entries(accounts))
      tally.count(figure, value, { by: 'account', key: accountId({ platform, id: account }) })
  }
}

async function countTickets({ tickets }: CountPorts, options: CountOptions, tallies: readonly Tally[]): Promise<void> {
  const { periods, moves, signal } = options
  const openedTo = Math.max(...periods.map(({ to }) => to))
  for await (const { rows, done, of } of walkTickets({ tickets }, openedTo)) {
    signal?.throwIfAborted()
    for (const ticket of rows) {
      for (const [i, period] of periods.entries()) tallies[i]!.add(factsOfTicket(ticket, period).map(lean))
    }
    await moves?.(done, of)
  }
}

/** All tickets that were opened before an instant, page by page: a promise may fall due long after a ticket was opened. */
export async function* walkTickets(
  { tickets }: { tickets: Pick<Tickets, 'count' | 'search'> },
  openedTo: number
): AsyncGenerator<{ rows: Ticket[]; done: number; of: number }> {
  const of = Object.values(await tickets.count('openedDay', { openedTo })).reduce((sum, n) => sum + n, 0)
  let done = 0
  for (let after: string | undefined; ; ) {
    const page = await walkPage(tickets, openedTo, after)
    done += page.tickets.length
    yield { rows: page.tickets, done, of }
    after = page.after
    if (after === undefined) return
  }
}

/** Posts and incidents stand among the records. */
async function countRecords<V>(
  { records }: Pick<CountPorts, 'records'>,
  kind: string,
  take: (value: V) => void
): Promise<void> {
  for (let after: string | undefined; ; ) {
    const page = await records.list<V>(kind, { atMost: AT_ONCE, ...(after !== undefined && { after }) })
    for (const { value } of page) take(value)
    if (page.length < AT_ONCE) return
    after = page.at(-1)!.id
  }
}

/** Days and months of what no curve shows would be most of a report. */
function lean(fact: Fact): Fact {
  if (CURVES.has(fact.figure)) return fact
  const { day: _, month: __, ...by } = fact.by
  return { ...fact, by: by as Partial<Record<FigureBy, string>> }
}
