import { askBackfill, backfillOf, setBackfill } from '@huiyin/ports/backfills.ts'
import t from 'tap'
import { DAY, HOUR, MINUTE, openHouse, START } from './house.ts'

t.test('a back-fill', async t => {
  for (const kind of ['wechat', 'weibo', 'douyin', 'mastodon'] as const) {
    t.test(`of ${kind} brings what a dead cursor has passed over, once, and says how far it is`, async t => {
      const { simulator, open, records, write, accountOf, texts, clock } = await openHouse({ kinds: [kind] })
      t.teardown(simulator.close)
      const account = accountOf(kind)
      const { live } = open()
      await live(10 * MINUTE)
      for (let i = 0; i < 60; i++) write(account, `漏了${i}`, { publishedAt: START - 10 * DAY + i * HOUR }) // below every mark
      await live(10 * MINUTE)
      await askBackfill(records, account, { from: START - 30 * DAY, history: false, now: clock.now() })
      await live(10 * MINUTE)
      const job = await backfillOf(records, account)
      t.equal(job?.state, 'done')
      t.ok(job!.progress.comments >= 60)
      t.equal(job?.progress.posts, job?.progress.ofPosts)
      const found = texts().filter(text => text.includes('漏了'))
      t.equal(new Set(found).size, 60)
      t.equal(found.length, 60, 'none twice')
    })
  }

  t.test('is paused and goes on by a person, and survives the process', async t => {
    const { simulator, open, records, write, accountOf, texts, clock } = await openHouse({ kinds: ['wechat'] })
    t.teardown(simulator.close)
    const account = accountOf('wechat')
    const first = open()
    await first.live(10 * MINUTE)
    for (let i = 0; i < 300; i++) write(account, `漏了${i}`, { publishedAt: START - 10 * DAY + i })
    await askBackfill(records, account, { from: START - 30 * DAY, history: false, now: clock.now() })
    await setBackfill(records, account, 'paused')
    await first.live(MINUTE)
    t.match(await backfillOf(records, account), { state: 'paused', progress: { pages: 0 } })
    await first.close()

    await setBackfill(records, account, 'running')
    await open().live(10 * MINUTE)
    t.match(await backfillOf(records, account), { state: 'done' })
    t.equal(new Set(texts().filter(text => text.includes('漏了'))).size, 300)
  })

  t.test('for the record opens no tickets', async t => {
    const { simulator, open, records, write, accountOf, published, clock } = await openHouse({ kinds: ['wechat'] })
    t.teardown(simulator.close)
    const account = accountOf('wechat')
    const { live } = open()
    await live(10 * MINUTE)
    write(account, '两天前的', { publishedAt: START - 2 * DAY })
    await askBackfill(records, account, { from: START - 30 * DAY, history: true, now: clock.now() })
    await live(MINUTE)
    t.match(
      published().find(({ text }) => text === '两天前的'),
      { history: true }
    )
  })

  t.test('says that it waits when its calls are needed for what is due', async t => {
    const limits = { weibo: { userPerDay: 40, ipPerHour: 15_000, writesPerHour: 30 } }
    const of = { quotas: [{ scope: 'account' as const, calls: 40, per: 'day' as const }] }
    const { simulator, open, records, accountOf, clock } = await openHouse({ kinds: ['weibo'], limits, of })
    t.teardown(simulator.close)
    const account = accountOf('weibo')
    await askBackfill(records, account, { from: START - 30 * DAY, history: false, now: clock.now() })
    await open().live(2 * HOUR, MINUTE)
    t.match(await backfillOf(records, account), { state: 'running', waits: 'calls' })
  })

  t.test('waits while so much is to be classified that a live comment would queue behind it', async t => {
    const { simulator, open, newLog, records, write, accountOf, clock } = await openHouse({ kinds: ['wechat'] })
    t.teardown(simulator.close)
    const account = accountOf('wechat')
    let lag = 6_000
    const { live } = open({ log: { ...newLog(), lag: async () => lag } })
    await live(MINUTE)
    write(account, '早就有', { publishedAt: START - 10 * DAY })
    await askBackfill(records, account, { from: START - 30 * DAY, history: false, now: clock.now() })
    await live(5 * MINUTE)
    t.match(await backfillOf(records, account), { state: 'running', progress: { pages: 0 }, waits: 'classifier' })
    lag = 100
    await live(5 * MINUTE)
    t.match(await backfillOf(records, account), { state: 'done', waits: undefined })
  })
})
