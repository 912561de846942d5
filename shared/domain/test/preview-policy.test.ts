import { PolicyEffect, WorkedExample } from '@huiyin/schemas/api-rules.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { DEFAULT_POLICY, type Policy, type PolicyRule } from '@huiyin/schemas/policy.ts'
import type { Clock } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { type Previewed, previewPolicy, workedExamples } from '../src/preview-policy.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import { at, HOUR, naturalHours, workingHours } from './calendar-fixtures.ts'

const MONDAY = at('2026-11-23 10:00')
const [URGENT, NORMAL] = DEFAULT_POLICY.rules as [PolicyRule, PolicyRule]

const clock = (of: Partial<Clock> = {}): Clock => ({
  id: 'first-1',
  kind: 'first',
  cycle: 1,
  policy: DEFAULT_POLICY.version,
  calendar: 'round-the-clock@1',
  target: naturalHours(24),
  urgent: false,
  startedAt: MONDAY,
  countedFrom: MONDAY,
  used: 0,
  pauses: [],
  dueAt: MONDAY + 24 * HOUR,
  dueSetBy: 1,
  warnBefore: [],
  warned: [],
  ...of
})

const ticket = (clocks: Clock[], of: Partial<Previewed> = {}): Previewed => ({
  id: 'weibo/1/7/100/by/9',
  number: 'H7Q2-9KXM',
  platform: 'weibo',
  account: '1',
  label: 'complaint',
  risk: { score: 10, level: 'blue', reasons: [] },
  urgent: false,
  clocks,
  ...of
})

/** Complaints within so many hours, all else as shipped. */
const complaints = (hours: number): Policy => {
  const promises = { first: { ...NORMAL.promises.first!, target: naturalHours(hours) } }
  const rule = { name: '投诉', when: { labels: ['complaint' as const], urgent: false }, promises }
  return { ...DEFAULT_POLICY, version: 'p-2', rules: [URGENT, rule, NORMAL] }
}

const preview = (tickets: Previewed[], policy: Policy, now = MONDAY + 20 * HOUR) =>
  previewPolicy(tickets, policy, DEFAULT_RULES, now)

t.test('a policy shown before it is saved', async t => {
  t.test('says which due times would move, sooner and later, and why', async t => {
    const effect = preview([ticket([clock()])], complaints(12))
    t.match(effect, { tickets: 1, clocks: 1, sooner: 1, later: 0 })
    const [example] = effect.examples
    t.match(example, {
      number: 'H7Q2-9KXM',
      promise: 'first',
      rule: '投诉',
      was: MONDAY + 24 * HOUR,
      dueAt: MONDAY + 12 * HOUR
    })
    t.match(
      example?.zh,
      /自然时间 12 小时，自 2026年11月23日（周一）10:00 起；应于 2026年11月23日（周一）22:00 前完成；.*规则 p-2/
    )
    t.match(example?.en, /^12 hours of natural time .*; due Mon 23 Nov 2026 22:00;/)
    t.match(preview([ticket([clock()])], complaints(48)), { sooner: 0, later: 1 })
    t.match(preview([ticket([clock()], { label: 'inquiry' })], complaints(12)), { clocks: 1, sooner: 0, examples: [] })
    t.same(parser(PolicyEffect, 'effect')(effect), effect)
  })

  t.test('says what would have been breached: open too long, or answered too late', async t => {
    const open = ticket([clock()])
    const answered = (after: number) => ticket([clock({ stoppedAt: MONDAY + after, outcome: 'met' })])
    t.match(preview([open], complaints(12)), { breached: { before: 0, after: 1 }, examples: [{ breaches: true }] })
    t.match(preview([open], complaints(12), MONDAY + 11 * HOUR).breached, { before: 0, after: 0 })
    t.match(preview([answered(12 * HOUR)], complaints(12)).breached, { before: 0, after: 0 })
    t.match(preview([answered(12 * HOUR + 1)], complaints(12)).breached, { before: 0, after: 1 })
    const late = ticket([clock()])
    t.match(preview([late], complaints(48), MONDAY + 25 * HOUR).breached, { before: 1, after: 0 })
  })

  t.test('counts what each rule would have been for', async t => {
    const tickets = [ticket([]), ticket([], { label: 'inquiry' }), ticket([], { urgent: true })]
    t.same(preview(tickets, complaints(12)).rules, [
      { name: '紧急', tickets: 1 },
      { name: '投诉', tickets: 1 },
      { name: '一般', tickets: 2 } // the complaint too: its result
    ])
  })

  t.test('counts departments’ legs, later replies and pauses as the clocks do', async t => {
    const legs = [clock({ id: 'leg-1', kind: 'leg', stage: 'sign' }), clock({ id: 'next-1', kind: 'next' })]
    const effect = preview([ticket(legs)], complaints(12))
    t.same(
      effect.examples.map(({ promise, rule, dueAt }) => [promise, rule, (dueAt - MONDAY) / HOUR]),
      [
        ['sign', '一般', 2],
        ['next', '投诉', 12]
      ]
    )
    const pauses = [{ from: MONDAY + HOUR, to: MONDAY + 3 * HOUR, reason: 'platform_outage' as const }]
    t.equal(preview([ticket([clock({ pauses })])], complaints(12)).examples[0]?.dueAt, MONDAY + 14 * HOUR)
  })

  t.test('leaves out what a person set, what went on elsewhere and what nobody is blamed for', async t => {
    const out = [
      clock({ fixed: 'promised' }),
      clock({ outcome: 'superseded', stoppedAt: MONDAY }),
      clock({ outcome: 'merged', stoppedAt: MONDAY }),
      clock({ bornLate: true })
    ]
    t.match(preview([ticket(out)], complaints(12)), { tickets: 1, clocks: 0, examples: [] })
  })

  t.test('gives twenty examples at most, new breaches first', async t => {
    const many = Array.from({ length: 30 }, (_, i) => {
      const stopped = i === 29 ? {} : { stoppedAt: MONDAY + HOUR, outcome: 'met' as const }
      return ticket([clock(stopped)], { number: String(i) })
    })
    const { examples, sooner } = preview(many, complaints(12))
    t.equal(sooner, 30)
    t.equal(examples.length, 20)
    t.match(examples[0], { number: '29', breaches: true })
  })
})

t.test('worked examples say of each promise when it would be due, had it begun now (R10)', async t => {
  const eight = { target: workingHours(8), calendar: 'office', warnBefore: [] }
  const policy = { ...DEFAULT_POLICY, rules: [{ name: '一般', when: {}, promises: { first: eight } }] }
  const [example, ...more] = workedExamples(policy, DEFAULT_RULES, at('2026-02-14 16:00'))
  t.same(more, [])
  t.match(example, { rule: 0, name: '一般', promise: 'first', dueAt: at('2026-02-24 17:00'), provisional: false })
  t.match(
    example?.zh,
    /^如现在起算：工作时间 8 小时，自 2026年2月14日（周六）16:00 起；.*应于 2026年2月24日（周二）17:00 前完成/
  )
  t.match(example?.en, /^Started now: 8 hours of working time from Sat 14 Feb 2026 16:00; .*due Tue 24 Feb 2026 17:00/)
  t.same(parser(WorkedExample, 'example')(example), example)
  t.equal(
    workedExamples(DEFAULT_POLICY, DEFAULT_RULES, at('2026-12-31 17:00')).filter(one => one.provisional).length,
    3
  )
})
