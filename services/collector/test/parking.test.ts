import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryRecords } from '@huiyin/adapters/memory/records.ts'
import { memoryTopic } from '@huiyin/adapters/memory/topic.ts'
import { PARKED, type Parked, park, readable } from '@huiyin/ports/parking.ts'
import t from 'tap'

const listed = (records: ReturnType<typeof memoryRecords>) => records.list<Parked>(PARKED, { atMost: 10 })

t.test('the parking place', async t => {
  t.test('keeps one copy of what comes twice, as it came first', async t => {
    const records = memoryRecords(false)
    const first = await park(records, { topic: 'comments', raw: '{', reason: 'no JSON', at: 1 })
    const again = await park(records, { topic: 'comments', raw: '{', reason: 'still no JSON', at: 2 })
    t.equal(first, again)
    t.match(await listed(records), [{ id: first, value: { raw: '{', reason: 'no JSON', at: 1, cut: false } }])
    t.not(await park(records, { topic: 'events', raw: '{', reason: 'no JSON', at: 1 }), first)
  })

  t.test('cuts what is very long between characters, and says so', async t => {
    const records = memoryRecords(false)
    await park(records, { topic: 'comments', raw: `a${'长'.repeat(100_000)}`, reason: 'long', at: 1 })
    const [kept] = await listed(records)
    t.ok(kept?.value.cut)
    t.ok(Buffer.byteLength(kept!.value.raw) <= 200 * 1024)
    t.match(kept?.value.raw, /^a长+$/)
  })

  t.test('gets the unreadable of each batch before the batch is handed out', async t => {
    const records = memoryRecords(false)
    const topic = memoryTopic(1)
    const log = memoryEventLog<{ key: string }>({ parse: value => value as { key: string }, topic })
    await log.append([{ key: 'a' }])
    topic.append('a', '{ torn')
    for await (const batch of readable(log.read({ group: 'g', atMost: 10 }), records, 'comments', { now: () => 5 })) {
      t.same(batch.events, [{ key: 'a' }])
      t.match(await listed(records), [
        { value: { topic: 'comments', raw: '{ torn', position: { partition: 0, offset: '1' }, at: 5 } }
      ])
      break
    }
  })
})
