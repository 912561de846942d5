import type { CheckFinding } from '@huiyin/ports/platform.ts'
import { douyinPosts } from './douyin-posts.ts'
import { douyinComments, type Walked } from './douyin-walk.ts'
import { finding } from './finding.ts'
import type { Renewal } from './token-renewal.ts'

/** Renews the token where that is due, reads a page of videos and one of comments; says what is missing. Writes nothing. */
export async function checkDouyin(of: Walked, renewal: Renewal, commentsOn: boolean): Promise<CheckFinding[]> {
  let post: string | undefined
  const token = await finding('token', async () => {
    await renewal.access()
    const trouble = renewal.trouble()
    if (trouble !== undefined) throw trouble
    return 'The authorisation can be renewed'
  })
  const posts = await finding('posts', async () => {
    const { posts } = await douyinPosts(of, undefined)
    post = posts.find(({ counts }) => counts?.comments)?.id ?? posts.at(0)?.id
    return `Videos can be listed (${posts.length} on the first page)`
  })
  const comments = await finding('comments', async () => {
    if (post === undefined) return 'Nothing to read yet: there is no video whose comments could be listed'
    const page = await douyinComments(of, post, undefined, () => undefined)
    return `Comments can be listed (${page.comments.length} on the first page)`
  })
  return commentsOn ? [token, posts, comments] : [token, posts, off]
}

const off: CheckFinding = {
  what: 'comments',
  ok: true,
  code: 'VARIANT_OFF',
  message: 'Comments are not collected: options.variant is off'
}
