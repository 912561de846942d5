import { commentId, postId } from '@huiyin/domain/ids.ts'
import { askBackfill, backfillOf } from '@huiyin/ports/backfills.ts'
import { openItems } from '@huiyin/ports/items.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'
import t from 'tap'
import { HOUR, MINUTE, type ModelHouseOptions, openModel } from './model/house.ts'
import type { Fault } from './model/platform.ts'

const SECOND = 1_000
const WIDE: Quota[] = [{ scope: 'account', calls: 100_000, per: 'day' }]

/** A house with one post, and a way to let it live with one process. */
function open(of: Partial<ModelHouseOptions> = {}) {
  const faults: { now?: Fault | undefined } = {}
  const fault = () => faults.now
  const house = openModel({ kind: 'unordered', size: 5, lag: 0, quotas: WIDE, random: () => 0.5, fault, ...of })
  const post = house.world.addPost()
  const write = () => house.world.act({ what: 'write', post: 0, late: false })
  async function live(process: ReturnType<typeof house.start>, ms: number, every = 5 * SECOND, delay = 0) {
    for (const end = house.now() + ms; house.now() < end; house.pass(every)) {
      await process.tick(house.clock.now())
      await process.idle()
      await house.settle(delay)
    }
  }
  const begin = () => {
    const process = house.start()
    house.hold(process.me)
    return process
  }
  async function held(comment: string) {
    const { platform, id: account } = house.account()
    const one = house.world.comments.find(({ id }) => id === comment)!
    const id = commentId({ platform, account, post: one.post, root: one.root, comment })
    const [found] = await house.comments.getMany([{ id, publishedAt: one.publishedAt }])
    return found?.document
  }
  const items = async () => (await openItems(house.records)).map(({ kind }) => kind)
  return { ...house, post, faults, write, live, begin, held, items }
}

t.test('a collector that comes back', async t => {
  t.test('does not trust what it remembers from before another held the account', async t => {
    const { start, hold, world, write, live, held } = open()
    const [first, second] = [start(), start()]
    hold(first.me)
    write()
    await live(first, 5 * MINUTE)
    const one = world.comments[0]!
    hold(second.me)
    one.text = 'changed'
    await live(second, 20 * MINUTE)
    t.equal((await held('c1'))?.text, 'changed')
    hold(first.me)
    one.text = 'text of c1'
    await live(first, 20 * MINUTE)
    t.equal((await held('c1'))?.text, 'text of c1')
  })

  t.test('does not take what the store held for the last word while news was on its way to it', async t => {
    const { begin, world, write, live, held } = open()
    write()
    const first = begin()
    await live(first, 5 * MINUTE)
    world.comments[0]!.text = 'changed'
    await live(first, 20 * MINUTE, 5 * SECOND, HOUR)
    world.comments[0]!.text = 'text of c1'
    const second = begin()
    await live(second, MINUTE, 5 * SECOND, HOUR) // meets the old words in the store
    await live(second, HOUR, 10 * SECOND)
    t.equal((await held('c1'))?.text, 'text of c1')
  })

  t.test('resolves what an earlier process raised', async t => {
    const { begin, faults, live, items } = open()
    faults.now = 'reauthorise'
    await live(begin(), MINUTE)
    t.same(await items(), ['account.authorise'])
    faults.now = undefined
    await live(begin(), 2 * HOUR, MINUTE)
    t.same(await items(), [])
  })

  t.test('resolves that an interface is not granted when it is, in this process and in the next', async t => {
    for (const again of [false, true]) {
      const { begin, faults, live, items } = open()
      const first = begin()
      await live(first, MINUTE)
      faults.now = 'absent'
      await live(first, 10 * MINUTE)
      t.ok((await items()).includes('account.capability'))
      faults.now = undefined
      await live(again ? begin() : first, 3 * HOUR, MINUTE)
      t.same(await items(), [])
    }
  })

  t.test('tells nothing again of what was erased', async t => {
    const { begin, comments, write, live, held, published } = open()
    write()
    await live(begin(), 5 * MINUTE)
    const stored = (await held('c1'))!
    const { version } = (await comments.getMany([stored]))[0]!
    await comments.putEach([{ document: { ...stored, text: '', state: 'erased' }, version }])
    await live(begin(), HOUR, MINUTE)
    t.equal(published().length, 1)
  })
})

t.test('a collector goes on', async t => {
  t.test('reading new comments while the quota has nothing left for complete passes', async t => {
    const quotas: Quota[] = [{ scope: 'account', calls: 40, per: 'hour' }]
    const { begin, post, hint, write, live, published } = open({ kind: 'pages', quotas })
    await hint(post.id)
    const process = begin()
    for (let i = 0; i < 20; i++) {
      await live(process, 7 * MINUTE)
      write()
    }
    await live(process, 10 * MINUTE)
    t.ok(process.standings()[0]!.skipped.some(({ purpose }) => purpose === 'deletions'))
    const late = published().map(({ publishedAt, observedAt }) => observedAt - publishedAt)
    t.equal(late.length, 20)
    t.ok(Math.max(...late) < 8 * MINUTE, `${Math.max(...late) / MINUTE} minutes`)
  })

  t.test('after the clock was put back by a day', async t => {
    const { begin, skew, write, live, held } = open()
    const process = begin()
    skew(24 * HOUR)
    await live(process, 10 * MINUTE)
    skew(0)
    write()
    await live(process, 10 * MINUTE)
    t.ok(await held('c1'))
  })

  t.test('with a post that was taken down and is there again', async t => {
    const { begin, write, live, held, records, account, post } = open()
    const process = begin()
    await live(process, 5 * MINUTE)
    post.down = true
    await live(process, HOUR)
    const gone = async () => (await records.get<Post>('post', postId(account(), 'p1')))?.document.value.gone
    t.ok(await gone())
    post.down = false
    write()
    await live(process, 2 * HOUR, 30 * SECOND)
    t.ok(await held('c1'))
    t.equal(await gone(), undefined)
  })

  t.test('without asking the platform in vain while our own log is away', async t => {
    const { begin, setAway, write, live, calls, held } = open()
    const process = begin()
    write()
    setAway(true)
    await live(process, 10 * MINUTE, SECOND)
    t.ok(calls.length < 60, `${calls.length} calls`)
    setAway(false)
    await live(process, 5 * MINUTE)
    t.ok(await held('c1'))
  })

  t.test('when a list goes round in a circle', async t => {
    const { begin, faults, world, write, live, calls, held } = open({ size: 2 })
    for (let i = 0; i < 7; i++) world.addPost()
    for (let i = 0; i < 9; i++) write()
    faults.now = 'circle'
    await live(begin(), 10 * MINUTE, 10 * SECOND)
    t.ok(calls.length < 1_500, `${calls.length} calls`)
    t.ok(await held('c9'))
  })

  t.test('when a back-fill meets a list without an end', async t => {
    const { begin, faults, write, live, records, account, now } = open({ size: 2 })
    for (let i = 0; i < 9; i++) write()
    faults.now = 'endless'
    const process = begin()
    await live(process, MINUTE)
    await askBackfill(records, account(), { from: now() - HOUR, history: false, now: now() })
    await live(process, 5 * MINUTE)
    t.equal((await backfillOf(records, account()))?.state, 'done')
  })

  t.test('with a hint that was taken up by a process which died at any moment after', async t => {
    for (let left = 1; left <= 20; left++) {
      const { begin, hint, write, live, held, post } = open({ kind: 'pages' })
      write()
      await hint(post.id)
      const dying = begin()
      dying.life.left = left
      await live(dying, 10 * SECOND)
      await live(begin(), MINUTE)
      t.ok(await held('c1'), `after ${left} steps`)
    }
  })

  t.test('without the hints of accounts that nobody collects', async t => {
    const { begin, hint, edit, records, live, post } = open({ kind: 'pages' })
    await hint(post.id)
    edit({ id: 'another' })
    const process = begin()
    await live(process, MINUTE)
    t.equal((await records.list('poll-hint', { atMost: 10 })).length, 1)
    await live(process, 25 * HOUR, 5 * MINUTE)
    t.equal((await records.list('poll-hint', { atMost: 10 })).length, 0)
  })

  t.test('without another look at a post that it was just told to leave', async t => {
    const { begin, hint, live, calls, post } = open({ kind: 'pages' })
    await hint(post.id)
    const process = begin()
    await live(process, MINUTE)
    post.down = true
    await live(process, HOUR)
    const before = calls.length
    await live(process, 20 * HOUR, 5 * MINUTE)
    t.equal(calls.length, before)
  })

  t.test('no more once it is closed, though a tick was just beginning', async t => {
    const { begin, hint, calls, records, clock, post } = open({ kind: 'pages' })
    await hint(post.id)
    const process = begin()
    const ticking = process.tick(clock.now())
    await process.close()
    await ticking
    t.equal(calls.length, 0)
    await records.refresh()
    t.same(await records.list('account-standing', { atMost: 10 }), [])
  })
})
