import { type Answer, ok } from '../answer.ts'
import type { World } from '../world.ts'
import { mentioned } from './content.ts'
import { mastodonError } from './errors.ts'
import { pageOf } from './paging.ts'
import type { Call } from './platform.ts'
import { accountRow, iso, statusRow, withBroken } from './rows.ts'
import { compareIds, holderOf, idOf, isGone, type Status, thingOf } from './things.ts'

/** What else is told besides mentions: every so many comments one of these. */
const NOISE = [
  [5n, 'follow'],
  [7n, 'favourite'],
  [11n, 'collection_update']
] as const

interface Notification {
  id: string
  type: string
  status: Status
  at: number
}

/** Mentions of the office and what else happens, with ids of their own. */
function allOf({ world, user, quirks, dismissed, asked }: Call): Notification[] {
  const lower = asked.params.get('min_id') ?? asked.params.get('since_id')
  const above = asked.bend?.overlap || asked.bend?.endless ? null : lower
  return statuses(world, user!.id).flatMap(status => {
    const id = idOf(status)
    if (above !== null && compareIds(`${id}9`, above) <= 0) return []
    if (!thingOf(status).author || isGone(status) || status.post.gone) return []
    const named = mentioned(world, status, quirks.naming).some(({ office }) => office?.id === user!.id)
    const noise = NOISE.filter(([every]) => BigInt(id) % every === 0n)
    const types = [...(named ? ['mention'] : []), ...noise.map(([, type]) => type)]
    const at = thingOf(status).publishedAt
    return types
      .map((type, i) => ({ id: String(BigInt(id) * 10n + BigInt(i)), type, status, at }))
      .filter(one => !dismissed.has(one.id))
  })
}

/** What citizens wrote to the office, below its posts and by themselves. */
const statuses = (world: World, account: string): Status[] => [
  ...world.posts.filter(post => post.platform === 'mastodon' && post.account === account).map(post => ({ post })),
  ...world
    .under('mastodon', account)
    .map(comment => ({ comment, post: world.post('mastodon', account, comment.post)! }))
]

function row(call: Call, { id, type, status, at }: Notification) {
  const about = type === 'mention' ? status : type === 'favourite' ? { post: status.post } : undefined
  return {
    id,
    type,
    created_at: iso(at),
    group_key: `ungrouped-${id}`,
    account: accountRow(holderOf(call.world, status)),
    ...(about && { status: statusRow(call.sight, about) })
  }
}

/** GET /api/v1/notifications */
export function notifications(call: Call): Answer {
  const { params } = call.asked
  const types = [...params.getAll('types[]'), ...params.getAll('types')]
  const without = params.getAll('exclude_types[]')
  const wanted = allOf(call).filter(
    ({ type }) => (types.length === 0 || types.includes(type)) && !without.includes(type)
  )
  const from = params.get('account_id')
  const shown = wanted.filter(({ status }) => from === null || thingOf(status).author?.id === from)
  const page = pageOf(shown, call.asked, { usual: 40, most: 80 })
  const rows = (page.body as Notification[]).map(one => row(call, one))
  return { ...page, body: withBroken(rows, call.quirks.brokenRow) }
}

/** GET /api/v1/notifications/:id */
export function notification(call: Call): Answer {
  const found = allOf(call).find(({ id }) => id === call.id)
  return found ? ok(row(call, found)) : mastodonError(404)
}

/** POST /api/v1/notifications/:id/dismiss */
export function dismiss(call: Call): Answer {
  call.dismissed.add(call.id)
  return ok({})
}

/** POST /api/v1/notifications/clear */
export function clear(call: Call): Answer {
  for (const { id } of allOf(call)) call.dismissed.add(id)
  return ok({})
}
