import type { Role } from '@huiyin/schemas/role.ts'
import type { UserRow } from '@huiyin/schemas/user.ts'

/** In the order in which they are offered. */
export const ROLES = [
  'collector',
  'editor',
  'reviewer',
  'head',
  'handler',
  'leader',
  'auditor',
  'maintainer',
  'administrator'
] as const satisfies readonly Role[]

/** Whether such roles come with a department: `must` for a handler, `may` for a head. */
export function hasDepartment(roles: readonly Role[]): 'must' | 'may' | undefined {
  if (roles.includes('handler')) return 'must'
  return roles.length === 1 && roles[0] === 'head' ? 'may' : undefined
}

/** After a click on one; a handler is nothing else. */
export function withRole(roles: readonly Role[], role: Role): Role[] {
  if (roles.includes(role)) return roles.filter(other => other !== role)
  return role === 'handler' ? ['handler'] : [...roles.filter(other => other !== 'handler'), role]
}

/** Those that somebody has; `operator`, which earlier versions wrote, was three. */
export function rolesFrom({ roles, department }: UserRow): Role[] {
  const read = roles.flatMap(role => (role === 'operator' ? ['editor', 'collector', 'reviewer'] : [role]))
  const known = ROLES.filter(role => read.includes(role))
  if (!department) return known.filter(role => role !== 'handler')
  return known.length === 1 && known[0] === 'head' ? ['head'] : ['handler']
}
