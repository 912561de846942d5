import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { type AccountKey, rowOf } from '@huiyin/ports/accounts.ts'
import { askBackfill, backfillOf, setBackfill } from '@huiyin/ports/backfills.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import { BackfillAnswer, BackfillBody } from '@huiyin/schemas/api-backfill.ts'
import type { Backfill } from '@huiyin/schemas/backfill.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { FastifyRequest } from 'fastify'
import { ByAccount } from './account-routes.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { checkAccountOf } from './scope.ts'
import { authorOf } from './sign-in/guard.ts'

const tags = ['accounts']
const DAY = 86_400_000

const STATES = { pause: 'paused', resume: 'running' } as const
const SUMMARIES = { pause: 'Let the back-fill rest', resume: 'Let it go on' }

/** Reading again what was written in the days gone by: everybody sees how far it is, administrators begin it. */
export const backfillRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, { book, records, clock, events }) => {
  const tell = teller(events, clock)
  app.addHook('preHandler', checkAccountOf)
  const schema = { tags, params: ByAccount, response: { 200: BackfillAnswer, ...REFUSALS } }
  const known = async (key: AccountKey) => {
    await book.refresh()
    return rowOf(book, key).account
  }
  const answer = (found: Backfill | undefined): BackfillAnswer => {
    if (!found) return { now: clock.now() }
    const { cursor, left, ...job } = found
    return { job, now: clock.now() }
  }

  /** Before it is done: what nobody will know of is not done. */
  const told = (request: FastifyRequest<{ Params: AccountKey }>, data: HouseEvent['data']) =>
    tell(subjectOf('backfill', request.params.platform, request.params.id), {
      type: 'backfill.changed',
      by: authorOf(request),
      data
    })

  app.get(
    '/accounts/:platform/:id/backfill',
    { config: { action: 'account.read' }, schema: { ...schema, summary: 'How far the back-fill of an account is' } },
    async ({ params }) => answer(await backfillOf(records, await known(params)))
  )

  app.post(
    '/accounts/:platform/:id/backfill',
    {
      config: { action: 'account.configure' },
      schema: {
        ...schema,
        summary: 'Read again the comments of the last days, behind everything live',
        body: BackfillBody
      }
    },
    async request => {
      const { days, history = false } = request.body
      const now = clock.now()
      const account = await known(request.params)
      await told(request, { state: 'running', days, history })
      return answer(
        await askBackfill(records, account, { from: now - days * DAY, history, by: authorOf(request), now })
      )
    }
  )

  for (const [name, state] of Object.entries(STATES) as [keyof typeof STATES, 'paused' | 'running'][]) {
    app.post(
      `/accounts/:platform/:id/backfill/${name}`,
      { config: { action: 'account.configure' }, schema: { ...schema, summary: SUMMARIES[name] } },
      async request => {
        const account = await known(request.params)
        if (!(await backfillOf(records, account))) throw notUnderWay()
        await told(request, { state })
        const job = await setBackfill(records, account, state)
        if (!job) throw notUnderWay()
        return answer(job)
      }
    )
  }
}

const notUnderWay = () => new HuiyinError('BACKFILL_NOT_FOUND', 'This account has no back-fill under way; begin one')
