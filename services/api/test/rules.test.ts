import { OFFICE_VERSIONS, officeCalendar } from '@huiyin/domain/calendar/office-calendar.ts'
import { ticket } from '@huiyin/ports/contracts/fixtures.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import type { Clock } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { HOUR, MINUTE, NOON, openHouse, signIn } from './house.ts'

const [URGENT, NORMAL] = DEFAULT_POLICY.rules
const within = (hours: number) => ({
  target: { kind: 'CALENDAR_HOURS', ms: hours * HOUR },
  calendar: 'round-the-clock',
  warnBefore: [HOUR]
})

/** A first reply within so many hours, all else as shipped. */
const policy = (version: string, hours: number, of: object = {}) => ({
  ...DEFAULT_POLICY,
  version,
  effectiveFrom: NOON,
  rules: [URGENT, { ...NORMAL, promises: { ...NORMAL!.promises, first: within(hours) } }],
  ...of
})

const group = { after: 0, to: [{ kind: 'channel', channel: 'wecom' }], by: ['wecom'], untilAcknowledged: true }
const LADDER = {
  id: 'breach',
  version: '1',
  effectiveFrom: NOON,
  for: ['breached'],
  urgent: false,
  keepsQuietHours: true,
  rungs: [group]
}

const running: Clock = {
  id: 'first-1',
  kind: 'first',
  cycle: 1,
  policy: DEFAULT_POLICY.version,
  calendar: 'round-the-clock@1',
  target: { kind: 'CALENDAR_HOURS', ms: 24 * HOUR },
  urgent: false,
  startedAt: NOON - 14 * HOUR,
  countedFrom: NOON - 14 * HOUR,
  used: 0,
  pauses: [],
  dueAt: NOON + 10 * HOUR,
  dueSetBy: 1,
  warnBefore: [],
  warned: []
}

t.test('policies', async t => {
  t.test('are listed with what each promise of the one in force means now (R10)', async t => {
    const { get } = await signIn(await openHouse(t))
    const { rows, examples } = (await get('/api/policies')).json()
    t.match(rows, [{ version: DEFAULT_POLICY.version, inForce: true, shipped: true }])
    t.same(rows[0].pauseAtMost, DEFAULT_POLICY.pauseAtMost)
    t.equal(examples.length, 8)
    t.match(examples[0], { name: '紧急', promise: 'first', dueAt: NOON + HOUR, zh: /^如现在起算：自然时间 1 小时/ })
  })

  t.test('are saved as versions that never change', async t => {
    const { get, post } = await signIn(await openHouse(t))
    const saved = await post('/api/policies', policy('p-1', 12))
    t.match(saved.json(), { version: 'p-1', inForce: true, shipped: false })
    t.equal((await post('/api/policies', policy('p-1', 12))).statusCode, 200)
    t.match((await post('/api/policies', policy('p-1', 13))).json(), { status: 409, code: 'VERSION_EXISTS' })
    await post('/api/policies', policy('p-2', 8, { effectiveFrom: NOON + HOUR }))
    const { rows } = (await get('/api/policies')).json()
    t.match(rows, [
      { version: 'p-2', inForce: false },
      { version: 'p-1', inForce: true },
      { version: DEFAULT_POLICY.version, inForce: false, shipped: true }
    ])
  })

  t.test('are refused with all that is wrong with them', async t => {
    const { post } = await signIn(await openHouse(t))
    const answer = await post('/api/policies', policy('p-1', 12, { rules: [URGENT], effectiveFrom: NOON - HOUR }))
    t.match(answer.json(), {
      status: 422,
      code: 'RULES_INVALID',
      problems: [
        { code: 'EFFECTIVE_IN_THE_PAST', where: 'effectiveFrom', zh: String, en: String },
        ...Array(4).fill({ code: 'PROMISE_MISSING', where: 'rules' })
      ]
    })
    t.match(answer.headers['content-type'], /^application\/problem\+json/)
    const odd = await post('/api/policies', policy('p-1', 12, { reviewBelow: 2 }))
    t.match(odd.json(), { status: 400, code: 'INVALID_REQUEST', at: 'body/reviewBelow' })
  })

  t.test('are tried on the tickets of the last 24 hours', async t => {
    const house = await openHouse(t)
    const { post } = await signIn(house)
    const recent = ticket({ openedAt: NOON - 14 * HOUR, clocks: [running] })
    const old = ticket({ id: 'old', openedAt: NOON - 25 * HOUR, clocks: [running] })
    await house.store.tickets.putEach([recent, old].map(document => ({ document })))
    await house.store.tickets.refresh()

    const answer = await post('/api/policies/preview', policy('p-1', 12))
    t.equal(answer.statusCode, 200)
    const { problems, examples, effect, complete } = answer.json()
    t.same([problems, complete, examples.length], [[], true, 8])
    t.match(effect, {
      tickets: 1,
      clocks: 1,
      sooner: 1,
      later: 0,
      breached: { before: 0, after: 1 },
      rules: [
        { name: '紧急', tickets: 0 },
        { name: '一般', tickets: 1 }
      ],
      examples: [
        { ticket: recent.id, number: recent.number, was: NOON + 10 * HOUR, dueAt: NOON - 2 * HOUR, breaches: true }
      ]
    })
    const wrong = (await post('/api/policies/preview', policy('p-1', 12, { rules: [URGENT] }))).json()
    t.match(wrong, { problems: [{ refuses: true }], examples: [] })
    t.notHas(wrong, { effect: Object })
  })
})

t.test('ladders', async t => {
  t.test('are the shipped ones until the office has its own', async t => {
    const { get, put } = await signIn(await openHouse(t))
    const shipped = (await get('/api/ladders')).json()
    t.equal(shipped.rows.length, 20)
    t.ok(shipped.rows.every((row: { inForce: boolean; shipped: boolean }) => row.inForce && row.shipped))
    t.same(shipped.channels, ['wecom'])

    t.match((await put('/api/ladders/breach', LADDER)).json(), { ladder: LADDER, problems: [] })
    const { rows } = (await get('/api/ladders')).json()
    t.match(rows[0], { ...LADDER, inForce: true, shipped: false })
    t.match(
      rows.find(({ id }: { id: string }) => id === 'default-breached-normal'),
      { inForce: false }
    )
  })

  t.test('are refused when a rung reaches nobody, and told of what is coming', async t => {
    const { get, put } = await signIn(await openHouse(t))
    const rungs = [{ ...group, to: [{ kind: 'person', person: 'li' }] }]
    t.match((await put('/api/ladders/breach', { ...LADDER, rungs })).json(), {
      status: 422,
      code: 'RULES_INVALID',
      problems: [{ code: 'RUNG_UNREACHABLE', refuses: true, rung: 0, zh: /^第1级/ }]
    })
    const li = { id: 'li', name: '李静', contacts: [{ channel: 'wecom', address: 'li' }], leave: [] }
    const { tag } = (await put('/api/people/li', li)).json()
    t.match((await put('/api/ladders/breach', { ...LADDER, rungs })).json().problems, [])
    await put('/api/people/li', { ...li, leave: [{ from: NOON + HOUR, to: NOON + 2 * HOUR }] }, { 'if-match': tag })
    t.match((await get('/api/ladders')).json().rows[0].problems, [
      { code: 'ON_LEAVE_WITHOUT_DEPUTY' },
      { code: 'LAST_RUNG_MAY_REACH_NOBODY' }
    ])
  })

  t.test('are versions that never change', async t => {
    const { put } = await signIn(await openHouse(t))
    await put('/api/ladders/breach', LADDER)
    t.match((await put('/api/ladders/breach', { ...LADDER, keepsQuietHours: false })).json(), {
      code: 'VERSION_EXISTS'
    })
    const past = { ...LADDER, version: '2', effectiveFrom: NOON - 2 * MINUTE }
    t.match((await put('/api/ladders/breach', past)).json(), { problems: [{ code: 'EFFECTIVE_IN_THE_PAST' }] })
    t.match((await put('/api/ladders/other', LADDER)).json(), { code: 'INVALID_REQUEST', at: 'body/id' })
  })
})

t.test('calendars are saved as versions, from the past too, and listed by id, the newest first', async t => {
  const { get, post } = await signIn(await openHouse(t))
  const calendar = { ...officeCalendar(), version: '1', effectiveFrom: NOON - 240 * HOUR }
  t.match((await post('/api/calendars', calendar)).json(), { id: 'office', version: '1', inForce: true })
  t.match((await post('/api/calendars', { ...calendar, name: '另一个' })).json(), { code: 'VERSION_EXISTS' })
  t.match((await post('/api/calendars', { ...calendar, version: '2', workday: [] })).json(), {
    status: 422,
    code: 'CALENDAR_INVALID'
  })
  const { rows } = (await get('/api/calendars')).json()
  t.same(
    rows.map(({ id, version, inForce }: { id: string; version: string; inForce: boolean }) => [id, version, inForce]),
    [
      ['office', '1', true],
      ...OFFICE_VERSIONS.toReversed().map(({ version }) => ['office', version, false]),
      ['round-the-clock', '1', true]
    ]
  )
  t.same(rows[0].days, calendar.days)
})
