import { storeRefused } from '@huiyin/domain/errors.ts'
import { postId } from '@huiyin/domain/ids.ts'
import { isWebAddress } from '@huiyin/domain/web-address.ts'
import type { NativePost } from '@huiyin/ports/platform.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { PublicAccount } from '@huiyin/schemas/account.ts'
import type { Post } from '@huiyin/schemas/post.ts'

const POST = 'post'
const HINT = 'poll-hint'
const AT_MOST = 1_000

type Of = Pick<PublicAccount, 'platform' | 'id'>

/** Keeps a post that the platform's list has not told of: what stands there stays, what was missing is filled in. */
export async function keepPost(
  records: Records,
  { account, native, source, now }: { account: Of; native: NativePost; source: Post['source']; now: number }
): Promise<Post> {
  const id = postId(account, native.id)
  const { title, link, publishedAt } = native
  while (true) {
    const found = await records.get<Post>(POST, id)
    const value: Post = {
      id,
      platform: account.platform,
      account: account.id,
      post: native.id,
      foundAt: now,
      source,
      looks: [],
      ...(title !== undefined && { title }),
      ...(link !== undefined && isWebAddress(link) && { link }),
      ...(publishedAt !== undefined && { publishedAt }),
      ...found?.document.value
    }
    const [put] = await records.putEach<Post>(POST, [{ entry: { id, value }, version: found?.version }])
    if (put?.outcome === 'put') return value
    if (put?.outcome === 'refused') throw storeRefused(put.reason)
  }
}

/** Asks the collector to read the post's comments at once. */
export async function hint(records: Records, { platform, id: account }: Of, post: string, at: number): Promise<void> {
  const value = { platform, account, post, at }
  await records.put(HINT, { id: postId({ platform, id: account }, post), value })
}

/** Everything that is kept below a beginning of ids. */
export async function allPosts(records: Pick<Records, 'list'>, prefix?: string): Promise<Post[]> {
  const found: Post[] = []
  for (let after: string | undefined; ; ) {
    const page = await records.list<Post>(POST, {
      atMost: AT_MOST,
      ...(prefix !== undefined && { prefix }),
      ...(after !== undefined && { after })
    })
    found.push(...page.map(({ value }) => value))
    if (page.length < AT_MOST) return found
    after = page.at(-1)!.id
  }
}
