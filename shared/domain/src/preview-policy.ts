import type { MovedDue, PolicyEffect, WorkedExample } from '@huiyin/schemas/api-rules.ts'
import type { Policy, Promised, PromiseKind, Rules } from '@huiyin/schemas/policy.ts'
import type { Clock, ClockOutcome, Ticket } from '@huiyin/schemas/ticket.ts'
import { type Due, dueAt } from './calendar/due.ts'
import { explainDue } from './calendar/explain.ts'
import { type About, calendarAt, promiseFor } from './rules.ts'

/** So far back (ms) tickets are looked at: 24 h. */
export const LOOK_BACK = 24 * 3_600_000

const MOST_EXAMPLES = 20
const KINDS: readonly PromiseKind[] = ['first', 'next', 'close', 'sign', 'handle']

/** Went on elsewhere, or counts for nobody. */
const NOT_COUNTED: ReadonlySet<ClockOutcome | undefined> = new Set(['superseded', 'merged', 'cancelled', 'void'])

/** What of a ticket its due times hang on. */
export type Previewed = Pick<
  Ticket,
  'id' | 'number' | 'platform' | 'account' | 'label' | 'department' | 'risk' | 'urgent' | 'clocks'
>

/**
 * Each promise of a policy as if it began now (R10). Throws CALENDAR_INVALID for a policy that `checkPolicy` refuses for
 * its calendars.
 */
export function workedExamples(policy: Policy, rules: Rules, now: number): WorkedExample[] {
  return policy.rules.flatMap(({ name, promises }, rule) =>
    KINDS.flatMap(promise => {
      const promised = promises[promise]
      if (!promised) return []
      const due = dueBy(policy, promised, rules, { from: now })
      const { dueAt, provisional, explanation } = due
      const zh = `如现在起算：${explainDue(explanation, 'zh')}`
      return [{ rule, name, promise, dueAt, provisional, zh, en: `Started now: ${explainDue(explanation, 'en')}` }]
    })
  )
}

/**
 * What a policy would have done to these tickets, had it been in force from their beginning. Due times that a person
 * set stay out of it. Throws as `workedExamples`.
 */
export function previewPolicy(tickets: readonly Previewed[], policy: Policy, rules: Rules, now: number): PolicyEffect {
  const moves = tickets.flatMap(ticket =>
    ticket.clocks.filter(isCounted).map(clock => moveOf(ticket, clock, policy, rules, now))
  )
  const moved = moves.filter(({ was, due }) => due.dueAt !== was)
  return {
    tickets: tickets.length,
    rules: matched(tickets, policy),
    clocks: moves.length,
    sooner: moved.filter(({ was, due }) => due.dueAt < was).length,
    later: moved.filter(({ was, due }) => due.dueAt > was).length,
    breached: {
      before: moves.filter(({ late }) => late.before).length,
      after: moves.filter(({ late }) => late.after).length
    },
    examples: moved.toSorted(mostTelling).slice(0, MOST_EXAMPLES).map(exampleOf)
  }
}

const isCounted = ({ fixed, outcome, bornLate }: Clock) => !fixed && !bornLate && !NOT_COUNTED.has(outcome)

type Move = {
  ticket: Previewed
  promise: PromiseKind
  rule: string | undefined
  was: number
  due: Due
  late: { before: boolean; after: boolean }
}

function moveOf(ticket: Previewed, clock: Clock, policy: Policy, rules: Rules, now: number): Move {
  const promise = clock.kind === 'leg' ? (clock.stage ?? 'handle') : clock.kind
  const promised = promiseFor(policy, promise, aboutOf(ticket, clock.urgent))
  const from = clock.used > 0 ? clock.startedAt : clock.countedFrom // planned anew by a calendar, or raised later
  const due = dueBy(policy, promised, rules, { from, pauses: clock.pauses })
  const until = clock.stoppedAt ?? now
  return {
    ticket,
    promise,
    rule: ruleOf(policy, promised)?.name,
    was: clock.dueAt,
    due,
    late: { before: clock.dueAt < until, after: due.dueAt < until }
  }
}

function dueBy(
  { version }: Policy,
  { target, calendar }: Promised,
  rules: Rules,
  { from, pauses = [] }: { from: number; pauses?: Clock['pauses'] }
): Due {
  return dueAt(target, from, calendarAt(rules, calendar, from), { pauses, policy: version })
}

const aboutOf = ({ platform, account, label, department, risk }: Previewed, urgent: boolean): About => ({
  account: `${platform}/${account}`,
  label,
  ...(department !== undefined && { department }),
  level: risk.level,
  urgent
})

const ruleOf = ({ rules }: Policy, promised: Promised) =>
  rules.find(({ promises }) => Object.values(promises).includes(promised))

function matched(tickets: readonly Previewed[], policy: Policy): PolicyEffect['rules'] {
  const counts = new Map(policy.rules.map(rule => [rule, 0]))
  for (const ticket of tickets) {
    const about = aboutOf(ticket, ticket.urgent)
    const counting = new Set(KINDS.map(kind => ruleOf(policy, promiseFor(policy, kind, about))))
    for (const rule of counting) if (rule) counts.set(rule, counts.get(rule)! + 1)
  }
  return Array.from(counts, ([{ name }, tickets]) => ({ name, tickets }))
}

const isNewBreach = ({ late }: Move) => late.after && !late.before
const distance = ({ was, due }: Move) => Math.abs(due.dueAt - was)
const mostTelling = (a: Move, b: Move) => Number(isNewBreach(b)) - Number(isNewBreach(a)) || distance(b) - distance(a)

function exampleOf(move: Move): MovedDue {
  const { ticket, promise, rule, was, due } = move
  return {
    ticket: ticket.id,
    number: ticket.number,
    promise,
    ...(rule !== undefined && { rule }),
    was,
    dueAt: due.dueAt,
    breaches: isNewBreach(move),
    zh: explainDue(due.explanation, 'zh'),
    en: explainDue(due.explanation, 'en')
  }
}
