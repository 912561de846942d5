import { levelOf } from '@huiyin/domain/risk-levels.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import fc from 'fast-check'
import t from 'tap'
import { commentOf } from '../src/evaluation/comment-of.ts'
import { normalise, UNITS } from '../src/normalise.ts'
import { type Labelled, type RiskContext, score } from '../src/risk.ts'

const CALM: Labelled = { label: 'other', sentiment: { name: 'neutral', score: 0 } }
const ANGRY: Labelled = { label: 'complaint', sentiment: { name: 'negative', score: -0.9 } }
const HOUR = 3_600_000

const risk = (text: string, more: Partial<Observation> = {}, context: Partial<RiskContext> = {}) =>
  score(commentOf(text, more), { labelled: CALM, ...context })
const reasons = (text: string, more?: Partial<Observation>, context?: Partial<RiskContext>) =>
  risk(text, more, context).risk.reasons
const codes = (...asked: Parameters<typeof reasons>) => reasons(...asked).map(({ code }) => code)
const isUrgentFor = (text: string, code: string) =>
  risk(text).urgent && reasons(text).some(one => one.code === code && one.kind === 'danger-now')

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
    ['没人管，着火了都没人管', 'fire'],
    ['去年修过的墙，现在塌了', 'collapse'],
    ['受不了了想死', 'self-harm'],
    ['她发消息说“我不想活了”，电话打不通', 'self-harm'],
    ['火车脱轨了', 'accident']
  ]
  for (const [text, code] of now) t.test(`is heard in: ${text}`, async t => t.ok(isUrgentFor(text, code)))

  const hidden: [string, string, string][] = [
    ['signs between the characters', '想自*杀', 'self-harm'],
    ['blanks between the characters', '着 火 了', 'fire'],
    ['a character taken apart', '听到木仓响', 'violence'],
    ['another character of the same sound', '我想紫砂', 'self-harm'],
    ['a letter for a syllable', '好想自s', 'self-harm'],
    ['pinyin', '每天想zisha', 'self-harm'],
    ['pinyin for one character', '楼上要爆zha', 'explosion'],
    ['traditional characters', '橋塌了', 'collapse'],
    ['wide letters', 'Ｆｉｒｅ everywhere, the house is ｏｎ ｆｉｒｅ', 'fire'],
    ['unseen characters', '着\u200b火了', 'fire'],
    ['an emoji for a character', '着🔥了', 'fire']
  ]
  for (const [how, text, code] of hidden) t.test(`is heard behind ${how}`, async t => t.ok(isUrgentFor(text, code)))

  const calm: [string, string][] = [
    ['denied', '没有发生火灾，大家放心'],
    ['denied', '不是着火，是做饭的烟'],
    ['denied', '别担心，没有人被困'],
    ['denied', '目前未发生坍塌'],
    ['denied in the middle', '大桥没有坍塌危险'],
    ['denied', 'there was no explosion'],
    ['an idiom', '跳楼价清仓大甩卖'],
    ['an idiom', '想死你们啦'],
    ['an idiom', '气炸了，又没抢到票'],
    ['a teapot', '紫砂壶展览几号结束'],
    ['practised', '今天的消防演练演了着火，很逼真'],
    ['feared', '万一着火怎么办'],
    ['feared', '希望大家学会预防煤气中毒'],
    ['past', '去年那场火灾我还记得'],
    ['hearsay', '听说化工厂爆炸了是真的吗'],
    ['quoted', '网上说“大桥塌了”，已经辟谣'],
    ['quoted', '“着火了快跑”这句台词'],
    ['a film', '电影里爆炸那段真好看'],
    ['over', '溺水的孩子救上来了，致敬'],
    ['part of a longer Latin word', 'my husband said the campfires were lovely']
  ]
  for (const [why, text] of calm)
    t.test(`is not heard where it is ${why}: ${text}`, async t => t.notOk(risk(text).urgent))

  t.test('that is feared is still told, as content at fewer points', async t => {
    const [fire] = reasons('万一着火怎么办')
    t.match(fire, { code: 'fire', kind: 'content', evidence: '着火' })
    t.ok(fire!.points < 30)
  })
})

t.test('a threat counts although it is conditional', async t => {
  t.same(codes('如果再不给钱我们就集体上访'), ['mass-incident', 'petition-threat'])
})

t.test('a threat that is denied does not count', async t => {
  t.same(codes('我不会上访，我相信你们会处理'), [])
})

t.test('the two halves of a phrase', async t => {
  t.test('stand near each other', async t => {
    t.same(codes('孩子昨天下午走丢了'), ['missing-person'])
    t.same(codes('孩子的作业本放在教室里没有带回来后来发现笔也走丢了'), [])
  })

  t.test('stand in one sentence', async t => t.same(codes('孩子很好。走丢的是那只'), []))
})

t.test('evidence is shown where it stands', async t => {
  const shown = (text: string) => reasons(text).map(({ at }) => text.slice(...at!))
  t.test('in the original text', async t => t.same(shown('昨晚　楼下着火了'), ['着火']))
  t.test('with what was slipped into it', async t => t.same(shown('她想自*杀 救她'), ['自*杀']))
  t.test('behind what is written as two units', async t => t.same(shown('😱😱污水偷排到河里').length, 1))
})

t.test('the score', async t => {
  t.test('is the sum of its reasons', async t => {
    const { risk: found } = risk('工地拖欠工资，没人管！！', { author: { followers: 20_000 } }, { labelled: ANGRY })
    t.equal(
      found.score,
      found.reasons.reduce((sum, { points }) => sum + points, 0)
    )
    t.ok(found.reasons.length >= 5)
  })

  t.test('ends at 100', async t => {
    const text = '化工厂爆炸起火，楼塌了，好多人被困中毒昏迷'
    t.match(risk(text, {}, { labelled: ANGRY }), { risk: { score: 100, level: 'red' }, urgent: true })
  })

  t.test('takes a danger by name for a figure of speech where the whole text belies it', async t => {
    const text = '涨价涨得我心脏骤停'
    const labelled: Labelled = { label: 'complaint', sentiment: { name: 'negative', score: -0.5 } }
    const of = (danger: number) => score(commentOf(text), { labelled, danger })
    t.match(of(0.5), { urgent: true })
    const { urgent, risk } = of(0.0001)
    t.notOk(urgent)
    t.same(
      risk.reasons.map(({ code }) => code),
      ['medical-emergency', 'complaint', 'negative']
    )
    t.ok(score(commentOf('不想活了'), { labelled, danger: 0 }).urgent, 'whoever speaks of dying is believed')
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

  t.test('grows by how fast it spreads, where two looks are known', async t => {
    const growth = (likes: number | undefined, before: { likes?: number; at: number }) =>
      reasons('污水偷排', { ...(likes === undefined ? {} : { likes }), observedAt: 2 * HOUR, before }).find(
        ({ code }) => code === 'growth'
      )
    t.match(growth(500, { likes: 100, at: 0 }), { kind: 'spread', evidence: '200' })
    t.equal(growth(500, { at: 0 }), undefined)
    t.equal(growth(undefined, { likes: 100, at: 0 }), undefined)
    t.equal(growth(90, { likes: 100, at: 0 }), undefined)
  })

  t.test('grows by how many say the same, where the analyst has counted', async t => {
    t.same(codes('污水偷排', {}, { similar: 40 }), ['environment', 'similar'])
  })

  t.test('leaves liked praise alone', async t => {
    t.match(risk('辛苦了，点赞', { likes: 90_000, author: { followers: 5_000_000 } }), {
      risk: { score: 0, level: 'blue' }
    })
  })

  t.test('hears repetition but not laughter', async t => {
    t.same(codes('退钱退钱退钱退钱'), ['repetition'])
    t.same(codes('哈哈哈哈哈哈哈哈哈'), [])
  })

  t.test('is the same of a text that somebody else has read', async t => {
    const text = '三号楼着火了！！'
    const [units, at] = [new Uint16Array(UNITS), new Int32Array(UNITS + 1)]
    const read = { units, length: normalise(text, units, at), at }
    t.same(score(commentOf(text), { labelled: CALM }, read), risk(text))
  })
})

t.test('whatever is written', async t => {
  const dangers = fc.constantFrom('着火了', '没有', '孩子', '走丢', '自*杀', '“', '”', '!!', '贪污', '去年', '的', ' ')
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.oneof(dangers, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 12 }).map(a => a.join(''))
  )

  t.test('scores 0 to 100, at the level of the score, with evidence inside the text', async t => {
    fc.assert(
      fc.property(anything, text => {
        const { risk: found } = risk(text)
        const isInside = found.reasons.every(({ at }) => !at || (at[0] <= at[1] && at[1] <= text.length))
        return found.score >= 0 && found.score <= 100 && found.level === levelOf(found.score) && isInside
      }),
      { numRuns: 500 }
    )
    t.pass()
  })

  t.test('scores the same again, whatever was scored in between', async t => {
    fc.assert(
      fc.property(anything, anything, (text, other) => {
        const first = JSON.stringify(risk(text))
        risk(other)
        return JSON.stringify(risk(text)) === first
      })
    )
    t.pass()
  })

  t.test('never scores lower with more likes', async t => {
    fc.assert(
      fc.property(anything, fc.nat(20_000), fc.nat(20_000), (text, likes, more) => {
        return risk(text, { likes }).risk.score <= risk(text, { likes: likes + more }).risk.score
      })
    )
    t.pass()
  })
})
