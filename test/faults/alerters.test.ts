import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openHouse } from '@huiyin/adapters/house.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { engines } from '@huiyin/engines/engines.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { seeded } from '@huiyin/simulator/random.ts'
import t from 'tap'
import { untoldAfterSweep } from './aftermath.ts'
import { settled, shared, startAlerters } from './alerters.ts'
import { openBreaching, openUrgent, rowsOwed, saveLadders } from './escalations.ts'
import { type Arrived, CHANNELS, startReceivers } from './receivers.ts'

// `npm run faults:suites` takes all of it.
const LONG = process.env.FAULTS === 'long'
const ESCALATIONS = LONG ? 2_000 : 150
const OVER = LONG ? 60_000 : 8_000
const URGENT = ESCALATIONS / 5
const KILL_EVERY = 2_000
/** Each of these with a message on its way. */
const KILLS_AFTER = LONG ? 12 : 2
const ALERTERS = 3
/** Time to open the tickets, and for three alerters to share the work, before the first is due. */
const BEFORE = LONG ? 40_000 : 15_000

t.setTimeout(LONG ? 900_000 : 300_000)

const { brokers, elasticsearch, missing, stop } = await engines()
if (stop) t.teardown(stop)

t.test(
  `${ESCALATIONS} escalations while one of three alerters is killed every two seconds`,
  {
    skip: missing ?? false
  },
  async t => {
    const receivers = await startReceivers()
    t.teardown(receivers.close)
    const folder = t.testdir({})
    const environments = await Promise.all(
      Array.from({ length: ALERTERS }, async (_, n) => {
        const file = join(folder, `config-${n}.json`)
        await writeFile(file, JSON.stringify({ channels: receivers.channelsOf(n) }))
        return {
          HUIYIN_LOG: `kafka://${brokers}`,
          HUIYIN_STORE: elasticsearch!,
          HUIYIN_PREFIX: `alerters-${process.pid}`,
          HUIYIN_CONFIG: file
        }
      })
    )
    const house = await openHouse({ settings: await readSettings(environments[0]!), folder, logger: silent })
    t.teardown(() => house.close())
    const begun = Date.now()
    await saveLadders(house, begun)
    const from = begun + BEFORE
    const normal = await openBreaching(house, ESCALATIONS - URGENT, { from, over: OVER })
    const alerters = startAlerters(environments)
    t.teardown(alerters.stop)
    await shared(house, ALERTERS)
    await sleep(Math.max(0, from - Date.now()))
    const start = Date.now()
    const kills = { channels: [CHANNELS.urgent, CHANNELS.normal], next: receivers.nextSender, random: seeded(7) }
    const [urgent] = await Promise.all([
      openUrgent(house, URGENT, { from: start, over: OVER, first: normal.length }),
      alerters.killOften(kills, KILL_EVERY, start + OVER)
    ])
    await alerters.killInTheAct(kills, KILLS_AFTER, 30_000)
    const lastKill = Date.now()
    const { alerts, deliveries } = await settled(house, ESCALATIONS)
    const seconds = (Date.now() - start) / 1000

    const arrived = receivers.arrived()
    const by = (channel: string) => arrived.filter(one => one.channel === channel)
    const timesAt = (channel: string) => Map.groupBy(by(channel), ({ number }) => number)
    t.comment(figures({ arrived, lastKill, seconds, ...alerters.kills() }))

    t.test('make one row each, none missing and none besides', async t => {
      t.equal(alerts.length, ESCALATIONS)
      t.same(alerts.map(({ id }) => id).sort(), rowsOwed(house, [...normal, ...urgent]).sort())
    })
    t.test('all reach somebody', async t => {
      const told = new Set(arrived.map(({ number }) => number))
      t.same(numbersOf([...normal, ...urgent].filter(({ number }) => !told.has(number))), [])
    })
    t.test('reach the system once at most when they are not urgent, and unmarked', async t => {
      const times = timesAt(CHANNELS.normal)
      t.same(numbersOf(normal.filter(({ number }) => (times.get(number)?.length ?? 0) > 1)), [])
      t.same(numbersOf(by(CHANNELS.normal).filter(({ repeated }) => repeated)), [])
    })
    t.test('are shown as unknown and go by another channel, when nobody knows and they are not urgent', async t => {
      const unknown = deliveries
        .filter(({ state, channel }) => state === 'unknown' && channel === CHANNELS.normal)
        .flatMap(({ alert, digest = [alert] }) => digest)
      const notUrgent = new Set(normal.map(({ number }) => number))
      t.same(numbersOf(by(CHANNELS.spare).filter(({ number }) => notUrgent.has(number))), numbersOf(unknown))
      const known = new Set([...timesAt(CHANNELS.normal).keys(), ...numbersOf(unknown)])
      t.same(numbersOf(normal.filter(({ number }) => !known.has(number))), [])
    })
    t.test('reach the group twice at most when they are urgent, and the second says 可能重复', async t => {
      const times = timesAt(CHANNELS.urgent)
      t.ok(times.size > 0)
      for (const [number, [, ...again]] of times) {
        t.ok(again.length <= 1, number)
        t.ok(
          again.every(({ repeated }) => repeated),
          number
        )
      }
    })
    t.test('are each in the log', async t => t.same(await untoldAfterSweep(house, house.desk), []))
  }
)

const numbersOf = (of: readonly { number: string }[]) => of.map(({ number }) => number).sort()

type Figures = { arrived: readonly Arrived[]; lastKill: number; seconds: number; kills: number; inTheAct: number }

function figures({ arrived, lastKill, seconds, kills, inTheAct }: Figures): string {
  const told = (some: readonly Arrived[]) => new Set(some.map(({ number }) => number)).size
  return [
    `told ${told(arrived)}, ${told(arrived.filter(({ at }) => at <= lastKill))} of them while alerters were killed`,
    `marked as perhaps repeated ${arrived.filter(({ repeated }) => repeated).length}`,
    `unknown, then by the other channel ${arrived.filter(({ channel }) => channel === CHANNELS.spare).length}`,
    `killed ${kills} times, ${inTheAct} of them with a message on its way`,
    `${seconds.toFixed(0)} s until all was told or its fate known`
  ].join('; ')
}
