import { type Static, Type } from 'typebox'

/** Who did it: every command and event carries one. A service acts under its own name with role `system`. */
export const Actor = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  role: Type.String({ minLength: 1, maxLength: 60 }),
  department: Type.Optional(Type.String({ maxLength: 200 }))
})
export type Actor = Static<typeof Actor>

/** The actor of a service that acts on its own: `system('alerter')`. */
export const system = (service: string): Actor => ({ id: `system:${service}`, name: service, role: 'system' })
