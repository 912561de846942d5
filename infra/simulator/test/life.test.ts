import { join } from 'node:path'
import t from 'tap'
import { startDemo } from '../src/demo.ts'
import { startLife } from '../src/life.ts'
import { topicsOf } from '../src/life-posts.ts'
import { kindOf } from '../src/sayings.ts'
import { HOUR, MINUTE, openSimulator, START } from './asked.ts'
import { SAYINGS } from './sayings.ts'

async function openLife(rate: number, seed = 7) {
  const opened = await openSimulator()
  const life = startLife({ simulator: opened.simulator, clock: opened.clock, sayings: SAYINGS, rate, seed })
  const { control, simulator } = opened
  const standing = () =>
    simulator.world.posts.flatMap(({ platform, account, id }) => control.standing({ platform, account, post: id }))
  const stop = async () => {
    life.stop()
    await simulator.close()
  }
  return { ...opened, life, standing, stop }
}

t.test('life', async t => {
  t.test('begins with twenty comments and more of the last day, some at the very end of their time', async t => {
    const { standing, stop } = await openLife(0)
    t.teardown(stop)
    const ages = standing().map(({ publishedAt }) => START - publishedAt)
    t.ok(ages.length >= 20)
    t.ok(ages.every(age => age > 0 && age < 24 * HOUR))
    t.ok(ages.some(age => age > 23.9 * HOUR))
  })

  t.test('goes on at its rate', async t => {
    const { clock, life, standing, stop } = await openLife(12)
    t.teardown(stop)
    const before = standing().length
    for (let i = 0; i < 10; i++) {
      clock.pass(MINUTE)
      life.step(clock.now())
    }
    t.equal(standing().length - before, 120)
  })

  t.test('says nothing but what it was given', async t => {
    const { clock, life, standing, stop } = await openLife(60)
    t.teardown(stop)
    clock.pass(10 * MINUTE)
    life.step(clock.now())
    const given = new Set(SAYINGS.map(({ text }) => text))
    t.same(
      standing().filter(({ text }) => !given.has(text)),
      []
    )
  })

  t.test('wants nothing in two of three comments, and seldom tells of a danger', async t => {
    const { clock, life, standing, stop } = await openLife(100)
    t.teardown(stop)
    clock.pass(20 * MINUTE)
    life.step(clock.now())
    const kinds = standing().map(({ text }) => kindOf(SAYINGS.find(saying => saying.text === text)!))
    const share = (kind: string) => (100 * kinds.filter(one => one === kind).length) / kinds.length
    const expected = { other: 65, suggestion: 12, inquiry: 10, complaint: 11.5, urgent: 1.5 }
    for (const [kind, percent] of Object.entries(expected)) t.ok(Math.abs(share(kind) - percent) < 3, kind)
    t.ok(share('urgent') > 0)
  })

  t.test('mostly speaks of what the post is about', async t => {
    const { clock, life, control, simulator, stop } = await openLife(60)
    t.teardown(stop)
    clock.pass(10 * MINUTE)
    life.step(clock.now())
    const asked = simulator.world.posts.flatMap(post => {
      const under = control.standing({ platform: post.platform, account: post.account, post: post.id })
      const said = under.map(({ text }) => SAYINGS.find(saying => saying.text === text)!)
      return said
        .filter(({ label }) => label === 'inquiry')
        .map(({ department }) => ({ department, topics: topicsOf(post) }))
    })
    const onWater = asked.filter(({ topics }) => topics.join() === '城乡建设')
    t.ok(onWater.length > 0)
    t.ok(onWater.filter(({ department }) => department === '城乡建设').length > onWater.length / 2)
  })

  t.test('talks in threads at Weibo, and answers to another stand nowhere else', async t => {
    const { standing, stop } = await openLife(0)
    t.teardown(stop)
    const answers = standing().filter(({ parent }) => parent !== undefined)
    t.ok(answers.length > 0)
    t.ok(answers.every(({ platform }) => platform === 'weibo'))
    t.ok(answers.every(({ id, root }) => root !== id))
    t.ok(
      standing()
        .filter(({ text }) => text.startsWith('回复@'))
        .every(({ parent }) => parent !== undefined)
    )
  })

  t.test('likes what stands more and more', async t => {
    const { clock, life, standing, stop } = await openLife(30)
    t.teardown(stop)
    const before = new Map(standing().map(({ platform, id, post, likes }) => [`${platform}/${post}/${id}`, likes]))
    clock.pass(MINUTE)
    life.step(clock.now())
    const grown = standing().filter(
      ({ platform, id, post, likes }) => likes > (before.get(`${platform}/${post}/${id}`) ?? likes)
    )
    t.ok(grown.length > 0)
  })

  t.test('goes the same way for the same seed', async t => {
    const told = async (seed: number) => {
      const { standing, stop } = await openLife(0, seed)
      const texts = standing().map(({ text, publishedAt, likes }) => ({ text, publishedAt, likes }))
      await stop()
      return texts
    }
    t.same(await told(3), await told(3))
    t.notSame(await told(3), await told(4))
  })

  t.test('lets some write back when they got an answer, below it or beside it', async t => {
    const { clock, life, control, standing, stop } = await openLife(0)
    t.teardown(stop)
    const answered = standing()
    for (const { platform, account, post, id } of answered) {
      control.answerByHand({ platform, account, post, comment: id, text: '已收到' })
    }
    life.step(clock.now())
    clock.pass(2 * MINUTE)
    life.step(clock.now())
    const back = standing()
      .slice()
      .filter(({ publishedAt }) => publishedAt === clock.now())
    t.ok(back.length > 0 && back.length < answered.length)
    t.ok(back.every(({ platform, parent }) => (platform === 'weibo') === (parent !== undefined)))
    t.ok(back.every(({ author }) => answered.some(one => one.author?.id === author?.id)))
  })
})

t.test('a demo', async t => {
  t.test('is found again after a restart as it was left', async t => {
    const journal = join(t.testdir({}), 'platforms.jsonl')
    const clock = { now: () => START }
    const first = await startDemo({ clock, sayings: SAYINGS, journal, rate: 0 })
    const [office] = first.accounts
    const { control } = first.simulator
    const post = control.posts({ platform: 'wechat', account: office!.id })[0]!
    const of = { platform: 'wechat', account: office!.id, post: post.id } as const
    const { id } = control.postComment({ ...of, text: '留下的' })
    const gone = control.postComment({ ...of, text: '删掉的' }).id
    control.deleteComment({ ...of, comment: gone })
    const before = control.standing(of)
    await first.stop()

    const second = await startDemo({ clock, sayings: SAYINGS, journal, rate: 0 })
    t.teardown(second.stop)
    t.same(
      second.simulator.control
        .standing(of)
        .map(({ id, text }) => [id, text])
        .sort(),
      before.map(({ id, text }) => [id, text]).sort()
    )
    t.same(second.accounts[0]?.posts, office?.posts)
    const next = second.simulator.control.postComment({ ...of, text: '新的' }).id
    t.ok(Number(next) > Number(id))
    t.not(next, gone, 'no id is given twice')
  })
})
