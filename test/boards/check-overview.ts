import type { BoardNumber, BoardOverview } from '@huiyin/schemas/api-boards.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Test } from 'tap'
import type { Person } from '../../services/api/test/house.ts'
import { type Asking, idOfRow, overview, wholeList } from './asking.ts'
import {
  commentsIn,
  countBy,
  type Documents,
  holds,
  incidentsOf,
  type Narrow,
  onlyThose,
  plainNumber,
  postsOf,
  SHARES,
  type Stretch,
  stretchesOf,
  type Things,
  ticketThings
} from './plain.ts'

export const LEAST = 30
const HOUR = 3_600_000

interface Of {
  person: Person
  documents: Documents
  asOf: number
  span: string
  day?: string
  narrow?: Narrow
  /** All lists behind numbers, or those of the figures alone. */
  lists: 'all' | 'figures' | 'none'
}

const sorted = (ids: readonly string[]) => [...ids].sort()

/** Every number of an overview, and the lists behind, against plain counts. Answers the overview. */
export async function checkOverview(t: Test, of: Of): Promise<BoardOverview> {
  const { person, documents, asOf, span, day, narrow = {} } = of
  const asking: Asking = { span, ...(day !== undefined && { day }), ...(narrow as Asking) }
  const told = await overview(person, asking)
  const at = day === undefined ? asOf : Date.parse(`${day}T00:00:00+08:00`)
  const { now, before } = stretchesOf(span, at, asOf)
  t.same(
    [told.period.from, told.period.to, told.compared.from, told.compared.to, told.asOf],
    [now.from, now.to, before.from, before.to, asOf],
    'the periods are those of the calendar'
  )
  const plain = { now: plainOf(documents, now, narrow), before: plainOf(documents, before, narrow) }
  const figureOf = (one: Plain, code: string) => plainFigure(one, code)

  for (const { figure, ...number } of told.figures) {
    const [value, sample] = figureOf(plain.now, figure)
    const [earlier, earlierSample] = figureOf(plain.before, figure)
    sameNumber(
      t,
      number,
      { value, sample, before: earlier, beforeSample: earlierSample },
      `${figure} of ${span} ${day ?? ''}`
    )
    if (of.lists !== 'none')
      await checkList(t, person, { ...asking, figure, asOf: told.asOf }, plain.now, figure, value)
  }
  for (const { figure, value } of told.now) {
    const waiting = waitingOf(documents.tickets, figure, asOf, narrow)
    t.equal(value, waiting.length, figure)
    const list = await wholeList(person, { ...asking, figure, asOf: told.asOf })
    t.same([list.total, sorted(list.rows.map(idOfRow))], [value, sorted(waiting.map(({ id }) => id))], `list ${figure}`)
  }
  await checkSeries(t, of, told, { asking, plain, now, before })
  await checkParts(t, of, told, { asking, plain })
  return told
}

interface Plain {
  things: Things
  comments: ReturnType<typeof commentsIn>
  posts: { id: string }[] | undefined
  incidents: { id: string }[]
}

const plainOf = ({ tickets, comments, posts, incidents }: Documents, stretch: Stretch, narrow: Narrow): Plain => ({
  things: onlyThose(ticketThings(tickets, stretch), narrow),
  comments: commentsIn(comments, stretch, narrow),
  posts: narrow.department === undefined ? postsOf(posts, stretch, narrow.account) : undefined,
  incidents: incidentsOf(incidents, stretch, narrow)
})

function plainFigure({ things, comments, posts, incidents }: Plain, code: string): [number | null, number | undefined] {
  if (code === 'comments') return [comments.length, undefined]
  if (code === 'posts') return [posts?.length ?? null, undefined]
  if (code === 'incidents') return [incidents.length, undefined]
  return plainNumber(things, code, LEAST)
}

function sameNumber(
  t: Test,
  told: BoardNumber,
  plain: Partial<Record<keyof BoardNumber, number | null | undefined>>,
  name: string
) {
  const { value, sample, before, beforeSample } = told
  t.same([value, sample, before, beforeSample], [plain.value, plain.sample, plain.before, plain.beforeSample], name)
}

/** The list behind has as many rows as the number says, and they are the same things. */
async function checkList(t: Test, person: Person, asking: Asking, plain: Plain, figure: string, value: number | null) {
  if (value === null && (figure === 'posts' || figure === 'incidents')) return
  const follows = SHARES[figure] ?? FOLLOWS[figure]
  for (const code of follows ?? [figure]) {
    const list = await wholeList(person, { ...asking, figure: code })
    const things = idsOf(plain, code)
    t.same([list.total, list.rows.length], [things.length, things.length], `rows of ${code}`)
    t.same(sorted(list.rows.map(idOfRow)), sorted(things), `the list behind ${code}`)
    if (!follows) t.equal(list.total, value, `${code}: as many rows as the number says`)
    if (code === 'reply-time' || code === 'rating') {
      const values = list.rows.map(({ value }) => value)
      t.same(
        values,
        (plain.things[code] ?? []).map(({ value }) => value).sort((a, b) => a - b),
        `${code}: the numbers themselves, the smallest first`
      )
    }
  }
}

const FOLLOWS: Record<string, readonly string[]> = {
  'reply-median': ['reply-time'],
  'reply-p90': ['reply-time'],
  satisfaction: ['rating']
}

function idsOf({ things, comments, posts = [], incidents }: Plain, code: string): string[] {
  if (code === 'comments') return comments.map(({ id }) => id)
  if (code === 'posts') return posts.map(({ id }) => id)
  if (code === 'incidents') return incidents.map(({ id }) => id)
  return (things[code] ?? []).map(({ id }) => id)
}

function waitingOf(
  tickets: readonly Ticket[],
  figure: string,
  asOf: number,
  { account, department }: Narrow
): Ticket[] {
  return tickets.filter(ticket => {
    if (ticket.status !== 'open' && ticket.status !== 'handling') return false
    if (account !== undefined && `${ticket.platform}/${ticket.account}` !== account) return false
    if (department !== undefined && ticket.department !== department) return false
    const due = ticket.clocks.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ dueAt }) => dueAt)
    if (figure === 'overdue-now') return due.length > 0 && Math.min(...due) < asOf
    if (figure === 'urgent-now') return ticket.urgent
    if (figure === 'unassigned-now') return ticket.assigned === undefined
    return figure === 'review-now' ? ticket.review : true
  })
}

type Around = { asking: Asking; plain: { now: Plain; before: Plain }; now: Stretch; before: Stretch }

async function checkSeries(
  t: Test,
  { person, span, lists }: Of,
  told: BoardOverview,
  { asking, plain, now, before }: Around
) {
  const step = span === 'today' ? HOUR : 24 * HOUR
  for (const { figure, points } of told.series) {
    const times = (one: Plain) =>
      figure === 'comments'
        ? one.comments.map(({ publishedAt }) => publishedAt)
        : (one.things[figure] ?? []).map(({ at }) => at)
    const inStep = (one: Plain, from: number, at: number) =>
      times(one).filter(time => time >= from + (at - now.from) && time < from + (at - now.from) + step).length
    const begun = Math.min(now.to - 1, now.asOf)
    t.equal(points.length, Math.floor((begun - now.from) / step) + 1, `${figure}: each ${span} has its points`)
    for (const { at, value, before: earlier } of points) {
      t.equal(value, inStep(plain.now, now.from, at), `${figure} at ${new Date(at).toISOString()}`)
      if (earlier !== undefined) t.equal(earlier, inStep(plain.before, before.from, at), `${figure} before`)
    }
    const point = points.find(({ value }) => value > 0)
    if (lists === 'all' && point) {
      const list = await wholeList(person, { ...asking, figure, at: point.at, asOf: told.asOf })
      t.same([list.total, list.rows.length], [point.value, point.value], `${figure}: the list behind a point`)
    }
  }
}

async function checkParts(
  t: Test,
  { person, lists, narrow = {} }: Of,
  told: BoardOverview,
  { asking, plain }: Omit<Around, 'now' | 'before'>
) {
  const kinds = {
    label: (one: Plain) => countBy(one.comments, ({ classification }) => classification?.label),
    level: (one: Plain) => countBy(one.comments, ({ classification }) => classification?.risk.level),
    sentiment: (one: Plain) => countBy(one.comments, ({ classification }) => classification?.sentiment.name)
  }
  for (const by of ['label', 'level', 'sentiment'] as const) {
    const [now, before] = [kinds[by](plain.now), kinds[by](plain.before)]
    t.same(
      told.mixes[by].map(({ key, value, before }) => `${key} ${value} ${before}`).sort(),
      [...new Set([...Object.keys(now), ...Object.keys(before)])]
        .map(key => `${key} ${now[key] ?? 0} ${before[key] ?? 0}`)
        .sort(),
      `the mix of ${by}`
    )
    for (const { key, value } of lists === 'all' ? told.mixes[by] : []) {
      const list = await wholeList(person, { ...asking, figure: 'comments', by, key, asOf: told.asOf })
      t.same([list.total, list.rows.length], [value, value], `the list behind ${by} ${key}`)
    }
  }
  const asks = ({ comments }: Plain) =>
    comments.filter(({ classification }) => classification !== undefined && classification.label !== 'other')
  for (const { phrase, value, before } of told.topics) {
    t.equal(value, asks(plain.now).filter(comment => holds(comment, phrase)).length, `topic ${phrase}`)
    t.equal(before, asks(plain.before).filter(comment => holds(comment, phrase)).length, `topic ${phrase} before`)
    if (lists !== 'all') continue
    const list = await wholeList(person, {
      ...asking,
      figure: 'topic-comments',
      by: 'topic',
      key: phrase,
      asOf: told.asOf
    })
    t.same([list.total, list.rows.length], [value, value], `the list behind topic ${phrase}`)
  }
  for (const [by, ranks] of [
    ['account', told.accounts],
    ['department', told.departments]
  ] as const) {
    for (const { key, numbers } of ranks) {
      for (const [figure, number] of Object.entries(numbers)) {
        const part = (one: Plain) => plainPart(one, by, key, figure)
        const [[value, sample], [before, beforeSample]] = [part(plain.now), part(plain.before)]
        sameNumber(t, number, { value, sample, before, beforeSample }, `${figure} of ${key}`)
        if (lists !== 'all' || SHARES[figure] || FOLLOWS[figure]) continue
        const list = await wholeList(person, { ...asking, figure, by, key, asOf: told.asOf })
        t.same([list.total, list.rows.length], [value, value], `the list behind ${figure} of ${key}`)
      }
    }
  }
  const met = new Set(plain.now.comments.map(({ platform, account }) => `${platform}/${account}`))
  if (narrow.department === undefined)
    t.same(
      [...met].filter(key => !told.accounts.some(one => one.key === key)),
      [],
      'no account is missing'
    )
}

function plainPart({ things, comments }: Plain, by: 'account' | 'department', key: string, figure: string) {
  if (figure === 'comments')
    return [comments.filter(({ platform, account }) => `${platform}/${account}` === key).length, undefined] as const
  return plainNumber(onlyThose(things, { [by]: key }), figure, LEAST)
}
