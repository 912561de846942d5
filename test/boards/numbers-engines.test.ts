import { randomUUID } from 'node:crypto'
import { openElasticsearch } from '@huiyin/adapters/elasticsearch/open.ts'
import { kafkaEventLog } from '@huiyin/adapters/kafka/open.ts'
import { engines } from '@huiyin/engines/engines.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t from 'tap'
import { numbersOf } from './numbers.ts'

const { brokers, elasticsearch, missing, stop } = await engines()
t.teardown(() => stop?.())

t.test('every number of the dashboards, on Kafka and Elasticsearch,', { skip: missing ?? false }, async t => {
  const prefix = `t${randomUUID().slice(0, 13)}`
  const store = openElasticsearch({ node: elasticsearch!, prefix })
  t.teardown(store.close)
  const events = await kafkaEventLog({
    ...{ brokers: brokers!.split(','), clientId: prefix, topic: `${prefix}-events` },
    parse: parser(HouseEvent, 'event')
  })
  await numbersOf(t, { store, events })
})
