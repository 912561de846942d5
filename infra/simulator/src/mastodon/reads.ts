import { type Answer, ok } from '../answer.ts'
import { mastodonError } from './errors.ts'
import { pageOf } from './paging.ts'
import type { Call } from './platform.ts'
import { accountRow, historyOf, sourceOf, statusRow, withBroken } from './rows.ts'
import { type Holder, idOf, isGone, parentOf, repliesTo, type Status, standingStatus } from './things.ts'

/** How much of a thread is told, with and without a token. */
const FULL = { ancestors: 4096, descendants: 4096, depth: Number.POSITIVE_INFINITY }
const LITTLE = { ancestors: 40, descendants: 60, depth: 20 }

function visible({ sight, user }: Call, status: Status | undefined): status is Status {
  if (!status || isGone(status) || status.post.gone) return false
  return user !== undefined || !['private', 'direct'].includes(sight.visibility(status))
}

/** Does something with the status that the path names. */
export function onStatus(call: Call, act: (status: Status) => Answer): Answer {
  const status = standingStatus(call.world, call.id)
  return visible(call, status) ? act(status) : mastodonError(404)
}

/** GET /api/v1/statuses/:id */
export const status = (call: Call): Answer => onStatus(call, status => ok(statusRow(call.sight, status)))

/** GET /api/v1/statuses/:id/history */
export const history = (call: Call): Answer => onStatus(call, status => ok(historyOf(call.sight, status)))

/** GET /api/v1/statuses/:id/source */
export const source = (call: Call): Answer => onStatus(call, status => ok(sourceOf(call.sight, status)))

/** GET /api/v1/statuses/:id/context: both lists are flat; what hangs below something deleted is not in them. */
export const context = (call: Call): Answer =>
  onStatus(call, status => {
    const { world, sight, user, quirks } = call
    const most = user ? FULL : LITTLE
    const below = descendants(call, status, most).slice(0, most.descendants)
    const lagging = quirks.fetchingRemote > 0
    if (lagging) quirks.fetchingRemote -= 1
    const told = lagging ? below.slice(0, -1) : below
    const above: Status[] = []
    for (let one: Status = status; above.length < most.ancestors; ) {
      const parent = parentOf(one)
      const next = parent === undefined ? undefined : standingStatus(world, parent)
      if (!next) break
      above.unshift(next)
      one = next
    }
    const body = {
      ancestors: above.map(one => statusRow(sight, one)),
      descendants: withBroken(
        told.map(one => statusRow(sight, one)),
        quirks.brokenRow
      )
    }
    const header = { 'mastodon-async-refresh': `id="context:${call.id}", retry=5, result_count=0` }
    return { status: 200, body, ...(lagging && { headers: header }) }
  })

/** The thread below, branch after branch. Deep ones too: no recursion. */
function descendants({ world }: Call, status: Status, { depth }: typeof FULL): Status[] {
  const found: Status[] = []
  const waiting = repliesTo(world, status)
    .reverse()
    .map(status => ({ status, level: 1 }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { status, level } = next
    found.push(status)
    if (level >= depth) continue
    for (const below of repliesTo(world, status).reverse()) waiting.push({ status: below, level: level + 1 })
  }
  return found
}

function holder({ world, id, people }: Call): Holder | undefined {
  const office = world.office('mastodon', id)
  if (office) return { office }
  const person = people.find(one => one.id === id)
  return person && { person }
}

/** GET /api/v1/accounts/:id */
export function account(call: Call): Answer {
  const found = holder(call)
  if (!found) return mastodonError(404)
  return call.suspended.has(call.id) ? mastodonError(410) : ok(accountRow(found))
}

/** GET /api/v1/accounts/:id/statuses */
export function accountStatuses(call: Call): Answer {
  const { world, asked, sight, id } = call
  if (!holder(call)) return mastodonError(404)
  if (call.suspended.has(id)) return mastodonError(410)
  const { params } = asked
  const wants = (name: string) => ['true', '1'].includes(params.get(name) ?? '')
  const posts = world.posts.filter(
    ({ platform, account, author }) => platform === 'mastodon' && (author?.id ?? account) === id
  )
  const office = world.office('mastodon', id)
  const comments = world.offices
    .filter(({ platform }) => platform === 'mastodon')
    .flatMap(one => world.under('mastodon', one.id))
    .filter(({ account, author }) => (office ? account === id && !author : author?.id === id))
  const own: Status[] = posts.map(post => ({ post }))
  if (!wants('exclude_replies') && !wants('pinned')) {
    for (const comment of comments) own.push({ comment, post: world.post('mastodon', comment.account, comment.post)! })
  }
  const none = wants('only_media') || params.has('tagged')
  const rows = own
    .filter(one => !none && visible(call, one) && (!wants('pinned') || one.post.pinned === true))
    .map(one => ({ id: idOf(one), one }))
  const page = pageOf(rows, asked, { usual: 20, most: 40 })
  return {
    ...page,
    body: withBroken(
      (page.body as typeof rows).map(({ one }) => statusRow(sight, one)),
      call.quirks.brokenRow
    )
  }
}

/** GET /api/v1/accounts/verify_credentials */
export const verifyCredentials = ({ user }: Call): Answer => {
  const row = accountRow({ office: user! })
  return ok({ ...row, source: { privacy: 'public', sensitive: false, language: 'zh', note: '', fields: [] } })
}

/** GET /api/v2/instance */
export const instance = ({ quirks, asked }: Call): Answer =>
  ok({
    domain: 'simulated.example',
    title: '模拟的 Mastodon',
    version: '4.5.3',
    source_url: 'https://github.com/mastodon/mastodon',
    description: '',
    usage: { users: { active_month: 200 } },
    languages: ['zh'],
    configuration: {
      urls: { streaming: new URL(asked.url).origin.replace(/^http/, 'ws') },
      accounts: { max_featured_tags: 10, max_pinned_statuses: 5 },
      statuses: { max_characters: quirks.maxCharacters, max_media_attachments: 4, characters_reserved_per_url: 23 }
    },
    registrations: { enabled: false },
    rules: []
  })
