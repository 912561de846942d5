import type { Clock, Ticket } from '@huiyin/schemas/ticket.ts'
import type { Draft } from '../draft.ts'

const isRunning = ({ stoppedAt }: Clock) => stoppedAt === undefined

/** Whether it counts to a public answer. */
export const isAnswer = ({ kind }: Pick<Clock, 'kind'>): boolean => kind === 'first' || kind === 'next'

/** The clock of the public answer: FIRST until there was one, then NEXT while one is owed; at most one runs. */
export const runningClock = ({ clocks }: Pick<Ticket, 'clocks'>): Clock | undefined =>
  clocks.find(clock => isRunning(clock) && isAnswer(clock))

/** The clock of the result (办结); at most one runs. */
export const closeClock = ({ clocks }: Pick<Ticket, 'clocks'>): Clock | undefined =>
  clocks.find(clock => isRunning(clock) && clock.kind === 'close')

/** The clock of a department, for one dispatch or whichever. */
export const legClock = ({ clocks }: Pick<Ticket, 'clocks'>, dispatch?: string): Clock | undefined =>
  clocks.find(
    clock => isRunning(clock) && clock.kind === 'leg' && (dispatch === undefined || clock.dispatch === dispatch)
  )

/** Of every kind, those paused too. */
export const runningClocks = ({ clocks }: Pick<Ticket, 'clocks'>): Clock[] => clocks.filter(isRunning)

/** The clock of the same id gives way. */
export const replaceClock = ({ ticket }: Draft, clock: Clock): void => {
  ticket.clocks = ticket.clocks.map(other => (other.id === clock.id ? clock : other))
}
