import { createHash, randomBytes } from 'node:crypto'
import { HuiyinError, keyReused, storeRefused } from '@huiyin/domain/errors.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { ACTIONS, type Action } from '@huiyin/domain/roles/table.ts'
import { isActive } from '@huiyin/domain/sign-in/user.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { entriesOf, tagOf } from '@huiyin/ports/rule-records.ts'
import type { Tell } from '@huiyin/ports/tell.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { StoredToken, TokenBody, TokenRow } from '@huiyin/schemas/token.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'

import { USERS } from './users.ts'

const KIND = 'api-token'
const PREFIX = 'hy_'
const DAY = 86_400_000
const TOUCH = 5 * 60_000 // the use is written down so often at most
const AT_MOST = 50 // of one person

/** What no program does in somebody’s name: else a token would make the next. */
export const NOT_FOR_TOKENS: readonly Action[] = ['session.own', 'token.own', 'people.propose', 'people.manage']

export type OpenToken = { id: string; user: StoredUser; actions: readonly string[]; perMinute?: number }

/** Tokens by which programs ask; each is kept as its sha256, and may do what it names of what its person may now. */
export interface Tokens {
  /**
   * Throws TOKEN_INVALID for an action that its person may not do, or no program. Asked again by the same key it is
   * made anew and the one before revoked, which nobody can be shown any more; KEY_REUSED for another body.
   */
  make: (person: Actor, body: TokenBody, key?: string) => Promise<{ token: string; row: TokenRow }>
  /** Of one person, or of all, the newest first. */
  list: (person?: string) => Promise<TokenRow[]>
  /** Throws TOKEN_NOT_FOUND; `of`: only one of that person. */
  revoke: (id: string, by: Actor, of?: string) => Promise<TokenRow>
  /** Of an Authorization header; undefined for whatever is no good token. */
  read: (authorization: string) => Promise<OpenToken | undefined>
}

export function openTokens(records: Records, clock: Clock, tell: Tell): Tokens {
  const entries = async (person?: string) => {
    await records.refresh()
    const all = await Array.fromAsync(entriesOf<StoredToken>(records, KIND))
    return all.filter(({ value }) => person === undefined || value.person === person)
  }

  const list = async (person?: string) => {
    const theirs = await entries(person)
    return theirs.map(({ id, value }) => rowOf(id, value, clock.now())).sort((a, b) => b.createdAt - a.createdAt)
  }

  const touch = async (id: string, value: StoredToken, version: string) => {
    const now = clock.now()
    if (value.usedAt !== undefined && now - value.usedAt < TOUCH) return
    // A conflict is another request's touch, or that it was revoked: either stands.
    await records.putIfUnchanged<StoredToken>(KIND, { id, value: { ...value, usedAt: now } }, version)
  }

  const revoke: Tokens['revoke'] = async (id, by, of) => {
    while (true) {
      const found = await records.get<StoredToken>(KIND, id)
      if (!found || (of !== undefined && found.document.value.person !== of)) throw tokenNotFound(id)
      const { value } = found.document
      const next = { ...value, revoked: value.revoked ?? { by: by.id, at: clock.now() } }
      const put = await records.putIfUnchanged<StoredToken>(KIND, { id, value: next }, found.version)
      if (put.outcome === 'refused') throw storeRefused(put.reason)
      if (put.outcome === 'conflict') continue
      await tell(value.person, { type: 'token.revoked', by, data: { token: id } })
      return rowOf(id, next, clock.now())
    }
  }

  return {
    list,
    async make(person, body, key) {
      const { name, actions, days, perMinute } = body
      for (const action of actions) checkAction(person, action)
      const now = clock.now()
      const theirs = await entries(person.id)
      const asked = key === undefined ? undefined : { key: hashOf(`${person.id} ${key}`), body: tagOf(body) }
      const before = asked && theirs.find(({ value }) => value.asked?.key === asked.key && !value.revoked)
      if (before && before.value.asked?.body !== asked.body) throw keyReused()
      if (before) await revoke(before.id, person)
      const active = theirs.filter(({ id, value }) => id !== before?.id && stateOf(value, now) === 'active')
      if (active.length >= AT_MOST)
        throw invalid('body', `You have ${AT_MOST} tokens; revoke one before you make another`)
      const token = `${PREFIX}${randomBytes(32).toString('base64url')}`
      const value: StoredToken = {
        ...{ person: person.id, name, actions, createdAt: now, expiresAt: now + days * DAY },
        ...(perMinute !== undefined && { perMinute }),
        ...(asked && { asked })
      }
      const id = hashOf(token)
      await tell(person.id, { type: 'token.made', by: person, data: { token: id, until: value.expiresAt } })
      await records.create<StoredToken>(KIND, { id, value })
      return { token, row: rowOf(id, value, now) }
    },
    revoke,
    async read(authorization) {
      const [, token] = /^Bearer (hy_[\w-]{43})$/i.exec(authorization) ?? []
      if (token === undefined) return
      const found = await records.get<StoredToken>(KIND, hashOf(token))
      if (!found) return
      const { id, value } = found.document
      if (stateOf(value, clock.now()) !== 'active') return
      const user = (await records.get<StoredUser>(USERS, idOf(value.person)))?.document.value
      if (!user || !isActive(user)) return
      await touch(id, value, found.version)
      const { actions, perMinute } = value
      return { id, user, actions, ...(perMinute !== undefined && { perMinute }) }
    }
  }
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

const stateOf = ({ revoked, expiresAt }: StoredToken, now: number): TokenRow['state'] =>
  revoked ? 'revoked' : now >= expiresAt ? 'expired' : 'active'

const rowOf = (id: string, { asked: _, ...value }: StoredToken, now: number): TokenRow => ({
  ...{ id, ...value, state: stateOf(value, now) }
})

function checkAction(person: Actor, action: string): void {
  const known = (ACTIONS as readonly string[]).includes(action) ? (action as Action) : undefined
  if (known && !NOT_FOR_TOKENS.includes(known) && mayDo(person, known)) return
  const may = ACTIONS.filter(one => !NOT_FOR_TOKENS.includes(one) && mayDo(person, one))
  throw invalid('body/actions', `A token of yours cannot do "${action}"; it can do ${may.join(', ') || 'nothing'}`)
}

const invalid = (at: string, message: string) => Object.assign(new HuiyinError('TOKEN_INVALID', message), { at })

const tokenNotFound = (id: string) =>
  new HuiyinError('TOKEN_NOT_FOUND', `There is no token "${id}"; list the tokens again`)
