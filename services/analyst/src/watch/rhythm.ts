import { DAY, HOUR, weekdayOf } from '@huiyin/domain/calendar/dates.ts'
import { daysOf } from '@huiyin/domain/calendar/days.ts'
import { zoneNamed } from '@huiyin/domain/calendar/zone.ts'
import type { Calendar } from '@huiyin/schemas/calendar.ts'

/** How much is written to an account of the office, by the hour; worked days and days off have a rhythm of their own. */
export interface Account {
  platform: string
  account: string
  /** UTC ms of the first comment. */
  since: number
  /** All comments since. */
  total: number
  /** Comments of the last hours, by hour since 1970 modulo RING. */
  written: Float64Array
  /** Of these, without those against something or in need. */
  idle: Float64Array
  expected: Float64Array
  /** Usual comments by hour of a worked day (0–23) and of a day off (24–47), and how many such hours were met. */
  usual: Float64Array
  met: Float64Array
  /** The hour up to which was learned. */
  learnedTo: number
  /** The newest hour that `written` and `expected` hold. */
  hour: number
}

const RING = 96
const SLOTS = 48
/** The rhythm follows slowly: an hour counts at least a twentieth of its slot. */
const SLOWEST = 20
/** An hour beyond so many times what is usual teaches no more than that. */
const OUTLIER = 4
/** Comments come late: an hour is learned when it is over for so long (hours). */
const LATE = 3
/** Hours of the same time of day elsewhere that a slot is trusted against. */
const TRUST = 2

export interface Rhythm {
  /** Counts a comment of the account. */
  count: (account: Account, at: number, isSerious: boolean) => void
  /** Brings an account's hours up to `now`. */
  follow: (account: Account, now: number) => void
  open: (platform: string, account: string, at: number) => Account
  /** 0–23. */
  hourOfDay: (at: number) => number
}

export function openRhythm(calendar: Calendar): Rhythm {
  const zone = zoneNamed(calendar.zone)
  const days = daysOf(calendar)
  const slots = new Map<number, number>()

  const slotOf = (hour: number): number => {
    let slot = slots.get(hour)
    if (slot === undefined) {
      const wall = zone.toWall(hour * HOUR)
      const number = Math.floor(wall / DAY)
      const { override } = days(number)
      const isOff = override ? override.kind === 'off' : weekdayOf(number) >= 5
      slot = Math.floor((wall - number * DAY) / HOUR) + (isOff ? SLOTS / 2 : 0)
      if (slots.size > 5_000) slots.clear()
      slots.set(hour, slot)
    }
    return slot
  }

  function expectedAt({ usual, met }: Account, hour: number): number {
    const slot = slotOf(hour)
    const other = (slot + SLOTS / 2) % SLOTS
    const [mine, theirs] = [met[slot]!, met[other]!]
    const elsewhere = theirs > 0 ? usual[other]! : meanOf(usual, met)
    return (usual[slot]! * mine + elsewhere * TRUST) / (mine + TRUST)
  }

  function learn(account: Account, hour: number): void {
    const slot = slotOf(hour)
    const written = account.written[ringOf(hour)]!
    const met = account.met[slot]!
    const most = met < 2 ? Number.POSITIVE_INFINITY : OUTLIER * account.usual[slot]! + 10
    const step = 1 / Math.min(met + 1, SLOWEST)
    account.usual[slot]! += step * (Math.min(written, most) - account.usual[slot]!)
    account.met[slot] = Math.min(met + 1, SLOWEST)
  }

  function follow(account: Account, now: number): void {
    const hour = Math.floor(now / HOUR)
    if (hour <= account.hour) return
    const from = Math.max(account.hour + 1, hour - RING + 1)
    for (let next = from; next <= hour; next++) {
      const learned = next - LATE
      if (learned > account.learnedTo) {
        learn(account, learned)
        account.learnedTo = learned
      }
      account.written[ringOf(next)] = 0
      account.idle[ringOf(next)] = 0
      account.expected[ringOf(next)] = expectedAt(account, next)
    }
    account.hour = hour
  }

  return {
    follow,
    count(account, at, isSerious) {
      follow(account, at)
      const hour = Math.floor(at / HOUR)
      account.total++
      if (at < account.since) account.since = at
      if (hour <= account.hour - RING) return
      account.written[ringOf(hour)]! += 1
      if (!isSerious) account.idle[ringOf(hour)]! += 1
    },
    open(platform, account, at) {
      const hour = Math.floor(at / HOUR)
      const [written, idle, expected] = [new Float64Array(RING), new Float64Array(RING), new Float64Array(RING)]
      const [usual, met] = [new Float64Array(SLOTS), new Float64Array(SLOTS)]
      return { platform, account, since: at, total: 0, written, idle, expected, usual, met, learnedTo: hour, hour }
    },
    hourOfDay: at => slotOf(Math.floor(at / HOUR)) % (SLOTS / 2)
  }
}

const ringOf = (hour: number) => hour % RING

function meanOf(usual: Float64Array, met: Float64Array): number {
  let [sum, count] = [0, 0]
  for (let slot = 0; slot < SLOTS; slot++) {
    sum += usual[slot]! * met[slot]!
    count += met[slot]!
  }
  return count > 0 ? sum / count : 0
}

/** What is expected, what was written, and what of it idly, to an account between two instants of the last 95 hours. */
export function volumeOf(
  { written, idle, expected, hour, since }: Account,
  from: number,
  to: number
): [expected: number, written: number, idle: number] {
  let [usual, came, idly] = [0, 0, 0]
  const first = Math.max(Math.floor(from / HOUR), hour - RING + 1, Math.floor(since / HOUR))
  const last = Math.min(Math.floor((to - 1) / HOUR), hour)
  for (let at = first; at <= last; at++) {
    const ms = Math.min(to, (at + 1) * HOUR) - Math.max(from, at * HOUR)
    usual += (expected[ringOf(at)]! * ms) / HOUR
    const of = at === hour ? Math.max(ms, to - at * HOUR) : HOUR // it is not over yet
    came += (written[ringOf(at)]! * ms) / of
    idly += (idle[ringOf(at)]! * ms) / of
  }
  return [usual, came, idly]
}
