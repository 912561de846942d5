import { postId } from '@huiyin/domain/ids.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { AccountRun, Ports } from './account-run.ts'
import { POST } from './discovery.ts'
import { raiseAbout, resolveAbout } from './items.ts'

/** So often what we hold is set beside what the platforms count, in ms. */
export const COVERAGE_EVERY = 10 * 60_000

/** A gap is worth a person's look from so many comments and so great a share on, when it lasts so long (ms). */
const GAP = { comments: 10, share: 0.2, lasts: 30 * 60_000 }

/** Where the office's replies are no comments and are not counted among them. */
const CITIZENS_ONLY: ReadonlySet<string> = new Set(['wechat'])

/** Counts what we hold of each watched post, beside what its platform counts. */
export async function measureCoverage(ports: Ports, run: AccountRun): Promise<void> {
  const { records, comments, clock } = ports
  const { account, posts } = run
  const now = clock.now()
  const told = [...posts.values()].filter(({ total, gone }) => total !== undefined && !gone)
  const filter = {
    platform: [account.platform],
    account: [account.id],
    state: ['visible'] as const,
    ...(CITIZENS_ONLY.has(account.platform) && { ours: false })
  }
  const held = told.length > 0 ? await comments.count('post', filter) : {}
  const found = await records.getMany<Post>(
    POST,
    told.map(({ post }) => postId(account, post))
  )
  let ours = 0
  let theirs = 0
  for (const [i, watch] of told.entries()) {
    const count = held[watch.post] ?? 0
    const total = watch.total ?? 0
    ours += Math.min(count, total) // a count that lags is no surplus of ours
    theirs += total
    const before = found[i]
    const value = before?.document.value
    if (value && value.collected?.comments !== count) {
      const next: Post = { ...value, collected: { comments: count, at: now } }
      await records.putIfUnchanged<Post>(POST, { id: value.id, value: next }, before.version)
    }
    const gap = total - count
    watch.short = gap > 0
    const grave = gap >= GAP.comments && gap >= GAP.share * total && run.platform.capabilities.comments
    if (grave) watch.gapSince ??= now
    else delete watch.gapSince
    const lasts = now - (watch.gapSince ?? now) >= GAP.lasts
    if (lasts) await raiseAbout(ports, run, 'post.gap', watch, { ours: count, theirs: total })
    else if (!grave) await resolveAbout(ports, run, 'post.gap', watch.post)
  }
  for (const watch of posts.values()) {
    if (!watch.gone || watch.gapSince === undefined) continue
    delete watch.gapSince
    await resolveAbout(ports, run, 'post.gap', watch.post)
  }
  run.coverage = { ours, theirs, posts: told.length, at: now }
}
