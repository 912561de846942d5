import type { Alert } from '@huiyin/schemas/alert.ts'
import type { Clock } from '@huiyin/schemas/ticket.ts'
import type { Owed } from '../reference/alerts.ts'
import { current, type RefClock } from '../reference/clock.ts'
import type { State } from '../reference/state.ts'
import { breachOf } from '../reference/told.ts'
import { wall } from './mismatch.ts'

/** Clocks and alerts of the house and of the reference as the same kind of lines. */

const clockLine = (name: string, cycle: number, started: number, due: number, stopped?: number, outcome?: string) =>
  [
    `${name} cycle ${cycle} from ${wall(started)} due ${wall(due)}`,
    ...(stopped === undefined ? [] : [`stopped ${wall(stopped)}`]),
    outcome ?? 'running'
  ].join(' ')

export const lineOfClock = ({ id, stage, cycle, startedAt, dueAt, stoppedAt, outcome }: Clock): string =>
  clockLine(stage ? `${id} ${stage}` : id, cycle, startedAt, dueAt, stoppedAt, outcome)

export function lineOfReference(clock: RefClock, of: State, endedAt: number): string {
  const { id, stage, cycle, stoppedAt } = clock
  const { startedAt, dueAt, outcome } = clock.revised ?? { ...clock, dueAt: current(clock).dueAt }
  const isOpenLate = stoppedAt === undefined && (breachOf(of, clock)?.told ?? Infinity) <= endedAt
  const ended = outcome ?? (isOpenLate ? 'missed_open' : undefined)
  return clockLine(stage ? `${id} ${stage}` : id, cycle, startedAt, dueAt, stoppedAt, ended)
}

const alertLine = (at: number, kind: string, subject: string, step: number, gather?: string) =>
  `${wall(at)} ${kind} ${subject.replace(/^(supervision|dispatch)-.*/, '$1')} ${step}${gather ? ` ${gather}` : ''}`

export const lineOfAlert = ({ madeAt, kind, clock, point, rung, gather }: Alert): string =>
  alertLine(madeAt, kind, clock, kind === 'warn' ? point : rung, gather)

export const lineOfOwed = ({ at, kind, subject, step, gather }: Owed): string =>
  alertLine(at, kind, subject, step, gather)
