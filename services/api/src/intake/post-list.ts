import { accountId } from '@huiyin/domain/ids.ts'
import type { OfAccount } from '@huiyin/ports/documents.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { PostRow } from '@huiyin/schemas/api-intake.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { ApiPorts } from '../ports.ts'
import { allPosts } from './posts.ts'

/** So many looks at its counts are shown. */
const LOOKS = 30

export interface PostFilter {
  platform?: PlatformName
  account?: string
  /** When they were published: from (inclusive) and to (exclusive). */
  from?: number
  to?: number
  /** Those of these accounts only. */
  of?: readonly OfAccount[]
  atMost: number
  after?: string
}

/** An office publishes some thousands a year: they are read whole, and sorted. */
export async function listPosts(records: Records, { atMost, after, ...filter }: PostFilter) {
  const { platform, account, of, from = 0, to = Number.POSITIVE_INFINITY } = filter
  const one = platform !== undefined && account !== undefined
  const found = await allPosts(records, one ? `${accountId({ platform, id: account })}/` : platform && `${platform}/`)
  const all = found
    .filter(post => !of || of.some(one => one.platform === post.platform && one.account === post.account))
    .filter(post => account === undefined || post.account === account)
    .filter(post => timeOf(post) >= from && timeOf(post) < to)
    .map(post => ({ post, place: placeOf(post) }))
    .sort((a, b) => (a.place < b.place ? 1 : a.place > b.place ? -1 : 0))
  const rest = after === undefined ? all : all.filter(({ place }) => place < after)
  const page = rest.slice(0, atMost)
  const last = page.at(-1)
  return {
    posts: page.map(({ post }) => post),
    total: all.length,
    ...(last && rest.length > atMost && { after: last.place })
  }
}

const timeOf = ({ publishedAt, foundAt }: Post) => publishedAt ?? foundAt

const placeOf = (post: Post) => `${String(timeOf(post)).padStart(15, '0')}/${post.id}`

/** With what we hold of each, counted now. */
export async function rowsOf({ comments, accounts }: ApiPorts, posts: readonly Post[]): Promise<PostRow[]> {
  const held = new Map<string, number>()
  for (const [of, own] of Map.groupBy(posts, ({ platform, account }) => accountId({ platform, id: account }))) {
    const [{ platform, account } = own[0]!] = own
    const counted = await comments.count('post', {
      platform: [platform],
      account: [account],
      posts: own.map(({ post }) => post),
      ours: false,
      state: ['visible']
    })
    for (const [post, count] of Object.entries(counted)) held.set(`${of}/${post}`, count)
  }
  return posts.map(({ collected, ...post }) => {
    const { platform, account, counts } = post
    const count = held.get(`${accountId({ platform, id: account })}/${post.post}`) ?? 0
    return {
      ...post,
      looks: post.looks.slice(-LOOKS),
      accountName: accounts(platform, account)?.name ?? account,
      held: count,
      ...(counts?.comments !== undefined && { gap: Math.max(0, counts.comments - count) })
    }
  })
}
