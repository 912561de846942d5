import { channel } from 'node:diagnostics_channel'

/**
 * What deep places tell to whoever counts, without being handed a meter; free of cost as long as nobody listens.
 * Several houses in one process hear one another, which only tests have.
 */

/** Somebody waits before the next try. `what`: of few values, such as `store`, `elasticsearch`. */
export type Retry = { what: string }
const retries = channel('huiyin.retry')

export function tellRetry(what: string): void {
  if (retries.hasSubscribers) retries.publish({ what } satisfies Retry)
}

/**
 * A scheduled round, told when it begins and when it has ended. `late`: ms from the instant at which it should have
 * begun; `took`: ms; `away`: the store or the log did not answer, and it is tried again at the next time.
 */
export type Round = { name: string } & (
  | { phase: 'begun'; late: number }
  | { phase: 'ended'; took: number; away: boolean }
)
const rounds = channel('huiyin.round')

export function tellRound(round: Round): void {
  if (rounds.hasSubscribers) rounds.publish(round)
}

export const onRetry = (heard: (retry: Retry) => void) => listen(retries, message => heard(message as Retry))
export const onRound = (heard: (round: Round) => void) => listen(rounds, message => heard(message as Round))

/** What is returned ends it. */
function listen(on: ReturnType<typeof channel>, heard: (message: unknown) => void): () => void {
  on.subscribe(heard)
  return () => void on.unsubscribe(heard)
}
