import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorld } from '@huiyin/adapters/open.ts'
import { httpClient } from '@huiyin/adapters/platforms/http.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { responder } from '@huiyin/responder/tick.ts'
import { KINDS } from '@huiyin/simulator/control.ts'
import { seeded } from '@huiyin/simulator/random.ts'
import { startSimulator } from '@huiyin/simulator/simulator.ts'
import type { PlatformKind, SimPost } from '@huiyin/simulator/things.ts'
import { arrivalsOf } from './arrivals.ts'
import { openAway } from './away.ts'
import { openCitizens } from './citizens.ts'
import { openCollectors } from './collectors.ts'
import { openDiscovery } from './discovery.ts'
import { everything, type Findings } from './everything.ts'
import { openInstance } from './instance.ts'
import { accountOf, LIMITS, officesOf } from './offices.ts'
import { openPeople } from './people.ts'
import { openPipeline } from './pipeline.ts'
import type { Scale } from './scale.ts'
import { BEGINNING, HOUR, MINUTE, openTime, STEP } from './time.ts'
import { openTimers } from './timers.ts'
import { openWeather, takenDown } from './weather.ts'

const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
/** How long a platform is waited for, in real ms: the machine may be slow, and silence shall cost little. */
const PATIENCE = { usual: 5_000, silent: 300 }
const CITIZENS = 400

/** An hour in which all goes wrong that can, and the hours in which it is made good. */
export async function hostileHour(scale: Scale, progress: (text: string) => void = () => {}): Promise<Findings> {
  const { accounts: count, posts: perAccount, comments, seed, hours, after } = scale
  const folder = await mkdtemp(join(SCRATCH, 'huiyin-hostile-'))
  const time = openTime()
  const { now } = time
  const random = seeded(seed)
  const offices = officesOf(count)
  const of = { clock: { now }, seed, offices, limits: LIMITS, citizens: { count: CITIZENS } }
  const simulator = await startSimulator(of)
  const { control } = simulator
  control.quirks.mastodon.naming = 'direct'

  const posts = offices.flatMap(({ platform, id: account }) => publish(platform, account))
  function publish(platform: PlatformKind, account: string): SimPost[] {
    const at = () => BEGINNING - Math.round((1 + random() * 47) * HOUR)
    const times = Array.from({ length: perAccount }, at).sort((a, b) => a - b)
    return times.map((publishedAt, n) => control.publishPost({ platform, account, title: `通告${n}`, publishedAt }))
  }
  const accounts = offices.map(office => {
    const own = posts.filter(({ platform, account }) => platform === office.platform && account === office.id)
    return accountOf(
      office,
      simulator.url,
      own.map(({ id }) => id)
    )
  })
  const arrivals = KINDS.flatMap(kind => {
    const share = { comments: Math.round(comments / KINDS.length), hours, random }
    return arrivalsOf(
      posts.filter(({ platform }) => platform === kind),
      share
    )
  }).sort((a, b) => a.at - b.at)

  const settings = settingsOf({ data: folder, demo: 'off', port: 0 })
  const world = await openWorld(settings, silent, folder)
  const discovery = openDiscovery(now)
  const citizens = openCitizens(simulator, arrivals, { random, discovery })
  const http = httpClient(PATIENCE.usual)
  const open = () =>
    openInstance(world, { settings, folder, logger: silent, accounts, now, http, random: seeded(seed + 1), discovery })
  const collectors = openCollectors(open, [BEGINNING + 0.37 * hours * HOUR, BEGINNING + 0.7 * hours * HOUR])
  const office = open()
  const pipeline = openPipeline(office.house)
  const { house, platform } = office
  const answering = responder({ desk: house.desk, platform, logger: silent, random: seeded(seed + 2) })
  const leaves = new Set(takenDown(posts).map(({ id }) => id))
  const people = openPeople(house, { control, citizens }, { accounts, replies: scale.replies, hours, leaves, random })
  const names = Object.fromEntries(
    KINDS.map(kind => [kind, accounts.filter(({ platform }) => platform === kind).map(({ id }) => id)])
  ) as Record<PlatformKind, string[]>
  const weather = openWeather(control, { hours, accounts: names, posts })
  const away = openAway()
  const timers = openTimers()

  const endsAt = BEGINNING + (hours + after) * HOUR
  for (let at = BEGINNING; at <= endsAt; at += STEP) {
    time.to(at)
    timers.run('citizens', () => citizens.act(at))
    weather.pass(at)
    http.defaults.timeout = weather.isSilent() ? PATIENCE.silent : PATIENCE.usual
    await timers.during('collectors', () => collectors.tick(at))
    away.look(collectors.all(), at)
    await timers.during('classifier, desk', () => pipeline.drain(at))
    await timers.during('people', () => people.act(at))
    await timers.during('responder', async () => {
      await answering.tick(at)
      await answering.idle()
      await house.ledger.share()
    })
    if ((at - BEGINNING) % (5 * MINUTE) === 0)
      progress(`minute ${(at - BEGINNING) / MINUTE}: ${citizens.written()} comments, ${discovery.first.size} found`)
  }
  await pipeline.drain(endsAt)
  await collectors.close()
  await pipeline.close()
  const kept = await everything(world.store)
  const found: Findings = {
    ...{ scale, simulator: simulator.world, quotas: control.quotas(), discovery, weather, away },
    ...{ kept, replies: people.replies, changes: citizens.changes, deaths: collectors.deaths(), spent: timers.spent() }
  }
  await simulator.close()
  await world.close()
  await rm(folder, { recursive: true, force: true })
  return found
}
