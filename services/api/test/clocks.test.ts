import t from 'tap'
import { at, citizenWrites, HOUR, MINUTE, NOON, once } from './house.ts'
import { key, openOffice, viewed } from './talking.ts'

t.test('a clock', async t => {
  t.test('says why it is due when it is, in both languages', async t => {
    const { li, id } = await openOffice(t)
    const [first, close] = (await viewed(li, id)).clocks
    t.match(first, { kind: 'first', dueAt: NOON + 24 * HOUR - MINUTE })
    t.match(first?.why, {
      zh: /^自然时间 24 小时，自 2026年11月21日（周六）11:59 起；应于 2026年11月22日（周日）11:59 前完成/,
      en: /^24 hours of natural time from Sat 21 Nov 2026 11:59; due Sun 22 Nov 2026 11:59/,
      explanation: { dueAt: first!.dueAt, policy: 'default-3' }
    })
    t.match(close?.why?.zh, /5 个工作日/)
  })

  t.test('is paused for a reason, goes on by a person’s word, and shows the pause meanwhile', async t => {
    const { house, li, id } = await openOffice(t)
    const of = (name: string) => `${at(id)}/clocks/first-1/${name}`
    const pause = (reason: string) => li.post(of('pause'), { reason }, once(key()))
    t.match((await pause('awaiting_citizen')).json(), { status: 409, code: 'PAUSE_NOT_ALLOWED' })
    t.match((await pause('tired')).json(), { status: 400, at: 'body/reason' })
    const before = await viewed(li, id)
    t.same(before.clocks[0]?.may, ['pause'])

    const until = house.time.now + 24 * HOUR
    const paused = (await pause('platform_outage')).json()
    t.match(paused.clocks[0], { paused: { reason: 'platform_outage', to: until }, dueAt: before.dueAt! + 24 * HOUR })
    t.same(paused.clocks[0].may, ['resume'])
    t.equal(paused.clock.pausedUntil, until)

    house.time.now += HOUR
    const resumed = (await li.post(of('resume'), undefined, once(key()))).json()
    t.equal(resumed.dueAt, before.dueAt! + HOUR)
    t.notOk('paused' in resumed.clocks[0])
    t.match((await li.post(`${at(id)}/clocks/next-9/resume`, undefined, once(key()))).json(), {
      status: 409,
      code: 'CLOCK_NOT_RUNNING'
    })
  })

  t.test('stands in the row when it is due first', async t => {
    const { house, li } = await openOffice(t)
    await citizenWrites(house, { comment: 'c7', root: 'c7', author: { id: 'u7' } })
    const { rows } = (await li.get('/api/tickets')).json()
    t.match(rows[0], { dueAt: NOON + 24 * HOUR - MINUTE, clock: { kind: 'first', urgent: false, provisional: false } })
    t.match(rows[0], { locked: false, watched: false, undecided: 0, exhausted: false, cycle: 1 })
  })
})
