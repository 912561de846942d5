import type { Logger } from '@huiyin/ports/logger.ts'
import type { Consumer } from 'kafkajs'

/** How long one who leaves waits for it, in ms; what takes longer ends by itself. */
const LEAVE_WITHIN = 1000

/**
 * Ends a consumer without leaving a second life behind: kafkajs forgets whoever is told to stop while it still joins,
 * and that one then joins all the same. So nobody is told before it has joined or given up.
 */
export function leavable(consumer: Consumer, logger: Logger) {
  let arrival = Promise.withResolvers<void>()
  const { GROUP_JOIN, CRASH } = consumer.events
  consumer.on(GROUP_JOIN, () => void setImmediate(arrival.resolve)) // in this very turn it does not call itself running
  consumer.on(CRASH, ({ payload: { restart } }) => {
    if (restart) arrival = Promise.withResolvers()
    else arrival.resolve()
  })

  return {
    /** It will never join. */
    givenUp: () => arrival.resolve(),
    async leave() {
      const left = arrival.promise
        .then(() => consumer.disconnect())
        .catch(error => logger.warn({ reason: error.message }, 'Kafka: a reader left without saying so'))
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>(resolve => {
        timer = setTimeout(resolve, LEAVE_WITHIN)
      })
      await Promise.race([left, late])
      clearTimeout(timer)
    }
  }
}
