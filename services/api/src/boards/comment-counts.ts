import { pointsOf, stepOf } from '@huiyin/domain/boards/span.ts'
import { dayInShanghai } from '@huiyin/domain/day.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import type { CommentFilter, Comments } from '@huiyin/ports/comments.ts'
import type { BoardPart, BoardUnit } from '@huiyin/schemas/api-boards.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'

/** Comments are counted by the engine: there are too many to be kept in memory, and it counts them in milliseconds. */
type Counting = Pick<Comments, 'count'>

export const sumOf = (counts: Record<string, number>): number => Object.values(counts).reduce((sum, n) => sum + n, 0)

/** Every comment has a platform. */
export const totalOf = async (comments: Counting, filter: CommentFilter): Promise<number> =>
  sumOf(await comments.count('platform', filter))

/** By accountId(): ids of accounts are unique within a platform only. */
export async function byAccount(comments: Counting, filter: CommentFilter): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  const platforms = Object.keys(await comments.count('platform', filter))
  for (const platform of platforms) {
    const counts = await comments.count('account', { ...filter, platform: [platform as PlatformName] })
    for (const [account, n] of Object.entries(counts)) found.set(accountId({ platform, id: account }), n)
  }
  return found
}

/** How many in each hour or day of a stretch that has begun; `at` is where it begins. */
export async function overTime(
  comments: Counting,
  filter: CommentFilter,
  stretch: { from: number; until: number; unit: BoardUnit }
): Promise<{ at: number; value: number }[]> {
  const points = pointsOf(stretch, stretch.unit)
  if (stretch.unit === 'day') {
    const days = await comments.count('publishedDay', filter)
    return points.map(at => ({ at, value: days[dayInShanghai(at)] ?? 0 }))
  }
  const step = stepOf('hour')
  return Promise.all(
    points.map(async at => {
      const publishedTo = Math.min(at + step, stretch.until)
      return { at, value: await totalOf(comments, { ...filter, publishedFrom: at, publishedTo }) }
    })
  )
}

/** The parts of now and before together, the largest now first, ties by name. */
export function partsOf(now: Record<string, number>, before: Record<string, number>): BoardPart[] {
  const keys = [...new Set([...Object.keys(now), ...Object.keys(before)])]
  return keys
    .map(key => ({ key, value: now[key] ?? 0, before: before[key] ?? 0 }))
    .sort((a, b) => b.value - a.value || b.before - a.before || (a.key < b.key ? -1 : 1))
}
