import type { Version } from '../things.ts'
import type { World } from '../world.ts'
import { contentOf, mentioned, type Naming, sourceText } from './content.ts'
import {
  accountId,
  acct,
  findStatus,
  type Holder,
  holderOf,
  idOf,
  isGone,
  parentOf,
  profile,
  repliesTo,
  type Status,
  textOf,
  thingOf,
  username
} from './things.ts'

export const iso = (at: number) => new Date(at).toISOString()

/** What a row depends on besides the status itself. */
export interface Sight {
  world: World
  naming: Naming
  /** `dangling`: an answer to what is deleted still names it. */
  orphans: 'null' | 'dangling'
  visibility: (status: Status) => string
  /** An office looks. */
  user: boolean
}

export const accountRow = (holder: Holder) => ({
  id: accountId(holder),
  username: username(holder),
  acct: acct(holder),
  display_name: holder.office?.name ?? holder.person?.name,
  locked: false,
  bot: false,
  group: false,
  created_at: '2024-03-01T00:00:00.000Z',
  note: '',
  url: profile(holder),
  uri: profile(holder),
  avatar: '',
  avatar_static: '',
  header: '',
  followers_count: holder.person?.followers ?? 100_000,
  following_count: 1,
  statuses_count: 1,
  emojis: [],
  fields: []
})

/** A status as the API tells it. */
export function statusRow(sight: Sight, status: Status) {
  const { world, naming, orphans, user } = sight
  const { post, comment } = status
  const thing = thingOf(status)
  const id = idOf(status)
  const holder = holderOf(world, status)
  const parent = parentOf(status)
  const above = parent === undefined ? undefined : findStatus(world, parent)
  const named = above && (orphans === 'dangling' || !isGone(above)) ? above : undefined
  return {
    id,
    uri: `${profile(holder)}/statuses/${id}`,
    url: `${profile(holder)}/${id}`,
    created_at: iso(thing.publishedAt),
    edited_at: thing.editedAt === undefined ? null : iso(thing.editedAt),
    account: accountRow(holder),
    content: contentOf(world, status, naming),
    visibility: sight.visibility(status),
    sensitive: false,
    spoiler_text: '',
    language: 'zh',
    in_reply_to_id: named ? idOf(named) : null,
    in_reply_to_account_id: named ? accountId(holderOf(world, named)) : null,
    reblog: null,
    replies_count: repliesTo(world, status).length,
    reblogs_count: comment ? 0 : (post.reposts ?? 0),
    favourites_count: thing.likes ?? 0,
    quotes_count: 0,
    mentions: mentioned(world, status, naming).map(one => ({
      id: accountId(one),
      username: username(one),
      url: profile(one),
      acct: acct(one)
    })),
    tags: [],
    emojis: [],
    media_attachments: [],
    poll: null,
    card: null,
    application: null,
    filtered: [],
    ...(user && { favourited: false, reblogged: false, muted: false, bookmarked: false, pinned: thing.pinned === true })
  }
}

/** GET /api/v1/statuses/:id/history: every text that it had, the oldest first. */
export function historyOf({ world, naming }: Sight, status: Status) {
  const { earlier = [], editedAt, publishedAt } = thingOf(status)
  const versions: Version[] = [...earlier, { text: textOf(status), at: editedAt ?? publishedAt }]
  return versions.map(({ text, at }) => ({
    content: contentOf(world, withText(status, text), naming),
    spoiler_text: '',
    sensitive: false,
    created_at: iso(at),
    account: accountRow(holderOf(world, status)),
    media_attachments: [],
    emojis: []
  }))
}

const withText = ({ post, comment }: Status, text: string): Status =>
  comment ? { post, comment: { ...comment, text } } : { post: { ...post, title: text } }

export const sourceOf = ({ world, naming }: Sight, status: Status) => ({
  id: idOf(status),
  text: sourceText(world, status, naming),
  spoiler_text: ''
})

/** The rows, and the first once more with a time that is none where the server is broken so. */
export function withBroken<R extends { created_at: string; status?: unknown }>(rows: R[], broken: boolean): R[] {
  const [first] = rows
  if (!broken || !first) return rows
  const status = first.status ? { ...first.status, created_at: '刚刚' } : undefined
  return [...rows, { ...first, created_at: '刚刚', ...(status && { status }) }]
}
