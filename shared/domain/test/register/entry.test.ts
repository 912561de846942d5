import { officeCalendar } from '@huiyin/domain/calendar/office-calendar.ts'
import type { RegisterCommand } from '@huiyin/domain/register/commands.ts'
import { countedBefore } from '@huiyin/domain/register/counted.ts'
import { decideEntry } from '@huiyin/domain/register/decide.ts'
import { SHIPPED_APPRAISAL_RULES as RULES } from '@huiyin/domain/settings/shipped/appraisal-rules.ts'
import type { RegisterEntry } from '@huiyin/schemas/register.ts'
import t from 'tap'

const at = (text: string) => Date.parse(`${text}+08:00`)
const MONDAY = at('2026-03-02T10:00')
const DAY = 86_400_000
const person = (id: string) => ({ id, name: id, role: 'head' })
const [AUDITOR, HEAD, DEPUTY, LIN] = ['auditor', 'head', 'deputy', 'lin'].map(person) as [
  ReturnType<typeof person>,
  ReturnType<typeof person>,
  ReturnType<typeof person>,
  ReturnType<typeof person>
]

let keys = 0
const by = (actor: typeof AUDITOR) => ({ actor, key: `k${++keys}` })

const decided = (entry: RegisterEntry | undefined, command: RegisterCommand, now = MONDAY) =>
  decideEntry(entry, command, { id: 'e1', now, rules: RULES, calendar: officeCalendar() })

const step = (entry: RegisterEntry | undefined, command: RegisterCommand, now = MONDAY) =>
  decided(entry, command, now).entry

const violation = (subject = 'lin', happened = MONDAY - DAY) =>
  step(undefined, {
    type: 'enter',
    ...by(AUDITOR),
    kind: 'violation',
    subject: { kind: 'person', id: subject, name: subject },
    at: happened,
    title: '擅自发布',
    text: '未经审核发布',
    evidence: [{ kind: 'post', id: 'weibo/1001/p1' }]
  })

const ruled = (after: string[] = []) => step(violation(), { type: 'rule', ...by(HEAD), why: '属实', after })

t.test('an entry of the register', async t => {
  t.test('is proposed by one and decided by a second', async t => {
    const proposed = violation()
    t.match(proposed, { state: 'proposed', by: AUDITOR, n: 1 })
    t.throws(() => step(proposed, { type: 'rule', ...by(AUDITOR), why: '属实', after: [] }), {
      code: 'SECOND_PERSON_NEEDED'
    })
    t.match(ruled(), {
      state: 'decided',
      ruling: { by: HEAD, nth: 1, consequence: { id: 'reminder' }, points: 1 },
      n: 2
    })
  })

  t.test('is not decided by the one whom it is about', async t => {
    t.throws(() => step(violation('head'), { type: 'rule', ...by(HEAD), why: '属实', after: [] }), {
      code: 'OUTSIDER_NEEDED'
    })
  })

  t.test('weighs more the second time and the third, and from then on the same', async t => {
    const consequences = [0, 1, 2, 3].map(n => ruled(Array.from({ length: n }, (_, i) => `v${i}`)).ruling)
    t.match(consequences, [
      { nth: 1, consequence: { id: 'reminder', zh: '提醒' } },
      { nth: 2, consequence: { id: 'talk', zh: '约谈' } },
      { nth: 3, consequence: { id: 'criticism', zh: '通报批评' } },
      { nth: 4, consequence: { id: 'criticism' } }
    ])
  })

  t.test('can be appealed against for so many working days, over the weekend', async t => {
    const entry = ruled()
    t.equal(entry.appealUntil, at('2026-03-09T10:00'), 'decided on Monday at ten: the Monday after')
    t.equal(entry.calendar?.split('@')[0], 'office')
    t.throws(() => step(entry, { type: 'appeal', ...by(LIN), grounds: '有授权' }, entry.appealUntil), {
      code: 'TOO_LATE'
    })
    const appealed = step(entry, { type: 'appeal', ...by(LIN), grounds: '有授权' }, entry.appealUntil! - 1)
    t.match(appealed, { state: 'appealed', appeals: [{ by: LIN, grounds: '有授权' }] })
    t.ok(appealed.appeals[0]!.dueAt > entry.appealUntil!)
  })

  t.test('counts no holiday among the working days', async t => {
    const eve = at('2026-09-30T10:00')
    const entry = step(violation(), { type: 'rule', ...by(HEAD), why: '属实', after: [] }, eve)
    t.ok(entry.appealUntil! > at('2026-10-09T00:00'), 'National Day lies between')
  })

  t.test('is answered by a third: not by who entered, decided or appealed', async t => {
    const appealed = step(ruled(), { type: 'appeal', ...by(LIN), grounds: '有授权' })
    for (const one of [AUDITOR, HEAD])
      t.throws(() => step(appealed, { type: 'answer', ...by(one), outcome: 'upheld', why: '无授权' }), {
        code: 'SECOND_PERSON_NEEDED'
      })
    t.throws(() => step(appealed, { type: 'answer', ...by(LIN), outcome: 'withdrawn', why: '我有' }), {
      code: 'OUTSIDER_NEEDED'
    })
    const upheld = step(appealed, { type: 'answer', ...by(DEPUTY), outcome: 'upheld', why: '无授权' })
    t.match(upheld, { state: 'upheld', appeals: [{ answer: { by: DEPUTY, outcome: 'upheld' } }] })
    t.throws(
      () => step(upheld, { type: 'appeal', ...by(LIN), grounds: '再申诉' }),
      { code: 'ENTRY_STATE' },
      'and that is final'
    )
  })

  t.test('keeps the ruling that an appeal has changed', async t => {
    const appealed = step(ruled(['v0', 'v1']), { type: 'appeal', ...by(LIN), grounds: '情节轻微' })
    const changed = step(appealed, {
      type: 'answer',
      ...by(DEPUTY),
      outcome: 'changed',
      why: '从轻',
      consequence: 'reminder'
    })
    t.match(changed, {
      state: 'changed',
      ruling: { by: DEPUTY, nth: 3, consequence: { id: 'reminder' }, points: 1 },
      before: [{ by: HEAD, consequence: { id: 'criticism' }, points: 5 }]
    })
    t.throws(
      () => step(appealed, { type: 'answer', ...by(DEPUTY), outcome: 'changed', why: '从轻', consequence: 'prison' }),
      { code: 'INVALID_REQUEST', message: /reminder, talk, criticism/ }
    )
  })

  t.test('says so when its answer came late', async t => {
    const appealed = step(ruled(), { type: 'appeal', ...by(LIN), grounds: '有授权' })
    const { dueAt } = appealed.appeals[0]!
    const late = step(appealed, { type: 'answer', ...by(DEPUTY), outcome: 'withdrawn', why: '确有授权' }, dueAt + 1)
    t.match(late, { state: 'withdrawn', appeals: [{ answer: { late: true } }] })
  })

  t.test('that is refused stays in the register, and counts for nothing', async t => {
    const dropped = step(violation(), { type: 'drop', ...by(HEAD), why: '查无此事' })
    t.match(dropped, { state: 'withdrawn', dropped: { by: HEAD, why: '查无此事' } })
    t.throws(() => step(dropped, { type: 'rule', ...by(HEAD), why: '属实', after: [] }), { code: 'ENTRY_STATE' })
  })

  t.test('takes more evidence as long as somebody has to decide', async t => {
    const more = step(violation(), { type: 'add', ...by(AUDITOR), evidence: [{ kind: 'ticket', id: 't1' }], files: [] })
    t.equal(more.evidence.length, 2)
    t.throws(() => step(ruled(), { type: 'add', ...by(AUDITOR), evidence: [], files: [] }), { code: 'ENTRY_STATE' })
  })

  t.test('sent twice is done once, and another request under the same key is refused', async t => {
    const command = { type: 'rule', ...by(HEAD), why: '属实', after: [] } as const
    const once = step(violation(), command)
    const again = decided(once, command)
    t.equal(again.entry, once)
    t.equal(again.happened, undefined)
    t.throws(() => step(once, { ...command, why: '不实' }), { code: 'KEY_REUSED' })
  })

  t.test('is not changed by who saw it otherwise', async t => {
    const more = step(violation(), { type: 'add', ...by(AUDITOR), evidence: [{ kind: 'ticket', id: 't1' }], files: [] })
    t.throws(() => step(more, { type: 'rule', ...by(HEAD), seen: 1, why: '属实', after: [] }), {
      code: 'SOMEBODY_WAS_FASTER'
    })
  })

  t.test('says in an event what happened, by ids and numbers', async t => {
    const { happened } = decided(violation(), { type: 'rule', ...by(HEAD), why: '属实', after: ['v0'] })
    t.same(happened, {
      type: 'register.decided',
      data: { kind: 'violation', subject: 'person', of: 'lin', points: 3, nth: 2, consequence: 'talk', n: 2 }
    })
  })
})

t.test('incidents, rewards and trainings', async t => {
  const entered = (kind: 'incident' | 'reward' | 'training', more: object) =>
    step(undefined, {
      ...{ type: 'enter', ...by(AUDITOR), kind, at: MONDAY, title: '…', evidence: [] },
      subject: { kind: 'account', id: 'weibo/1001', name: '云溪发布' },
      ...more
    } as RegisterCommand)
  const rule = (entry: RegisterEntry, more = {}) =>
    step(entry, { type: 'rule', ...by(HEAD), why: '属实', after: [], ...more }).ruling

  t.match(rule(entered('incident', { severity: 'serious' })), { severity: 'serious', points: 10 })
  t.match(rule(entered('incident', { severity: 'serious' }), { severity: 'minor' }), { severity: 'minor', points: 5 })
  t.match(rule(entered('reward', {})), { points: 2 })
  t.match(rule(entered('reward', {}), { points: 4.5 }), { points: 4.5 })
  t.match(rule(entered('training', { training: { hours: 2, participants: [{ id: 'head', name: '…' }] } })), {
    points: 0
  })
  t.throws(() => entered('incident', {}), { code: 'INVALID_REQUEST', message: /severity/ })
  t.throws(() => entered('training', {}), { code: 'INVALID_REQUEST', message: /training/ })
  t.throws(() => entered('reward', { at: MONDAY + 1 }), { code: 'INVALID_REQUEST', message: /later than now/ })
})

t.test('which violations count before another', async t => {
  const named = (id: string, of: RegisterEntry, state: RegisterEntry['state'] = of.state) => ({ ...of, id, state })
  const claims = ['v1', 'v2', 'v3', 'own', 'v5'].map(entry => ({ entry, at: MONDAY - 10 * DAY }))
  const own = named('own', violation())
  const counted = (others: RegisterEntry[], when = claims) =>
    countedBefore(own, { claims: when, others: new Map(others.map(one => [one.id, one])), now: MONDAY }, RULES.register)

  t.same(counted([named('v1', ruled()), named('v2', ruled(), 'upheld')]), ['v1', 'v2'], 'those that stand')
  t.same(
    counted([named('v1', ruled(), 'withdrawn'), named('v2', violation())]),
    [],
    'none that was withdrawn or only proposed'
  )
  t.same(counted([{ ...named('v1', ruled()), at: MONDAY - 367 * DAY }]), [], 'none of more than a year ago')
  t.same(counted([named('v5', ruled())]), [], 'none that was begun after it')
  const now = claims.map(one => ({ ...one, at: MONDAY - 1000 }))
  t.same(
    counted([named('v1', violation())], now),
    ['v1'],
    'of two that are decided at once the earlier begun is the first'
  )
})
