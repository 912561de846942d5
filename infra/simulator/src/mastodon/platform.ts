import type { Answer, Question } from '../answer.ts'
import type { Limits } from '../limits.ts'
import type { SimPlatform } from '../platform.ts'
import type { Office, Person } from '../things.ts'
import type { Usage } from '../usage.ts'
import type { World } from '../world.ts'
import type { Naming } from './content.ts'
import { DISABLED, mastodonError, NO_SCOPE, NO_TOKEN, NO_USER, REVOKED } from './errors.ts'
import type { Asked } from './paging.ts'
import { type MastodonQuota, mastodonQuota } from './quota.ts'
import { PATTERNS, type Route } from './routes.ts'
import type { Sight } from './rows.ts'
import { idOf } from './things.ts'
import { type MastodonTokens, mastodonTokens } from './tokens.ts'

/** Ways in which servers differ. */
export interface MastodonQuirks {
  /** `direct`: citizens who answer each other do not name the office. */
  naming: Naming
  /** What an answer to something deleted says that it answers. */
  orphans: 'null' | 'dangling'
  /** So many next threads come without their last status: it is still being fetched from another server. */
  fetchingRemote: number
  maxCharacters: number
  /** The first status of every list comes once more with a time that is none. */
  brokenRow: boolean
}

/** One call. */
export interface Call {
  world: World
  people: readonly Person[]
  /** The office whose token it is; none without one. */
  user: Office | undefined
  /** What the path names. */
  id: string
  asked: Asked
  body: Record<string, string>
  /** Idempotency-Key. */
  key: string | undefined
  sight: Sight
  quirks: MastodonQuirks
  quota: MastodonQuota
  tokens: MastodonTokens
  suspended: ReadonlySet<string>
  dismissed: Set<string>
  visibilities: Map<string, string>
  posted: Map<string, { id: string; at: number }>
}

export interface MastodonPlatform extends SimPlatform {
  tokens: MastodonTokens
  /** Offices that may not sign in. */
  disabled: Set<string>
  /** Accounts that are gone. */
  suspended: Set<string>
  quirks: MastodonQuirks
}

export function mastodonPlatform(
  world: World,
  limits: Limits,
  usage: Usage,
  people: readonly Person[]
): MastodonPlatform {
  const quirks: MastodonQuirks = {
    naming: 'all',
    orphans: 'null',
    fetchingRemote: 0,
    maxCharacters: 500,
    brokenRow: false
  }
  const quota = mastodonQuota(limits, usage)
  const tokens = mastodonTokens(world)
  const disabled = new Set<string>()
  const suspended = new Set<string>()
  const dismissed = new Set<string>()
  const posted: Call['posted'] = new Map()
  const visibilities = new Map<string, string>()

  function answer(question: Question): Answer {
    const { method, path, headers } = question
    const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
    const token = bearer === undefined ? undefined : tokens.of(bearer)
    const user = token?.account === undefined ? undefined : world.office('mastodon', token.account)
    const now = world.clock.now()
    const who = user?.id ?? 'address 127.0.0.1'
    const spent = quota.spend(who, user?.id, path, now)
    const told = spent ? judged() : mastodonError(429)
    return { ...told, headers: { ...told.headers, ...quota.headers(who, now, method) } }

    function judged(): Answer {
      if (bearer !== undefined && (!token || token.state === 'unknown')) return mastodonError(401, NO_TOKEN)
      if (token?.state === 'revoked') return mastodonError(401, REVOKED)
      if (user && disabled.has(user.id)) return mastodonError(403, DISABLED)
      for (const { pattern, route } of PATTERNS) {
        const found = pattern.exec(path)
        const allowed = found && route.method === method
        if (allowed)
          return permitted(route, token?.scopes, user !== undefined) ?? route.act(callOf(question, user, found[1]))
      }
      return mastodonError(404)
    }
  }

  function callOf(question: Question, user: Office | undefined, id = ''): Call {
    const { path, headers, search = '', bend } = question
    const sight: Sight = {
      world,
      naming: quirks.naming,
      orphans: quirks.orphans,
      visibility: status => visibilities.get(idOf(status)) ?? (status.post.direct ? 'direct' : 'public'),
      user: user !== undefined
    }
    const asked = { url: `http://${headers.host}${path}`, params: new URLSearchParams(search), bend }
    const body = { ...question.query, ...bodyOf(question) }
    const kept = { tokens, suspended, dismissed, visibilities, posted }
    return { world, people, user, id, asked, body, key: headers['idempotency-key'], sight, quirks, quota, ...kept }
  }

  return {
    paths: ['/api/v1/*', '/api/v2/*', '/oauth/token', '/oauth/revoke', '/oauth/authorize'],
    answer,
    tellError: (code, _path, message) => mastodonError(code, message),
    expireToken: account => tokens.set(account, 'unknown'),
    revokeToken: account => tokens.set(account, 'revoked'),
    authorise: account => {
      tokens.set(account, 'valid')
      disabled.delete(account)
    },
    windows: account => quota.windows(account, world.clock.now()),
    tokens,
    disabled,
    suspended,
    quirks
  }
}

/** What stands in the way of a token, or undefined. */
function permitted({ scope }: Route, scopes: string[] | undefined, user: boolean): Answer | undefined {
  if (scope === undefined) return undefined
  if (!scopes) return mastodonError(401, NO_TOKEN)
  if (!user) return mastodonError(422, NO_USER)
  const wide = scope.split(':')[0]!
  return scopes.includes(scope) || scopes.includes(wide) ? undefined : mastodonError(403, NO_SCOPE)
}

function bodyOf({ headers, raw }: Question): Record<string, string> {
  if (!headers['content-type']?.includes('json')) return Object.fromEntries(new URLSearchParams(raw))
  try {
    const entries = Object.entries(Object(JSON.parse(raw)))
    return Object.fromEntries(
      entries.filter(([, value]) => value !== null).map(([name, value]) => [name, worded(value)])
    )
  } catch {
    return {} // then what is required is missing, and that is what the answer says
  }
}

const worded = (value: unknown) => (Array.isArray(value) ? value.join(' ') : String(value))
