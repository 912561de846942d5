import { notAllowed } from '@huiyin/domain/errors.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { FastifyRequest } from 'fastify'
import { actorOf } from './sign-in/guard.ts'

/** Whether somebody may change the rules and who is told. */
export const mayRule = ({ role }: Actor): boolean => role === 'administrator'

/** Before a request that changes them is looked at. Throws NOT_ALLOWED. */
export async function rulersOnly(request: FastifyRequest): Promise<void> {
  const actor = actorOf(request)
  if (!mayRule(actor)) throw notAllowed(actor.role, 'change rules and people')
}
