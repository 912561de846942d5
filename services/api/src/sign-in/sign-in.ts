import { HuiyinError } from '@huiyin/domain/errors.ts'
import { passwordUntil } from '@huiyin/domain/sign-in/password-rule.ts'
import { isActive, stateOf } from '@huiyin/domain/sign-in/user.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tell } from '@huiyin/ports/tell.ts'
import type { Vault } from '@huiyin/ports/vault.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import { SIGN_IN_DEFAULTS, type SignInSettings } from '@huiyin/schemas/sign-in.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import { wrongPassword } from '../errors.ts'
import { backOff } from './back-off.ts'
import { recognise } from './people.ts'
import { openSecondFactors, type SecondFactors, wrongCode } from './second-factor.ts'
import { type Begun, openSessions, type Sessions } from './sessions.ts'
import { sharedTries } from './shared-tries.ts'
import { NOBODY, personTeller } from './tell.ts'
import { openTokens, type Tokens } from './tokens.ts'
import { openUsers, type Users } from './users.ts'

export interface SignInPorts {
  records: Records
  clock: Clock
  events: Pick<EventLog<HouseEvent>, 'append'>
  vault: Vault
  settings?: SignInSettings | undefined
}

/** All that has to do with who somebody is. */
export interface SignIn {
  users: Users
  sessions: Sessions
  factors: SecondFactors
  tokens: Tokens
  tell: Tell
  settings: SignInSettings
  clock: Clock
  /** For how many seconds more there is to wait; 0 when the password may be looked at. Counts a try. */
  wait: (name: string, address: string) => Promise<number>
  /** They have shown who they are: the try is not counted. */
  succeeded: (name: string, address: string) => Promise<void>
  /**
   * Who it is, and a new session. Throws WRONG_PASSWORD for an unknown name, a wrong password and one who may not enter
   * alike; SECOND_FACTOR_NEEDED, SECOND_FACTOR_WRONG. Good or bad, the log has it before this answers.
   */
  enter: (
    given: { name: string; password: string; code?: string },
    how: Begun & { address: string }
  ) => Promise<Entered>
  /** Begins a session for somebody who has shown who they are. */
  admit: (user: StoredUser, how: Begun) => Promise<Entered>
}

export type Entered = { user: StoredUser; token: string }

/** Kind of the record that counts tries under names that nobody has. */
const UNKNOWN = 'unknown-person'
const API = system('api')

export function openSignIn(ports: SignInPorts): SignIn {
  const { records, clock, events, vault, settings = SIGN_IN_DEFAULTS } = ports
  const tell = personTeller(events, clock)
  const users = openUsers(records, tell)
  const sessions = openSessions(records, clock, settings)
  const factors = openSecondFactors(records, vault, clock)
  const tokens = openTokens(records, clock, tell)
  const tries = backOff()
  const shared = sharedTries(records)

  const succeeded = async (name: string, address: string) => {
    tries.succeeded(name, address)
    await shared.succeeded(name, address)
  }

  /** Takes as long as to count the failure of somebody who is known: else the time would tell who is. */
  const countUnknown = async () => {
    const count = (await records.get<{ count: number }>(UNKNOWN, NOBODY))?.document.value.count ?? 0
    await records.put(UNKNOWN, { id: NOBODY, value: { count: count + 1, lastAt: clock.now() } })
  }

  const refuse = async (user: StoredUser | undefined, why: string) => {
    const person = user?.actor.id ?? NOBODY
    if (user) await users.change(person, failed(clock.now()))
    else await countUnknown()
    await tell(person, { type: 'session.refused', by: API, data: { why } })
  }

  const secondFactor = async (user: StoredUser, code: string | undefined, { address }: { address: string }) => {
    if (!user.secondFactor) return
    const { id } = user.actor
    if (code === undefined) {
      tries.takenBack(id, address)
      await shared.takenBack(id, address)
      throw new HuiyinError('SECOND_FACTOR_NEEDED', 'Enter the code that your authenticator shows, or a recovery code')
    }
    if (await factors.accepts(id, code)) return
    await refuse(user, 'code')
    throw wrongCode()
  }

  const admit = async (user: StoredUser, how: Begun): Promise<Entered> => {
    const { id } = user.actor
    const entered = await users.change(id, admitted(clock.now()))
    if ((entered.epoch ?? 0) !== (user.epoch ?? 0)) throw wrongPassword() // what let them in was taken meanwhile
    await tell(id, { type: 'session.begun', by: entered.actor, data: { way: how.by ?? 'password' } })
    return { user: entered, token: await sessions.begin(entered.actor, { ...how, epoch: entered.epoch ?? 0 }) }
  }

  return {
    users,
    sessions,
    factors,
    tokens,
    succeeded,
    tell,
    settings,
    clock,
    admit,
    async wait(name, address) {
      const unlockedAt = (await users.get(name))?.unlockedAt
      if (unlockedAt !== undefined) tries.unlocked(name, unlockedAt)
      const now = clock.now()
      const ms = tries.tried(name, address, now) || (await shared.tried(name, address, now, unlockedAt))
      return Math.ceil(ms / 1000)
    },
    async enter({ name, password, code }, how) {
      const user = await users.get(name)
      if (!user || !(await recognise(user, password))) {
        if (!user) await recognise(undefined, password) // takes as long
        await refuse(user, user && !isActive(user) ? stateOf(user) : 'password')
        throw wrongPassword()
      }
      await secondFactor(user, code, how)
      await succeeded(name, how.address)
      return admit(user, how)
    }
  }
}

/** Whether nothing else is to be done before the password is changed. */
export function mustChange(
  { mustChange, passwordAt }: StoredUser,
  { passwordDays }: SignInSettings,
  now: number
): boolean {
  const until = passwordUntil(passwordAt, passwordDays)
  return mustChange === true || (until !== undefined && now >= until)
}

const failed =
  (now: number) =>
  (user: StoredUser): StoredUser => ({ ...user, failures: { count: (user.failures?.count ?? 0) + 1, lastAt: now } })

/** From their first sign-in on the age of a password is known. */
const admitted =
  (now: number) =>
  (user: StoredUser): StoredUser => {
    if (!isActive(user)) throw wrongPassword()
    const { failures: _, ...rest } = user
    return { ...rest, lastSignInAt: now, ...(user.password && { passwordAt: user.passwordAt ?? now }) }
  }
