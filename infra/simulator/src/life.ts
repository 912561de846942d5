import type { Group } from './citizens/group.ts'
import { groupsOf, type Voice, voice } from './citizens/sayings.ts'
import type { Clock } from './clock.ts'
import { answering } from './life-answers.ts'
import { firstPosts, nextTitle } from './life-posts.ts'
import { pick, type Random, seeded } from './random.ts'
import type { Simulator } from './simulator.ts'
import type { Office, SimPost } from './things.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const POST_EVERY = 30 * MINUTE

export interface Life {
  /** Lets happen what is due at the instant. */
  step: (now: number) => void
  stop: () => void
}

export interface LifeOptions {
  simulator: Simulator
  clock: Clock
  /** Comments a minute. */
  rate?: number
  seed?: number
}

/** How old the first comments are: some a minute from the end of their 24 hours, or of the hour of the urgent. */
const FIRST: readonly { kinds: Group['kind'][]; ages: number[] }[] = [
  {
    kinds: ['complaint', 'inquiry'],
    ages: [23.97, 23.8, 23.2, 20.5, 19.2, 12.6, 11.5, 4.3].map(hours => hours * HOUR)
  },
  { kinds: ['danger'], ages: [58, 47, 31, 4].map(minutes => minutes * MINUTE) },
  { kinds: ['inquiry'], ages: [8.4, 6.1, 2.8, 1.4, 0.5].map(hours => hours * HOUR) },
  { kinds: ['complaint'], ages: [7.7, 2.2, 0.8, 0.2].map(hours => hours * HOUR) },
  { kinds: ['suggestion'], ages: [15, 5.5, 1.1].map(hours => hours * HOUR) },
  { kinds: ['praise', 'chat', 'spam'], ages: [16, 8, 6, 2.5, 1.7, 0.6].map(hours => hours * HOUR) }
]

/** Out of a hundred comments. */
const MIXTURE: readonly (readonly [Group['kind'], number])[] = [
  ['inquiry', 30],
  ['complaint', 27],
  ['suggestion', 13],
  ['praise', 12],
  ['chat', 12],
  ['spam', 4],
  ['danger', 2]
]

/**
 * Fills the simulated platforms: a burst of comments of the last day at once, if nothing stands yet,
 * then some every few seconds; new Weibo posts now and then; some citizens write back when they got an
 * answer. Runs on a timer that keeps no process alive.
 */
export function startLife({ simulator, clock, rate = 10, seed = 7 }: LifeOptions): Life {
  const { control, world } = simulator
  const random = seeded(seed)
  const fresh = world.posts.length === 0
  const posts = world.offices.flatMap(office => firstPosts(control, office, clock.now()))
  const say = voice(random)
  const answers = answering(simulator, random, say)
  if (fresh) burst(simulator, posts, random, say, clock.now())
  let last = clock.now()
  let credit = 0
  let postedAt = last

  function step(now: number) {
    credit += ((now - last) / MINUTE) * rate
    last = now
    for (; credit >= 1; credit--) writeOne(simulator, random, say, now)
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

function burst({ control }: Simulator, posts: readonly SimPost[], random: Random, say: Voice, now: number): void {
  const first = FIRST.flatMap(({ kinds, ages }) => ages.map(age => ({ kinds, at: now - age })))
  first.sort((a, b) => a.at - b.at)
  for (const { kinds, at } of first) {
    const { platform, account, id } = pick(
      random,
      posts.filter(({ publishedAt }) => publishedAt < at)
    )
    const { text } = say(groupsOf(...kinds))
    control.postComment({ platform, account, post: id, text, publishedAt: at })
  }
}

function writeOne({ control, world }: Simulator, random: Random, say: Voice, now: number): void {
  const { posts } = world
  // Fresh posts are talked about most.
  const { platform, account, id } = pick(random, random() < 0.7 ? posts.slice(-6) : posts)
  const { text } = say(groupsOf(kindOf(random)))
  const comment = control.postComment({ platform, account, post: id, text, publishedAt: now })
  if (random() < 0.3) {
    control.likeComment({ platform, account, post: id, comment: comment.id }, Math.floor(random() * 20))
  }
}

function kindOf(random: Random): Group['kind'] {
  let left = random() * 100
  for (const [kind, share] of MIXTURE) {
    left -= share
    if (left < 0) return kind
  }
  return 'chat'
}

function publishNext({ control }: Simulator, { platform, id: account }: Office, now: number): void {
  if (platform !== 'weibo') return // WeChat names new articles only the day after
  const title = nextTitle(control.posts({ platform, account }).length)
  control.publishPost({ platform, account, title, publishedAt: now })
}
