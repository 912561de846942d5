import { lookAtCounts } from '@huiyin/domain/collecting/counts.ts'
import { addDelay } from '@huiyin/domain/collecting/delays.ts'
import { postId } from '@huiyin/domain/ids.ts'
import { PRIVATE } from '@huiyin/domain/private-post.ts'
import { isWebAddress } from '@huiyin/domain/web-address.ts'
import type { NativePost } from '@huiyin/ports/platform.ts'
import type { Entry } from '@huiyin/ports/records.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { AccountRun, Ports } from './account-run.ts'
import { newPostWatch, type PostWatch, savePostWatch } from './watch.ts'

/** Kind of the records of what the office published. */
export const POST = 'post'

const TITLE = 500

/** How late comments were found that came while we were watching; `since`: when the list was read before, 0: never. */
export function noteDelays(run: AccountRun, first: readonly Observation[], since: number): void {
  if (since === 0) return
  for (const { ours, publishedAt, observedAt } of first) {
    if (ours || publishedAt < run.account.since) continue
    run.watch.delays = addDelay(run.watch.delays, Math.max(0, observedAt - publishedAt), observedAt)
    run.dirty = true
  }
}

/** Posts that comments were met under: those that nobody had told us of are watched, and where much happens is known. */
export async function watchPostsOf(ports: Ports, run: AccountRun, observations: readonly Observation[]): Promise<void> {
  for (const { post, postTitle, publishedAt } of observations) {
    if (post === PRIVATE) continue
    const native = { id: post, ...(postTitle !== undefined && { title: postTitle }) }
    const watch = run.posts.get(post) ?? (await watchPost(ports, run, native, 'comment'))
    watch.lastCommentAt = Math.max(watch.lastCommentAt ?? 0, publishedAt)
  }
}

/** From now on the post's comments are collected, and its numbers are kept. */
export async function watchPost(
  ports: Ports,
  run: AccountRun,
  native: NativePost,
  source: Post['source']
): Promise<PostWatch> {
  const now = ports.clock.now()
  const { id, title, publishedAt } = native
  const watch = newPostWatch(id, now, {
    ...(title !== undefined && { title: title.slice(0, TITLE) }),
    ...(publishedAt !== undefined && { publishedAt })
  })
  run.posts.set(id, watch)
  run.plan = { ...run.plan, madeAt: 0 } // made anew with it
  await savePostWatch(ports.records, run.account, watch)
  await notePost(ports, run, native, source)
  return watch
}

/** Keeps what the platform tells of a post: whatever changed, and its counts over time. */
export async function notePost(
  { records, clock }: Ports,
  { account }: AccountRun,
  native: NativePost,
  source: Post['source']
): Promise<void> {
  const id = postId(account, native.id)
  while (true) {
    const found = await records.get<Post>(POST, id)
    const before = found?.document.value ?? newPost(account, native.id, source, clock.now())
    const after = toldOf(before, native, clock.now())
    if (found && after === before) return
    const entry: Entry<Post> = { id, value: after }
    const [put] = await records.putEach<Post>(POST, [{ entry, version: found?.version }])
    if (put?.outcome !== 'conflict') return
  }
}

const newPost = (account: AccountRun['account'], post: string, source: Post['source'], now: number): Post => ({
  id: postId(account, post),
  platform: account.platform,
  account: account.id,
  post,
  foundAt: now,
  source,
  looks: []
})

function toldOf(before: Post, { title, link, publishedAt, counts, gone }: NativePost, now: number): Post {
  const told = {
    ...(title !== undefined && title !== '' && { title: title.slice(0, TITLE) }),
    ...(link !== undefined && isWebAddress(link) && { link }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(gone && { gone: before.gone ?? { since: now } })
  }
  const { gone: _, ...there } = before
  const known = gone === false ? there : before
  const counted = counts ? lookAtCounts(known, counts, now) : known
  const says = (post: Post) => JSON.stringify([post.title, post.link, post.publishedAt, post.gone])
  const next = { ...counted, ...told }
  return counted === known && says(next) === says(before) ? before : next
}
