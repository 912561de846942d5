import { setImmediate as turn } from 'node:timers/promises'
import { KAFKA_API } from '@huiyin/engines/fault-proxy.ts'
import { note, range, textsOf } from '@huiyin/ports/contracts/event-log-fixtures.ts'
import t from 'tap'
import { freshTopic, losingAnswers, openLog, openProxy, skip } from './kafka-cluster.ts'

const warnings: string[] = []
process.on('warning', ({ name }) => warnings.push(name)) // Node says each only once

t.test('when answers of Kafka get lost', { skip }, async t => {
  t.test('what was acknowledged can be read: 50 appends at once, every third answer lost, twenty times', async t => {
    const proxy = await openProxy(t)
    const log = await openLog(t, freshTopic(), { brokers: [proxy.address] })
    losingAnswers(proxy)
    const acknowledged: string[] = []
    for (const round of range(20, String)) {
      await Promise.all(
        range(50, async n => {
          for (let turns = n; turns > 0; turns--) await turn() // so that they go in several sends
          await log.append([note('one key', `${round}.${n}`)])
          acknowledged.push(`${round}.${n}`)
        })
      )
    }
    t.ok(proxy.counts.faults['swallow-close'] >= 10, `${proxy.counts.faults['swallow-close']} answers were lost`)
    const texts = new Set(await textsOf(log, 'reader', 1000))
    t.strictSame(
      acknowledged.filter(text => !texts.has(text)),
      []
    )
  })

  t.test('a connection that has fallen silent is given up', async t => {
    const proxy = await openProxy(t)
    const log = await openLog(t, freshTopic(), { brokers: [proxy.address], requestTimeout: 1000 })
    proxy.fault({ match: { apiKey: KAFKA_API.produce }, times: 1, fault: 'swallow-silence' })
    await log.append([note('a', 'first')])
    t.strictSame(await textsOf(log, 'reader'), ['first'])
  })

  t.test('an append of which nobody can say what became is refused, and a later one goes', async t => {
    const proxy = await openProxy(t)
    const log = await openLog(t, freshTopic(), { brokers: [proxy.address] })
    await log.append([note('a', 'before')])
    await proxy.refuse()
    await t.rejects(log.append([note('a', 'meanwhile')]), { code: 'LOG_UNAVAILABLE' })
    await proxy.accept()
    await log.append([note('a', 'after')])
    t.match(await textsOf(log, 'reader'), ['before', 'after'])
  })

  t.test('Node had nothing to warn of in all that', async t => {
    t.strictSame(warnings, [])
  })
})
