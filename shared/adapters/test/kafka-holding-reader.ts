import { parseNote } from '@huiyin/ports/contracts/event-log-fixtures.ts'
import { kafkaEventLog } from '../src/kafka/open.ts'

// Takes one batch, tells its parent the texts, and holds it until it is killed.
const [brokers = '', topic = '', group = ''] = process.argv.slice(2)
const log = await kafkaEventLog({ brokers: brokers.split(','), topic, parse: parseNote })
for await (const { events } of log.read({ group, atMost: 10 })) {
  process.send?.(events.map(({ text }) => text))
  await new Promise(() => {})
}
