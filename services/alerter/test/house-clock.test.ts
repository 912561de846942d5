import { systemClock } from '@huiyin/adapters/clock.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t from 'tap'
import { HOUR, kinds, MINUTE, NINE, office } from './office.ts'

/** The alerter of an office on a machine whose three clocks are moved by hand. */
function onMachine() {
  const sources = { wall: NINE, monotonic: 5_000, uptime: 90_000 }
  const clock = systemClock(silent, {
    wall: () => sources.wall,
    monotonic: () => sources.monotonic,
    uptime: () => sources.uptime
  })
  const house = office({ clock })
  const moved = (ms: number, ...names: (keyof typeof sources)[]) => {
    for (const name of names) sources[name] += ms
    return house.at(clock.now())
  }
  return {
    ...house,
    awake: (ms: number) => moved(ms, 'wall', 'monotonic', 'uptime'),
    asleep: (ms: number) => moved(ms, 'wall', 'uptime'),
    turned: (ms: number) => moved(ms, 'wall')
  }
}

/** Half an hour before the first answer is due, all warned of. */
async function nearlyDue() {
  const house = onMachine()
  const id = await house.arrives(1)
  for (const hours of [12, 8, 3]) await house.awake(hours * HOUR)
  await house.awake(HOUR / 2)
  return { ...house, id }
}

const WARNED = ['warn 12', 'warn 4', 'warn 1']

t.test('when somebody turns the clock of the machine (R31)', async t => {
  for (const [jump, direction] of [
    [HOUR, 'forward'],
    [-HOUR, 'back']
  ] as const) {
    t.test(`an hour ${direction}, nothing is told by it, and what falls due is told when it does`, async t => {
      const { turned, awake, told, digests } = await nearlyDue()
      await turned(jump)
      t.same(kinds(told), WARNED)
      await awake(HOUR / 2 - 1)
      t.same(kinds(told), WARNED)
      await awake(1)
      t.same(kinds(told), [...WARNED, 'breach'])
      await awake(2 * HOUR - 1)
      t.equal(told.length, 4)
      await awake(1)
      t.match(told.at(-1), { alert: { kind: 'breach', rung: 1 } })
      t.equal(digests.length, 0)
    })

    t.test(`an hour ${direction} and back again, the same`, async t => {
      const { turned, awake, told, digests } = await nearlyDue()
      await turned(jump)
      await awake(10 * MINUTE)
      await turned(-jump)
      await awake(HOUR / 2 - 10 * MINUTE)
      t.same(kinds(told), [...WARNED, 'breach'])
      t.equal(digests.length, 0)
    })
  }

  t.test('back while a message waits for its channel, it leaves after the time that really passes', async t => {
    const house = onMachine()
    await house.arrives(1)
    const busy = { outcome: 'later', reason: 'busy', retryAfterMs: HOUR } as const
    const { deliver } = house.ports.channels[0]!
    house.ports.channels[0]!.deliver = async () => busy
    await house.awake(12 * HOUR)
    house.ports.channels[0]!.deliver = deliver
    await house.turned(-2 * HOUR)
    await house.awake(HOUR - MINUTE)
    t.same(kinds(house.told), [])
    await house.awake(MINUTE)
    t.same(kinds(house.told), ['warn 12'])
  })

  t.test('the ticket keeps the due time as the moment of the breach', async t => {
    const { turned, awake, ticketOf, id } = await nearlyDue()
    await turned(HOUR)
    await awake(HOUR / 2)
    const due = NINE + 24 * HOUR
    t.match((await ticketOf(id)).clocks[0], { breachedAt: due, detectedAt: due })
  })
})

t.test('what fell due while the machine really slept is one digest that names the gap (R30)', async t => {
  const { asleep, awake, told, digests } = await nearlyDue()
  await asleep(HOUR)
  await awake(5 * MINUTE)
  t.same(kinds(told), WARNED)
  const from = NINE + 23.5 * HOUR
  t.match(digests, [{ of: { why: 'late', gaps: [{ from, to: from + HOUR, why: 'asleep' }] } }])
  t.equal(digests.length, 1)
})
