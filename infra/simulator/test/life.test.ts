import { join } from 'node:path'
import t from 'tap'
import { allSayings, GROUPS } from '../src/citizens/sayings.ts'
import { startDemo } from '../src/demo.ts'
import { startLife } from '../src/life.ts'
import { HOUR, MINUTE, openSimulator, START } from './asked.ts'

t.test('the citizens', async t => {
  t.test('have 300 texts and more, of every label and every level', async t => {
    const all = allSayings()
    t.ok(new Set(all.map(({ text }) => text)).size >= 300)
    t.ok(GROUPS.flatMap(({ lines }) => lines).length >= 120)
    t.same(new Set(all.map(({ label }) => label)), new Set(['inquiry', 'suggestion', 'complaint', 'other']))
    t.same(new Set(all.map(({ level }) => level)), new Set(['blue', 'yellow', 'orange', 'red']))
    t.ok(all.some(({ urgent }) => urgent))
    t.notOk(
      all.some(({ text }) => /[{}]/.test(text)),
      'no slot stays empty'
    )
  })
})

async function openLife(rate: number) {
  const opened = await openSimulator()
  const life = startLife({ simulator: opened.simulator, clock: opened.clock, rate })
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
    const first = await startDemo({ clock, journal, rate: 0 })
    const [office] = first.accounts
    const { control } = first.simulator
    const post = control.posts({ platform: 'wechat', account: office!.id })[0]!
    const of = { platform: 'wechat', account: office!.id, post: post.id } as const
    const { id } = control.postComment({ ...of, text: '留下的' })
    const gone = control.postComment({ ...of, text: '删掉的' }).id
    control.deleteComment({ ...of, comment: gone })
    const before = control.standing(of)
    await first.stop()

    const second = await startDemo({ clock, journal, rate: 0 })
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
