import { actionsOf } from '@huiyin/domain/roles/may-do.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Session } from '@huiyin/schemas/api.ts'
import type { ApiSettings } from '../ports.ts'

/** What a browser is told of who is signed in; `stale`: they have to change their password first. */
export const sessionOf = (actor: Actor, { demo, version }: ApiSettings, stale = false): Session => ({
  ...{ actor, demo, version, may: actionsOf(actor) },
  ...(stale && { mustChange: true })
})
