import type { Actor } from '@huiyin/schemas/actor.ts'
import { ROLES, type Role } from '@huiyin/schemas/role.ts'
import { ACTIONS, type Action, rowOf, type Scope } from './table.ts'

/** What something belongs to. What is left out does not narrow what the office may; departments have to be named. */
export type Belonging = {
  /** accountId() of its account. */
  account?: string
  /** Of the departments that it is with. */
  department?: string | readonly string[]
  /** Id of the person whose own it is. */
  author?: string
}

/** `only`: a program that acts for somebody may do no more than these. */
export type Asker = Pick<Actor, 'id' | 'role' | 'roles' | 'department' | 'accounts'> & { only?: readonly string[] }

/** Who triaged, wrote and read replies in the office of earlier versions. */
const OPERATOR: readonly Role[] = ['editor', 'collector', 'reviewer']

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role)

/** The roles that somebody has. Who belongs to a department is its handler, whatever else they are called. */
export function rolesOf({ role, roles, department }: Asker): readonly Role[] {
  const named: readonly string[] = roles ?? [role]
  const read = [...new Set(named.flatMap(one => (one === 'operator' ? OPERATOR : isRole(one) ? [one] : [])))]
  if (department) return read.length > 0 ? ['handler'] : []
  return read.filter(one => one !== 'handler')
}

/** Whether somebody leads a department. */
const isDepartmentHead = ({ role, roles, department }: Asker) =>
  Boolean(department) && (roles ?? [role]).includes('head')

/** In which scopes somebody may do it; none: not at all. */
export function scopesOf(person: Asker, action: Action): readonly Scope[] {
  if (person.only && !person.only.includes(action)) return []
  const { may } = rowOf(action)
  const leads = isDepartmentHead(person) ? may['department-head'] : undefined
  const granted = [may.everybody, leads, ...rolesOf(person).map(role => may[role])]
  return [...new Set(granted.filter(scope => scope !== undefined))]
}

/** Whether somebody may do it: at all, or `on` something in particular. */
export function mayDo(person: Asker, action: Action, on?: Belonging): boolean {
  const scopes = scopesOf(person, action)
  return on ? scopes.some(scope => REACHES[scope](person, on)) : scopes.length > 0
}

const REACHES: Record<Scope, (person: Asker, on: Belonging) => boolean> = {
  all: () => true,
  accounts: ({ accounts }, { account }) => !accounts || account === undefined || accounts.includes(account),
  department: ({ department }, on) => department !== undefined && [on.department ?? []].flat().includes(department),
  own: ({ id }, { author }) => author === undefined || author === id
}

/** Whether somebody may do it to everything of its kind: no list needs to be narrowed for them. */
export const mayEverywhere = (person: Asker, action: Action): boolean =>
  scopesOf(person, action).some(scope => scope === 'all' || (scope === 'accounts' && !person.accounts))

/** The roles that may do it, as the table lists them. */
export const rolesWhoMay = (action: Action): readonly Role[] => ROLES.filter(role => rowOf(action).may[role])

/** All that somebody may do, in whatever scope. */
export const actionsOf = (person: Asker): Action[] => ACTIONS.filter(action => mayDo(person, action))
