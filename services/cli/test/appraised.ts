import { postId } from '@huiyin/domain/ids.ts'
import type { Post } from '@huiyin/schemas/post.ts'

const WEIBO = { platform: 'weibo', id: '1001' } as const

export const ACCOUNT_2026 = { ...WEIBO, name: '云溪发布', credentials: { accessToken: 'x'.repeat(32) }, since: 0 }

/** A post every ten days of a year, of which the platform tells nothing. */
export const postsOf = (year: number) =>
  Array.from({ length: 36 }, (_, n) => {
    const publishedAt = Date.parse(`${year}-01-01T08:00:00+08:00`) + n * 10 * 86_400_000
    const id = postId(WEIBO, `p${n}`)
    const value: Post = {
      ...{ id, platform: 'weibo', account: '1001', post: `p${n}`, publishedAt },
      ...{ foundAt: publishedAt, source: 'poll', looks: [] }
    }
    return { id, value }
  })
