import { IncidentRules } from '@huiyin/schemas/incident-rules.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t from 'tap'
import { checkIncidentRules } from '../src/incidents/check-rules.ts'
import { factsOf } from '../src/incidents/facts.ts'
import { letterOf, whomToTell } from '../src/incidents/letter.ts'
import { nextLookAt, sameLink } from '../src/incidents/publication.ts'
import { isSilenced } from '../src/incidents/silence.ts'
import { levelTable } from '../src/incidents/table.ts'
import { SHIPPED_INCIDENT_RULES as RULES } from '../src/settings/shipped/incident-rules.ts'
import { after, HOUR, MINUTE, NOON, news, signal } from './incidents-fixtures.ts'

const codes = (rules: IncidentRules) => checkIncidentRules(rules).map(({ code }) => code)

t.test('the shipped rules are within their schema, and nothing is wrong with them', async t => {
  t.same(parser(IncidentRules, 'rules')(structuredClone(RULES)), RULES)
  t.same(checkIncidentRules(RULES), [])
  t.equal(levelTable(RULES).rows.length, RULES.natures.length * 4)
})

t.test('rules that do not hold together are refused', async t => {
  t.match(codes({ ...RULES, levels: RULES.levels.slice(1) }), ['table'], 'a hole in the table')
  t.match(codes({ ...RULES, levels: [...RULES.levels, RULES.levels[0]!] }), ['table'], 'two rows for one')
  const falls = RULES.levels.map(row => (row.scale === 'huge' ? { ...row, steady: 'blue' as const } : row))
  t.ok(codes({ ...RULES, levels: falls }).includes('falls'), 'more of the same is never less grave')
  t.same(codes({ ...RULES, natures: RULES.natures.toReversed() }), ['no-rest'])
  t.same(codes({ ...RULES, scales: RULES.scales.toReversed() }), ['scale-order'])
  t.ok(codes({ ...RULES, tracks: [] }).includes('track'))
  t.ok(codes({ ...RULES, plan: [] }).includes('track-empty'))
  t.same(codes({ ...RULES, plan: [...RULES.plan, RULES.plan[0]!] }), ['twice'])
  t.match(checkIncidentRules({ ...RULES, chain: [] }), [{ code: 'nobody', refuses: false }], 'only warned of')
})

t.test('a nature is told by reasons of risk, by words and by departments', async t => {
  const comment = (text: string, code?: string) => ({
    text,
    classification: {
      ...{ model: 'm', words: '', label: 'complaint', confidence: 1, urgent: false, departments: [] },
      sentiment: { name: 'neutral', score: 0 },
      risk: { score: 0, level: 'blue', reasons: code ? [{ code, kind: 'content', points: 1 }] : [] }
    } as never
  })
  const facts = factsOf([comment('有人落水', 'drowning'), comment('网传要停课'), comment('你好')], RULES)
  t.same(facts, { looked: 3, tells: { safety: 1, rumour: 1 } })
})

t.test('a mute rule keeps silent what it is about, below its level and where nobody is in danger', async t => {
  const mutes = [{ name: '明星', words: ['停水'], below: 'orange' as const, until: NOON + HOUR }]
  const { incident } = after([[news(signal(12)), NOON]])
  t.ok(isSilenced({ ...RULES, mutes }, incident, NOON))
  t.notOk(isSilenced({ ...RULES, mutes }, incident, NOON + HOUR), 'until its end')
  t.notOk(isSilenced({ ...RULES, mutes: [{ ...mutes[0]!, words: ['演唱会'] }] }, incident, NOON))
  t.notOk(isSilenced({ ...RULES, mutes: [{ ...mutes[0]!, accounts: ['weibo/other'] }] }, incident, NOON))
  t.notOk(isSilenced({ ...RULES, mutes }, { ...incident, level: 'orange' }, NOON))
  t.notOk(isSilenced({ ...RULES, mutes }, { ...incident, figures: { ...incident.figures, urgent: 1 } }, NOON))
})

t.test('the chain names more people the graver it is', async t => {
  const whom = (level: 'blue' | 'yellow' | 'red') => whomToTell(RULES, level, ['wecom', 'smtp'])
  t.same(whom('blue'), {
    targets: [
      { kind: 'channel', channel: 'wecom' },
      { kind: 'channel', channel: 'smtp' }
    ],
    receipt: false
  })
  t.match(whom('red'), { receipt: true })
  t.ok(whom('red').targets.length > whom('yellow').targets.length)
})

t.test('a letter says what it is, how grave, and what is due, and nothing that a citizen wrote', async t => {
  const { incident } = after([[news(signal(40), { safety: 40 }), NOON]])
  const { title, lines, path } = letterOf(incident, incident.owes[0]!)
  t.match(title, /新增舆情事件/)
  t.match(lines.join('\n'), /特别重大（红色）[\s\S]*评论 40 条[\s\S]*5小时内发布权威信息：11\/22 17:00 前/)
  t.equal(path, '/?view=incidents&open=i1')
})

t.test('a post is known by its link, wherever one came from', async t => {
  t.ok(sameLink('https://weibo.com/1/abc', 'http://www.weibo.com/1/abc/?from=page_100'))
  t.ok(sameLink('https://mp.weixin.qq.com/s?__biz=A&mid=1&scene=2', 'https://mp.weixin.qq.com/s?mid=1&__biz=A'))
  t.notOk(sameLink('https://weibo.com/1/abc', 'https://weibo.com/1/abd'))
  t.notOk(sameLink('https://mp.weixin.qq.com/s?mid=1', 'https://mp.weixin.qq.com/s?mid=2'))
})

t.test('a post that was not met is looked for more and more seldom, for a week', async t => {
  t.equal(nextLookAt(NOON, NOON + MINUTE), NOON + 2 * MINUTE)
  t.equal(nextLookAt(NOON, NOON + 20 * HOUR), NOON + 21 * HOUR)
  t.equal(nextLookAt(NOON, NOON + 7 * 24 * HOUR), undefined)
})
