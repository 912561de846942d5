import type { Clock } from './clock.ts'
import type { Entry, Journal } from './journal.ts'
import type { Office, Person, PlatformKind, SimComment, SimPost } from './things.ts'

/** Everything that stands on the simulated platforms. */
export interface World {
  clock: Clock
  offices: Office[]
  posts: SimPost[]
  /** What was written under a post, or to all posts of an account, deleted or not, as it came. */
  under: (platform: PlatformKind, account: string, post?: string) => readonly SimComment[]
  repliesTo: (comment: SimComment) => readonly SimComment[]
  office: (platform: PlatformKind, id: string) => Office | undefined
  post: (platform: PlatformKind, account: string, id: string) => SimPost | undefined
  /** The comment, deleted or not. */
  comment: (platform: PlatformKind, account: string, post: string, id: string) => SimComment | undefined
  publish: (post: {
    platform: PlatformKind
    account: string
    title: string
    publishedAt?: number
    id?: string
  }) => SimPost
  add: (comment: NewComment) => SimComment
  /** The comment becomes another: deleted, liked, hidden, elected. */
  change: (comment: SimComment, to: Partial<Pick<SimComment, 'deleted' | 'hidden' | 'elected' | 'likes'>>) => void
}

export type NewComment = {
  platform: PlatformKind
  account: string
  post: string
  text: string
  parent?: string
  author?: Person
  publishedAt?: number
}

/** A world with the given offices, empty or as the journal left it. */
export function createWorld(clock: Clock, offices: Office[], journal?: Journal): World {
  const posts: SimPost[] = []
  const lists = new Map<string, SimComment[]>()
  const byKey = new Map<string, SimComment>()
  const wechatIds = new Map<string, number>()
  let articles = (Math.floor(clock.now() / 1000) * 8) % 2 ** 32 // another run has other articles
  let weiboIds = 0

  // Weibo's 16-digit ids grow with the seconds and keep 22 bits for what happens within one.
  const weiboId = (at: number) =>
    String((BigInt(Math.floor(at / 1000) - 515_483_463) << 22n) + BigInt(weiboIds++ & 0x3f_ffff))

  const world: World = {
    clock,
    offices,
    posts,
    under: (...of) => lists.get(keyOf(...of.filter(part => part !== undefined))) ?? [],
    repliesTo: ({ platform, account, post, id }) => lists.get(keyOf(platform, account, post, 'to', id)) ?? [],
    office: (platform, id) => offices.find(office => office.platform === platform && office.id === id),
    post: (platform, account, id) =>
      posts.find(post => post.platform === platform && post.account === account && post.id === id),
    comment: (platform, account, post, id) => byKey.get(keyOf(platform, account, post, id)),
    publish: ({ platform, account, title, publishedAt = clock.now(), id }) => {
      if (!world.office(platform, account)) throw new RangeError(`There is no ${platform} account "${account}" here`)
      const post = { platform, account, title, publishedAt, id: id ?? nextPostId(platform, publishedAt) }
      if (world.post(platform, account, post.id)) throw new RangeError(`Post "${post.id}" stands already`)
      posts.push(post)
      journal?.write({ post })
      return post
    },
    add: given => {
      const { platform, account, post, text, parent, author, publishedAt = clock.now() } = given
      if (!world.post(platform, account, post)) throw new RangeError(`There is no ${platform} post "${post}" here`)
      const id = nextCommentId(given, publishedAt)
      const above = parent === undefined ? undefined : world.comment(platform, account, post, parent)
      if (parent !== undefined && !above) throw new RangeError(`There is no comment "${parent}" under post "${post}"`)
      const comment: SimComment = {
        platform,
        account,
        post,
        id,
        root: above?.root ?? id,
        ...(parent !== undefined && { parent }),
        ...(author && { author }),
        text,
        publishedAt,
        likes: 0,
        elected: false,
        deleted: false,
        hidden: false
      }
      fileAll(comment)
      journal?.write({ comment })
      return comment
    },
    change: (comment, to) => {
      Object.assign(comment, to)
      journal?.write({ comment })
    }
  }

  function fileAll(comment: SimComment) {
    const { platform, account, post, id, parent } = comment
    file(comment, platform, account)
    file(comment, platform, account, post)
    if (parent !== undefined) file(comment, platform, account, post, 'to', parent)
    byKey.set(keyOf(platform, account, post, id), comment)
  }

  function restore(entry: Entry) {
    if ('post' in entry) {
      posts.push(entry.post)
      return
    }
    const { comment } = entry
    fileAll(comment)
    const key = `${comment.account}/${comment.post}`
    if (comment.platform === 'wechat' && comment.author) {
      wechatIds.set(key, Math.max(wechatIds.get(key) ?? 0, Number(comment.id)))
    }
  }

  function file(comment: SimComment, ...under: string[]) {
    const list = lists.get(keyOf(...under))
    if (list) list.push(comment)
    else lists.set(keyOf(...under), [comment])
  }

  const nextPostId = (platform: PlatformKind, at: number) => (platform === 'wechat' ? `${articles++}_0` : weiboId(at))

  function nextCommentId({ platform, account, post, parent, author }: NewComment, at: number): string {
    if (platform === 'weibo') return weiboId(at)
    if (!author) return `${parent}r${Math.floor(at / 1000)}` // WeChat gives replies no id; this one is for us
    const key = `${account}/${post}`
    const next = (wechatIds.get(key) ?? 0) + 1
    wechatIds.set(key, next)
    return String(next)
  }

  for (const entry of journal?.entries ?? []) restore(entry)
  return world
}

const keyOf = (...parts: string[]) => parts.join('/')

/** The office's reply that stands under a comment. */
export const replyUnder = (world: World, comment: SimComment) =>
  world.repliesTo(comment).find(reply => !reply.author && !reply.deleted)
