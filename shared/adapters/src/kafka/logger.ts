import type { Logger } from '@huiyin/ports/logger.ts'
import type { logCreator } from 'kafkajs'
import { logLevel } from './kafkajs.ts'

// What a group says while it finds itself, and services that start together while one of them makes the topics:
// kafkajs calls these errors and then goes on as it should.
const ORDINARY =
  /topic creation errors|not host this topic-partition|rebalanc|coordinator is not available|coordinator is loading|not the correct coordinator|not aware of this member|leadership election|not the leader/i

/**
 * kafkajs's words for our logger, one level lower than it takes them: what it calls an error it tries again by itself,
 * and what it gives up is thrown, and logged by whom it reaches.
 */
export function kafkaLogger(logger: Logger): logCreator {
  return () =>
    ({ namespace, level, log: { message, error, ...fields } }) => {
      const reason = error instanceof Error ? error.message : error
      if (level > logLevel.WARN || ORDINARY.test(message) || ORDINARY.test(String(reason))) return
      const said = { namespace, reason, ...picked(fields) }
      if (level === logLevel.ERROR) logger.warn(said, `Kafka: ${message}`)
      else logger.info(said, `Kafka: ${message}`)
    }
}

const picked = ({ broker, groupId, topic, partition, retryCount }: Record<string, unknown>) => ({
  broker,
  groupId,
  topic,
  partition,
  retryCount
})
