import { setTimeout as sleep } from 'node:timers/promises'
import { silent } from '@huiyin/ports/logger.ts'
import t from 'tap'
import { systemClock } from '../src/clock.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND
const NOON = Date.parse('2026-11-23T12:00:00+08:00')

/** A machine whose three clocks are moved by hand. */
function machine() {
  const at = { wall: NOON, monotonic: 5_000, uptime: 90_000 }
  const warned: unknown[] = []
  const clock = systemClock(
    { ...silent, warn: fields => void warned.push(fields) },
    { wall: () => at.wall, monotonic: () => at.monotonic, uptime: () => at.uptime }
  )
  const awake = (ms: number) => {
    for (const name of ['wall', 'monotonic', 'uptime'] as const) at[name] += ms
  }
  const asleep = (ms: number) => {
    for (const name of ['wall', 'uptime'] as const) at[name] += ms
  }
  const turned = (ms: number) => {
    at.wall += ms
  }
  return { clock, warned, awake, asleep, turned }
}

t.test('the clock of the house', async t => {
  t.test('goes on by the time that passes', async t => {
    const { clock, awake, warned } = machine()
    t.equal(clock.now(), NOON)
    awake(90 * SECOND)
    t.equal(clock.now(), NOON + 90 * SECOND)
    t.same(warned, [])
  })

  for (const jump of [HOUR, -HOUR])
    t.test(
      `only says so when somebody turns the machine's clock by ${jump / HOUR} h, and when it is turned back`,
      async t => {
        const { clock, awake, turned, warned } = machine()
        turned(jump)
        awake(SECOND)
        t.equal(clock.now(), NOON + SECOND)
        awake(SECOND)
        t.equal(clock.now(), NOON + 2 * SECOND)
        t.same(warned, [{ jump }])
        turned(-jump)
        t.equal(clock.now(), NOON + 2 * SECOND)
        t.same(warned, [{ jump }, { jump: 0 }])
        t.same(clock.gaps(0), [])
      }
    )

  t.test('adds the time that the machine slept, and says from when to when', async t => {
    const { clock, awake, asleep, warned } = machine()
    awake(SECOND)
    clock.now()
    asleep(HOUR)
    awake(SECOND / 10)
    t.equal(clock.now(), NOON + HOUR + 1.1 * SECOND)
    awake(SECOND)
    t.equal(clock.now(), NOON + HOUR + 2.1 * SECOND)
    t.same(clock.gaps(NOON), [{ from: NOON + SECOND, to: NOON + HOUR + 1.1 * SECOND }])
    t.same(clock.gaps(NOON + 2 * HOUR), [])
    t.same(warned, [])
  })

  t.test('adds each sleep once, and keeps the last hundred', async t => {
    const { clock, awake, asleep } = machine()
    for (let nights = 1; nights <= 120; nights++) {
      asleep(HOUR)
      awake(SECOND)
      t.equal(clock.now(), NOON + nights * (HOUR + SECOND))
    }
    t.equal(clock.gaps(0).length, 100)
  })

  t.test('knows of a sleep as soon as it is asked for gaps', async t => {
    const { clock, asleep } = machine()
    asleep(HOUR)
    t.same(clock.gaps(NOON), [{ from: NOON, to: NOON + HOUR }])
  })

  t.test('takes no odd hundredth of the uptime for sleep', async t => {
    const { clock, awake, asleep } = machine()
    for (let n = 0; n < 50; n++) {
      asleep(n % 2 === 0 ? 10 : -10)
      awake(SECOND)
      clock.now()
    }
    t.equal(clock.now(), NOON + 50 * SECOND)
  })

  t.test('of this machine agrees with it and never goes back', async t => {
    const clock = systemClock(silent)
    let before = clock.now()
    t.ok(Math.abs(before - Date.now()) < 1000)
    for (let n = 0; n < 20; n++) {
      await sleep(2)
      const now = clock.now()
      t.ok(now >= before)
      before = now
    }
    t.same(clock.gaps(0), [])
  })
})
