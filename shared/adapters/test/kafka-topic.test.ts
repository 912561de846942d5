import { note } from '@huiyin/ports/contracts/event-log-fixtures.ts'
import kafkajs from 'kafkajs'
import t from 'tap'
import { adminOf, freshTopic, openLog, skip } from './kafka-cluster.ts'

const DAY = 24 * 60 * 60 * 1000

t.test('a topic of Kafka', { skip }, async t => {
  t.test('is made with what we count on', async t => {
    const topic = freshTopic()
    await openLog(t, topic)
    const admin = await adminOf(t)
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] })
    t.equal(topics[0]?.partitions.length, 6)
    t.match(await settingsOf(admin, topic), {
      'retention.ms': String(29 * DAY),
      'segment.ms': String(DAY),
      'flush.messages': '1', // the tests run on a lone broker
      'message.timestamp.type': 'LogAppendTime'
    })
  })

  t.test('is made once by two who open it at the same time', async t => {
    const topic = freshTopic()
    await t.resolves(Promise.all([openLog(t, topic), openLog(t, topic)]))
  })

  t.test('is refused with another number of partitions, since keys would move', async t => {
    const topic = freshTopic()
    await openLog(t, topic, { partitions: 3 })
    await t.rejects(openLog(t, topic), { code: 'SETTINGS_INVALID', message: /6 partitions expected, it has 3/ })
  })

  t.test('is refused when it forgets too early', async t => {
    const topic = freshTopic()
    const configEntries = [{ name: 'retention.ms', value: String(7 * DAY) }]
    await (await adminOf(t)).createTopics({ topics: [{ topic, numPartitions: 6, configEntries }] })
    await t.rejects(openLog(t, topic), { code: 'SETTINGS_INVALID', message: /retention\.ms of at least 2505600000/ })
  })

  t.test('is not made again by who appends to it after somebody deleted it', async t => {
    const topic = freshTopic()
    const log = await openLog(t, topic)
    const admin = await adminOf(t)
    await admin.deleteTopics({ topics: [topic] })
    await t.rejects(log.append([note('a', 'nowhere')]), { code: 'LOG_UNAVAILABLE' })
    t.notOk((await admin.listTopics()).includes(topic))
  })

  t.test('says so when no broker answers', async t => {
    const unused = '127.0.0.1:1'
    await t.rejects(openLog(t, freshTopic(), { brokers: [unused] }), { code: 'LOG_UNAVAILABLE' })
  })
})

async function settingsOf(admin: Awaited<ReturnType<typeof adminOf>>, name: string) {
  const resources = [{ type: kafkajs.ConfigResourceTypes.TOPIC, name }]
  const { resources: described } = await admin.describeConfigs({ resources, includeSynonyms: false })
  return Object.fromEntries(described[0]!.configEntries.map(({ configName, configValue }) => [configName, configValue]))
}
