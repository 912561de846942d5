import { createAgenda } from './agenda.ts'
import type { Clock } from './clock.ts'
import { createIds } from './ids.ts'
import type { Entry, Journal } from './journal.ts'
import { createShelves } from './shelves.ts'
import type { Office, Person, Planned, PlatformKind, SimComment, SimPost, Version } from './things.ts'

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
  /** The comment with an id that counts for the whole platform, which WeChat's do not. */
  find: (platform: PlatformKind, id: string) => SimComment | undefined
  publish: (post: {
    platform: PlatformKind
    account: string
    title: string
    publishedAt?: number
    id?: string
    author?: Person
    direct?: boolean
  }) => SimPost
  add: (comment: NewComment) => SimComment
  /** The comment becomes another: deleted, liked, hidden, elected, edited, pinned. */
  change: (comment: SimComment, to: CommentChange) => void
  /** The post becomes another: read, liked, reposted, edited, pinned, taken down. */
  changePost: (post: SimPost, to: PostChange) => void
  /** Comments that will be written when their time comes. */
  plan: (comments: readonly Omit<Planned, 'plan'>[]) => void
  /** How many of them are still to come. */
  planned: () => number
  /** Writes what is due; whoever looks calls it first. */
  settle: () => void
}

export type CommentChange = Partial<
  Pick<SimComment, 'deleted' | 'hidden' | 'elected' | 'likes' | 'text' | 'editedAt' | 'pinned'>
>
export type PostChange = Partial<
  Pick<SimPost, 'reads' | 'likes' | 'reposts' | 'gone' | 'title' | 'editedAt' | 'pinned'>
>

export type NewComment = {
  platform: PlatformKind
  account: string
  post: string
  text: string
  parent?: string
  author?: Person
  publishedAt?: number
}

export interface WorldOptions {
  journal?: Journal
  /** The first id at Mastodon. */
  mastodonFrom?: string
}

/** A world with the given offices, empty or as the journal left it. */
export function createWorld(clock: Clock, offices: Office[], { journal, mastodonFrom }: WorldOptions = {}): World {
  const shelves = createShelves()
  const ids = createIds(clock.now(), mastodonFrom)
  const agenda = createAgenda(clock, journal)

  const world: World = {
    clock,
    offices,
    ...shelves.read,
    office: (platform, id) => offices.find(office => office.platform === platform && office.id === id),
    publish: ({ platform, account, title, publishedAt = clock.now(), id, author, direct }) => {
      if (!world.office(platform, account)) throw new RangeError(`There is no ${platform} account "${account}" here`)
      const post = {
        platform,
        account,
        title,
        publishedAt,
        ...(author && { author }),
        ...(direct && { direct }),
        id: id ?? ids.post(platform, publishedAt)
      }
      if (world.post(platform, account, post.id)) throw new RangeError(`Post "${post.id}" stands already`)
      shelves.filePost(post)
      journal?.write({ post })
      return post
    },
    add: given => {
      const { platform, account, post, text, parent, author, publishedAt = clock.now() } = given
      if (!world.post(platform, account, post)) throw new RangeError(`There is no ${platform} post "${post}" here`)
      const above = parent === undefined ? undefined : world.comment(platform, account, post, parent)
      if (parent !== undefined && !above) throw new RangeError(`There is no comment "${parent}" under post "${post}"`)
      const id = ids.comment({ ...given, office: !author }, publishedAt)
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
      shelves.fileComment(comment)
      journal?.write({ comment })
      return comment
    },
    change: (comment, to) => {
      if (to.text !== undefined) comment.earlier = before(comment, comment.text)
      Object.assign(comment, to)
      journal?.write({ comment })
    },
    changePost: (post, to) => {
      if (to.title !== undefined) post.earlier = before(post, post.title)
      Object.assign(post, to)
      journal?.write({ post })
    },
    plan: agenda.plan,
    planned: agenda.planned,
    settle: () => {
      const due = agenda.due()
      for (const { plan, ...comment } of due) {
        world.add(comment)
        agenda.written(plan)
      }
      grow(world, due)
    }
  }

  function restore(entry: Entry) {
    if ('post' in entry) {
      shelves.filePost(entry.post)
      ids.met(entry.post)
    } else if ('comment' in entry) {
      shelves.fileComment(entry.comment)
      ids.met(entry.comment)
    } else if ('planned' in entry) agenda.restore(entry.planned)
  }

  for (const entry of journal?.entries ?? []) restore(entry)
  return world
}

/** What a comment of a crowd brings along. */
const CROWD = { reads: 30, likes: 3, reposts: 1 }

function grow(world: World, crowd: readonly Planned[]) {
  const perPost = Map.groupBy(crowd, ({ platform, account, post }) => world.post(platform, account, post)!)
  for (const [post, { length }] of perPost) {
    const { reads = 0, likes = 0, reposts = 0 } = post
    world.changePost(post, {
      reads: reads + length * CROWD.reads,
      likes: likes + length * CROWD.likes,
      reposts: reposts + length * CROWD.reposts
    })
  }
}

const before = ({ earlier = [], editedAt, publishedAt }: SimComment | SimPost, text: string): Version[] => [
  ...earlier,
  { text, at: editedAt ?? publishedAt }
]

/** The office's reply that stands under a comment. */
export const replyUnder = (world: World, comment: SimComment) =>
  world.repliesTo(comment).find(reply => !reply.author && !reply.deleted)
