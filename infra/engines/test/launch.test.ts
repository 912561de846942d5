import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kafka, logLevel } from 'kafkajs'
import t from 'tap'
import { type Engines, launchEngines } from '../src/launch.ts'
import { findMeans } from '../src/means.ts'
import { elasticsearchAnswers, kafkaAnswers } from '../src/probe.ts'

const means = await findMeans()
const skip = 'missing' in means ? means.missing : means.start !== launchEngines && 'Only Docker is there'

t.test('engines of our own', { skip }, async t => {
  const dir = await mkdtemp(join(tmpdir(), 'huiyin-launch-test-'))
  t.teardown(() => rm(dir, { recursive: true, force: true }))
  const engines = await launchEngines({ dir })
  t.teardown(() => engines.stop())

  t.test('answer when the launch is over', async t => {
    t.ok(await kafkaAnswers(engines.brokers))
    t.ok(await elasticsearchAnswers(engines.elasticsearch))
  })

  t.test('keep what they acknowledged when they are killed and started again', async t => {
    await append(engines.brokers, 'before')
    await put(engines, 'before')
    await Promise.all([engines.kill('kafka'), engines.kill('elasticsearch')])
    t.notOk(await kafkaAnswers(engines.brokers))
    t.notOk(await elasticsearchAnswers(engines.elasticsearch))

    await Promise.all([engines.restart('kafka'), engines.restart('elasticsearch')])
    t.equal(await written(engines.brokers), 1)
    t.ok(await found(engines, 'before'))
  })

  t.test('can be paused and woken', async t => {
    await engines.kill('kafka', 'SIGSTOP')
    const answer = kafkaAnswers(engines.brokers)
    await engines.kill('kafka', 'SIGCONT')
    t.ok(await answer)
  })

  t.test('are gone after stop, but for the folder that was named', async t => {
    await engines.stop()
    t.notOk(await kafkaAnswers(engines.brokers))
    t.notOk(await elasticsearchAnswers(engines.elasticsearch))
    t.ok(existsSync(join(dir, 'kafka/data')))
  })
})

t.test('one engine alone', { skip }, async t => {
  const engines = await launchEngines({ elasticsearch: false })
  t.teardown(() => engines.stop())
  t.ok(await kafkaAnswers(engines.brokers))
  t.equal(engines.elasticsearch, '')
  await t.rejects(engines.kill('elasticsearch'), { message: '"elasticsearch" was not launched' })
})

const kafka = (brokers: string) => new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING })

async function append(brokers: string, value: string) {
  const producer = kafka(brokers).producer({ allowAutoTopicCreation: true })
  await producer.connect()
  await producer.send({ topic: 'kept', messages: [{ value }] })
  await producer.disconnect()
}

async function written(brokers: string): Promise<number> {
  const admin = kafka(brokers).admin()
  await admin.connect()
  const [partition] = await admin.fetchTopicOffsets('kept')
  await admin.disconnect()
  return Number(partition!.high)
}

const put = ({ elasticsearch }: Engines, text: string) =>
  fetch(`${elasticsearch}/kept/_doc/${text}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text })
  })

const found = async ({ elasticsearch }: Engines, text: string) => (await fetch(`${elasticsearch}/kept/_doc/${text}`)).ok
