import { pick, type Random, seeded, shuffled } from '@huiyin/simulator/random.ts'
import { ACCOUNTS, DAY, HOUR, type MonthOptions, type OfficeAccount, type Saying } from './options.ts'
import { volumeAt } from './rhythm.ts'
import { ECHOES, ENDS, OPENINGS, STORIES, type Story } from './stories.ts'

export interface Burst {
  story: string
  size: number
  /** UTC ms, and how long (ms). */
  from: number
  lasts: number
  accounts: number
  copied: boolean
  sayings: Saying[]
}

const SIZES = [15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 200, 250, 300, 400, 600, 900, 1_400, 2_000, 3_000]
const SHORTEST = HOUR / 6
const LONGEST = 3 * DAY
/** The smallest come at least so often. */
const SLOWEST = 2 * HOUR
const COPIED = 0.2
const ECHOED = 0.12
const PLACED = 0.65
/** Bursts begin when there is something to compare with. */
const FIRST = 4 * DAY

/** The bursts of a month: each story once, in different sizes and speeds. */
export function plantedBursts({ seed, bursts, smallest, largest, from, days }: MonthOptions): Burst[] {
  const random = seeded(seed * 7_919 + 1)
  const stories = shuffled(random, STORIES)
  const sizes = SIZES.filter(size => size >= smallest && size <= largest)
  return Array.from({ length: bursts }, (_, i) => {
    const size = sizes[i % sizes.length]!
    const lasts = Math.min(SHORTEST * (LONGEST / SHORTEST) ** random(), size * SLOWEST)
    const accounts = size < 30 ? 1 : 1 + Math.floor(random() * Math.min(6, 1 + size / 50))
    const begins = from + FIRST + random() * (days * DAY - FIRST - lasts - DAY)
    const copied = random() < COPIED
    const story = stories[i % stories.length]!
    const planted = { story: story.name, size, from: daytime(begins), lasts, accounts, copied }
    return { ...planted, sayings: sayingsOf(random, planted, story, i) }
  })
}

/** A burst begins when people are awake. */
const daytime = (at: number): number => (volumeAt(at) < 1 ? daytime(at + HOUR) : at)

function sayingsOf(random: Random, burst: Omit<Burst, 'sayings'>, story: Story, number: number): Saying[] {
  const own = pick(random, ACCOUNTS.slice(0, 10))
  const others = shuffled(random, ACCOUNTS).slice(0, burst.accounts - 1)
  const copy = long(random, story)
  return instants(random, burst).map((at, i) => {
    const account: OfficeAccount = random() < 0.6 || others.length === 0 ? own : pick(random, others)
    const echoed = i > 5 && random() < ECHOED
    const text = echoed
      ? pick(random, ECHOES)
      : burst.copied && random() < 0.85
        ? copied(random, copy)
        : said(random, story)
    return { at, text, account, burst: number, ...(echoed && { thread: `burst ${number} ${account.account}` }) }
  })
}

/** Grows, then fades; a long one sleeps at night. */
function instants(random: Random, { size, from, lasts }: Omit<Burst, 'sayings'>): number[] {
  const found: number[] = []
  while (found.length < size) {
    const x = random()
    const at = from + lasts * x
    const growing = Math.min(1, 0.25 + x * 3) * (1.2 - x)
    const awake = lasts > 12 * HOUR ? volumeAt(at) / 6.4 : 1
    if (random() < growing * awake) found.push(Math.floor(at))
  }
  return found.sort((a, b) => a - b)
}

function said(random: Random, { places, events, details, asks }: Story): string {
  const place = random() < PLACED ? pick(random, places) : ''
  const detail = random() < 0.5 ? `，${pick(random, details)}` : ''
  const ask = random() < 0.4 ? `，${pick(random, asks)}` : ''
  const opening = pick(random, OPENINGS)
  const body =
    random() < 0.75 || detail === ''
      ? `${place}${pick(random, events)}${detail}`
      : `${place}${detail.slice(1)}，${pick(random, events)}`
  return `${opening}${opening && random() < 0.6 ? '，' : ''}${body}${ask}${pick(random, ENDS)}`
}

const long = (random: Random, { places, events, details, asks }: Story): string =>
  `${places[0]}${pick(random, events)}，${details.slice(0, 3).join('，')}，${asks.slice(0, 2).join('，')}`

const copied = (random: Random, text: string): string =>
  `${random() < 0.3 ? pick(random, OPENINGS) : ''}${random() < 0.15 ? text.slice(0, -6) : text}${pick(random, ENDS)}`
