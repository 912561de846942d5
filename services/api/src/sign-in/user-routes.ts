import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ofTicket } from '@huiyin/domain/roles/belonging.ts'
import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { userNotFound } from '@huiyin/domain/sign-in/refusals.ts'
import type { Desk } from '@huiyin/ports/act.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Assignee, Ticket } from '@huiyin/schemas/ticket.ts'
import {
  type HandOver,
  LeaveBody,
  ReasonBody,
  ResetBody,
  type StoredUser,
  UserBody,
  UserChangeBody,
  UserLeft,
  UserList,
  UserRow,
  UserWithPassword
} from '@huiyin/schemas/user.ts'
import type { FastifyRequest } from 'fastify'
import { invalidRequest } from '../errors.ts'
import { REFUSALS } from '../problem.ts'
import { ById } from '../queries.ts'
import { Seen, seenOf } from '../tagged.ts'
import { actorOf, authorOf } from './guard.ts'
import { handedOver, handOver } from './handed-over.ts'
import { activePerson } from './people.ts'
import type { SignIn } from './sign-in.ts'
import { userActs } from './user-acts.ts'
import { userRow } from './user-view.ts'

export type UserRoutesOptions = { signIn: SignIn; records: Records; desk: Desk }

const tags = ['users']
const manages = { config: { action: 'people.manage' } } as const
const answers = <S>(schema: S) => ({ response: { 200: schema, ...REFUSALS } })

/** Who signs in: proposed by a head, approved and kept by administrators. */
export const userRoutes: FastifyPluginAsyncTypebox<UserRoutesOptions> = async (app, { signIn, records, desk }) => {
  const { users, clock, settings } = signIn
  const acts = userActs({ ...signIn, records })
  const shown = (user: StoredUser) => userRow(user, settings)

  app.get(
    '/users',
    {
      config: { action: 'people.read' },
      schema: { tags, summary: 'List who signs in, who is proposed and who has left', ...answers(UserList) }
    },
    async () => ({ rows: (await users.all()).map(shown), now: clock.now() })
  )

  app.get(
    '/users/:id',
    { config: { action: 'people.read' }, schema: { tags, summary: 'Read one', params: ById, ...answers(UserRow) } },
    async ({ params: { id } }) => shown(await found(id))
  )

  app.post(
    '/users',
    {
      config: { action: 'people.propose' },
      schema: { tags, summary: 'Propose that somebody joins', body: UserBody, ...answers(UserRow) }
    },
    async request => {
      const { department } = request.body
      checkMay(actorOf(request), 'people.propose', department === undefined ? {} : { department })
      return shown(await acts.propose(request.body, actorOf(request)))
    }
  )

  app.post(
    '/users/:id/approve',
    {
      ...manages,
      schema: {
        tags,
        summary: 'Let somebody in whom another proposed; answers a password that is good once',
        params: ById,
        ...answers(UserWithPassword)
      }
    },
    async request => withPassword(await acts.approve(request.params.id, actorOf(request)))
  )

  app.put(
    '/users/:id',
    {
      ...manages,
      schema: {
        tags,
        summary: 'Change name, roles, department and accounts; what they may do counts at once',
        params: ById,
        headers: Seen,
        body: UserChangeBody,
        ...answers(UserRow)
      }
    },
    async request => {
      const { params, headers, body } = request
      const to = await successorOf(params.id, body.successor)
      const user = await acts.change(params.id, body, seenOf(headers), actorOf(request))
      const keeps = (ticket: Ticket) => mayDo(user.actor, 'ticket.assign', ofTicket(ticket))
      await handOver(desk, { from: params.id, to, by: authorOf(request), keeps })
      return shown(user)
    }
  )

  app.post(
    '/users/:id/suspend',
    {
      ...manages,
      schema: {
        tags,
        summary: 'Let somebody in no more until they are taken up again; their sessions end',
        params: ById,
        body: ReasonBody,
        ...answers(UserRow)
      }
    },
    async request => shown(await acts.suspend(request.params.id, request.body.why, actorOf(request)))
  )

  type OfOne = FastifyRequest<{ Params: { id: string } }>
  const simple = (name: string, summary: string, act: (id: string, by: Actor) => Promise<StoredUser>) =>
    app.post(
      `/users/:id/${name}`,
      { ...manages, schema: { tags, summary, params: ById, ...answers(UserRow) } },
      async (request: OfOne) => shown(await act(request.params.id, actorOf(request)))
    )
  simple('resume', 'Take somebody up again who was suspended', acts.resume)
  simple('unlock', 'Forget the failed tries of somebody', acts.unlock)

  app.post(
    '/users/:id/leave',
    {
      ...manages,
      schema: {
        tags,
        summary:
          'Say that somebody has left, or refuse a proposal; answers what they leave open, for another to go on with',
        params: ById,
        body: LeaveBody,
        ...answers(UserLeft)
      }
    },
    async request => {
      const { id } = request.params
      const { why, successor } = request.body
      const to = await successorOf(id, successor)
      const rows = await handedOver(desk.tickets, id) // first, for it takes long: what those who have left hold goes to nobody
      const user = await acts.leave(id, why, actorOf(request))
      const given = await handOver(desk, { from: id, to, by: authorOf(request) })
      return { user: shown(user), handOver: rows.map(row => withHolder(row, given.get(row.ticket))) }
    }
  )

  app.post(
    '/users/:id/reset',
    {
      ...manages,
      schema: {
        tags,
        summary: 'Give a password that is good once; with `secondFactor` true their authenticator is forgotten too',
        params: ById,
        body: ResetBody,
        ...answers(UserWithPassword)
      }
    },
    async request =>
      withPassword(await acts.reset(request.params.id, actorOf(request), request.body.secondFactor === true))
  )

  const withPassword = ({ user, password }: { user: StoredUser; password: string }) => ({ user: shown(user), password })

  /** Throws INVALID_REQUEST for somebody who cannot sign in, or works on no tickets. */
  async function successorOf(id: string, successor: string | undefined): Promise<Actor | undefined> {
    if (successor === undefined) return
    const person = successor === id ? undefined : await activePerson(records, successor)
    if (person && mayDo(person, 'ticket.assign')) return person
    throw invalidRequest(
      'body/successor',
      `Expected another person of the office who can sign in and works on tickets; "${successor}" does not`
    )
  }

  async function found(id: string): Promise<StoredUser> {
    const user = await users.get(id)
    if (!user) throw userNotFound(id)
    return user
  }
}

const withHolder = (row: HandOver, to: Assignee | undefined): HandOver => (to ? { ...row, to } : row)
