import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'

/** Records of kind `session`, by the sha256 of the token: who reads the store cannot sign in with it. */
type SessionRecord = { actor: Actor; createdAt: number; usedAt: number }

const KIND = 'session'
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A session ends 8 h after its last use, and 7 days after it was made. */
export const IDLE = 8 * HOUR
export const ABSOLUTE = 7 * 24 * HOUR
const TOUCH = 5 * MINUTE // the use is written down so often at most

const idOf = (token: string) => createHash('sha256').update(token).digest('hex')

const endOf = ({ createdAt, usedAt }: SessionRecord) => Math.min(usedAt + IDLE, createdAt + ABSOLUTE)

export interface Sessions {
  /** Returns the token, which is nowhere else. */
  begin: (actor: Actor) => Promise<string>
  /** Who is signed in with the token; undefined when nobody is (any more). */
  actorOf: (token: string | undefined) => Promise<Actor | undefined>
  /** Whether the session is still open; looking is no use of it. */
  stands: (token: string | undefined) => Promise<boolean>
  end: (token: string) => Promise<void>
}

export function openSessions(records: Records, clock: Clock): Sessions {
  const sweep = async (now: number) => {
    for (const { id } of await records.due(KIND, now, 100)) await records.remove(KIND, id)
  }

  const begin = async (actor: Actor) => {
    const token = randomBytes(32).toString('base64url')
    const now = clock.now()
    const value = { actor, createdAt: now, usedAt: now }
    await records.create<SessionRecord>(KIND, { id: idOf(token), value, dueAt: endOf(value) })
    await sweep(now)
    return token
  }

  const read = async (token: string | undefined) => {
    if (!token) return
    const found = await records.get<SessionRecord>(KIND, idOf(token))
    return found && clock.now() < endOf(found.document.value) ? found : undefined
  }

  const actorOf = async (token: string | undefined) => {
    const found = await read(token)
    if (!found) return
    const { document, version } = found
    const now = clock.now()
    if (now - document.value.usedAt >= TOUCH) {
      const value = { ...document.value, usedAt: now }
      // A conflict is another request's touch, or the end of the session: either stands.
      await records.putIfUnchanged<SessionRecord>(KIND, { id: document.id, value, dueAt: endOf(value) }, version)
    }
    return document.value.actor
  }

  return {
    begin,
    actorOf,
    stands: async token => (await read(token)) !== undefined,
    end: token => records.remove(KIND, idOf(token))
  }
}
