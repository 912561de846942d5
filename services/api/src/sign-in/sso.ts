import { createHash, randomBytes } from 'node:crypto'
import { idOf } from '@huiyin/domain/ids.ts'
import { isActive, proposedUser } from '@huiyin/domain/sign-in/user.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { OidcSettings } from '@huiyin/schemas/sign-in.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import { UserId } from '@huiyin/schemas/user.ts'
import { Value } from 'typebox/value'
import { type Journey, type Known, openOidc } from './oidc.ts'
import type { Begun } from './sessions.ts'
import type { Entered, SignIn } from './sign-in.ts'
import { NOBODY } from './tell.ts'

/** Records by the provider and whom it knows somebody as: each is one person's here. */
const LINK = 'oidc-link'
/** Somebody who is signed in has gone to the provider to be linked; by the hash of what their browser keeps. */
const WISH = 'oidc-wish'
const WISH_LASTS = 10 * 60_000
const OIDC = system('oidc')

/** What a browser keeps while its person is at the provider. */
export type Away = Journey & { wish?: string }

export type Outcome =
  | { came: 'in'; entered: Entered }
  /** To an account of theirs; nobody is let in by it. */
  | { came: 'linked' }
  /** Nobody here; or proposed, and waits for an administrator. */
  | { came: 'unknown' | 'proposed' }

export interface Sso {
  begin: () => Promise<{ url: string; away: Away }>
  /** Of somebody who is signed in and wants to come this way from now on. */
  beginLink: (person: string) => Promise<{ url: string; away: Away }>
  /** Rejects with what the provider or its client say. */
  finish: (came: string, away: Away, how: Begun) => Promise<Outcome>
}

export function openSso(settings: OidcSettings, callback: string, ports: { signIn: SignIn; records: Records }): Sso {
  const { signIn, records } = ports
  const { users, clock, tell, admit } = signIn
  const oidc = openOidc(settings, callback)

  const begin = async () => {
    const { url, journey } = await oidc.begin()
    return { url, away: journey }
  }

  const personOf = async ({ issuer, sub }: Known) => {
    const link = await records.get<{ person: string }>(LINK, idOf(issuer, sub))
    const user = link && (await users.get(link.document.value.person))
    return user?.oidc?.issuer === issuer && user.oidc.sub === sub ? user : undefined
  }

  const claim = async ({ issuer, sub }: Known, person: string) => {
    const id = idOf(issuer, sub)
    if (await records.create(LINK, { id, value: { person } })) return true
    const before = (await records.get<{ person: string }>(LINK, id))?.document.value.person
    return before === person
  }

  const link = async (known: Known, person: string): Promise<Outcome> => {
    const user = await users.get(person)
    if (!user || !isActive(user) || !(await claim(known, person))) return { came: 'unknown' }
    const { issuer, sub } = known
    const told = { type: 'user.changed', by: user.actor, data: { linked: true } } as const
    await users.change(person, one => ({ ...one, oidc: { issuer, sub } }), told)
    return { came: 'linked' }
  }

  const propose = async (known: Known): Promise<Outcome> => {
    const { issuer, sub, username, name } = known
    const id =
      Value.Check(UserId, username) && !(await users.get(username))
        ? username
        : `sso-${hashOf(idOf(issuer, sub)).slice(0, 12)}`
    if (!(await claim(known, id))) return { came: 'unknown' }
    const step = { by: OIDC.id, at: clock.now() }
    const user: StoredUser = {
      ...proposedUser({ id, name: name?.trim().slice(0, 100) || id, roles: ['collector'] }, step),
      oidc: { issuer, sub }
    }
    if (!(await users.get(id))) await users.add(user, { type: 'user.proposed', by: OIDC, data: { linked: true } })
    return { came: 'proposed' }
  }

  const refuse = async (user: StoredUser | undefined): Promise<Outcome> => {
    await tell(user?.actor.id ?? NOBODY, { type: 'session.refused', by: OIDC, data: { why: 'unknown' } })
    return { came: user?.state === 'proposed' ? 'proposed' : 'unknown' }
  }

  return {
    begin,
    async beginLink(person) {
      const { url, away } = await begin()
      const wish = randomBytes(32).toString('base64url')
      const now = clock.now()
      for (const { id } of await records.due(WISH, now, 100)) await records.remove(WISH, id)
      await records.create(WISH, { id: hashOf(wish), value: { person }, dueAt: now + WISH_LASTS })
      return { url, away: { ...away, wish } }
    },
    async finish(came, { wish, ...journey }, how) {
      const known = await oidc.finish(came, journey)
      if (wish !== undefined) {
        const found = await records.get<{ person: string }>(WISH, hashOf(wish))
        await records.remove(WISH, hashOf(wish))
        const open = found && clock.now() < (found.document.dueAt ?? 0)
        return open ? link(known, found.document.value.person) : { came: 'unknown' }
      }
      const user = await personOf(known)
      if (user && isActive(user)) return { came: 'in', entered: await admit(user, { ...how, by: 'oidc' }) }
      return !user && settings.create ? propose(known) : refuse(user)
    }
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
