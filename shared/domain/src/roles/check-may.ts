import type { Actor } from '@huiyin/schemas/actor.ts'
import { ROLE_WORDS } from '@huiyin/schemas/role.ts'
import { HuiyinError } from '../errors.ts'
import { type Belonging, mayDo, rolesWhoMay } from './may-do.ts'
import { type Action, rowOf } from './table.ts'

/** Throws NOT_ALLOWED with the role and whom to ask. `on` as for mayDo. */
export function checkMay(actor: Actor, action: Action, on?: Belonging): void {
  if (!mayDo(actor, action)) throw notAllowedTo(actor, action)
  if (on && !mayDo(actor, action, on)) throw outsideScope(actor, action)
}

const named = ({ role, roles }: Actor) => (roles ?? [role]).join(', ')

const whoMay = (action: Action) =>
  rolesWhoMay(action)
    .map(role => `${ROLE_WORDS[role].zh} (${ROLE_WORDS[role].en})`)
    .join(', ')

const notAllowedTo = (actor: Actor, action: Action) =>
  new HuiyinError('NOT_ALLOWED', `The role "${named(actor)}" may not ${rowOf(action).en}; ask one of ${whoMay(action)}`)

const outsideScope = (actor: Actor, action: Action) =>
  new HuiyinError(
    'NOT_ALLOWED',
    `The role "${named(actor)}" may not ${rowOf(action).en} here: it is of another account or department than yours; ask one of ${whoMay(action)} who cares for it`
  )
