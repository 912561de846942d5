import { createHash, randomBytes } from 'node:crypto'
import { idOf as personId } from '@huiyin/domain/ids.ts'
import { isActive } from '@huiyin/domain/sign-in/user.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { SIGN_IN_DEFAULTS, type SignInSettings } from '@huiyin/schemas/sign-in.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import { USERS } from './users.ts'

/** Where a session was begun, and how. */
export type Begun = { epoch?: number; address?: string; agent?: string; by?: 'oidc' }

/**
 * Records of kind `session`, by the sha256 of the token: who reads the store cannot sign in with it. What its person may
 * do is read with the person, each time: a change counts at once.
 */
type SessionRecord = Begun & { person: string; createdAt: number; usedAt: number }
/** As earlier versions wrote it. */
type EarlierRecord = Omit<SessionRecord, 'person'> & { actor: Actor }

export type OpenSession = { id: string; user: StoredUser; by?: 'oidc' }
type Kept = { id: string; createdAt: number; usedAt: number; until: number; address?: string; agent?: string }

const KIND = 'session'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const TOUCH = 5 * MINUTE // the use is written down so often at most
const LONGEST_AGENT = 200

const idOf = (token: string) => createHash('sha256').update(token).digest('hex')
const personOf = (value: SessionRecord | EarlierRecord) => ('person' in value ? value.person : value.actor.id)

export interface Sessions {
  /** Returns the token, which is nowhere else. */
  begin: (actor: Pick<Actor, 'id'>, how?: Begun) => Promise<string>
  /** The open session of the token, with its person as they are now, or undefined; looking is a use of it. */
  read: (token: string | undefined) => Promise<OpenSession | undefined>
  /** Who is signed in by it, as they are now, while it is open; looking is no use of it. */
  stands: (token: string | undefined) => Promise<Actor | undefined>
  end: (token: string) => Promise<void>
  /** Those of one person that are open, the one used last first. */
  of: (person: string) => Promise<Kept[]>
  /** False when they have no such session. */
  endOne: (person: string, id: string) => Promise<boolean>
}

export function openSessions(records: Records, clock: Clock, settings: SignInSettings = SIGN_IN_DEFAULTS): Sessions {
  const idle = settings.idleMinutes * MINUTE
  const absolute = settings.absoluteHours * HOUR
  const endOf = ({ createdAt, usedAt }: Pick<SessionRecord, 'createdAt' | 'usedAt'>) =>
    Math.min(usedAt + idle, createdAt + absolute)

  const sweep = async (now: number) => {
    for (const { id } of await records.due(KIND, now, 100)) await records.remove(KIND, id)
  }

  const begin = async (actor: Pick<Actor, 'id'>, { agent, ...how }: Begun = {}) => {
    const token = randomBytes(32).toString('base64url')
    const now = clock.now()
    const named = agent === undefined ? {} : { agent: agent.slice(0, LONGEST_AGENT).toWellFormed() }
    const value: SessionRecord = { person: actor.id, createdAt: now, usedAt: now, ...how, ...named }
    await records.create<SessionRecord>(KIND, { id: idOf(token), value, dueAt: endOf(value) })
    await sweep(now)
    return token
  }

  const userOf = async (value: SessionRecord | EarlierRecord) => {
    const user = (await records.get<StoredUser>(USERS, personId(personOf(value))))?.document.value
    return user && isActive(user) && (user.epoch ?? 0) === (value.epoch ?? 0) ? user : undefined
  }

  const find = async (token: string | undefined) => {
    if (!token) return
    const found = await records.get<SessionRecord | EarlierRecord>(KIND, idOf(token))
    if (!found || clock.now() >= endOf(found.document.value)) return
    const user = await userOf(found.document.value)
    return user && { ...found, user }
  }

  const read = async (token: string | undefined): Promise<OpenSession | undefined> => {
    const found = await find(token)
    if (!found) return
    const { document, version, user } = found
    const now = clock.now()
    if (now - document.value.usedAt >= TOUCH) {
      const value = { ...document.value, usedAt: now }
      // A conflict is another request's touch, or the end of the session: either stands.
      await records.putIfUnchanged(KIND, { id: document.id, value, dueAt: endOf(value) }, version)
    }
    return { id: document.id, user, ...(document.value.by && { by: document.value.by }) }
  }

  return {
    begin,
    read,
    stands: async token => (await find(token))?.user.actor,
    end: token => records.remove(KIND, idOf(token)),
    async of(person) {
      await records.refresh()
      const all = await Array.fromAsync(entriesOf<SessionRecord | EarlierRecord>(records, KIND))
      const theirs = all.filter(({ value }) => personOf(value) === person && clock.now() < endOf(value))
      const user = (await records.get<StoredUser>(USERS, personId(person)))?.document.value
      const open = theirs.filter(({ value }) => (user?.epoch ?? 0) === (value.epoch ?? 0))
      return open.map(({ id, value }) => kept(id, value, endOf(value))).sort((a, b) => b.usedAt - a.usedAt)
    },
    async endOne(person, id) {
      const found = await records.get<SessionRecord | EarlierRecord>(KIND, id)
      if (!found || personOf(found.document.value) !== person) return false
      await records.remove(KIND, id)
      return true
    }
  }
}

const kept = (
  id: string,
  { createdAt, usedAt, address, agent }: Omit<SessionRecord, 'person'>,
  until: number
): Kept => ({
  id,
  createdAt,
  usedAt,
  until,
  ...(address !== undefined && { address }),
  ...(agent !== undefined && { agent })
})
