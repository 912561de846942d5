import type { Batch } from './event-log.ts'

export interface Stages<E, T> {
  /** What may go on beside the second stage of the batch before. */
  first: (events: readonly E[]) => Promise<T>
  /** What has to follow the second stage of the batch before; after it the batch is committed. */
  second: (between: T) => Promise<void>
}

/**
 * Takes batches through two stages, in their order: each stage has one batch at a time, and the second stage of one goes
 * on beside the first of the next. A batch is committed once its second stage is done, and never before the one ahead of
 * it. After the signal what is in hand is brought to its end; an error of either stage ends the reading and is thrown.
 */
export async function inStages<E, T>(
  read: (signal: AbortSignal) => AsyncIterable<Batch<E>>,
  { first, second }: Stages<E, T>,
  signal: AbortSignal
): Promise<void> {
  const reading = new AbortController()
  const stop = () => reading.abort()
  let ahead = Promise.resolve()
  const endAfter = () => void ahead.then(stop, stop) // a reader that has left cannot commit
  signal.addEventListener('abort', endAfter)
  if (signal.aborted) stop()
  try {
    for await (const { events, commit } of read(reading.signal)) {
      const between = await first(events).finally(() => ahead.catch(() => {}))
      await ahead
      ahead = second(between).then(commit)
      ahead.catch(stop) // it may be the last for long: nobody else would hear of it
      if (!signal.aborted) continue
      await ahead
      return
    }
    await ahead
  } finally {
    signal.removeEventListener('abort', endAfter)
  }
}
