import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { drain, firstBatch, note, range, textsOf } from '@huiyin/ports/contracts/event-log-fixtures.ts'
import { partsOf } from '@huiyin/ports/event-log.ts'
import t from 'tap'
import { adminOf, brokers, freshTopic, openLog, openProxy, skip } from './kafka-cluster.ts'

const PAST_THE_SESSION = 12_000

t.test('a reader of Kafka', { skip }, async t => {
  t.jobs = 8 // most of the time they wait
  t.test('that is killed leaves what it had at hand to the next', { buffered: true }, async t => {
    const topic = freshTopic()
    const log = await openLog(t, topic)
    await log.append([note('a', 'first'), note('a', 'second')])
    const reader = fork(join(import.meta.dirname, 'kafka-holding-reader.ts'), [brokers.join(), topic, 'reader'])
    t.strictSame((await once(reader, 'message'))[0], ['first', 'second'])
    reader.kill('SIGKILL')
    t.strictSame(await textsOf(log, 'reader'), ['first', 'second'])
  })

  t.test(
    'that lost its partition moves nothing with a late commit, and goes on with what it is given',
    { buffered: true },
    async t => {
      const topic = freshTopic()
      // The group gives a lone partition to the member whose name comes first.
      const slow = await openLog(t, topic, { partitions: 1, clientId: 'b' })
      const quick = await openLog(t, topic, { partitions: 1, clientId: 'a' })
      await slow.append([note('a', 'first')])
      const leaving = new AbortController()
      const held = slow.read({ group: 'reader', atMost: 1, signal: leaving.signal })[Symbol.asyncIterator]()
      const { value: late } = await held.next()

      const taken = await firstBatch(quick, 'reader') // waits until the group no longer waits for the slow one
      t.equal(taken.events[0]?.text, 'first')
      await t.resolves(late.commit())
      t.equal(await slow.lag('reader'), 1, 'it was not committed')

      const again = await held.next()
      t.equal(again.value.events[0].text, 'first')
      await again.value.commit()
      t.equal(await slow.lag('reader'), 0)
      leaving.abort()
      t.ok((await held.next()).done)
    }
  )

  t.test('finishes what it has at hand before its partition goes to another', { buffered: true }, async t => {
    const topic = freshTopic()
    const slow = await openLog(t, topic, { partitions: 1, clientId: 'b' })
    const quick = await openLog(t, topic, { partitions: 1, clientId: 'a' })
    await slow.append([note('a', 'first'), note('a', 'second')])
    const held = slow.read({ group: 'reader', atMost: 1 })[Symbol.asyncIterator]()
    const { value: first } = await held.next()
    const taken = firstBatch(quick, 'reader')
    await pause(2000) // so that the slow one has heard of the quick one
    await first.commit()
    const going = held.next()
    t.equal((await taken).events[0]?.text, 'second')
    await slow.close()
    t.ok((await going).done)
  })

  for (const [title, outage] of [
    ['shorter than its session, and commits what it has at hand', 2000],
    ['longer than its session, and leaves nothing out', PAST_THE_SESSION]
  ] as const) {
    t.test(`waits out an outage ${title}`, { buffered: true }, async t => {
      const topic = freshTopic()
      const proxy = await openProxy(t)
      const direct = await openLog(t, topic)
      const log = await openLog(t, topic, { brokers: [proxy.address] })
      await direct.append(range(30, n => note(`key ${n}`, String(n))))
      const texts = new Set<string>()
      let out = false
      for await (const batch of log.read({ group: 'reader', atMost: 10 })) {
        if (!out) {
          out = true
          await proxy.refuse()
          const over = setTimeout(proxy.accept, outage)
          t.teardown(() => clearTimeout(over))
        }
        for (const { text } of batch.events) texts.add(text)
        await batch.commit()
        if ((await direct.lag('reader')) === 0) break
      }
      t.equal(texts.size, 30)
    })
  }

  t.test('keeps its place while its work takes longer than the session', { buffered: true }, async t => {
    const log = await openLog(t, freshTopic())
    await log.append([note('a', 'first'), note('a', 'second')])
    const texts: string[] = []
    for await (const batch of log.read({ group: 'reader', atMost: 1 })) {
      if (texts.length === 0) await pause(PAST_THE_SESSION)
      texts.push(...batch.events.map(({ text }) => text))
      await batch.commit()
      if (texts.length === 2) break
    }
    t.strictSame(texts, ['first', 'second'])
  })

  t.test('takes what stands in several partitions as one batch, and commits each', { buffered: true }, async t => {
    const topic = freshTopic()
    const log = await openLog(t, topic)
    const positions = await log.append(range(60, n => note(`key ${n}`, String(n))))
    const batch = await firstBatch(log, 'idle') // a group of its own: another one is asked below
    t.equal(batch.events.length, 60)
    t.ok(partsOf(batch).length > 3, 'keys fall on several partitions')
    t.same(new Set(batch.positions), new Set(positions))
    await drain(log, 'reader')
    await log.append([note('key 1', 'later')])
    t.strictSame(await textsOf(await openLog(t, topic), 'reader'), ['later'], 'each partition was committed')
  })

  t.test(
    'stops, again and again, where the log no longer has what the group is to read next',
    { buffered: true },
    async t => {
      const topic = freshTopic()
      const log = await openLog(t, topic, { partitions: 1 })
      const admin = await adminOf(t)
      await log.append([note('a', 'first')])
      await drain(log, 'reader')
      await log.append(range(9, n => note('a', String(n))))
      await admin.fetchTopicOffsets(topic) // or it knows no leader to ask
      await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: '5' }] })

      for (const _ of range(2, String)) {
        await t.rejects(firstBatch(log, 'reader'), {
          code: 'LOG_OFFSET_LOST',
          message: /stopped at 1 .* holds 5 to 10/
        })
      }
      const [group] = await admin.fetchOffsets({ groupId: `${topic}.reader`, topics: [topic] })
      t.equal(group?.partitions[0]?.offset, '1', 'its place is kept')
      t.strictSame(await textsOf(log, 'new reader'), ['4', '5', '6', '7', '8'])
    }
  )

  t.test('begins at the beginning when the group is forgotten', { buffered: true }, async t => {
    const topic = freshTopic()
    const log = await openLog(t, topic)
    await log.append([note('a', 'first')])
    await drain(log, 'reader')
    await (await adminOf(t)).deleteGroups([`${topic}.reader`])
    t.strictSame(await textsOf(log, 'reader'), ['first'])
  })

  t.test('ends with its log', { buffered: true }, async t => {
    const log = await openLog(t, freshTopic())
    const reading = log.read({ group: 'reader', atMost: 1 })[Symbol.asyncIterator]()
    const ended = reading.next()
    await log.close()
    t.ok((await ended).done)
  })
})
