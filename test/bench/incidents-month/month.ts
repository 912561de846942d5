import { type CorpusLine, readCorpus } from '@huiyin/classifier/corpus.ts'
import { commentId, threadKey } from '@huiyin/domain/ids.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { pick, type Random, seeded } from '@huiyin/simulator/random.ts'
import { type Burst, plantedBursts } from './bursts.ts'
import { decoys } from './decoys.ts'
import { COURTESY, EVERYDAY, type Everyday, HEADS, TAILS } from './everyday.ts'
import { ACCOUNTS, DAY, HOUR, type MonthOptions, type Saying } from './options.ts'
import { hourOf, isWorked, normal, poisson, volumeAt } from './rhythm.ts'
import { TOWN_KINDS, TOWN_NAMES } from './stories.ts'

export interface Said {
  seen: Observation
  burst: number | undefined
}

/** What ordinary comments are: everyday questions, courtesy, and lines of the corpus. */
const KINDS = { everyday: 0.38, courtesy: 0.17 } as const
const CHAT = 0.6
const REPLIES = 0.2
const PEOPLE_PER_COMMENT = 0.4

/** One day after another: comments in the order in which they are published. The same for the same seed. */
export function* month(options: MonthOptions): Generator<Said[]> {
  const random = seeded(options.seed)
  const bursts = plantedBursts(options)
  const planted = [...bursts.flatMap(({ sayings }) => sayings), ...decoys(options)]
  const speak = speaker(random)
  const place = placer(random, Math.ceil(options.comments * PEOPLE_PER_COMMENT))
  for (let day = 0; day < options.days; day++) {
    const [from, to] = [options.from + day * DAY, options.from + (day + 1) * DAY]
    const sayings = [...ordinaryDay(random, speak, from, options), ...planted.filter(({ at }) => at >= from && at < to)]
    yield sayings.sort((a, b) => a.at - b.at).map(place)
  }
}

export const burstsOf = (options: MonthOptions): Burst[] => plantedBursts(options)

const WEEK_VOLUME = Array.from({ length: 168 }, (_, hour) => volumeAt(Date.UTC(2026, 8, 13, 16) + hour * HOUR)).reduce(
  (a, b) => a + b
)

function ordinaryDay(random: Random, speak: (at: number) => string, from: number, options: MonthOptions): Saying[] {
  const perVolume = ((options.comments / options.days) * 7) / WEEK_VOLUME
  return ACCOUNTS.flatMap(account => {
    const swing = Math.exp(0.15 * normal(random))
    return Array.from({ length: 24 }, (_, hour) => from + hour * HOUR).flatMap(at => {
      const count = poisson(random, perVolume * volumeAt(at) * account.share * swing)
      return Array.from({ length: count }, () => {
        const instant = Math.floor(at + random() * HOUR)
        return { at: instant, text: speak(instant), account }
      })
    })
  })
}

/** Says ordinary things; each everyday topic is in season more or less from day to day. */
function speaker(random: Random): (at: number) => string {
  const corpus = readCorpus().filter(({ text }) => text.length <= 80)
  const [chat, wants] = [corpus.filter(isChat), corpus.filter(line => !isChat(line) && !line.urgent)]
  let day = -1
  let weights: number[] = []
  return at => {
    if (Math.floor(at / DAY) !== day) {
      day = Math.floor(at / DAY)
      weights = EVERYDAY.map(({ share }) => share * Math.exp(0.3 * normal(random)))
    }
    const kind = random()
    if (kind < KINDS.courtesy) return pick(random, COURTESY)
    if (kind < KINDS.courtesy + KINDS.everyday) return everyday(random, weights, at)
    return pick(random, random() < CHAT ? chat : wants).text
  }
}

const isChat = ({ label }: CorpusLine) => label === 'other'

function everyday(random: Random, weights: readonly number[], at: number): string {
  const fit = EVERYDAY.map(({ hours }, i) => (isIn(hours, at) ? weights[i]! * (hours ? 5 : 1) : 0))
  let left = random() * fit.reduce((a, b) => a + b, 0)
  const topic = EVERYDAY.find((_, i) => {
    left -= fit[i]!
    return left < 0
  })
  return textOf(random, topic ?? EVERYDAY[0]!)
}

const isIn = (hours: Everyday['hours'], at: number) =>
  hours === undefined || (isWorked(at) && hourOf(at) >= hours[0] && hourOf(at) < hours[1])

function textOf(random: Random, { texts, placed }: Everyday): string {
  const where = random() < placed ? `${pick(random, TOWN_NAMES)}${pick(random, TOWN_KINDS)}` : ''
  return `${pick(random, HEADS)}${where}${pick(random, texts)}${pick(random, TAILS)}`
}

/** Puts what is said under posts, in threads, by people. */
function placer(random: Random, people: number): (saying: Saying) => Said {
  let n = 0
  const recent = new Map<string, Observation[]>()
  return ({ at, text, account, burst, thread, author }) => {
    const number = n++
    const known = recent.get(thread ?? account.account) ?? []
    const answered = known.length > 0 && random() < (thread ? 0.5 : REPLIES) ? pick(random, known) : undefined
    const comment = String(5_000_000_000 + number)
    const post = answered?.post ?? `p${Math.floor((at - 12 * HOUR * random()) / (5 * HOUR))}`
    const native = {
      platform: account.platform,
      account: account.account,
      post,
      root: answered?.root ?? comment,
      comment
    }
    const who = author ?? Math.floor(random() * people)
    const seen: Observation = {
      id: commentId(native),
      key: threadKey(native),
      ...native,
      ...(answered && { parent: answered.comment }),
      author: { id: `u${who}`, name: `网友${who}` },
      ours: false,
      text,
      publishedAt: at,
      observedAt: at + 5_000,
      term: 1,
      source: 'poll',
      history: false
    }
    known.push(seen)
    if (known.length > 30) known.shift()
    recent.set(thread ?? account.account, known)
    return { seen, burst }
  }
}
