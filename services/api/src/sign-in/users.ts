import { storeRefused } from '@huiyin/domain/errors.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { lastAdministrator, userExists, userNotFound } from '@huiyin/domain/sign-in/refusals.ts'
import { isActive, isAdministrator } from '@huiyin/domain/sign-in/user.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'
import type { Tell, Told } from '@huiyin/ports/tell.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'

/** Kind of the records, by the name that somebody signs in with. */
export const USERS = 'person'

/** What is told of a change, by what it changed. */
export type Telling = (before: StoredUser, after: StoredUser) => Told

/**
 * Who signs in: each change is decided on what stands, told, and put if nobody was faster: what the log does not take is
 * not done. Who ends between the two leaves an event of a change that never came.
 */
export interface Users {
  get: (id: string) => Promise<StoredUser | undefined>
  /** By id, as of now. */
  all: () => Promise<StoredUser[]>
  /** Throws USER_EXISTS. */
  add: (user: StoredUser, told: Told) => Promise<void>
  /**
   * `decide` answers what they become, or throws; the same object changes nothing and tells nothing. `told` may be left
   * out for what is no event. Throws USER_NOT_FOUND.
   */
  change: (id: string, decide: (user: StoredUser) => StoredUser, told?: Told | Telling) => Promise<StoredUser>
  /** Throws LAST_ADMINISTRATOR when nobody but this one is an administrator who can sign in. */
  notTheLast: (user: StoredUser) => Promise<void>
  /** Whether nobody but this one is an administrator who can sign in. */
  isAlone: (id: string) => Promise<boolean>
}

export function openUsers(records: Records, tell: Tell): Users {
  const read = (id: string) => records.get<StoredUser>(USERS, idOf(id))

  const all = async () => {
    await records.refresh()
    const found = await Array.fromAsync(entriesOf<StoredUser>(records, USERS))
    return found.map(({ value }) => value)
  }

  const isAlone = async (id: string) =>
    !(await all()).some(user => user.actor.id !== id && isActive(user) && isAdministrator(user))

  return {
    get: async id => (await read(id))?.document.value,
    all,
    isAlone,
    async add(user, told) {
      const { id } = user.actor
      if (await read(id)) throw userExists(id)
      await tell(id, told)
      if (!(await records.create<StoredUser>(USERS, { id: idOf(id), value: user }))) throw userExists(id)
      await records.refresh()
    },
    async change(id, decide, told) {
      let said: string | undefined
      const say = async (what: Told) => {
        const text = JSON.stringify(what)
        if (text !== said) await tell(id, what)
        said = text
      }
      while (true) {
        const found = await read(id)
        if (!found) throw userNotFound(id)
        const { document, version } = found
        const next = decide(document.value)
        if (next === document.value) return next
        if (told) await say(typeof told === 'function' ? told(document.value, next) : told)
        const put = await records.putIfUnchanged<StoredUser>(USERS, { ...document, value: next }, version)
        if (put.outcome === 'refused') throw storeRefused(put.reason)
        if (put.outcome === 'put') return next // else somebody was faster: look again, decide again
      }
    },
    async notTheLast(user) {
      if (isActive(user) && isAdministrator(user) && (await isAlone(user.actor.id)))
        throw lastAdministrator(user.actor.id)
    }
  }
}
