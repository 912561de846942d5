import { setTimeout as pause } from 'node:timers/promises'
import { tellRetry } from '@huiyin/ports/signs.ts'

/** Asks again after each of the delays, in ms, and throws what the last try threw, or the first that is `hopeless`. */
export async function retried<T>(
  work: () => Promise<T>,
  delays: readonly number[] = [100, 200, 400, 800, 1600],
  hopeless: (error: unknown) => boolean = () => false
): Promise<T> {
  for (const delay of delays) {
    try {
      return await work()
    } catch (error) {
      if (hopeless(error)) throw error
      tellRetry('kafka')
      await pause(delay)
    }
  }
  return work()
}
