import { COUNTS_KEPT, type Post, type PostCounts } from '@huiyin/schemas/post.ts'

const DAY = 86_400_000
const NAMES = ['reads', 'likes', 'comments', 'reposts'] as const

type Look = Post['looks'][number]

/**
 * The post with what the platform told of it at `at` (ms, UTC); the same object when there is nothing to write. What
 * one answer does not tell stays as another told it. Of many looks the older ones are thinned, the first one stays.
 */
export function lookAtCounts(post: Post, counts: PostCounts, at: number): Post {
  const last = post.looks.at(-1)
  if (last && at < last.at) return post
  const told = toldOf(counts)
  if (Object.keys(told).length === 0) return post
  const look = { ...(post.counts && toldOf(post.counts)), ...told, at }
  const same = post.counts !== undefined && NAMES.every(name => post.counts?.[name] === look[name])
  if (same && last && at - last.at < DAY) return post
  const earlier = last?.at === at ? post.looks.slice(0, -1) : post.looks
  return { ...post, counts: look, looks: thinned([...earlier, look]) }
}

function toldOf(counts: PostCounts): PostCounts {
  const told: PostCounts = {}
  for (const name of NAMES) if (counts[name] !== undefined) told[name] = counts[name]
  return told
}

/** Without the looks that stand closest together for their age, until they are few enough. */
function thinned(looks: readonly Look[]): Look[] {
  const kept = [...looks]
  const now = kept.at(-1)?.at ?? 0
  while (kept.length > COUNTS_KEPT) {
    let [closest, least] = [1, Infinity]
    for (let i = 1; i < kept.length - 1; i++) {
      const before = kept[i - 1]!.at
      const gap = (kept[i + 1]!.at - before) / (now - before)
      if (gap < least) [closest, least] = [i, gap]
    }
    kept.splice(closest, 1)
  }
  return kept
}
