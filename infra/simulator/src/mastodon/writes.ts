import { type Answer, ok } from '../answer.ts'
import { lengthOf } from './content.ts'
import { mastodonError } from './errors.ts'
import type { Call } from './platform.ts'
import { onStatus } from './reads.ts'
import { sourceOf, statusRow } from './rows.ts'
import { findStatus, idOf, type Status, standingStatus, thingOf } from './things.ts'

const KEY_KEPT = 3_600_000
const VISIBILITIES = ['public', 'unlisted', 'private', 'direct']

/** What is wrong with the words, or undefined. */
function refusedText({ body, quirks }: Call): Answer | undefined {
  const { status: text } = body
  if (text === undefined || text.trim() === '') return mastodonError(422, "Validation failed: Text can't be blank")
  if (lengthOf(text) <= quirks.maxCharacters) return undefined
  return mastodonError(422, `Validation failed: Text character limit of ${quirks.maxCharacters} exceeded`)
}

/** POST /api/v1/statuses: the same key gives the same status for an hour. */
export function post(call: Call): Answer {
  const { world, user, body, key, posted, sight } = call
  const now = world.clock.now()
  const before = key === undefined ? undefined : posted.get(`${user!.id} ${key}`)
  const same = before && now - before.at < KEY_KEPT ? findStatus(world, before.id) : undefined
  if (same) return ok(statusRow(sight, same))
  const refused = refusedText(call)
  if (refused) return refused
  const visibility = body.visibility || 'public'
  if (!VISIBILITIES.includes(visibility))
    return mastodonError(422, 'Validation failed: Visibility is not included in the list')
  const above = body.in_reply_to_id ? standingStatus(world, body.in_reply_to_id) : undefined
  if (body.in_reply_to_id && (!above || above.post.gone)) return mastodonError(404)
  const made = write(call, body.status!, above)
  if (visibility !== 'public') call.visibilities.set(idOf(made), visibility)
  if (key !== undefined) posted.set(`${user!.id} ${key}`, { id: idOf(made), at: now })
  return ok(statusRow(sight, made))
}

function write({ world, user }: Call, text: string, above: Status | undefined): Status {
  const platform = 'mastodon'
  if (!above) return { post: world.publish({ platform, account: user!.id, title: text }) }
  const { post, comment } = above
  const parent = comment && { parent: comment.id }
  return { post, comment: world.add({ platform, account: post.account, post: post.id, text, ...parent }) }
}

/** Does something with a status of the office's own; others are not found. */
function onOwn(call: Call, act: (status: Status) => Answer): Answer {
  return onStatus(call, status => {
    const own = !thingOf(status).author && status.post.account === call.user!.id
    return own ? act(status) : mastodonError(404)
  })
}

/** PUT /api/v1/statuses/:id */
export const edit = (call: Call): Answer =>
  onOwn(call, status => {
    const refused = refusedText(call)
    if (refused) return refused
    const { world, sight, body } = call
    const editedAt = world.clock.now()
    if (status.comment) world.change(status.comment, { text: body.status!, editedAt })
    else world.changePost(status.post, { title: body.status!, editedAt })
    return ok(statusRow(sight, status))
  })

/** DELETE /api/v1/statuses/:id: comes back with its text. */
export const remove = (call: Call): Answer =>
  onOwn(call, status => {
    const { world, sight, user, quota } = call
    if (!quota.spendDelete(user!.id, world.clock.now())) return mastodonError(429)
    const row = { ...statusRow(sight, status), text: sourceOf(sight, status).text }
    if (status.comment) world.change(status.comment, { deleted: true })
    else world.changePost(status.post, { gone: true })
    return ok(row)
  })

/** POST /api/v1/statuses/:id/pin and unpin: posts of one's own. */
export const pin = (call: Call, pinned: boolean): Answer =>
  onOwn(call, status => {
    if (status.comment) return mastodonError(422, 'Validation failed: Someone else’s post cannot be pinned')
    call.world.changePost(status.post, { pinned })
    return ok(statusRow(call.sight, status))
  })

/** POST /api/v1/statuses/:id/favourite */
export const favourite = (call: Call): Answer =>
  onStatus(call, status => ok({ ...statusRow(call.sight, status), favourited: true }))
