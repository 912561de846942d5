import type { Calendar } from '@huiyin/schemas/calendar.ts'
import type { Label, RiskLevel } from '@huiyin/schemas/names.ts'
import type { Policy, PolicyMatch, PolicyRule, Promised, PromiseKind } from '@huiyin/schemas/policy.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import * as problem from './rule-problems.ts'

/** What people call each promise. */
export const PROMISES: Record<PromiseKind, { zh: string; en: string }> = {
  first: { zh: '首次回复', en: 'a first reply' },
  next: { zh: '再次回复', en: 'a later reply' },
  close: { zh: '办结', en: 'the result' },
  sign: { zh: '签收', en: 'signing for a dispatch' },
  handle: { zh: '办理', en: 'handling a dispatch' }
}

/** A later reply is promised as the first where nothing else is said. */
const NEEDED = ['first', 'close', 'sign', 'handle'] as const satisfies readonly PromiseKind[]

const LABELS: readonly Label[] = ['inquiry', 'suggestion', 'complaint', 'other']
const LEVELS: readonly RiskLevel[] = ['blue', 'yellow', 'orange', 'red']

/**
 * What is wrong with a policy before it is saved: promises that nobody gets or that never count, calendars that do not
 * count, warnings before the start, and an urgent first reply that is not counted round the clock (R11).
 */
export function checkPolicy(policy: Policy, calendars: readonly Calendar[]): RuleProblem[] {
  return [
    ...missing(policy),
    ...policy.rules.flatMap((rule, index) => [
      ...hidden(policy.rules, index),
      ...promisesOf(rule).flatMap(([kind, promised]) => {
        const at = { index, name: rule.name }
        return [...counted(at, kind, promised, policy, calendars), ...warnings(at, kind, promised)]
      }),
      ...urgentFirst(policy.rules, index)
    ])
  ]
}

const promisesOf = ({ promises }: PolicyRule) => Object.entries(promises) as [PromiseKind, Promised][]

/** Each promise is made to everybody, whatever else is known of them. */
function missing({ rules }: Policy): RuleProblem[] {
  return NEEDED.flatMap(kind =>
    [true, false]
      .filter(urgent => !rules.some(rule => rule.promises[kind] && isForAll(rule.when, urgent)))
      .map(urgent => problem.promiseMissing(PROMISES[kind], urgent))
  )
}

const isForAll = ({ urgent: asked, ...others }: PolicyMatch, urgent: boolean) =>
  (asked ?? urgent) === urgent && Object.values(others).every(list => list === undefined)

function hidden(rules: readonly PolicyRule[], index: number): RuleProblem[] {
  const rule = rules[index]!
  const at = { index, name: rule.name }
  const kinds = promisesOf(rule).map(([kind]) => kind)
  if (kinds.length === 0) return [problem.rulePromisesNothing(at)]
  const never = kinds.filter(kind => reachable(rules, index, kind).length === 0)
  if (never.length === kinds.length) return [problem.ruleHidden(at)]
  return never.map(kind => problem.promiseHidden(at, kind, PROMISES[kind]))
}

type Cell = { label: Label; level: RiskLevel; urgent: boolean }

const CELLS: readonly Cell[] = LABELS.flatMap(label =>
  LEVELS.flatMap(level => [true, false].map(urgent => ({ label, level, urgent })))
)

/** What a rule's promise counts for: what no earlier rule that makes it is for, whatever account and department. */
function reachable(rules: readonly PolicyRule[], index: number, kind: PromiseKind): Cell[] {
  const { when } = rules[index]!
  const earlier = rules
    .slice(0, index)
    .filter(rule => rule.promises[kind])
    .map(rule => rule.when)
    .filter(other => covers(other.accounts, when.accounts) && covers(other.departments, when.departments))
  return CELLS.filter(cell => isIn(when, cell) && !earlier.some(other => isIn(other, cell)))
}

const isIn = ({ labels, levels, urgent }: PolicyMatch, cell: Cell) =>
  (labels?.includes(cell.label) ?? true) &&
  (levels?.includes(cell.level) ?? true) &&
  (urgent ?? cell.urgent) === cell.urgent

const covers = (wide: readonly string[] | undefined, narrow: readonly string[] | undefined) =>
  wide === undefined || (narrow?.every(one => wide.includes(one)) ?? false)

function counted(
  at: problem.AtRule,
  kind: PromiseKind,
  { calendar: id, target }: Promised,
  { effectiveFrom }: Policy,
  calendars: readonly Calendar[]
): RuleProblem[] {
  const versions = calendars.filter(calendar => calendar.id === id)
  if (!versions.some(version => version.effectiveFrom <= effectiveFrom)) return [problem.calendarUnknown(at, kind, id)]
  const wrong = versions.find(
    ({ purpose }) => purpose !== 'counting' && !(purpose === 'duty' && target.kind === 'CALENDAR_ROLL')
  )
  return wrong ? [problem.calendarCountsNot(at, kind, id, wrong.purpose)] : []
}

/** How long before the due time the clock starts at the latest can only be said of natural time. */
function warnings(at: problem.AtRule, kind: PromiseKind, { target, warnBefore }: Promised): RuleProblem[] {
  const disordered = warnBefore.some((point, i) => i > 0 && point >= warnBefore[i - 1]!)
  const longest = Math.max(0, ...warnBefore)
  const length = target.kind === 'CALENDAR_HOURS' || target.kind === 'CALENDAR_ROLL' ? target.ms : Infinity
  return [
    ...(disordered ? [problem.warnPointsDisordered(at, kind)] : []),
    ...(longest >= length ? [problem.warnPointTooLong(at, kind, longest / 60_000)] : [])
  ]
}

function urgentFirst(rules: readonly PolicyRule[], index: number): RuleProblem[] {
  const { name, promises } = rules[index]!
  if (!promises.first || promises.first.target.kind === 'CALENDAR_HOURS') return []
  return reachable(rules, index, 'first').some(({ urgent }) => urgent)
    ? [problem.urgentNotNatural({ index, name })]
    : []
}
