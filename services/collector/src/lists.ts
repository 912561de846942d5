import { digest } from '@huiyin/domain/ids.ts'
import type { CommentPage, NativePost } from '@huiyin/ports/platform.ts'
import { type AccountRun, type Ports, stillOurs } from './account-run.ts'
import { noteDelays, notePost, watchPost, watchPostsOf } from './discovery.ts'
import { raiseAbout } from './items.ts'
import { publish } from './publish.ts'
import { type ListWatch, type PostWatch, saveAccountWatch, savePostWatch, usualPages } from './watch.ts'

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
  await keep(ports, run, inbox, run.met.inbox, page, [])
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
    await noteGone(ports, run, known, native)
  }
  await keep(ports, run, watch.posts, run.met.posts, page, page.posts)
}

async function noteGone(ports: Ports, run: AccountRun, watch: PostWatch, { gone }: NativePost): Promise<void> {
  if (!watch.gone && gone) {
    watch.gone = true
    watch.goneAt = ports.clock.now()
  } else if (watch.gone && !gone && !watch.back) watch.back = true
  else return
  await savePostWatch(ports.records, run.account, watch)
}

/** Where no interface gives us comments somebody has to look in the app when there are more. */
async function noteTotal(ports: Ports, run: AccountRun, watch: PostWatch, total: number | undefined): Promise<void> {
  if (total === undefined) return
  watch.told = true
  if (total === watch.total) return
  const before = watch.total ?? 0
  watch.total = total
  const unseen = !run.platform.capabilities.comments
  if (unseen) await savePostWatch(ports.records, run.account, watch)
  if (unseen && total > before) await raiseAbout(ports, run, 'post.look', watch, { total, more: total - before })
}

/** So many pages in a row that show nothing which the walk has not met are no list any more. */
const ENDLESS_AFTER = 10

async function keep(
  ports: Ports,
  run: AccountRun,
  list: ListWatch,
  met: Set<string>,
  { cursor, more, comments }: CommentPage,
  posts: readonly NativePost[]
): Promise<void> {
  const walk = list.more && list.walk ? list.walk : { from: list.cursor, idle: 0 }
  const before = met.size
  for (const { comment, post } of comments) met.add(digest(`${post} ${comment}`))
  for (const { id } of posts) met.add(id)
  const idle = met.size === before ? walk.idle + 1 : 0
  const moved = JSON.stringify(cursor) !== JSON.stringify(list.cursor)
  const endless = more && moved && idle >= ENDLESS_AFTER
  const goesOn = more && moved && !endless // a list that stands still has ended, whatever it says
  list.cursor = endless ? walk.from : cursor // nothing that an endless list may hide is taken as read
  list.more = goesOn
  delete list.retryAt
  delete list.failures
  const pages = (walk.pages ?? 0) + 1
  if (goesOn) list.walk = { ...walk, idle, pages }
  else {
    list.pages = usualPages(list.pages, pages)
    met.clear()
    delete list.walk
    list.readAt = ports.clock.now()
  }
  await saveAccountWatch(ports.records, run.account, run.watch)
  run.dirty = false
}
