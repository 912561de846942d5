import t from 'tap'
import { engines } from '../src/engines.ts'
import { elasticsearchAnswers, kafkaAnswers } from '../src/probe.ts'

const { brokers, elasticsearch, missing } = await engines()

t.test('the engines that tests share', async t => {
  t.test('are those that the environment names', async t => {
    const named = { KAFKA_BROKERS: 'kafka.example:9092', ELASTICSEARCH_URL: 'http://elasticsearch.example:9200' }
    t.intercept(process, 'env', { value: { ...process.env, ...named } })
    const found = await engines()
    t.same([found.brokers, found.elasticsearch], Object.values(named))
  })

  t.test('answer, and are the same pair for everybody who asks', { skip: missing ?? false }, async t => {
    t.ok(await kafkaAnswers(brokers!))
    t.ok(await elasticsearchAnswers(elasticsearch!))
    t.match(await engines(), { brokers, elasticsearch })
  })
})
