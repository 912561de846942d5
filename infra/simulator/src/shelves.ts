import type { SimComment, SimPost } from './things.ts'
import type { World } from './world.ts'

/** Where posts and comments are kept, so that each is found at once. */
export interface Shelves {
  read: Pick<World, 'posts' | 'post' | 'under' | 'repliesTo' | 'comment' | 'find'>
  filePost: (post: SimPost) => void
  fileComment: (comment: SimComment) => void
}

const keyOf = (...parts: string[]) => parts.join('\n')

export function createShelves(): Shelves {
  const posts: SimPost[] = []
  const postsByKey = new Map<string, SimPost>()
  const lists = new Map<string, SimComment[]>()
  const byKey = new Map<string, SimComment>()
  const byId = new Map<string, SimComment>()

  function file(comment: SimComment, ...under: string[]) {
    const list = lists.get(keyOf(...under))
    if (list) list.push(comment)
    else lists.set(keyOf(...under), [comment])
  }

  return {
    read: {
      posts,
      post: (platform, account, id) => postsByKey.get(keyOf(platform, account, id)),
      under: (...of) => lists.get(keyOf(...of.filter(part => part !== undefined))) ?? [],
      repliesTo: ({ platform, account, post, id }) => lists.get(keyOf(platform, account, post, 'to', id)) ?? [],
      comment: (platform, account, post, id) => byKey.get(keyOf(platform, account, post, id)),
      find: (platform, id) => byId.get(keyOf(platform, id))
    },
    filePost: post => {
      posts.push(post)
      postsByKey.set(keyOf(post.platform, post.account, post.id), post)
    },
    fileComment: comment => {
      const { platform, account, post, id, parent } = comment
      file(comment, platform, account)
      file(comment, platform, account, post)
      if (parent !== undefined) file(comment, platform, account, post, 'to', parent)
      byKey.set(keyOf(platform, account, post, id), comment)
      if (platform !== 'wechat') byId.set(keyOf(platform, id), comment)
    }
  }
}
