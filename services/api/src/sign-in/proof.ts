import type { HuiyinError } from '@huiyin/domain/errors.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { notSignedIn, tooManyTries, wrongPassword } from '../errors.ts'
import { actorOf } from './guard.ts'
import { recognise } from './people.ts'
import { wrongCode } from './second-factor.ts'
import type { SignIn } from './sign-in.ts'

/** What somebody who is signed in shows once more before they change what lets them in. */
export interface Proof {
  me: (request: FastifyRequest) => Promise<StoredUser>
  /** Who has stolen a session guesses passwords and codes no faster than at the door. Throws TOO_MANY_TRIES. */
  guarded: <T>(request: FastifyRequest, reply: FastifyReply, check: (user: StoredUser) => Promise<T>) => Promise<T>
  /** Throws WRONG_PASSWORD; the log has it. */
  isCurrent: (user: StoredUser, password: string) => Promise<StoredUser>
  /** Throws SECOND_FACTOR_WRONG; the log has it. */
  isCode: (user: StoredUser, code: string) => Promise<StoredUser>
}

export function openProof(signIn: SignIn): Proof {
  const me = async (request: FastifyRequest) => {
    const user = await signIn.users.get(actorOf(request).id)
    if (!user) throw notSignedIn()
    return user
  }

  const refused = async ({ actor }: StoredUser, why: string, error: HuiyinError) => {
    await signIn.tell(actor.id, { type: 'session.refused', by: actor, data: { why } })
    throw error
  }

  return {
    me,
    async guarded(request, reply, check) {
      const user = await me(request)
      const { id } = user.actor
      const wait = await signIn.wait(id, request.ip)
      if (wait > 0) {
        reply.header('retry-after', wait)
        throw tooManyTries(wait)
      }
      const checked = await check(user)
      await signIn.succeeded(id, request.ip)
      return checked
    },
    async isCurrent(user, password) {
      if (!(await recognise(user, password))) await refused(user, 'current-password', wrongPassword())
      return user
    },
    async isCode(user, code) {
      if (!(await signIn.factors.accepts(user.actor.id, code))) await refused(user, 'code', wrongCode())
      return user
    }
  }
}
