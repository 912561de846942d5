import type { NativePost } from '@huiyin/ports/platform.ts'

const WATCHED = 30 * 86_400_000

/** A page of posts that are all too old to be watched: behind it are none that are. */
export const allOld = (posts: readonly NativePost[], now: number): boolean =>
  posts.length > 0 && posts.every(({ publishedAt = now }) => publishedAt < now - WATCHED)
