import { note, parseNote } from '@huiyin/ports/contracts/event-log-fixtures.ts'
import t from 'tap'
import { skewOf } from '../src/kafka/clock-watch.ts'
import { openKafka } from '../src/kafka/open.ts'
import { brokers, freshTopic, skip } from './kafka-cluster.ts'

t.test('the skew is the least that explains when something was sent, appended and answered', async t => {
  t.equal(skewOf(1000, 1005, 1010), 0)
  t.equal(skewOf(1000, 900, 1010), -100)
  t.equal(skewOf(1000, 1500, 1010), 490)
})

t.test('the clock of Kafka', { skip }, async t => {
  t.test('is not known before the first append', async t => {
    const kafka = openKafka({ brokers })
    t.teardown(kafka.close)
    await kafka.log({ topic: freshTopic(), parse: parseNote })
    t.equal(kafka.clockSkew(), undefined)
  })

  t.test('tells how far ours is behind', async t => {
    const kafka = openKafka({ brokers, now: () => Date.now() - 60_000 })
    t.teardown(kafka.close)
    const log = await kafka.log({ topic: freshTopic(), parse: parseNote })
    await log.append([note('a', 'first')])
    t.ok(kafka.clockSkew()! > 55_000 && kafka.clockSkew()! < 65_000)
  })
})
