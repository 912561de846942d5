import type { NativeComment, NativePost } from '@huiyin/ports/platform.ts'

/** What a platform holds, and what people do to it at their instants (ms, UTC). */
export interface ModelComment {
  id: string
  post: string
  root: string
  parent?: string
  ours: boolean
  text: string
  publishedAt: number
  /** Not shown before. */
  shownAt: number
  likes: number
  pinned: boolean
  gone: boolean
  goneAt?: number
  /** How often something about it changed. */
  changes: number
}

export interface ModelPost {
  id: string
  publishedAt: number
  down: boolean
}

export type Deed =
  | { what: 'post' }
  | { what: 'write' | 'ours'; post: number; late: boolean }
  | { what: 'answer'; comment: number }
  | { what: 'edit' | 'delete' | 'pin'; comment: number }
  | { what: 'like'; comment: number; likes: number }
  | { what: 'down' | 'up'; post: number }

const LATE = 14 * 60_000

export function modelWorld(now: () => number) {
  const posts: ModelPost[] = []
  const comments: ModelComment[] = []

  const addPost = (): ModelPost => {
    const post = { id: `p${posts.length + 1}`, publishedAt: now(), down: false }
    posts.push(post)
    return post
  }

  function add(post: ModelPost, of: Partial<ModelComment>): void {
    const id = `c${comments.length + 1}`
    const at = now()
    const one = { id, post: post.id, root: id, ours: false, text: `text of ${id}`, publishedAt: at, shownAt: at }
    comments.push({ ...one, likes: 0, pinned: false, gone: false, changes: 0, ...of })
  }

  const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

  function change(comment: number, how: (one: ModelComment) => void): void {
    const one = pick(
      comments.filter(({ gone }) => !gone),
      comment
    )
    if (!one) return
    how(one)
    one.changes += 1
  }

  function act(deed: Deed): void {
    if (deed.what === 'post') return void addPost()
    if ('post' in deed) {
      const post = pick(posts, deed.post)
      if (!post) return
      if (deed.what === 'down' || deed.what === 'up') post.down = deed.what === 'down'
      else if (!post.down) {
        const late = deed.what === 'write' && deed.late
        add(post, { ours: deed.what === 'ours', ...(late && { shownAt: now() + LATE }) })
      }
      return
    }
    if (deed.what === 'answer') {
      const parent = pick(comments, deed.comment)
      const post = posts.find(({ id }) => id === parent?.post)
      if (parent && !parent.gone && isShown(parent) && post && !post.down) {
        add(post, { root: parent.root, parent: parent.id })
      }
      return
    }
    change(deed.comment, one => {
      if (deed.what === 'edit') one.text = `${one.text}'`
      if (deed.what === 'pin') one.pinned = true
      if (deed.what === 'like') one.likes += deed.likes
      if (deed.what === 'delete') for (const each of comments) if (each === one || each.root === one.id) remove(each)
    })
  }

  const remove = (one: ModelComment) => {
    if (one.gone) return
    one.changes += 1
    one.gone = true
    one.goneAt = now()
  }

  const isShown = (one: ModelComment) => !one.gone && one.shownAt <= now() && isThere(one.root)
  const isThere = (root: string) => comments.some(({ id, gone, shownAt }) => id === root && !gone && shownAt <= now())
  /** Under a post, newest first. */
  const shown = (post: string) => comments.filter(one => one.post === post && isShown(one)).reverse()
  const repliesTo = ({ id }: ModelComment) => comments.filter(one => one.root === id && one.id !== id && isShown(one))

  const native = (one: ModelComment, counts: boolean): NativeComment => ({
    post: one.post,
    root: one.root,
    comment: one.id,
    ...(one.parent !== undefined && { parent: one.parent }),
    author: { id: one.ours ? 'office' : 'citizen' },
    ours: one.ours,
    text: one.text,
    publishedAt: one.publishedAt,
    ...(counts && { likes: one.likes, replies: repliesTo(one).length })
  })

  const nativePost = (post: ModelPost, comments?: number): NativePost => ({
    id: post.id,
    publishedAt: post.publishedAt,
    ...(comments !== undefined && { counts: { comments } })
  })

  return { posts, comments, addPost, act, shown, isShown, repliesTo, native, nativePost }
}

export type ModelWorld = ReturnType<typeof modelWorld>
