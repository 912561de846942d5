import type { NeedKind, RefNeed, State } from './state.ts'

type Raised = { kind: NeedKind; subject: string; at: number; urgent: boolean; fromRung?: number }

export function raiseNeed(of: State, { fromRung = 0, ...need }: Raised): void {
  of.needs.push({ ...need, fromRung, grave: of.grave, worsened: [] })
}

export function endNeeds(of: State, at: number, which: (need: RefNeed) => boolean = () => true): void {
  for (const need of of.needs) if (need.endedAt === undefined && which(need)) need.endedAt = at
}

const isOpen = ({ endedAt }: RefNeed) => endedAt === undefined

/** A grave word: what people were told of before is worse than they know (R38). True when nothing was grave before. */
export function becomesGrave(of: State, at: number): boolean {
  const rose = !of.grave
  of.grave = true
  of.urgent = true
  for (const need of of.needs.filter(need => isOpen(need) && !need.grave)) {
    need.worsened.push(at)
    need.grave = true
  }
  return rose
}

/** What was said before became grave, and nobody is told so already. */
export function tellRisk(of: State, at: number): void {
  const known = of.needs.some(need => isOpen(need) && (need.kind === 'risk-rose' || need.kind === 'urgent'))
  if (!known) raiseNeed(of, { kind: 'risk-rose', subject: 'risk', at, urgent: of.urgent })
}

/** Negative and grave: reported upward once, and again when a later cycle finds it released. */
export function reportUpward(of: State, at: number, answerIsBornLate: boolean): void {
  const { lock, mood, grave, cycleOpenedAt } = of
  if (mood !== 'negative' || !grave) return
  if (lock && !(lock.released && lock.since < cycleOpenedAt)) return
  of.lock = { since: at, released: false }
  if (!answerIsBornLate) raiseNeed(of, { kind: 'reported-upward', subject: 'lock', at, urgent: true })
}
