import { createHash, randomUUID } from 'node:crypto'
import type { Clock } from '@huiyin/ports/clock.ts'
import { PlatformError } from '@huiyin/ports/platform.ts'
import type { Token, TokenStore } from '@huiyin/ports/token-store.ts'

/**
 * A token that is renewed while we work. What stands in the store counts for all processes; a refresh token may be used
 * up by its renewal, so whoever renews says so in the store first (`renewing`), and saves both new tokens in one put.
 * A claim left behind by a process that died is taken over when it runs out; compare-and-set decides, never the clock.
 */
const CLAIM = 30_000
const AGAIN = 60_000
const SOON = 2_000
/** Conflicts of compare-and-set in a row: somebody else made progress in each of them. */
const TRIES = 10
const ORIGINS = 10

export interface RenewalOf {
  store: TokenStore
  clock: Clock
  /** What a person authorised. Tokens that the stored chain did not begin with take its place. */
  configured: { access: string; refresh: string }
  /** How long a configured access token, whose age nobody knows, is taken to be good, in ms. */
  life: number
  /** Whether it is to be renewed now. */
  due: (token: Token, now: number) => boolean
  /** Asks the platform. Rejects with PlatformError, or NoAnswer. */
  renew: (token: Token) => Promise<Token>
}

export interface Renewal {
  /** A good access token, renewed before it ends. A renewal that fails is an error only when the token at hand has ended. */
  access: () => Promise<string>
  /** Another one after the platform refused this: renewed once, however many ask. */
  replaced: (bad: string) => Promise<string>
  /** As it stands in the store. */
  token: () => Promise<Token>
  /** Why the last renewal failed; undefined when it did not. */
  trouble: () => unknown
}

export function tokenRenewal({ store, clock, configured, life, due, renew }: RenewalOf): Renewal {
  const origin = createHash('sha256').update(configured.refresh).digest('hex')
  let held: Token | undefined
  let unsaved: { by: string; began: Token; token: Token } | undefined
  let running: { bad: string | undefined; work: Promise<Token> } | undefined
  let pausedUntil = 0
  let trouble: unknown

  const keep = (token: Token) => {
    held = token
    return token
  }

  /** What is stored, or first the configured tokens when the stored chain did not begin with them. */
  async function standing(): Promise<{ token: Token; version: unknown }> {
    for (let tries = 0; tries < TRIES; tries++) {
      const found = await store.read()
      if (found?.token.from?.includes(origin)) return found
      const { access, refresh } = configured
      const from = [origin, ...(found?.token.from ?? [])].slice(0, ORIGINS)
      await store.save({ access, accessUntil: clock.now() + life, refresh, from }, found?.version)
    }
    throw contested()
  }

  async function renewStanding(bad: string | undefined): Promise<Token> {
    for (let tries = 0; tries < TRIES; tries++) {
      const { token, version } = await standing()
      const now = clock.now()
      if (token.access !== bad && !due(token, now)) return keep(token) // another process renewed it
      const good = token.access !== bad && now < token.accessUntil
      if (token.renewing && now < token.renewing.until) {
        if (!good) throw new PlatformError('TOKEN_RENEWING', 'Another process is renewing the token', 'retry', SOON)
        pausedUntil = Math.min(token.renewing.until, now + CLAIM)
        return keep(token)
      }
      const renewing = { by: randomUUID(), until: now + CLAIM }
      if (await store.save({ ...token, renewing }, version)) return renewClaimed(token, renewing.by, good)
    }
    throw contested()
  }

  async function renewClaimed({ renewing, ...token }: Token, by: string, good: boolean): Promise<Token> {
    let next: Token
    try {
      next = { ...(await renew(token)), ...(token.from && { from: token.from }) }
      trouble = undefined
      if (due(next, clock.now())) pausedUntil = clock.now() + AGAIN
    } catch (error) {
      trouble = error
      pausedUntil = clock.now() + AGAIN
      const left = await put(by, token)
      if (good || left.access !== token.access) return keep(left)
      throw error
    }
    unsaved = { by, began: token, token: next }
    return saveUnsaved(unsaved)
  }

  async function saveUnsaved({ by, began, token }: { by: string; began: Token; token: Token }): Promise<Token> {
    keep(token)
    const standing = await put(by, token, began)
    unsaved = undefined
    return keep(standing)
  }

  /**
   * Puts it in the place of our claim. Whose claim was taken over gets what the other made of it, unless that is nothing
   * yet: `began` is what we renewed, and may be worth nothing any more.
   */
  async function put(by: string, token: Token, began?: Token): Promise<Token> {
    for (let tries = 0; tries < TRIES; tries++) {
      const found = await store.read()
      const ours = found?.token.renewing?.by === by
      const unchanged = found?.token.access === began?.access && found?.token.refresh === began?.refresh
      if (found && !ours && !unchanged) return found.token
      if (await store.save(token, found?.version)) return token
    }
    throw contested()
  }

  function once(bad?: string): Promise<Token> {
    running ??= {
      bad,
      work: renewStanding(bad).finally(() => {
        running = undefined
      })
    }
    return running.work
  }

  return {
    access: async () => {
      if (unsaved) await saveUnsaved(unsaved)
      const token = held ?? keep((await standing()).token)
      const now = clock.now()
      if (!due(token, now) || (now < pausedUntil && now < token.accessUntil)) return token.access
      return (await once()).access
    },
    replaced: async bad => {
      if (running && running.bad !== bad) await Promise.allSettled([running.work]) // its error is its caller's
      if (held && held.access !== bad) return held.access
      return (await once(bad)).access
    },
    token: async () => unsaved?.token ?? (await standing()).token,
    trouble: () => trouble
  }
}

const contested = () =>
  new PlatformError('TOKEN_CONTESTED', 'The token changes faster than it can be read', 'retry', SOON)
