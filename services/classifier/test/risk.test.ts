import type { Observation } from '@huiyin/schemas/comment.ts'
import t from 'tap'
import { commentOf } from '../src/evaluation/comment-of.ts'
import { type Labelled, levelOf, score } from '../src/risk.ts'

const CALM: Labelled = { label: 'other', sentiment: { name: 'neutral', score: 0 } }
const ANGRY: Labelled = { label: 'complaint', sentiment: { name: 'negative', score: -0.9 } }

const risk = (text: string, more: Partial<Observation> = {}, labelled = CALM) => score(commentOf(text, more), labelled)
const codes = (text: string, more?: Partial<Observation>) => risk(text, more).risk.reasons.map(({ code }) => code)

t.test('danger now', async t => {
  const now: [string, string][] = [
    ['三号楼着火了，消防车进不来', 'fire'],
    ['楼道里好大的煤气味，没人管', 'gas-leak'],
    ['工地旁边的墙塌了', 'collapse'],
    ['老人被困在电梯里半小时了', 'trapped'],
    ['水库边有小孩溺水', 'drowning'],
    ['路灯杆漏电，刚才有人倒了', 'electric-shock'],
    ['我真的不想活了', 'self-harm'],
    ['孩子昨天在商场走丢，到现在没找到', 'missing-person'],
    ['幼儿园几十个孩子食物中毒', 'poisoning'],
    ['化工厂爆炸了', 'explosion'],
    ['洪水淹到二楼了，快来人', 'flood'],
    ['There is a gas leak in our building', 'gas-leak'],
    ['有没有人被困啊，我家楼下起火了', 'fire'],
    ['不小心触电了，人没有反应', 'electric-shock'],
    ['山上起火了，到现在没扑灭', 'fire'],
    ['没人管，着火了都没人管', 'fire']
  ]
  for (const [text, code] of now) {
    t.test(`is heard in: ${text}`, async t => {
      const { urgent, risk: found } = risk(text)
      t.ok(found.reasons.some(one => one.code === code && one.kind === 'danger-now'))
      t.equal(urgent, true)
    })
  }

  const calm = [
    '没有发生火灾，大家放心',
    '不是着火，是做饭的烟',
    '别担心，没有人被困',
    '目前未发生坍塌',
    '跳楼价清仓大甩卖',
    '想死你们啦',
    '气炸了，又没抢到票',
    '今天的消防演练演了着火，很逼真',
    '万一着火怎么办',
    '希望大家学会预防煤气中毒',
    '去年那场火灾我还记得',
    '听说化工厂爆炸了是真的吗',
    '网上说“大桥塌了”，已经辟谣',
    '电影里爆炸那段真好看',
    '溺水的孩子救上来了，致敬',
    'there was no explosion'
  ]
  for (const text of calm) {
    t.test(`is not heard in: ${text}`, async t => t.equal(risk(text).urgent, false))
  }

  t.test('that is feared is still told, as content at fewer points', async t => {
    const [fire] = risk('万一着火怎么办').risk.reasons
    t.match(fire, { code: 'fire', kind: 'content', evidence: '着火' })
    t.ok(fire!.points < 30)
  })
})

t.test('the score', async t => {
  t.test('is the sum of its reasons', async t => {
    const { risk: found } = risk('工地拖欠工资，没人管！！', { author: { followers: 20_000 } }, ANGRY)
    t.equal(
      found.score,
      found.reasons.reduce((sum, { points }) => sum + points, 0)
    )
    t.ok(found.reasons.length >= 5)
  })

  t.test('ends at 100', async t => {
    const text = '化工厂爆炸起火，楼塌了，好多人被困中毒昏迷'
    t.match(risk(text, {}, ANGRY), { risk: { score: 100, level: 'red' }, urgent: true })
  })

  t.test('has four levels', async t => {
    t.same([0, 29, 30, 54, 55, 79, 80, 100].map(levelOf), [
      'blue',
      'blue',
      'yellow',
      'yellow',
      'orange',
      'orange',
      'red',
      'red'
    ])
  })

  t.test('names what was said', async t => {
    t.same(codes('再不解决就去上访，村干部贪污'), ['petition-threat', 'misconduct'])
  })

  t.test('takes nothing from what a platform does not tell', async t => {
    t.same(codes('污水偷排'), ['environment'])
    t.same(codes('污水偷排', { likes: 0, replies: 0, author: { followers: 0, verified: false } }), ['environment'])
  })

  t.test('grows by who says it and how it spreads', async t => {
    const seen = { likes: 2_000, replies: 150, author: { followers: 200_000, verified: true } }
    t.same(codes('污水偷排', seen), ['environment', 'followers', 'verified', 'likes', 'replies'])
  })

  t.test('leaves liked praise alone', async t => {
    t.match(risk('辛苦了，点赞', { likes: 90_000, author: { followers: 5_000_000 } }), {
      risk: { score: 0, level: 'blue' }
    })
  })
})
