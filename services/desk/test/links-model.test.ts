import { commentArrived } from '@huiyin/domain/commands.ts'
import { decide } from '@huiyin/domain/decide.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { mergeTicket, splitTicket } from '@huiyin/domain/links/commands.ts'
import { directed, linkEnd } from '@huiyin/domain/links/elder.ts'
import { absorbedNews } from '@huiyin/domain/links/news.ts'
import { draftReply, reviewReply } from '@huiyin/domain/replies/commands.ts'
import { DEFAULT_RULES } from '@huiyin/domain/rules.ts'
import { OUTGOING_WAIT } from '@huiyin/domain/undo/outgoing.ts'
import { act, type Desk } from '@huiyin/ports/act.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import t, { type Test } from 'tap'
import { judged, MINUTE, NINE, observed } from './fixtures.ts'
import { explore } from './links-explore.ts'
import type { End, Person, Scenario } from './links-world.ts'

const HOUR = 60 * MINUTE

const WANG = { id: 'wang', name: '王强', role: 'operator' }
const LI = { id: 'li', name: '李静', role: 'operator' }
const DESK = system('desk')

const spoken = (root: string, publishedAt: number, comment = root) =>
  observed(root, { comment, publishedAt, observedAt: publishedAt })

/** Opened so many hours after nine, about what was written then. */
function opened(root: string, hours: number, urgent = false): Ticket {
  const at = NINE + hours * HOUR
  const seen = spoken(root, at)
  const command = commentArrived(DESK, seen, { ...judged('inquiry'), urgent })
  const { ticket } = decide(undefined, command, { id: ticketId(seen), now: at, rules: DEFAULT_RULES })
  return { ...ticket!, unpublished: [] }
}

/** Two of which the younger has joined the elder. */
function joined(elder: Ticket, younger: Ticket): [Ticket, Ticket] {
  const of = { now: NOW, rules: DEFAULT_RULES }
  const act = mergeTicket({ actor: LI, id: 'm0', seen: younger.lastTurn, into: linkEnd(elder) })
  const merged = decide(younger, act, { id: younger.id, ...of }).ticket!
  const both = decide(elder, absorbedNews(merged, DESK), { id: elder.id, ...of }).ticket!
  return [both, merged]
}

const NOW = NINE + 3 * HOUR
const [ONE, TWO, THREE] = [opened('1', 0), opened('2', 1), opened('3', 2.9, true)]

/** As the api does it: the younger joins the elder, or whom that one has joined meanwhile. */
const merge =
  (id: string, a: Ticket, b: Ticket): Person =>
  async ({ tickets, desk }) => {
    const [left, right] = (await tickets.getMany([a.id, b.id])).map(one => one!.document)
    const { younger, elder } = directed(left!, right!)
    let into = elder
    while (into.mergedInto !== undefined) into = linkEnd((await tickets.getMany([into.mergedInto]))[0]!.document)
    await act(desk, younger.id, mergeTicket({ actor: LI, id, seen: younger.lastTurn, into }))
  }

const split =
  (id: string, of: Ticket): Person =>
  async ({ tickets, desk }) => {
    const [found] = await tickets.getMany([of.id])
    const { lastTurn: seen } = found!.document
    await act(desk, of.id, splitTicket({ actor: LI, id, seen, reason: '不是同一件事' }))
  }

const says =
  (root: string, comment: string): Person =>
  async ({ desk }) => {
    const seen = spoken(root, NINE + 2 * HOUR, comment)
    await act(desk, ticketId(seen), commentArrived(DESK, seen, judged('inquiry')))
  }

/** Two persons write and review a reply for all who wait by then. */
const replies =
  (id: string, of: Ticket): Person =>
  async ({ tickets, desk: later }) => {
    const desk = { ...later, clock: { now: () => NOW - OUTGOING_WAIT } } // so long before that it may leave
    const [found] = await tickets.getMany([of.id])
    const { lastTurn: seen } = found!.document
    const after = await act(desk, of.id, draftReply({ actor: WANG, id, seen, text: '今晚恢复供水。' }))
    const { id: reply, hash } = after.replies.at(-1)!
    await act(desk, of.id, reviewReply({ actor: LI, id: `review-${id}`, reply, hash }))
  }

async function send(desk: Desk, { id: ticket }: Ticket, { id: reply, hash }: Reply): Promise<void> {
  await act(desk, ticket, { type: 'reply.sending', actor: DESK, reply, hash, token: 'token' })
  await act(desk, ticket, { type: 'reply.confirmed', actor: DESK, reply, acceptedAt: NOW })
}

/** The responder: sends what is approved, and reads it back. */
async function respond(desk: Desk): Promise<boolean> {
  const found = await desk.tickets.getMany([ONE.id, TWO.id])
  const due = found.flatMap(one => one!.document.replies.map(reply => ({ ticket: one!.document, reply })))
  const approved = due.filter(({ reply }) => reply.state === 'approved')
  for (const { ticket, reply } of approved) await send(desk, ticket, reply)
  return approved.length > 0
}

const running = ({ clocks }: Ticket) => clocks.filter(({ stoppedAt }) => stoppedAt === undefined)
const isLiving = ({ status }: Ticket) => status !== 'merged'
const commentsOf = (tickets: readonly Ticket[]) =>
  tickets.flatMap(({ owed }) => owed.map(({ comment }) => comment)).sort()

/** Whom a ticket has joined in the end. */
function rootOf(tickets: readonly Ticket[], { mergedInto, ...ticket }: Ticket): string {
  const elder = tickets.find(({ id }) => id === mergedInto)
  return elder ? rootOf(tickets, elder) : ticket.id
}

/** What every end has in common; the first that does not hold. */
function fault({ tickets }: End, expected: readonly string[]): string | undefined {
  const living = tickets.filter(isLiving)
  if (JSON.stringify(commentsOf(living)) !== JSON.stringify([...expected].sort())) return `owed: ${commentsOf(living)}`
  for (const ticket of tickets) {
    const own = ticket.owed.filter(({ via }) => via === undefined)
    const root = living.find(({ id }) => id === rootOf(tickets, ticket))!
    if (!own.every(({ comment }) => root.owed.some(one => one.comment === comment))) return `${ticket.id} waits in vain`
    if (!isLiving(ticket) && running(ticket).length > 0) return `${ticket.id} is merged and its clock runs`
  }
  for (const ticket of living) {
    const clock = running(ticket).find(({ kind }) => kind === 'first' || kind === 'next')
    if (!clock && ticket.owed.length === 0) continue
    const startedAt = Math.min(...ticket.owed.map(({ publishedAt }) => publishedAt))
    const dueAt = Math.min(...ticket.owed.map(({ publishedAt, urgent }) => publishedAt + (urgent ? 1 : 24) * HOUR))
    if (clock?.startedAt !== startedAt || clock.dueAt !== dueAt || clock.bornLate)
      return `${ticket.id} has a wrong clock`
  }
  return undefined
}

const owedBy = (...tickets: Ticket[]) => commentsOf(tickets)

/** Tries all, and names the first end that is not as it should be. */
async function holds(t: Test, scenario: Omit<Scenario, 'now'>, wrong: (end: End) => string | undefined) {
  const faults: { fault: string; end: End }[] = []
  const outcomes = new Set<string>()
  const { states, ends } = await explore({ ...scenario, now: NOW }, end => {
    outcomes.add(JSON.stringify(end.outcomes, Object.keys(end.outcomes).sort()))
    const fault = wrong(end)
    if (fault !== undefined) faults.push({ fault, end })
  })
  t.comment(`${states} states, ${ends} ends: ${[...outcomes]}`)
  t.same(faults.slice(0, 1), [], `${faults.length} of ${ends} ends`)
  t.ok(ends > 0)
}

t.test('T13: two merge A into B and B into A at once: one ticket lives, one merge is refused', async t => {
  const people = { li: merge('m1', ONE, TWO), wang: merge('m2', TWO, ONE) }
  await holds(t, { tickets: [ONE, TWO], people, crashes: 2, batch: 1 }, end => {
    const [one] = end.tickets
    if (one!.absorbed?.length !== 1 || !isLiving(one!)) return 'the elder lives'
    if (String(Object.values(end.outcomes).sort()) !== 'ALREADY_MERGED,done') return JSON.stringify(end.outcomes)
    return fault(end, owedBy(ONE, TWO))
  })
})

t.test('three tickets joined at once, each into the next, are one in the end', async t => {
  const people = { li: merge('m1', TWO, ONE), wang: merge('m2', THREE, TWO) }
  await holds(t, { tickets: [ONE, TWO, THREE], people, crashes: 1, batch: 10 }, end => {
    if (end.tickets.filter(isLiving).length !== 1) return 'one lives'
    if (String(Object.values(end.outcomes)) !== 'done,done') return JSON.stringify(end.outcomes)
    return fault(end, owedBy(ONE, TWO, THREE))
  })
})

const LATE = spoken('2', 0, '2b').id

t.test('a late comment is owed once, whenever it comes', async t => {
  const people = { li: merge('m1', TWO, ONE), citizen: says('2', '2b') }
  await holds(t, { tickets: [ONE, TWO], people, crashes: 1, batch: 1 }, end => fault(end, [...owedBy(ONE, TWO), LATE]))
})

t.test('a late comment goes with the ticket that is split', async t => {
  const people = { wang: split('s1', TWO), citizen: says('2', '2b') }
  await holds(t, { tickets: joined(ONE, TWO), people, crashes: 1, batch: 1 }, end =>
    fault(end, [...owedBy(ONE, TWO), LATE])
  )
})

t.test('what is told late by a reader that was slow changes nothing', async t => {
  const people = { li: merge('m1', TWO, ONE), wang: split('s1', TWO) }
  await holds(t, { tickets: [ONE, TWO], people, crashes: 0, batch: 1, straggler: true }, end =>
    fault(end, owedBy(ONE, TWO))
  )
})

t.test('an elder that joins another brings those who joined it, and takes them along when it is split', async t => {
  const zero = opened('0', -1)
  const people = { wang: merge('m2', ONE, zero), zhao: split('s1', ONE) }
  await holds(t, { tickets: [zero, ...joined(ONE, TWO)], people, crashes: 0, batch: 1 }, end =>
    fault(end, owedBy(zero, ONE, TWO))
  )
})

t.test(
  'the reply is given once to each whom it was written for, and who it was not written for still waits',
  async t => {
    const people = { li: merge('m1', TWO, ONE), wang: replies('r1', ONE) }
    await holds(t, { tickets: [ONE, TWO], people, crashes: 0, batch: 1, afterwards: respond }, end => {
      const [one, two] = end.tickets
      const written = one!.replies.at(-1)?.answers.includes(two!.owed[0]?.comment ?? '')
      if (end.outcomes.wang !== 'done' || end.outcomes.li !== 'done') return JSON.stringify(end.outcomes)
      if (written) return 'it was written for the younger, who still waits'
      if (two!.replies.length > 1 || two!.replies.some(({ state }) => state !== 'confirmed')) return 'not given once'
      return fault(end, owedBy({ ...two!, owed: two!.owed.filter(({ via }) => via === undefined) }))
    })
  }
)
