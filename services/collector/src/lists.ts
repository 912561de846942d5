import { digest } from '@huiyin/domain/ids.ts'
import type { CommentPage, NativePost } from '@huiyin/ports/platform.ts'
import { type AccountRun, type Ports, stillOurs } from './account-run.ts'
import { noteDelays, notePost, watchPost, watchPostsOf } from './discovery.ts'
import { raiseAbout } from './items.ts'
import { publish } from './publish.ts'
import { type ListWatch, type PostWatch, saveAccountWatch, savePostWatch } from './watch.ts'

/** Lists of an account: what citizens wrote to it, and what it published. A page a step; published before the cursor is kept. */

/** One page of the inbox. */
export async function readInbox(ports: Ports, run: AccountRun): Promise<void> {
  const { inbox } = run.watch
  const observedAt = ports.clock.now()
  const page = await run.platform.inbox!(inbox.cursor)
  stillOurs(ports, run)
  const { observations, first } = await publish(ports, page, { account: run.account, observedAt, term: run.term })
  noteDelays(run, first, inbox.readAt)
  await watchPostsOf(ports, run, observations)
  await keep(ports, run, inbox, page, [])
}

/** One page of the account's own posts: new ones are watched from now on, and all their numbers are kept. */
export async function readPosts(ports: Ports, run: AccountRun): Promise<void> {
  const { account, watch, term } = run
  const observedAt = ports.clock.now()
  const page = await run.platform.posts!(watch.posts.cursor)
  stillOurs(ports, run)
  await publish(ports, page, { account, observedAt, term })
  for (const native of page.posts) {
    const known = run.posts.get(native.id) ?? (await watchPost(ports, run, native, 'poll'))
    await notePost(ports, run, native, 'poll')
    await noteTotal(ports, run, known, native.counts?.comments)
    if (native.publishedAt !== undefined) {
      known.publishedAt ??= native.publishedAt
      watch.lastPostAt = Math.max(watch.lastPostAt ?? 0, native.publishedAt)
    }
    if (native.gone) known.gone = true
  }
  await keep(ports, run, watch.posts, page, page.posts)
}

/** Where no interface gives us comments somebody has to look in the app when there are more. */
async function noteTotal(ports: Ports, run: AccountRun, watch: PostWatch, total: number | undefined): Promise<void> {
  if (total === undefined || total === watch.total) return
  const before = watch.total ?? 0
  watch.total = total
  const unseen = !run.platform.capabilities.comments
  if (unseen) await savePostWatch(ports.records, run.account, watch)
  if (unseen && total > before) await raiseAbout(ports, run, 'post.look', watch, { total, more: total - before })
}

/** So many pages in a row that show the same, or nothing, are no list any more. */
const ENDLESS_AFTER = 10

async function keep(
  ports: Ports,
  run: AccountRun,
  list: ListWatch,
  { cursor, more, comments }: CommentPage,
  posts: readonly NativePost[]
): Promise<void> {
  const shown = digest(JSON.stringify([...comments.map(({ comment }) => comment), ...posts.map(({ id }) => id)]))
  const walk = list.more && list.walk ? list.walk : { from: list.cursor, idle: 0 }
  const idle = walk.shown === shown ? walk.idle + 1 : 0
  const moved = JSON.stringify(cursor) !== JSON.stringify(list.cursor)
  const endless = more && moved && idle >= ENDLESS_AFTER
  const goesOn = more && moved && !endless // a list that stands still has ended, whatever it says
  list.cursor = endless ? walk.from : cursor // nothing that an endless list may hide is taken as read
  list.more = goesOn
  delete list.retryAt
  delete list.failures
  if (goesOn) list.walk = { ...walk, idle, shown }
  else {
    delete list.walk
    list.readAt = ports.clock.now()
  }
  await saveAccountWatch(ports.records, run.account, run.watch)
  run.dirty = false
}
