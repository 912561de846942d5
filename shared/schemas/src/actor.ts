import { type Static, Type } from 'typebox'
import { Role } from './role.ts'

/**
 * Who did it: every command and event carries one. A service acts under its own name with role `system`; who opened a
 * link without an account has role `recipient`. `role` is the first of `roles`; earlier versions wrote `operator`.
 */
export const Actor = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  role: Type.String({ minLength: 1, maxLength: 60 }),
  department: Type.Optional(Type.String({ maxLength: 200 })),
  /** Of a person with several. */
  roles: Type.Optional(Type.Array(Role, { minItems: 1, maxItems: 20 })),
  /** accountId()s of the accounts that they care for; absent: all. */
  accounts: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 200 }))
})
export type Actor = Static<typeof Actor>

/** The actor of a service that acts on its own: `system('alerter')`. */
export const system = (service: string): Actor => ({ id: `system:${service}`, name: service, role: 'system' })
