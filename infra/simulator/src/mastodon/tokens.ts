import { type Answer, ok } from '../answer.ts'
import type { World } from '../world.ts'

const CODE_LIFE = 10 * 60_000

export interface MastodonToken {
  /** The office that authorised it; absent: the app's own. */
  account?: string
  scopes: string[]
  state: 'valid' | 'revoked' | 'unknown'
}

/** Apps and the tokens they got; a token ends only when somebody revokes it. */
export interface MastodonTokens {
  of: (token: string) => MastodonToken | undefined
  /** The office's own token is unknown, revoked or good from now on. */
  set: (account: string, state: MastodonToken['state']) => void
  /** Fewer scopes for the office's own token; `read write` is all. */
  narrow: (account: string, scopes: string) => void
  /** What a person brings back from signing in; good once, for ten minutes. */
  code: (account: string, scopes?: string) => string
  /** POST /api/v1/apps */
  register: (params: Record<string, string>) => Answer
  /** POST /oauth/token */
  issue: (params: Record<string, string>) => Answer
  /** POST /oauth/revoke */
  revoke: (params: Record<string, string>) => Answer
}

type App = { id: string; secret: string; scopes: string[] }

const refused = (status: number, error: string, error_description: string): Answer => ({
  status,
  body: { error, error_description }
})
const badClient = () =>
  refused(401, 'invalid_client', 'Client authentication failed due to unknown client, or no client authentication')

export function mastodonTokens({ clock, offices }: World): MastodonTokens {
  const tokens = new Map<string, MastodonToken>()
  const apps = new Map<string, App>()
  const codes = new Map<string, { account: string; scopes: string[]; endsAt: number }>()
  let made = 0
  const own = offices.filter(({ platform }) => platform === 'mastodon')
  for (const { id, secret } of own) tokens.set(secret, { account: id, scopes: ['read', 'write'], state: 'valid' })
  const ofOffice = (account: string) => [...tokens.values()].filter(token => token.account === account)

  function give(scopes: string[], account?: string): Answer {
    const token = `simulated-mastodon-${++made}`
    tokens.set(token, { scopes, state: 'valid', ...(account !== undefined && { account }) })
    const created = Math.floor(clock.now() / 1000)
    return ok({ access_token: token, token_type: 'Bearer', scope: scopes.join(' '), created_at: created })
  }

  return {
    of: token => tokens.get(token),
    set: (account, state) => {
      for (const token of ofOffice(account)) token.state = state
    },
    narrow: (account, scopes) => {
      for (const token of ofOffice(account)) token.scopes = scopes.split(' ')
    },
    code: (account, scopes = 'read write') => {
      const code = `simulated-code-${++made}`
      codes.set(code, { account, scopes: scopes.split(' '), endsAt: clock.now() + CODE_LIFE })
      return code
    },
    register: ({ client_name: name, redirect_uris: back, scopes = 'read', website }) => {
      if (!name || !back) return refused(422, 'Validation failed: Name can’t be blank', '')
      const id = `simulated-client-${++made}`
      const app = { id, secret: `simulated-client-secret-${made}`, scopes: scopes.split(' ') }
      apps.set(id, app)
      return ok({
        id: String(made),
        name,
        website: website ?? null,
        scopes: app.scopes,
        redirect_uris: back.split(/\s+/),
        client_id: id,
        client_secret: app.secret,
        client_secret_expires_at: 0
      })
    },
    issue: ({ grant_type: grant, client_id: client = '', client_secret: secret, code = '', scope }) => {
      const app = apps.get(client)
      if (!app || app.secret !== secret) return badClient()
      if (grant === 'client_credentials') return give(scope?.split(' ') ?? app.scopes)
      if (grant !== 'authorization_code') {
        return refused(400, 'unsupported_grant_type', 'The authorization grant type is not supported')
      }
      const found = codes.get(code)
      codes.delete(code)
      if (!found || clock.now() >= found.endsAt) {
        return refused(400, 'invalid_grant', 'The provided authorization grant is invalid, expired or revoked')
      }
      return give(found.scopes, found.account)
    },
    revoke: ({ client_id: client = '', client_secret: secret, token = '' }) => {
      if (apps.get(client)?.secret !== secret || secret === undefined) {
        return refused(403, 'unauthorized_client', 'You are not authorized to revoke this token')
      }
      const found = tokens.get(token)
      if (found) found.state = 'revoked'
      return ok({})
    }
  }
}
