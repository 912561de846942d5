const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** When a post is looked for again that the collector has not met: the longer ago it was published, the more seldom. */
export function nextLookAt(publishedAt: number, now: number): number | undefined {
  const waited = now - publishedAt
  if (waited >= 7 * DAY) return undefined
  return now + Math.min(HOUR, Math.max(MINUTE, waited / 4))
}

/** What tells where a link came from, and names no other page. */
const TRACKING = /^(utm_|spm$|from$|share|scene$|sessionid$|timestamp$|clicktime$|enterid$|weibo_id$|refer)/i

/** Whether two links lead to the same post: the scheme, a last slash and what tells where one came from do not count. */
export const sameLink = (a: string, b: string): boolean => plain(a) === plain(b)

function plain(link: string): string {
  if (!URL.canParse(link)) return link.trim()
  const { host, pathname, searchParams } = new URL(link)
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `${host.replace(/^(www|m|mobile)\./, '')}${pathname.slice(0, pathname.search(/[^/]\/*$/) + 1)}?${new URLSearchParams(kept)}`
}
