import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { Kafka, type KafkaConfig, logLevel } from 'kafkajs'
import t, { type Test } from 'tap'
import { engines } from '../src/engines.ts'
import { type FaultProxy, KAFKA_API, type KafkaMatch, kafkaProxy } from '../src/fault-proxy.ts'

const { brokers, missing } = await engines()
const produce = { apiKey: KAFKA_API.produce }

t.test('a fault proxy before Kafka', { skip: missing ?? false }, async t => {
  t.test('passes on what it is not told to disturb', async t => {
    const { proxy, append, texts } = await behindProxy(t)
    await append('one')
    await append('two')
    t.same(await texts(), ['one', 'two'])
    t.same(proxy.counts.faults, { 'swallow-close': 0, 'swallow-silence': 0, cut: 0, delay: 0, repeat: 0 })
  })

  t.test('keeps a client behind it that connects again to what the broker told it', async t => {
    const { proxy, append } = await behindProxy(t)
    await append('one')
    await proxy.refuse()
    await t.rejects(append('two'))
    await proxy.accept()
    await append('three')
  })

  t.test('swallows exactly the third answer to an append, while its message is in the log', async t => {
    const { proxy, append, texts } = await behindProxy(t)
    proxy.fault({ match: produce, every: 3, times: 1, fault: 'swallow-close' })
    await append('one')
    await append('two')
    await t.rejects(append('three'))
    await append('four')
    t.same(await texts(), ['one', 'two', 'three', 'four'])
    t.equal(proxy.counts.faults['swallow-close'], 1)
  })

  t.test('gives the broker an append twice, and the client one answer', async t => {
    const { proxy, append, texts } = await behindProxy(t)
    proxy.fault({ match: produce, times: 1, fault: 'repeat' })
    await append('one')
    await append('two')
    t.same(await texts(), ['one', 'one', 'two'])
  })

  t.test('lets a client wait for ever', async t => {
    const { proxy, append, texts } = await behindProxy(t, { requestTimeout: 500 })
    proxy.fault({ match: produce, times: 1, fault: 'swallow-silence' })
    await t.rejects(append('one'))
    t.same(await texts(), ['one'])
  })

  t.test('cuts an answer in the middle', async t => {
    const { proxy, append, texts } = await behindProxy(t)
    proxy.fault({ match: produce, times: 1, fault: 'cut' })
    await t.rejects(append('one'))
    t.same(await texts(), ['one'])
    t.equal(proxy.counts.faults.cut, 1)
  })

  t.test('delays an answer', async t => {
    const { proxy, append, texts } = await behindProxy(t)
    proxy.fault({ match: produce, times: 1, fault: 'delay', ms: 300 })
    const appended = append('one')
    while (proxy.counts.faults.delay === 0) await new Promise(setImmediate)
    t.same(await texts(), ['one'], 'the log has it before the client knows')
    await appended
  })

  t.test('forgets a rule that is taken back, and all rules when cleared', async t => {
    const { proxy, append, texts } = await behindProxy(t)
    const takeBack = proxy.fault({ match: produce, fault: 'cut' })
    takeBack()
    await append('one')
    proxy.fault({ fault: 'cut' })
    proxy.clear()
    await append('two')
    t.same(await texts(), ['one', 'two'])
  })

  t.test('refuses connections until told to accept', async t => {
    const { proxy } = await behindProxy(t)
    await proxy.refuse()
    await t.rejects(once(connect(proxy.port, '127.0.0.1'), 'connect'), { code: 'ECONNREFUSED' })
    await proxy.accept()
    const socket = connect(proxy.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.destroy()
  })
})

async function behindProxy(t: Test, { requestTimeout = 30_000 } = {}) {
  const topic = `engines-proxy-${randomUUID()}`
  await createTopic(topic)
  const proxy = await kafkaProxy({ target: brokers! })
  t.teardown(() => proxy.close())
  return { proxy, append: appender(t, proxy, topic, requestTimeout), texts: () => textsOf(topic) }
}

function client(address: string, options: Omit<KafkaConfig, 'brokers'> = {}) {
  return new Kafka({ brokers: [address], logLevel: logLevel.NOTHING, ...options })
}

function appender(t: Test, proxy: FaultProxy<KafkaMatch>, topic: string, requestTimeout: number) {
  const producer = client(proxy.address, { requestTimeout, retry: { retries: 0 } }).producer()
  t.teardown(() => producer.disconnect())
  return async (value: string) => {
    await producer.connect()
    await producer.send({ topic, messages: [{ value }] })
  }
}

async function createTopic(topic: string) {
  const admin = client(brokers!).admin()
  await admin.connect()
  await admin.createTopics({ topics: [{ topic, numPartitions: 1 }], waitForLeaders: true })
  await admin.disconnect()
}

async function textsOf(topic: string): Promise<string[]> {
  const high = await end(topic)
  const consumer = client(brokers!).consumer({ groupId: topic })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  const texts: string[] = []
  await new Promise<void>(resolve => {
    consumer.run({
      eachMessage: async ({ message }) => {
        if (texts.push(String(message.value)) === high) resolve()
      }
    })
  })
  await consumer.disconnect()
  return texts
}

async function end(topic: string): Promise<number> {
  const admin = client(brokers!).admin()
  await admin.connect()
  const [partition] = await admin.fetchTopicOffsets(topic)
  await admin.disconnect()
  return Number(partition!.high)
}
