import type { Calendar } from '@huiyin/schemas/calendar.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { DEFAULT_POLICY, type Policy, type PolicyRule, type Promised, parsePolicy } from '@huiyin/schemas/policy.ts'
import { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import t from 'tap'
import { checkPolicy } from '../src/check-policy.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import { DAY, HOUR, naturalHours, OFFICE, rolling, workdays, workingHours } from './calendar-fixtures.ts'

const [URGENT, NORMAL] = DEFAULT_POLICY.rules as [PolicyRule, PolicyRule]
const promised = (of: Partial<Promised> = {}): Promised => ({
  target: naturalHours(24),
  calendar: 'round-the-clock',
  warnBefore: [],
  ...of
})

const policy = (...rules: PolicyRule[]): Policy => ({ ...DEFAULT_POLICY, rules })
const check = (of: Policy, calendars: readonly Calendar[] = DEFAULT_RULES.calendars) => checkPolicy(of, calendars)
const found = (...rules: PolicyRule[]) => check(policy(...rules)).map(({ code, where }) => `${where} ${code}`)
const rule = (when: PolicyRule['when'], promises: PolicyRule['promises'], name = '住建'): PolicyRule => ({
  name,
  when,
  promises
})

t.test('a policy that is to be saved', async t => {
  t.test('is taken as it is shipped', async t => {
    t.same(parsePolicy(DEFAULT_POLICY), DEFAULT_POLICY)
    t.same(check(DEFAULT_POLICY), [])
  })

  t.test('is refused when something is promised to nobody, or not to all', async t => {
    t.same(found(URGENT), Array(4).fill('rules PROMISE_MISSING'))
    const { sign: _, ...promises } = NORMAL.promises
    t.same(found(URGENT, { ...NORMAL, promises }), ['rules PROMISE_MISSING'])
    t.same(found(rule({ labels: ['complaint'] }, { sign: promised() }), URGENT, { ...NORMAL, promises }), [
      'rules PROMISE_MISSING'
    ])
    t.same(found(NORMAL), [], 'one rule may be for all')
    t.match(check(policy(URGENT))[0], {
      zh: '没有对所有非紧急事项适用的首次回复时限，请增加一条不限条件的规则。',
      en: 'Nothing promises a first reply to all that is not urgent; add a rule without conditions.'
    })
  })

  t.test('need not say when a later reply is due: as the first', async t => {
    t.same(found(URGENT, { ...NORMAL, promises: { ...NORMAL.promises, next: promised() } }), [])
  })

  t.test('is refused for a rule that earlier ones hide', async t => {
    const complaint = rule({ labels: ['complaint'] }, { first: promised() })
    t.same(found(URGENT, NORMAL, complaint), ['rules/2 RULE_HIDDEN'])
    t.same(found(URGENT, complaint, NORMAL), [])
    const wider = rule({ labels: ['complaint', 'inquiry'], departments: ['住建局', '水务局'] }, { first: promised() })
    const narrow = rule({ labels: ['inquiry'], departments: ['水务局'], levels: ['red'] }, { first: promised() })
    t.same(found(URGENT, wider, narrow, NORMAL), ['rules/2 RULE_HIDDEN'])
    t.same(found(URGENT, { ...wider, when: { ...wider.when, accounts: ['weibo/1'] } }, narrow, NORMAL), [])
  })

  t.test('is refused for a rule that several earlier ones hide together', async t => {
    const parts = (['inquiry', 'suggestion', 'complaint', 'other'] as const).map(label =>
      rule({ labels: [label], urgent: false }, { first: promised() })
    )
    const rest = rule({ urgent: false }, { first: promised() })
    t.same(found(URGENT, ...parts, rest, NORMAL), ['rules/5 RULE_HIDDEN', 'rules/6/promises/first PROMISE_HIDDEN'])
    t.same(found(URGENT, ...parts.slice(1), rest, NORMAL), ['rules/5/promises/first PROMISE_HIDDEN'])
  })

  t.test('is refused for a promise that never counts beside others that do', async t => {
    const first = rule({ labels: ['complaint'] }, { first: promised() })
    const both = rule({ labels: ['complaint'] }, { first: promised(), close: promised() })
    t.same(found(URGENT, first, both, NORMAL), ['rules/2/promises/first PROMISE_HIDDEN'])
    t.same(found(URGENT, rule({}, {}), NORMAL), ['rules/1 RULE_PROMISES_NOTHING'])
  })

  t.test('is refused for a calendar that is not there by then, or does not count (R17)', async t => {
    const by = (calendar: string, target = workingHours(8)) =>
      policy(URGENT, { ...NORMAL, promises: { ...NORMAL.promises, close: promised({ calendar, target }) } })
    const codes = (of: Policy, calendar: Partial<Calendar>) =>
      check(of, [...DEFAULT_RULES.calendars, { ...OFFICE, id: 'own', ...calendar }]).map(({ code }) => code)
    t.match(check(by('gone')), [{ code: 'CALENDAR_UNKNOWN', where: 'rules/1/promises/close/calendar' }])
    t.same(codes(by('own'), {}), [])
    t.same(codes(by('own'), { effectiveFrom: 1 }), ['CALENDAR_UNKNOWN'])
    t.same(codes({ ...by('own'), effectiveFrom: 1 }, { effectiveFrom: 1 }), [])
    t.same(codes(by('own'), { purpose: 'quiet' }), ['CALENDAR_COUNTS_NOT'])
    t.same(codes(by('own'), { purpose: 'duty' }), ['CALENDAR_COUNTS_NOT'])
    t.same(codes(by('own', rolling(8)), { purpose: 'duty' }), [], 'what falls outside is due when duty begins')
  })

  t.test('is refused for warn points that are not longest first, or come before the start (R29)', async t => {
    const warned = (warnBefore: number[], target = naturalHours(24)) =>
      found(URGENT, { ...NORMAL, promises: { ...NORMAL.promises, first: promised({ warnBefore, target }) } })
    const at = 'rules/1/promises/first/warnBefore'
    t.same(warned([12 * HOUR, HOUR]), [])
    t.same(warned([HOUR, 12 * HOUR]), [`${at} WARN_POINTS_DISORDERED`])
    t.same(warned([HOUR, HOUR]), [`${at} WARN_POINTS_DISORDERED`])
    t.same(warned([24 * HOUR]), [`${at} WARN_POINT_TOO_LONG`])
    t.same(warned([8 * HOUR], rolling(8)), [`${at} WARN_POINT_TOO_LONG`])
    t.same(warned([DAY], workingHours(8)), [], 'eight working hours may well take longer than a day')
    t.same(warned([2 * DAY], workdays(1)), [], 'and a working day the weekend')
  })

  t.test('is refused when the first reply to what is urgent is not counted round the clock (R11)', async t => {
    const office = promised({ calendar: 'office', target: workingHours(1) })
    const slow = { ...URGENT, promises: { ...URGENT.promises, first: office } }
    const at = 'promises/first/target URGENT_NOT_NATURAL'
    t.same(found(slow, NORMAL), [`rules/0/${at}`])
    for (const target of [workdays(1), rolling(1)])
      t.same(found({ ...slow, promises: { ...slow.promises, first: { ...office, target } } }, NORMAL), [
        `rules/0/${at}`
      ])
    const red = rule({ levels: ['red'] }, { first: office })
    t.same(found(red, URGENT, NORMAL), [`rules/0/${at}`], 'what is red may be urgent')
    t.same(found(URGENT, red, NORMAL), [], 'an earlier rule has what is urgent')
    t.same(found(URGENT, { ...NORMAL, promises: { ...NORMAL.promises, first: office } }), [])
  })

  t.test('is told what is wrong by the number and name that people know', async t => {
    const problems = check(policy(URGENT, NORMAL, rule({ labels: ['complaint'] }, { first: promised() }, '投诉')))
    t.match(problems, [{ refuses: true, zh: /^规则3“投诉”：/, en: /^Rule 3 "投诉": / }])
    for (const problem of problems) t.same(parser(RuleProblem, 'problem')(problem), problem)
  })
})
