import type { Clock } from './clock.ts'
import { answering } from './life-answers.ts'
import { like, look } from './life-likes.ts'
import { firstPosts, nextTitle } from './life-posts.ts'
import { writing } from './life-writing.ts'
import { seeded } from './random.ts'
import { type Saying, voice } from './sayings.ts'
import type { Simulator } from './simulator.ts'
import type { Office } from './things.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const POST_EVERY = 30 * MINUTE
const FIRST_LIKES = 150

export interface Life {
  /** Lets happen what is due at the instant. */
  step: (now: number) => void
  stop: () => void
}

export interface LifeOptions {
  simulator: Simulator
  clock: Clock
  /** All that the citizens write, word for word; of every kind there must be some. */
  sayings: readonly Saying[]
  /** Comments a minute. */
  rate?: number
  seed?: number
}

/**
 * Fills the simulated platforms: a burst of comments of the last day at once, if nothing stands yet,
 * then some every few seconds, in threads and liked; new posts now and then; some citizens write
 * back when they got an answer. Runs on a timer that keeps no process alive.
 */
export function startLife({ simulator, clock, sayings, rate = 10, seed = 7 }: LifeOptions): Life {
  const { control, world } = simulator
  const random = seeded(seed)
  const fresh = world.posts.length === 0
  for (const office of world.offices) firstPosts(control, office, clock.now())
  const say = voice(random, sayings, textsIn(simulator))
  const citizens = writing(simulator, random, say)
  const answers = answering(simulator, random, say)
  if (fresh) {
    citizens.writeFirst(clock.now())
    for (let i = 0; i < FIRST_LIKES; i++) like(control, random, citizens.talkedAbout)
  }
  let last = clock.now()
  let credit = 0
  let postedAt = last

  function step(now: number) {
    credit += ((now - last) / MINUTE) * rate
    last = now
    for (; credit >= 1; credit--) {
      citizens.writeOne(now)
      like(control, random, citizens.talkedAbout)
      look(simulator, random)
    }
    if (now - postedAt >= POST_EVERY) {
      postedAt = now
      for (const office of world.offices) publishNext(simulator, office, now)
    }
    answers.step(now)
  }

  const timer = setInterval(() => step(clock.now()), SECOND)
  timer.unref()
  return { step, stop: () => clearInterval(timer) }
}

const textsIn = ({ world }: Simulator): ReadonlySet<string> =>
  new Set(world.offices.flatMap(({ platform, id }) => world.under(platform, id)).map(({ text }) => text))

function publishNext({ control }: Simulator, { platform, id: account }: Office, now: number): void {
  if (platform === 'wechat') return // it names new articles only the day after
  const title = nextTitle(platform, control.posts({ platform, account }).length)
  control.publishPost({ platform, account, title, publishedAt: now })
}
