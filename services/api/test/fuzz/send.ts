import { incidentOf } from '@huiyin/ports/incidents.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { SAME_ORIGIN } from '../house.ts'
import type { Operation, Request } from './operations.ts'
import type { Town } from './town.ts'

const DEPARTMENTS = ['水务局', '住建局', '城管局']
let keys = 0

/** Sends a request; what stood for something in the town is its id by now. Answers what went and what came. */
export async function send(town: Town, { method, path }: Operation, request: Request) {
  const { house, people, ids } = town
  const id = ids[request.ticket % ids.length]!
  const ticket = (await house.store.tickets.get(id))!.document
  const incident = path.startsWith('/api/incidents/') ? await incidentIn(town, request.ticket) : {}
  const names = namesIn(town, ticket, await jobsIn(town), incident)
  const put = (value: unknown) => replaced(value, names)
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => segment(put(request.params[name])))
  const person = people[request.who % people.length]!
  const headers = Object.entries(request.headers).map(([name, value]) => [name, headerOf(put(value))] as const)
  const body = put(request.body)
  const sent = { who: person.cookie, method: method as 'POST', url: `${url}${queryOf(put(request.query))}`, body }
  const payload = request.body === undefined ? undefined : JSON.stringify(body)
  const answer = await house.app.inject({
    method: sent.method,
    url: sent.url,
    headers: {
      ...SAME_ORIGIN,
      ...Object.fromEntries(headers.filter(([, value]) => value !== undefined)),
      cookie: person.cookie,
      ...(payload !== undefined && { 'content-type': 'application/json' })
    },
    ...(payload !== undefined && { payload })
  })
  return { sent: { ...sent, headers }, answer, ticket: id }
}

type Names = (kind: string, n: number) => unknown

/** What people did to many tickets at once, and the lists that they tried it on. */
async function jobsIn({ house: { store }, ids }: Town) {
  const of = async (kind: string) => (await store.records.list(kind, { atMost: 50 })).map(({ id }) => id)
  return { ids, macro: ['macro-0', 'macro-1'], job: await of('bulk-job'), list: await of('bulk-list') }
}

/** What names stand for on an incident as it is now. */
async function incidentIn({ house, incidents }: Town, n: number): Promise<Record<string, readonly unknown[]>> {
  const {
    id,
    steps,
    statements,
    instructions = [],
    lastTurn
  } = await incidentOf(house.store.records, incidents[n % incidents.length]!)
  return {
    ...{ id: [id], with: incidents, step: steps.map(step => step.id), 'if-match': [`"${lastTurn}"`] },
    statement: statements.map(one => one.id).toReversed(),
    instruction: instructions.map(one => one.id).toReversed(),
    hash: statements.map(({ text }) => text.hash).toReversed()
  }
}

/** What a name stands for on a ticket as it is now; made up where the ticket has no such thing. */
function namesIn(
  { house, ids }: Town,
  ticket: Ticket,
  more: Record<string, readonly unknown[]>,
  instead: Record<string, readonly unknown[]>
): Names {
  const of: Record<string, readonly unknown[]> = {
    ...more,
    id: [ticket.id],
    with: ids,
    other: [...(ticket.related ?? []), ...ids],
    ticket: ids,
    reply: ticket.replies.map(({ id }) => id),
    edits: ticket.replies.map(({ id }) => id),
    hash: ticket.replies.map(({ hash }) => hash).toReversed(),
    answers: ticket.owed.map(({ comment }) => comment),
    to: ticket.owed.map(({ comment }) => comment),
    comment: ticket.turns.flatMap(({ comment = [] }) => comment),
    dispatch: ticket.dispatches.map(({ id }) => id).toReversed(),
    link: ticket.dispatches.flatMap(({ links = [] }) => links.map(({ id }) => id)),
    attachment: (ticket.attachments ?? []).map(({ id }) => id),
    undo: (ticket.undo ?? []).map(({ of }) => of),
    ask: (ticket.asks ?? []).map(({ id }) => id).toReversed(),
    supervision: (ticket.supervised ?? []).map(({ id }) => id),
    clock: ticket.clocks.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ id }) => id),
    department: DEPARTMENTS,
    assisting: DEPARTMENTS,
    proposes: DEPARTMENTS,
    departments: DEPARTMENTS,
    spokesperson: ['li', 'wang', 'zhao', 'boss'],
    people: ['p1', 'p2'],
    deputy: ['p1', 'p2'],
    person: ['p1', 'p2'],
    head: ['p1', 'p2'],
    roster: ['r1'],
    channel: ['wecom'],
    by: ['wecom'],
    'if-match': [`"${ticket.lastTurn}"`],
    version: ['v1', 'v2'],
    ...instead
  }
  return (kind, n) => {
    if (kind === 'now') return Math.max(0, house.time.now + n)
    if (kind === 'fresh') return `fresh-${++keys}`
    if (kind === 'idempotency-key') return n === 0 ? 'again' : `fuzz-${++keys}`
    const found = of[kind]
    if (!found) return `${kind}-${n}`
    return n === 15 ? 'none' : (found[n % Math.max(1, found.length)] ?? 'none')
  }
}

const NAMED = /^§([\w-]+):(-?\d+)$/

function replaced(value: unknown, names: Names): unknown {
  if (typeof value === 'string') {
    const found = NAMED.exec(value)
    return found ? names(found[1]!, Number(found[2])) : value
  }
  if (Array.isArray(value)) return value.map(one => replaced(one, names))
  if (value === null || typeof value !== 'object') return value
  const copy = {}
  for (const [name, one] of Object.entries(value))
    Object.defineProperty(copy, name, { value: replaced(one, names), enumerable: true, configurable: true })
  return copy
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** A person's program may send any bytes in an address, but they are escaped. */
const segment = (value: unknown) => encodeURIComponent((textOf(value) ?? '').toWellFormed()) || 'none'

/** What a header cannot hold is not sent at all. */
function headerOf(value: unknown): string | undefined {
  const text = textOf(value)
  return text !== undefined && text.length < 8_000 && /^[\t\x20-\x7e\x80-\xff]*$/.test(text) ? text : undefined
}

function queryOf(query: unknown): string {
  const pairs = Object.entries((query ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    [value].flat().map(one => `${segment(name)}=${segment(one).slice(0, 2_000)}`)
  )
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}
