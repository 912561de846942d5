import { accountId } from '@huiyin/domain/ids.ts'
import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import type { FastifyRequest } from 'fastify'
import type { ApiPorts } from '../ports.ts'
import { accountNamed } from '../scope.ts'
import { actorOf } from '../sign-in/guard.ts'
import { type Asked, askedOf, type BoardAsk } from './asking.ts'

/** What somebody asks for; throws NOT_ALLOWED for an account that is not theirs. */
export function askedBy(ports: ApiPorts, request: FastifyRequest, ask: BoardAsk & { asOf?: number }): Asked {
  const now = ports.clock.now()
  if (ask.account !== undefined) {
    const one = accountNamed(ports, ask.account)
    if (one)
      checkMay(actorOf(request), 'board.read', { account: accountId({ platform: one.platform, id: one.account }) })
  }
  return askedOf(ports, actorOf(request), ask, Math.min(now, ask.asOf ?? now))
}
