const DAY = 86_400_000

/** Without a target posts are counted over so many days. */
const DAYS = 30

/** How an account publishes. Times are ms. */
export interface Publishing {
  /** When it published last, and for how long it has been silent. */
  lastAt?: number
  silentFor?: number
  /** Posts in the days of the target that end now. */
  inWindow: number
  /** How many are missing to the target. */
  short: number
}

/** How an account stands to its duty to publish `target.posts` in `target.days` of 24 h; posts still to come do not count. */
export function publishingOf(
  posts: readonly { publishedAt: number }[],
  target: { posts: number; days: number } | undefined,
  now: number
): Publishing {
  const instants = posts.map(({ publishedAt }) => publishedAt).filter(at => at <= now)
  const since = now - (target?.days ?? DAYS) * DAY
  const inWindow = instants.filter(at => at > since).length
  const short = Math.max(0, (target?.posts ?? 0) - inWindow)
  if (instants.length === 0) return { inWindow, short }
  const lastAt = instants.reduce((last, at) => Math.max(last, at))
  return { lastAt, silentFor: now - lastAt, inWindow, short }
}
