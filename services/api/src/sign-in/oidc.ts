import type { OidcSettings } from '@huiyin/schemas/sign-in.ts'
import * as client from 'openid-client'

/** What has to be the same when somebody comes back; stays in their browser meanwhile. */
export type Journey = { state: string; nonce: string; verifier: string }
/** Whom the provider knows. */
export type Known = { issuer: string; sub: string; name?: string; username?: string }

/** OpenID Connect's code flow with PKCE, state and nonce. Both reject with what the client says. */
export interface Oidc {
  begin: () => Promise<{ url: string; journey: Journey }>
  /** `came`: the path and query by which they came back. */
  finish: (came: string, journey: Journey) => Promise<Known>
}

const PATIENCE = 10 // s
const SCOPE = 'openid profile'

/** Finds the provider when somebody first asks for it. */
export function openOidc({ issuer, clientId, clientSecret = '' }: OidcSettings, callback: string): Oidc {
  const insecure = issuer.startsWith('http:') // the settings let it be so on this machine only
  const options = { timeout: PATIENCE, ...(insecure && { execute: [client.allowInsecureRequests] }) }
  let found: Promise<client.Configuration> | undefined

  const discover = () => {
    found ??= client.discovery(new URL(issuer), clientId, clientSecret, undefined, options)
    found.catch(() => {
      found = undefined // asked again by the next who come
    })
    return found
  }

  return {
    async begin() {
      const configuration = await discover()
      const journey = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier()
      }
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: callback,
        scope: SCOPE,
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256'
      })
      return { url: url.href, journey }
    },
    async finish(came, { state, nonce, verifier }) {
      const configuration = await discover()
      const answered = await client.authorizationCodeGrant(configuration, new URL(came, callback), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true
      })
      const { sub, iss, name, preferred_username: username } = answered.claims()!
      return {
        issuer: iss,
        sub,
        ...(typeof name === 'string' && { name }),
        ...(typeof username === 'string' && { username })
      }
    }
  }
}
