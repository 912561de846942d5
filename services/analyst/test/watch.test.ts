import { restore } from '@huiyin/analyst/watch/restore.ts'
import type { Classified, StoredComment } from '@huiyin/schemas/comment.ts'
import t from 'tap'
import {
  ALIKE,
  DAY,
  ELEVATOR,
  HOUR,
  MINUTE,
  MONDAY,
  open,
  ordinary,
  PRAISE,
  QUESTION,
  said,
  tell,
  WATER
} from './watch-town.ts'

const NIGHT = MONDAY + 8 * DAY + 12 * HOUR

/** A watch that knows eight ordinary days. */
function taught() {
  const watch = open()
  ordinary(watch, MONDAY, 8)
  return watch
}

const stored = ({ observation, classification }: Classified): StoredComment => ({
  ...observation,
  firstText: observation.text,
  firstObservedAt: observation.observedAt,
  ...(classification && { classification }),
  state: 'visible'
})

t.test('subjects', async t => {
  t.test('one event in different words is one, two events at once are two', async t => {
    const watch = taught()
    const [water, elevator] = [WATER, ELEVATOR].map(texts => texts.map((text, i) => said(text, NIGHT + i * MINUTE)))
    for (let i = 0; i < 12; i++) watch.take([water![i]!, elevator![i]!], NIGHT + i * MINUTE + 1_000)
    const subjects = (all: readonly Classified[]) => new Set(all.map(({ id }) => watch.subjectOf(id)))
    t.equal(subjects(water!).size, 1)
    t.equal(subjects(elevator!).size, 1)
    t.not([...subjects(water!)][0], [...subjects(elevator!)][0])
  })

  t.test('the same trouble at two places is two', async t => {
    const watch = taught()
    const one = ['翠屏小区停水三天了', '翠屏小区又停水'].map(text => said(text, NIGHT))
    const other = ['白鹭村停水三天了', '白鹭村又停水'].map(text => said(text, NIGHT))
    watch.take([...one, ...other], NIGHT + 1_000)
    t.equal(watch.subjectOf(one[0]!.id), watch.subjectOf(one[1]!.id))
    t.not(watch.subjectOf(one[0]!.id), watch.subjectOf(other[0]!.id))
  })

  t.test('names people use for one place are one', async t => {
    const watch = taught()
    const [one, other] = ['老虎滩大桥桥面裂了', '老虎滩桥桥面裂了大口子'].map(text => said(text, NIGHT))
    watch.take([one!, other!], NIGHT + 1_000)
    t.equal(watch.subjectOf(one!.id), watch.subjectOf(other!.id))
  })

  t.test('courtesy and chat are of none', async t => {
    const watch = open()
    const chat = ['赞', '👍👍👍', '+1', '[鲜花][鲜花]', '哈哈哈', '支持！', '打卡'].map(text =>
      said(text, NIGHT, { how: PRAISE })
    )
    watch.take(chat, NIGHT + 1_000)
    t.same(new Set(chat.map(({ id }) => watch.subjectOf(id))), new Set([undefined]))
    t.equal(watch.size().subjects, 0)
  })

  t.test('our own replies and what was imported for the record are not looked at', async t => {
    const watch = open()
    const some = [said(WATER[0]!, NIGHT, { ours: true }), said(WATER[1]!, NIGHT, { history: true })]
    watch.take(some, NIGHT + 1_000)
    t.equal(watch.size().comments, 0)
  })

  t.test('what is written in traditional characters is the same', async t => {
    const watch = open()
    const some = [said('翠屏小区停水三天了', NIGHT), said('翠屏小區停水三天了', NIGHT)]
    watch.take(some, NIGHT + 1_000)
    t.equal(watch.subjectOf(some[0]!.id), watch.subjectOf(some[1]!.id))
  })
})

t.test('how many said the same', async t => {
  t.test('counts other people, each once', async t => {
    const watch = open()
    const all = ALIKE.map((text, i) => said(text, NIGHT + i, { author: { id: i < 2 ? 'li' : `u${i}` } }))
    watch.take(all, NIGHT + 1_000)
    t.equal(watch.similarTo(all[4]!.id), 3)
    t.equal(watch.similarTo('unknown'), undefined)
  })

  t.test('forgets a comment that was deleted', async t => {
    const watch = open()
    const all = ALIKE.slice(0, 4).map((text, i) => said(text, NIGHT + i))
    watch.take(all, NIGHT + 1_000)
    t.equal(watch.similarTo(all[0]!.id), 3)
    const gone = { ...all[3]!, observation: { ...all[3]!.observation, deleted: true, observedAt: NIGHT + HOUR } }
    watch.take([gone, all[3]!], NIGHT + HOUR)
    t.equal(watch.similarTo(all[0]!.id), 2)
    t.equal(watch.subjectOf(all[3]!.id), undefined)
  })

  t.test('follows an edit to what the comment says now', async t => {
    const watch = open()
    const [one, two, other] = [said(ALIKE[0]!, NIGHT), said(ALIKE[1]!, NIGHT), said(ELEVATOR[0]!, NIGHT)]
    watch.take([one, two, other], NIGHT + 1_000)
    const edited = said(ELEVATOR[1]!, NIGHT, { ...two.observation, text: ELEVATOR[1]!, observedAt: NIGHT + HOUR })
    watch.take([edited], NIGHT + HOUR)
    t.equal(watch.subjectOf(two.id), watch.subjectOf(other.id))
    t.equal(watch.similarTo(one.id), 0)
  })

  t.test('is the same however often a comment is delivered', async t => {
    const watch = open()
    const all = ALIKE.map((text, i) => said(text, NIGHT + i))
    for (let times = 0; times < 3; times++) watch.take(all, NIGHT + 1_000)
    t.equal(watch.similarTo(all[0]!.id), 4)
    t.equal(watch.size().comments, 5)
  })

  t.test('is the same in whatever order they come', async t => {
    const all = WATER.map((text, i) => said(text, NIGHT + i * MINUTE))
    const [forth, back] = [open(), open()]
    forth.take(all, NIGHT + HOUR)
    back.take(all.toReversed(), NIGHT + HOUR)
    t.equal(forth.similarTo(all[0]!.id), back.similarTo(all[0]!.id))
  })
})

t.test('a rise', async t => {
  t.test('is told before a dozen have spoken, with a phrase, its place and its members', async t => {
    const [rise, ...more] = tell(taught(), WATER, NIGHT, 5 * MINUTE)
    t.match(rise, { type: 'rise', places: ['翠屏小区'], departments: ['城乡建设'], urgent: 0 })
    t.ok(rise!.after <= 10, `after ${rise!.after}`)
    t.equal(rise!.comments.length, rise!.total)
    t.match(rise!.phrase, /翠屏小区.*水/)
    t.ok(rise!.observed > 5 * rise!.expected)
    t.same(
      more.filter(({ type }) => type === 'rise'),
      []
    )
  })

  t.test('is none in ordinary days', async t => t.same(ordinary(open(), MONDAY, 12), []))

  t.test('is none of praise, however many', async t => {
    const texts = Array.from({ length: 200 }, (_, i) => ['龙舟队夺冠了', '龙舟队太棒了', '恭喜龙舟队夺冠'][i % 3]!)
    t.same(tell(taught(), texts, NIGHT, MINUTE / 2, { how: PRAISE }), [])
  })

  t.test('is none of what sells something', async t => {
    const texts = Array.from({ length: 200 }, () => '彩票内部资料稳赚，加微信xy8866领取')
    t.same(tell(taught(), texts, NIGHT, MINUTE / 2), [])
  })

  t.test('is none of one person who writes it again and again', async t => {
    const texts = Array.from({ length: 30 }, (_, i) => WATER[i % WATER.length]!)
    t.same(tell(taught(), texts, NIGHT, MINUTE, { author: { id: 'li' } }), [])
  })

  t.test('of questions alone takes many', async t => {
    const few = Array.from({ length: 30 }, () => '灯会几点开始')
    t.same(tell(taught(), few, NIGHT, MINUTE, { how: QUESTION }), [])
    const many = Array.from({ length: 300 }, () => '灯会几点开始')
    t.equal(tell(taught(), many, NIGHT, MINUTE / 4, { how: QUESTION })[0]?.type, 'rise')
  })

  t.test('is none of an angry tone alone, in which nobody asks or reports anything', async t => {
    const heard = { label: 'other', sentiment: { name: 'negative', score: -0.82 } } as const
    const cheers = Array.from({ length: 60 }, () => '太燃了，最后一百米')
    t.same(tell(taught(), cheers, NIGHT, MINUTE, { how: heard }), [])
    const watch = taught()
    tell(watch, WATER, NIGHT, MINUTE)
    const echoes = Array.from({ length: 60 }, () => '别光看不回啊')
    const told = tell(watch, echoes, NIGHT + 5 * MINUTE, MINUTE, { how: heard })
    t.same(
      told.filter(({ type }) => type === 'rise'),
      []
    )
  })

  t.test('is found when it takes days', async t => {
    const watch = taught()
    const told = Array.from({ length: 60 }, (_, i) => {
      const at = MONDAY + 8 * DAY + i * HOUR
      return [...ordinary(watch, at, 1 / 24), ...watch.take([said(WATER[i % WATER.length]!, at + HOUR - 1)], at + HOUR)]
    }).flat()
    t.equal(told[0]?.type, 'rise')
  })

  t.test('is not told again each day of what comes each day at its hour', async t => {
    const watch = open()
    const rises = Array.from({ length: 14 }, (_, day) => {
      const evening = MONDAY + day * DAY + 20 * HOUR
      const told = ordinary(watch, MONDAY + day * DAY, 1)
      return [...told, ...tell(watch, Array(14).fill('热线节目电话打不进去'), evening, 4 * MINUTE)].filter(
        ({ type }) => type === 'rise'
      )
    })
    t.same(rises.slice(4).flat(), [], 'known after a few days')
  })
})

t.test('growth', async t => {
  t.test('is told at steps only', async t => {
    const texts = Array.from({ length: 320 }, (_, i) => WATER[i % WATER.length]!)
    const told = tell(taught(), texts, NIGHT, MINUTE / 2)
    t.same(
      told.map(({ type }) => type),
      ['rise', 'growth', 'growth', 'growth', 'growth']
    )
    t.same(
      told.slice(1).map(({ total }) => total),
      [10, 30, 100, 300]
    )
  })

  t.test('names each member once', async t => {
    const texts = Array.from({ length: 320 }, (_, i) => WATER[i % WATER.length]!)
    const named = tell(taught(), texts, NIGHT, MINUTE / 2).flatMap(({ comments }) => comments.map(({ id }) => id))
    t.equal(new Set(named).size, named.length)
    t.equal(named.length, 300)
  })

  t.test('is told once when another account has it too', async t => {
    const watch = taught()
    tell(watch, WATER, NIGHT, MINUTE)
    const elsewhere = { platform: 'douyin', account: 'town' } as const
    const told = tell(watch, WATER.slice(0, 8), NIGHT + HOUR, MINUTE, elsewhere)
    t.same(
      told.map(({ type, after }) => [type, after]),
      [['growth', 3]]
    )
    t.same(
      told[0]!.spread.map(({ account }) => account),
      ['county', 'town']
    )
  })
})

t.test('calm', async t => {
  t.test('is told once, a day after the last of it, and it may rise again', async t => {
    const watch = taught()
    const [rise] = tell(watch, WATER, NIGHT, MINUTE)
    const after = ordinary(watch, NIGHT + HOUR, 2)
    t.same(
      after.map(({ type, subject }) => [type, subject]),
      [['calm', rise!.subject]]
    )
    const again = tell(watch, WATER, NIGHT + 3 * DAY, MINUTE)
    t.match(again[0], { type: 'rise', subject: rise!.subject })
  })

  t.test('waits while it goes on', async t => {
    const watch = taught()
    const texts = Array.from({ length: 60 }, (_, i) => WATER[i % WATER.length]!)
    tell(watch, texts, NIGHT, HOUR)
    t.same(watch.tick(NIGHT + 60 * HOUR), [])
  })
})

t.test('after a restart', async t => {
  const days = 9
  function history(): Classified[] {
    const all: Classified[] = []
    const take = (some: readonly Classified[]) => {
      all.push(...some)
      return []
    }
    const recorder = { take, tick: () => [] }
    ordinary({ ...open(), ...recorder }, MONDAY, days)
    all.push(...WATER.map((text, i) => said(text, NIGHT + i * MINUTE)))
    return all.sort((a, b) => a.observation.publishedAt - b.observation.publishedAt)
  }

  t.test('subjects have the same names and numbers, and nothing is told twice', async t => {
    const all = history()
    const now = MONDAY + days * DAY
    const before = open()
    const told = all.flatMap(one => before.take([one], one.observation.publishedAt + 1_000))
    const after = open()
    const standing = await restore(after, [all.slice(0, 400).map(stored), all.slice(400).map(stored)], now)
    t.equal(standing.length, 1)
    t.equal(standing[0]!.subject, told[0]!.subject)
    t.equal(standing[0]!.total, WATER.length)
    t.equal(standing[0]!.comments.length, WATER.length)
    const water = all.find(({ observation }) => observation.text === WATER[0])!
    t.equal(after.similarTo(water.id), WATER.length - 1)
    t.equal(after.subjectOf(water.id), before.subjectOf(water.id))
    t.same(after.take(all, now), [])
  })

  t.test('a subject is called as its incident knows it', async t => {
    const all = history()
    const water = all.filter(({ observation }) => observation.text.includes('翠屏'))
    const watch = open()
    await restore(watch, [all.map(stored)], MONDAY + days * DAY)
    const comments = water.map(({ observation: { id, publishedAt } }) => ({ id, publishedAt }))
    watch.adopt([{ subject: 's-known', comments, told: comments.length }])
    t.equal(watch.subjectOf(water[0]!.id), 's-known')
    const more = tell(
      watch,
      Array.from({ length: 20 }, () => WATER[0]!),
      MONDAY + days * DAY,
      MINUTE
    )
    t.match(more, [{ type: 'growth', subject: 's-known', total: 30 }])
  })
})

t.test('memory', async t => {
  t.test('holds what was said in 72 h, and what is usual', async t => {
    const watch = open()
    ordinary(watch, MONDAY, 30, 20)
    const { comments, subjects, words } = watch.size()
    t.ok(comments <= 4 * 24 * 20, `${comments} comments`)
    t.ok(subjects < 100, `${subjects} subjects`)
    t.ok(words < 400, `${words} words`)
  })

  t.test('forgets the oldest first where more comes than it may hold', async t => {
    const watch = open({ mostComments: 100 })
    const all = Array.from({ length: 300 }, (_, i) => said(WATER[i % WATER.length]!, NIGHT + i * 1_000))
    for (const one of all) watch.take([one], one.observation.publishedAt)
    watch.tick(NIGHT + 2 * HOUR)
    t.equal(watch.size().comments, 100)
    t.equal(watch.subjectOf(all[0]!.id), undefined)
    t.equal(watch.similarTo(all[299]!.id), 99)
  })
})

t.test('topics', async t => {
  t.test('are readable phrases, the hottest first, and of the accounts that were asked for', async t => {
    const watch = taught()
    tell(watch, WATER, NIGHT, MINUTE)
    tell(watch, ELEVATOR.slice(0, 8), NIGHT, MINUTE, { account: 'town' })
    const [first, second] = watch.topics({ now: NIGHT + HOUR })
    t.match(first!.phrase, /翠屏小区.*水/)
    t.match(second!.phrase, /天悦公馆|电梯/)
    t.match(first, { comments: 12, people: 12, negative: 12 })
    const [only] = watch.topics({ now: NIGHT + HOUR, of: [{ platform: 'weibo', account: 'town' }] })
    t.equal(only!.subject, second!.subject)
  })
})
