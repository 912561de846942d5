import type { Answer } from '../answer.ts'
import { mastodonError } from './errors.ts'
import { clear, dismiss, notification, notifications } from './notifications.ts'
import type { Call } from './platform.ts'
import { account, accountStatuses, context, history, instance, source, status, verifyCredentials } from './reads.ts'
import { edit, favourite, pin, post, remove } from './writes.ts'

export interface Route {
  method: string
  /** The scope that a person's token must have; absent: anybody may. */
  scope?: string
  act: (call: Call) => Answer
}

/** GET /oauth/authorize: the simulated person agrees at once and is sent back with a code. */
function authorize({ body, world, tokens }: Call): Answer {
  const { redirect_uri: back, state, scope } = body
  const office = world.offices.find(({ platform }) => platform === 'mastodon')
  if (!back || !office) return mastodonError(400, 'Missing required parameter: redirect_uri.')
  const code = tokens.code(office.id, scope)
  if (back === 'urn:ietf:wg:oauth:2.0:oob')
    return { status: 200, body: code, headers: { 'content-type': 'text/plain' } }
  const url = new URL(back)
  url.searchParams.set('code', code)
  if (state) url.searchParams.set('state', state)
  return { status: 302, body: '', headers: { location: url.href } }
}

const ROUTES: Record<string, Route> = {
  'POST /api/v1/apps': { method: 'POST', act: ({ tokens, body }) => tokens.register(body) },
  'GET /oauth/authorize': { method: 'GET', act: authorize },
  'POST /oauth/token': { method: 'POST', act: ({ tokens, body }) => tokens.issue(body) },
  'POST /oauth/revoke': { method: 'POST', act: ({ tokens, body }) => tokens.revoke(body) },
  'GET /api/v2/instance': { method: 'GET', act: instance },
  'GET /api/v1/accounts/verify_credentials': { method: 'GET', scope: 'read:accounts', act: verifyCredentials },
  'GET /api/v1/accounts/:id': { method: 'GET', act: account },
  'GET /api/v1/accounts/:id/statuses': { method: 'GET', act: accountStatuses },
  'GET /api/v1/notifications': { method: 'GET', scope: 'read:notifications', act: notifications },
  'POST /api/v1/notifications/clear': { method: 'POST', scope: 'write:notifications', act: clear },
  'GET /api/v1/notifications/:id': { method: 'GET', scope: 'read:notifications', act: notification },
  'POST /api/v1/notifications/:id/dismiss': { method: 'POST', scope: 'write:notifications', act: dismiss },
  'POST /api/v1/statuses': { method: 'POST', scope: 'write:statuses', act: post },
  'GET /api/v1/statuses/:id': { method: 'GET', act: status },
  'PUT /api/v1/statuses/:id': { method: 'PUT', scope: 'write:statuses', act: edit },
  'DELETE /api/v1/statuses/:id': { method: 'DELETE', scope: 'write:statuses', act: remove },
  'GET /api/v1/statuses/:id/context': { method: 'GET', act: context },
  'GET /api/v1/statuses/:id/history': { method: 'GET', act: history },
  'GET /api/v1/statuses/:id/source': { method: 'GET', scope: 'read:statuses', act: source },
  'POST /api/v1/statuses/:id/pin': { method: 'POST', scope: 'write:accounts', act: call => pin(call, true) },
  'POST /api/v1/statuses/:id/unpin': { method: 'POST', scope: 'write:accounts', act: call => pin(call, false) },
  'POST /api/v1/statuses/:id/favourite': { method: 'POST', scope: 'write:favourites', act: favourite }
}

/** What a path must look like to be a route's. */
export const PATTERNS = Object.entries(ROUTES).map(([name, route]) => ({
  pattern: new RegExp(`^${name.split(' ')[1]!.replace(':id', '(\\d+)')}$`),
  route
}))
