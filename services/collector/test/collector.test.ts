import { commentId, threadKey } from '@huiyin/domain/ids.ts'
import { PARKED, type Parked } from '@huiyin/ports/parking.ts'
import { TEXT_LIMIT } from '@huiyin/schemas/comment.ts'
import t from 'tap'
import { toObservation } from '../src/observation.ts'
import { DAY, EVERY, MINUTE, openHouse, START } from './house.ts'

t.test('the collector', async t => {
  t.test('publishes what citizens wrote under both accounts, with the ids of the house', async t => {
    const { simulator, open, write, wechat, weibo, published } = await openHouse()
    t.teardown(simulator.close)
    const asked = write(wechat, '路灯几时修')
    write(weibo, '停水到几点')
    const { tick, idle } = open({ term: () => 3 })
    await tick(START)
    await idle()

    const seen = published().find(({ text }) => text === '路灯几时修')
    const thread = { platform: 'wechat', account: wechat.id, post: asked.post, root: asked.id }
    t.match(seen, {
      id: commentId({ ...thread, comment: asked.id }),
      key: threadKey(thread),
      term: 3,
      source: 'poll',
      observedAt: START,
      publishedAt: START,
      history: false,
      ours: false
    })
    t.same(
      published()
        .map(({ platform }) => platform)
        .sort(),
      ['wechat', 'weibo']
    )
  })

  t.test('reads an account again when its time has come, and publishes only what changed', async t => {
    const { clock, simulator, control, open, write, weibo, texts, published } = await openHouse()
    t.teardown(simulator.close)
    const { tick, idle } = open()
    const first = write(weibo, '第一条')
    await tick(clock.now())
    await idle()
    write(weibo, '第二条')
    clock.pass(EVERY - 1)
    await tick(clock.now())
    await idle()
    t.same(texts(), ['第一条'], 'not yet')
    clock.pass(1)
    await tick(clock.now())
    await idle()
    t.same(texts().sort(), ['第一条', '第二条'], 'the first was read again but is no news')

    control.likeComment({ platform: 'weibo', account: weibo.id, post: first.post, comment: first.id }, 5)
    clock.pass(EVERY)
    await tick(clock.now())
    await idle()
    t.equal(published().length, 3)
    t.ok(published().some(({ text, likes }) => text === '第一条' && likes === 5))
  })

  t.test('loses nothing when it dies between publishing and keeping the cursor', async t => {
    const { clock, simulator, records, open, write, wechat, weibo, texts } = await openHouse()
    t.teardown(simulator.close)
    for (let i = 0; i < 120; i++) {
      write(wechat, `微信${i}`)
      write(weibo, `微博${i}`)
    }
    let puts = 0
    const dying = {
      ...records,
      put: async (...put: Parameters<typeof records.put>) => {
        if (++puts % 3 === 0) throw new Error('the process is gone')
        return records.put(...put)
      }
    }
    for (let life = 0; life < 8; life++) {
      const { tick, idle } = open({ records: dying })
      await tick(clock.now())
      await idle()
      clock.pass(EVERY)
    }
    const { tick, idle } = open()
    await tick(clock.now())
    await idle()
    const seen = new Set(texts())
    const missing = Array.from({ length: 120 }, (_, i) => [`微信${i}`, `微博${i}`])
      .flat()
      .filter(text => !seen.has(text))
    t.same(missing, [])
  })

  t.test('keeps no cursor for what the log did not take', async t => {
    const { clock, simulator, newLog, open, write, weibo, texts } = await openHouse()
    t.teardown(simulator.close)
    write(weibo, '别丢了我')
    const comments = newLog()
    const deaf = { ...comments, append: () => Promise.reject(new Error('the log is away')) }
    const { tick, idle, health } = open({ comments: deaf })
    await tick(clock.now())
    await idle()
    t.match(
      health().find(({ platform }) => platform === 'weibo'),
      { state: 'retrying', message: 'the log is away' }
    )

    const after = open()
    await after.tick(clock.now())
    await after.idle()
    t.same(texts(), ['别丢了我'])
  })

  t.test('reads one account while the other does not answer', async t => {
    const { clock, simulator, control, open, write, wechat, weibo, texts } = await openHouse()
    t.teardown(simulator.close)
    control.fail('wechat', { kind: 'silence', times: 99 })
    write(wechat, '微信上的')
    const { tick, health, idle } = open({ patience: 300 })
    for (let i = 0; i < 3; i++) {
      write(weibo, `第${i}条`)
      await tick(clock.now())
      clock.pass(EVERY)
    }
    t.same(texts(), ['第0条', '第1条', '第2条'])
    t.match(
      health().find(({ platform }) => platform === 'weibo'),
      { state: 'ok', failures: 0 }
    )
    control.heal()
    await idle()
  })

  t.test('waits longer after each failure, and forgets them after a good round', async t => {
    const { clock, simulator, control, open, weibo, write, texts } = await openHouse()
    t.teardown(simulator.close)
    const { tick, idle, health } = open()
    const stands = () => health().find(({ platform }) => platform === 'weibo')!
    control.fail('weibo', { kind: 'error', code: 10001, times: 3 })
    const waits: number[] = []
    for (let i = 0; i < 3; i++) {
      await tick(clock.now())
      await idle()
      waits.push(stands().nextPollAt - clock.now())
      clock.pass(stands().nextPollAt - clock.now())
    }
    t.same(waits, [2000, 4000, 8000])
    t.match(stands(), { state: 'retrying', code: '10001', failures: 3 })
    write(weibo, '又好了')
    await tick(clock.now())
    await idle()
    t.match(stands(), { state: 'ok', failures: 0 })
    t.notOk('code' in stands())
    t.same(texts(), ['又好了'])
  })

  t.test('waits as long as the platform says', async t => {
    const { clock, simulator, control, open } = await openHouse()
    t.teardown(simulator.close)
    const { tick, idle, health } = open()
    control.fail('wechat', { kind: 'error', code: 45009, times: 99, path: 'comment/list' })
    await tick(clock.now())
    await idle()
    t.equal(health()[0]!.nextPollAt, Date.parse('2026-01-06T00:00:00+08:00'))
  })

  t.test('stops an account whose authorisation ended, tells it once, and goes on when it is given again', async t => {
    const { clock, simulator, control, open, write, weibo, texts } = await openHouse()
    t.teardown(simulator.close)
    const told: string[] = []
    const logger = { info: () => {}, warn: () => {}, error: (_: object, message: string) => told.push(message) }
    const { tick, idle, health } = open({ logger })
    control.revokeToken({ platform: 'weibo', account: weibo.id })
    for (let i = 0; i < 150; i++) {
      await tick(clock.now())
      await idle()
      clock.pass(MINUTE)
    }
    t.equal(told.length, 1)
    t.match(told[0], /a person has to act/)
    t.match(health()[1], { state: 'stopped', code: '21332' })

    write(weibo, '又授权了')
    control.authorise(weibo.id)
    clock.pass(DAY)
    await tick(clock.now())
    await idle()
    t.match(health()[1], { state: 'ok' })
    t.same(texts(), ['又授权了'])
  })

  t.test('parks what it cannot read, once', async t => {
    const { clock, simulator, control, records, open, write, weibo, texts } = await openHouse()
    t.teardown(simulator.close)
    control.quirks.weibo.brokenRow = true
    write(weibo, '好的一条')
    const { tick, idle } = open()
    for (let i = 0; i < 3; i++) {
      await tick(clock.now())
      await idle()
      clock.pass(EVERY)
    }
    const parked = await records.list<Parked>(PARKED, { atMost: 10 })
    t.equal(parked.length, 1)
    t.match(parked[0]?.value, { topic: `poll/weibo/${weibo.id}`, raw: /刚刚/, reason: /created_at/, at: START })
    t.same(texts(), ['好的一条'])
  })

  t.test('leaves an account to the instance that has its lease', async t => {
    const { clock, simulator, open, write, wechat, weibo, texts } = await openHouse()
    t.teardown(simulator.close)
    write(wechat, '微信')
    write(weibo, '微博')
    const { tick, idle } = open({ term: ({ platform }) => (platform === 'weibo' ? 7 : undefined) })
    await tick(clock.now())
    await idle()
    t.same(texts(), ['微博'])
  })

  t.test('keeps no cursor once the lease is lost', async t => {
    const { clock, simulator, records, open, write, weibo } = await openHouse()
    t.teardown(simulator.close)
    write(weibo, '微博')
    let asked = 0
    const { tick, idle } = open({ term: ({ platform }) => (platform === 'weibo' && asked++ < 2 ? 7 : undefined) })
    await tick(clock.now())
    await idle()
    t.same(await records.list('cursor', { atMost: 10 }), [])
  })
})

t.test('an observation', async t => {
  const { simulator, wechat: account } = await openHouse()
  t.teardown(simulator.close)
  const seen = { account, observedAt: START, term: 1 }
  const native = { post: '1_0', root: '1', comment: '1', author: {}, ours: false, text: '好', publishedAt: START }

  t.test('is history when it was published a week before the office came', async t => {
    const week = account.since - 7 * DAY
    t.notOk(toObservation({ ...native, publishedAt: week }, seen).history)
    t.ok(toObservation({ ...native, publishedAt: week - 1 }, seen).history)
  })

  t.test('has its text cut at the limit, between characters, with the hash of the whole', async t => {
    const whole = `a${'😀'.repeat(TEXT_LIMIT / 2)}` // the limit falls into an emoji
    const { text, cut } = toObservation({ ...native, text: whole }, seen)
    t.equal(text, whole.slice(0, TEXT_LIMIT - 1))
    t.match(cut, { length: TEXT_LIMIT + 1, sha256: /^[0-9a-f]{64}$/ })
    t.notOk('cut' in toObservation({ ...native, text: whole.slice(0, TEXT_LIMIT - 1) }, seen))
  })

  t.test('is refused when the platform’s time is none', async t => {
    t.throws(() => toObservation({ ...native, publishedAt: Number.NaN }, seen), { message: /publishedAt/ })
  })
})
