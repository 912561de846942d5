import type { Actor } from '@huiyin/schemas/actor.ts'

/** What of the people somebody may see and do; the server decides, this only keeps what it would refuse out of sight. */

/** Who belongs to a department acts for it alone. */
const has = (actor: Actor | undefined, ...names: readonly string[]): boolean =>
  actor !== undefined && !actor.department && (actor.roles ?? [actor.role]).some(role => names.includes(role))

export const mayReadPeople = (actor: Actor | undefined) => has(actor, 'administrator', 'head', 'maintainer', 'auditor')
export const mayPropose = (actor: Actor | undefined) => has(actor, 'administrator', 'head')
export const mayManage = (actor: Actor | undefined) => has(actor, 'administrator')

/** Who reads personal data as it was written anyway; whose part it is of one account only may have to ask. */
export const readsPlainly = (actor: Actor | undefined) =>
  has(actor, 'administrator', 'head', 'collector', 'editor', 'reviewer', 'operator') && !actor?.accounts
