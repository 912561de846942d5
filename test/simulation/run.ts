import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seeded } from '@huiyin/simulator/random.ts'
import { type Everything, everything } from './house/everything.ts'
import { type Journal, journal } from './house/journal.ts'
import { awakeBy, isWithin, outages, wholeSecond } from './house/outages.ts'
import { type Engines, openTownHall, type TownHall } from './house/town-hall.ts'
import { AMENDED_FROM } from './reference/amendment.ts'
import { DAY, SECOND } from './reference/minutes.ts'
import { type Message, recordingChannel } from './world/channel.ts'
import { society } from './world/society.ts'
import { openTown } from './world/town.ts'

export interface SimulationOptions {
  days: number
  seed: number
  comments: number
  /** Kafka and Elasticsearch instead of SQLite. */
  engines?: Engines
  /** Says how far it is. */
  progress?: (text: string) => void
}

export interface Simulated extends Everything {
  journal: Journal
  messages: Message[]
  comments: number
  deaths: number
  restarts: number
  /** What people asked in vain, with the code that refused it. */
  refusals: ReadonlyMap<string, number>
  /** When it all was over. */
  endedAt: number
  /** What was due, looked at by a service and left as it was: it would be looked at every second. */
  lookedInVain: string[]
}

/** The first day: two weeks before the Spring Festival, so that make-up days, three holidays and quiet weeks are in it. */
const BEGINNING = Date.parse('2026-02-01T00:00:00+08:00')
/** Memory where there is some: what is looked at is time, not the disk. */
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const MORTALITY = 0.01
const RESTART_EVERY = 3 * DAY
/** Nothing new is written then, and what runs goes on. */
const RUNS_ON = 3

/** A whole office through virtual days, over a real store, with everything that goes wrong. */
export async function simulate(options: SimulationOptions): Promise<Simulated> {
  const { days, seed, comments, engines, progress } = options
  const folder = await mkdtemp(join(SCRATCH, 'huiyin-simulation-'))
  let now = BEGINNING
  let puts = 0
  const random = seeded(seed)
  const down = outages(seed + 2, BEGINNING, days)
  const notes = journal(down.ticks)
  const group = recordingChannel('group', () => now)
  let hall: TownHall
  const town = openTown({
    seed,
    now: () => now,
    journal: notes,
    house: () => hall,
    isAsleep: () => isWithin(down.asleep, now)
  })
  const beforeAnswer = () => {
    if (random() < MORTALITY) hall.strikeResponder()
  }
  const world = society(town, { seed, from: BEGINNING, days, comments, outages: down, beforeAnswer })
  hall = await openTownHall({
    folder,
    now: () => now,
    platform: world.platform,
    channels: [group.channel],
    random: seeded(seed + 1),
    mortality: MORTALITY,
    onPut: ({ id }) => {
      puts += 1
      world.isKnown(id)
    },
    ...(engines && { engines })
  })

  /** The amended notice reaches every clock that runs, or none yet. */
  const rulesAreTold = async () => {
    const before = puts
    await hall.lookForRules()
    if (puts === before) return false
    for (const id of notes.tickets.keys()) town.note(id, { at: now, kind: 'notice-amended' })
    return true
  }

  const endedAt = BEGINNING + (days + Math.min(days, RUNS_ON)) * DAY
  let restarts = 0
  let restartAt = BEGINNING + RESTART_EVERY * random()
  let rulesAt = awakeBy(down.ticks, AMENDED_FROM)
  let day = 0
  while (true) {
    const tickAt = awakeBy(down.ticks, Math.max(hall.nextTick(), now + 1))
    const plannedAt = town.plan.next()
    const next = Math.min(plannedAt, tickAt, rulesAt)
    if (next > endedAt) break
    now = next
    if (plannedAt <= Math.min(tickAt, rulesAt)) await town.plan.take()()
    else if (rulesAt <= tickAt) rulesAt = (await rulesAreTold()) ? Infinity : awakeBy(down.ticks, now + SECOND)
    else await hall.tick(now)
    if (now > restartAt) {
      await hall.restart()
      restarts += 1
      restartAt = now + RESTART_EVERY * (0.5 + random())
    }
    if (now < BEGINNING + (day + 1) * DAY) continue
    day += 1
    await hall.settle()
    progress?.(`day ${day}: ${world.citizens.written()} comments`)
  }
  now = wholeSecond(endedAt)
  await hall.settle()
  const found = await everything(hall.house())
  await hall.close()
  await rm(folder, { recursive: true, force: true })
  return {
    ...found,
    journal: notes,
    messages: group.messages,
    comments: world.citizens.written(),
    deaths: hall.deaths(),
    restarts,
    refusals: town.refusals,
    endedAt,
    lookedInVain: hall.lookedInVain()
  }
}
