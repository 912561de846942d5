import { commentId, threadKey } from '@huiyin/domain/ids.ts'
import { openItems } from '@huiyin/ports/items.ts'
import { PARKED, type Parked } from '@huiyin/ports/parking.ts'
import t from 'tap'
import type { PostWatch } from '../src/watch.ts'
import { BOUND, HOUR, MINUTE, openHouse, START } from './house.ts'

t.test('the collector', async t => {
  t.test('publishes what citizens wrote under both accounts, with the ids of the house', async t => {
    const { simulator, open, write, accountOf, published } = await openHouse()
    t.teardown(simulator.close)
    const asked = write(accountOf('wechat'), '路灯几时修')
    write(accountOf('weibo'), '停水到几点')
    await open({ term: () => 3 }).turn()

    const seen = published().find(({ text }) => text === '路灯几时修')
    const thread = { platform: 'wechat', account: accountOf('wechat').id, post: asked.post, root: asked.id }
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

  t.test('reads again when the time has come, and publishes only what says something new', async t => {
    const { clock, simulator, control, open, write, accountOf, texts, published } = await openHouse()
    t.teardown(simulator.close)
    const weibo = accountOf('weibo')
    const { turn } = open()
    const first = write(weibo, '第一条')
    await turn()
    write(weibo, '第二条')
    clock.pass(2 * BOUND - 1)
    await turn()
    t.same(texts(), ['第一条'], 'not yet')
    clock.pass(1)
    await turn()
    t.same(texts().sort(), ['第一条', '第二条'], 'the first was read again but is no news')

    const which = { platform: 'weibo' as const, account: weibo.id, post: first.post, comment: first.id }
    control.likeComment(which, 5)
    clock.pass(2 * BOUND)
    await turn()
    t.ok(published().some(({ text, likes }) => text === '第一条' && likes === 5))
    control.likeComment(which, 6)
    clock.pass(2 * BOUND)
    await turn()
    t.notOk(
      published().some(({ likes }) => likes === 6),
      'between two steps likes are no news'
    )
  })

  t.test('tells growth: what stood before travels with what stands now', async t => {
    const { clock, simulator, control, open, write, accountOf, published } = await openHouse()
    t.teardown(simulator.close)
    const weibo = accountOf('weibo')
    const { turn } = open()
    const { post, id: comment } = write(weibo, '又停水了')
    control.likeComment({ platform: 'weibo', account: weibo.id, post, comment }, 2)
    await turn()
    control.likeComment({ platform: 'weibo', account: weibo.id, post, comment }, 500)
    clock.pass(2 * BOUND)
    await turn()
    const grown = published().find(({ likes }) => likes === 500)
    t.match(grown, { before: { likes: 2, at: START } })
  })

  t.test('loses nothing when it dies between publishing and keeping the cursor', async t => {
    const { clock, simulator, records, open, write, accountOf, texts } = await openHouse()
    t.teardown(simulator.close)
    for (let i = 0; i < 120; i++) {
      write(accountOf('wechat'), `微信${i}`)
      write(accountOf('weibo'), `微博${i}`)
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
      await open({ records: dying }).turn()
      clock.pass(10 * MINUTE)
    }
    await open().live(5 * MINUTE)
    const seen = new Set(texts())
    const all = Array.from({ length: 120 }, (_, i) => [`微信${i}`, `微博${i}`]).flat()
    t.same(
      all.filter(text => !seen.has(text)),
      []
    )
  })

  t.test('keeps no cursor for what the log did not take', async t => {
    const { clock, simulator, newLog, open, write, accountOf, texts } = await openHouse()
    t.teardown(simulator.close)
    write(accountOf('weibo'), '别丢了我')
    const deaf = { ...newLog(), append: () => Promise.reject(new Error('the log is away')) }
    const { turn, standing } = open({ log: deaf })
    await turn()
    t.match(standing('weibo'), { state: 'retrying', message: 'the log is away' })

    clock.pass(MINUTE)
    await open().turn()
    t.same(texts(), ['别丢了我'])
  })

  t.test('reads one account while the other does not answer', async t => {
    const { clock, simulator, control, open, write, accountOf, texts } = await openHouse()
    t.teardown(simulator.close)
    control.fail('wechat', { kind: 'silence', times: 99 })
    write(accountOf('wechat'), '微信上的')
    const { tick, standing, idle } = open({ patience: 300 })
    for (let i = 0; i < 3; i++) {
      write(accountOf('weibo'), `第${i}条`)
      await tick(clock.now())
      clock.pass(2 * BOUND)
    }
    t.same(texts(), ['第0条', '第1条', '第2条'])
    t.match(standing('weibo'), { state: 'ok', failures: 0 })
    control.heal()
    await idle()
  })

  t.test('forgets failures after a good call, and has waited longer after each', async t => {
    const { clock, simulator, control, open, accountOf, write, texts } = await openHouse({ kinds: ['weibo'] })
    t.teardown(simulator.close)
    const { turn, standing } = open({ random: () => 0.99 })
    control.fail('weibo', { kind: 'error', code: 10001, times: 4 })
    const waits: number[] = []
    for (let i = 0; i < 4; i++) {
      await turn()
      const { nextAt } = standing('weibo')
      waits.push(nextAt! - clock.now())
      clock.pass(Math.max(15_000 * 2 ** i, nextAt! - clock.now()))
    }
    t.same(
      [...waits].sort((a, b) => a - b),
      waits
    )
    t.match(standing('weibo'), { state: 'retrying', code: '10001' })
    write(accountOf('weibo'), '又好了')
    clock.pass(10 * MINUTE)
    await turn()
    t.match(standing('weibo'), { state: 'ok', failures: 0 })
    t.notOk('code' in standing('weibo'))
    t.same(texts(), ['又好了'])
  })

  t.test('waits as long as the platform says', async t => {
    const { simulator, control, open } = await openHouse({ kinds: ['wechat'] })
    t.teardown(simulator.close)
    const { turn, standing } = open()
    control.fail('wechat', { kind: 'error', code: 45009, times: 99, path: 'comment/list' })
    await turn()
    t.equal(standing('wechat').nextAt, Date.parse('2026-01-06T00:00:00+08:00'))
  })

  t.test(
    'stops an account whose authorisation ended, says the one thing to do, and goes on when it is given again',
    async t => {
      const { simulator, control, records, open, write, accountOf, texts } = await openHouse({ kinds: ['weibo'] })
      t.teardown(simulator.close)
      const told: string[] = []
      const logger = { info: () => {}, warn: () => {}, error: (_: object, message: string) => told.push(message) }
      const { turn, live, standing } = open({ logger })
      const { id } = accountOf('weibo')
      control.revokeToken({ platform: 'weibo', account: id })
      await live(150 * MINUTE, MINUTE)
      t.equal(told.length, 1)
      t.match(told[0], /a person has to act/)
      t.match(standing('weibo'), { state: 'stopped', code: '21332' })
      t.match(await openItems(records), [{ kind: 'account.authorise', account: id, facts: { code: '21332' } }])

      write(accountOf('weibo'), '又授权了')
      control.authorise({ platform: 'weibo', account: id })
      await live(2 * HOUR, 10 * MINUTE)
      await turn()
      t.match(standing('weibo'), { state: 'ok' })
      t.same(texts(), ['又授权了'])
      t.same(await openItems(records), [], 'the item is resolved by itself')
    }
  )

  t.test('parks what it cannot read, once', async t => {
    const { clock, simulator, control, records, open, write, accountOf, texts } = await openHouse({ kinds: ['weibo'] })
    t.teardown(simulator.close)
    control.quirks.weibo.brokenRow = true
    write(accountOf('weibo'), '好的一条')
    const { turn } = open()
    for (let i = 0; i < 3; i++) {
      await turn()
      clock.pass(2 * BOUND)
    }
    const parked = await records.list<Parked>(PARKED, { atMost: 10 })
    t.equal(parked.length, 1)
    t.match(parked[0]?.value, {
      topic: `poll/weibo/${accountOf('weibo').id}`,
      raw: /刚刚/,
      reason: /created_at/,
      at: START
    })
    t.same(texts(), ['好的一条'])
  })

  t.test('leaves an account to the instance that has its lease', async t => {
    const { simulator, open, write, accountOf, texts } = await openHouse()
    t.teardown(simulator.close)
    write(accountOf('wechat'), '微信')
    write(accountOf('weibo'), '微博')
    await open({ term: ({ platform }) => (platform === 'weibo' ? 7 : undefined) }).turn()
    t.same(texts(), ['微博'])
  })

  t.test('publishes nothing and keeps no cursor once the lease is lost', async t => {
    const { simulator, control, records, open, write, accountOf, texts } = await openHouse({ kinds: ['weibo'] })
    t.teardown(simulator.close)
    write(accountOf('weibo'), '微博')
    const { id } = accountOf('weibo')
    await open({
      term: () => (control.quotas().some(({ account, calls }) => account === id && calls > 0) ? undefined : 7)
    }).turn()
    t.same(texts(), [])
    t.same(await records.list('account-watch', { atMost: 10 }), [])
  })
})

t.test('deletions', async t => {
  for (const kind of ['wechat', 'weibo', 'douyin', 'kuaishou', 'mastodon'] as const) {
    t.test(`at ${kind} are noticed, and the words are kept`, async t => {
      const { simulator, control, open, write, accountOf, published, store } = await openHouse({ kinds: [kind] })
      t.teardown(simulator.close)
      const account = accountOf(kind)
      const { post, id: comment } = write(account, '说了又删')
      write(account, '一直都在')
      const { live } = open()
      await live(5 * MINUTE)
      control.deleteComment({ platform: kind, account: account.id, post, comment })
      await live(2 * HOUR, MINUTE)
      const gone = published().filter(({ deleted }) => deleted)
      t.match(gone, [{ text: '说了又删', comment }])
      t.equal(gone.length, 1)
      const [stored] = await store.comments.getMany(gone)
      t.match(stored?.document, { state: 'deleted', text: '说了又删', firstText: '说了又删' })
    })
  }

  t.test('are not believed on one pass alone where comments cannot be looked up', async t => {
    const { simulator, control, open, write, accountOf, published } = await openHouse({ kinds: ['douyin'] })
    t.teardown(simulator.close)
    const { id: account } = accountOf('douyin')
    const { post, id: comment } = write(accountOf('douyin'), '还在')
    const { live, passes } = open()
    await live(5 * MINUTE)
    const which = { platform: 'douyin' as const, account, post, comment }
    control.hideComment(which)
    const before = await passes()
    while ((await passes()) === before) await live(MINUTE)
    simulator.world.change(simulator.world.comment('douyin', account, post, comment)!, { hidden: false })
    await live(HOUR, MINUTE)
    t.same(
      published().filter(({ deleted }) => deleted),
      []
    )
  })
})

t.test('an edited comment is told with its new words, the first are kept', async t => {
  const { simulator, control, open, write, accountOf, published, store } = await openHouse({ kinds: ['mastodon'] })
  t.teardown(simulator.close)
  const account = accountOf('mastodon')
  const { post, id: comment } = write(account, '公交几点')
  const { live } = open()
  await live(5 * MINUTE)
  control.editComment({ platform: 'mastodon', account: account.id, post, comment }, '公交几点到，再不来我就去上访')
  await live(2 * HOUR, MINUTE)
  const last = published().at(-1)!
  t.match(last.text, /上访/)
  const [stored] = await store.comments.getMany([last])
  t.match(stored?.document, { firstText: /公交几点$/, text: /上访/ })
})

t.test('posts', async t => {
  for (const kind of ['weibo', 'douyin', 'kuaishou', 'mastodon'] as const) {
    t.test(`of ${kind} are found by themselves and kept with their numbers`, async t => {
      const { simulator, control, open, records, accountOf, write, texts } = await openHouse({ kinds: [kind] })
      t.teardown(simulator.close)
      const account = accountOf(kind)
      const { live } = open()
      const post = control.publishPost({ platform: kind, account: account.id, title: '停水通知' })
      write(account, '停到几时', { post: post.id })
      await live(20 * MINUTE, MINUTE)
      const kept = (await records.list<{ title?: string; counts?: object }>('post', { atMost: 10 })).map(
        ({ value }) => value
      )
      t.ok(kept.some(({ title = '', counts }) => title.includes('停水通知') && counts !== undefined))
      t.ok(texts().some(text => text.includes('停到几时')))
    })
  }

  t.test('that are gone are left alone, and the account goes on', async t => {
    const { simulator, control, open, write, accountOf, standing, texts, posts } = await withTwoArticles()
    t.teardown(simulator.close)
    control.takeDown({ platform: 'wechat', account: accountOf('wechat').id, post: posts.first }, true)
    await open.live(HOUR, MINUTE)
    write(accountOf('wechat'), '另一篇下面', { post: posts.second })
    await open.live(10 * MINUTE, MINUTE)
    t.ok(texts().includes('另一篇下面'))
    t.match(standing(), { state: 'ok' })
  })
})

async function withTwoArticles() {
  const house = await openHouse({ kinds: ['wechat'] })
  const account = house.accountOf('wechat')
  const first = account.posts![0]!
  const second = house.control.publishPost({ platform: 'wechat', account: account.id, title: '另一篇' }).id
  account.posts!.push(second)
  const open = house.open()
  await open.turn()
  return { ...house, open, standing: () => open.standing('wechat'), posts: { first, second } }
}

t.test('quotas', async t => {
  t.test('are never passed, intake goes first, and what was left out is shown', async t => {
    const limits = { weibo: { userPerDay: 40, ipPerHour: 15_000, writesPerHour: 30 } }
    const of = { quotas: [{ scope: 'account' as const, calls: 40, per: 'day' as const }] }
    const { simulator, open, write, accountOf, texts, clock } = await openHouse({ kinds: ['weibo'], limits, of })
    t.teardown(simulator.close)
    const { live, standing } = open()
    for (let hour = 0; hour < 9; hour++) {
      write(accountOf('weibo'), `第${hour}小时`)
      await live(HOUR, MINUTE)
    }
    const { quotas, skipped, used, state, expected } = standing('weibo')
    t.equal(state, 'ok', 'the platform never had to refuse')
    t.ok(quotas[0]!.used <= 40, `${quotas[0]!.used} calls`)
    t.ok((used.intake ?? 0) > (used.deletions ?? 0))
    t.ok(skipped.length > 0)
    t.ok(expected!.fresh > expected!.wanted, 'that it is slower than wanted is said')
    t.equal(texts().length, 9, `all is found by ${new Date(clock.now()).toISOString()}`)
  })

  t.test('are shared by the processes of the house', async t => {
    const { simulator, open, clock } = await openHouse({ kinds: ['weibo'] })
    t.teardown(simulator.close)
    const one = open()
    await one.live(HOUR, MINUTE)
    await one.close()
    const other = open()
    await other.turn()
    clock.pass(MINUTE)
    t.ok(other.standing('weibo').quotas[0]!.used >= one.standing('weibo').quotas[0]!.used)
  })
})

t.test('a post of which somebody says that it is to be read now is read at once', async t => {
  const { simulator, control, records, open, write, accountOf, texts, clock } = await openHouse({
    kinds: ['wechat'],
    of: { delay: { fresh: HOUR, old: HOUR } }
  })
  t.teardown(simulator.close)
  const account = accountOf('wechat')
  const { turn } = open()
  await turn()
  const { id: post } = control.publishPost({ platform: 'wechat', account: account.id, title: '手动群发' })
  write(account, '手动群发的也有人问', { post })
  await records.put('poll-hint', {
    id: `wechat/${account.id}/${post}`,
    value: { platform: 'wechat', account: account.id, post, at: clock.now() }
  })
  clock.pass(10_000)
  await turn()
  t.same(texts(), ['手动群发的也有人问'])
  t.same(await records.list('poll-hint', { atMost: 10 }), [])
})

t.test('how late comments are found is told, and what we hold beside what the platform counts', async t => {
  const { simulator, open, write, accountOf, clock } = await openHouse({ kinds: ['weibo'] })
  t.teardown(simulator.close)
  const { live, standing } = open()
  await live(MINUTE)
  for (let i = 0; i < 30; i++) {
    write(accountOf('weibo'), `第${i}条`)
    await live(MINUTE)
  }
  await live(20 * MINUTE, MINUTE)
  const { delay, coverage } = standing('weibo')
  t.equal(delay.comments, 30)
  t.ok(delay.p99! <= 2.2 * BOUND, `p99 ${delay.p99}`)
  t.match(coverage, { ours: 30, theirs: 30 })
  t.ok(clock.now() > START)
})

t.test('a list whose last page comes again for ever is left, and read from its beginning the next time', async t => {
  const { simulator, control, open, write, accountOf, texts } = await openHouse({ kinds: ['mastodon'] })
  t.teardown(simulator.close)
  const account = accountOf('mastodon')
  for (let n = 0; n < 50; n++) control.publishPost({ platform: 'mastodon', account: account.id, title: `通告${n}` })
  const { live, turn } = open()
  control.fail('mastodon', { kind: 'endless', cursor: 'moving' })
  write(account, '第一条')
  await live(2 * MINUTE)
  const calls = control.quotas()[0]!.calls
  t.ok(calls < 300, `${calls} calls`)
  control.heal()
  write(account, '第二条')
  await live(20 * MINUTE, MINUTE)
  await turn()
  t.match(texts().sort(), [/第一条/, /第二条/])
})

t.test('posts under which comments come by the inbox are looked through for deletions as often as others', async t => {
  const { simulator, clock, open, records, write, accountOf } = await openHouse({ kinds: ['mastodon'] })
  t.teardown(simulator.close)
  const account = accountOf('mastodon')
  const { live } = open()
  await live(MINUTE)
  write(account, '有人问')
  await live(30 * MINUTE, MINUTE)
  const [watch] = await records.list<PostWatch>('post-watch', { atMost: 10 })
  t.ok(clock.now() - watch!.value.passedAt <= 16 * MINUTE, 'although it was published a day ago')
})

t.test('an article of which nobody knows when it was published is read as a new one', async t => {
  const { simulator, open, write, accountOf, texts } = await openHouse({
    kinds: ['wechat'],
    of: { delay: { fresh: MINUTE, old: HOUR } }
  })
  t.teardown(simulator.close)
  const { live } = open()
  await live(MINUTE)
  write(accountOf('wechat'), '第一个问的')
  await live(7 * MINUTE, MINUTE)
  t.same(texts(), ['第一个问的'])
})

t.test('an answer to an old comment is found when the count moves, not only at the next pass', async t => {
  const { simulator, clock, open, write, accountOf, texts } = await openHouse({ kinds: ['douyin'] })
  t.teardown(simulator.close)
  const account = accountOf('douyin')
  const { live } = open()
  const { id: parent } = write(account, '第一个问的')
  clock.pass(HOUR)
  for (let n = 0; n < 200; n++) {
    write(account, `第${n}条`)
    clock.pass(MINUTE)
  }
  await live(MINUTE)
  write(account, '我也想问', { parent })
  await live(3 * MINUTE)
  t.ok(texts().includes('我也想问'))
})
