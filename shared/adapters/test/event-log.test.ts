import { eventLogContract } from '@huiyin/ports/contracts/event-log.ts'
import { parseNote } from '@huiyin/ports/contracts/event-log-fixtures.ts'
import t from 'tap'
import { memoryEventLog } from '../src/memory/event-log.ts'
import { memoryTopic } from '../src/memory/topic.ts'
import { freshTopic, losingAnswers, openLog, openProxy, skip, writeRaw } from './kafka-cluster.ts'

eventLogContract('memory', async t => {
  const topic = memoryTopic()
  const open = () => {
    const log = memoryEventLog({ parse: parseNote, topic })
    t.teardown(() => log.close())
    return log
  }
  return { log: open(), again: async () => open(), raw: async value => void topic.append('raw', value) }
})

eventLogContract(
  'kafka',
  async t => {
    const topic = freshTopic()
    const open = () => openLog(t, topic)
    return { log: await open(), again: open, raw: value => writeRaw(topic, value) }
  },
  { skip }
)

const proxy = skip ? undefined : await openProxy(t)
if (proxy) losingAnswers(proxy)

eventLogContract(
  'kafka, of which every third answer to a produce request gets lost,',
  async t => {
    const topic = freshTopic()
    const open = () => openLog(t, topic, { brokers: [proxy!.address] })
    return { log: await open(), again: open, raw: value => writeRaw(topic, value) }
  },
  { skip, doubles: true }
)
