import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { lintLadder } from '@huiyin/domain/escalation/lint.ts'
import { ladderFor } from '@huiyin/domain/escalation/trigger.ts'
import type { People } from '@huiyin/ports/rulebook.ts'
import { LadderList, type LadderRow, LadderSaved } from '@huiyin/schemas/api-rules.ts'
import { Ladder } from '@huiyin/schemas/ladder.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { ById } from './queries.ts'
import { actorOf } from './sign-in/guard.ts'
import { sameAsPath } from './tagged.ts'

const tags = ['rules']

/** Who is told after how long. A version is made once; each is looked at for the next 14 days (R36). */
export const ladderRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, { rulebook, clock }) => {
  app.get(
    '/ladders',
    {
      config: { action: 'rules.read' },
      schema: { tags, summary: 'List ladders with their problems', response: { 200: LadderList, ...REFUSALS } }
    },
    async () => {
      await rulebook.refresh()
      const [people, now] = [rulebook.people(), clock.now()]
      const rows = people.ladders.map(ladder => rowOf(ladder, people, now)).toSorted(newestFirst)
      return { rows, channels: [...people.channels], now }
    }
  )

  app.put(
    '/ladders/:id',
    {
      config: { action: 'rules.configure' },
      schema: {
        tags,
        summary: 'Save a new version of a ladder; refused with all that is wrong with it',
        params: ById,
        body: Ladder,
        response: { 200: LadderSaved, ...REFUSALS }
      }
    },
    async request => {
      const { params, body } = request
      sameAsPath('id', params.id, body.id)
      await rulebook.by({ by: actorOf(request) }).saveLadder(body)
      return { ladder: body, problems: lintLadder(body, { ...rulebook.people(), now: clock.now() }) }
    }
  )
}

function rowOf(ladder: Ladder, people: People, now: number): LadderRow {
  const inForce = ladder.for.some(
    kind => ladderFor(people.ladders, { kind, urgent: ladder.urgent, at: now }) === ladder
  )
  const counts = inForce || ladder.effectiveFrom > now
  return {
    ...ladder,
    inForce,
    shipped: ladder.effectiveFrom === 0, // nothing that an office saves begins before it was saved
    problems: counts ? lintLadder(ladder, { ...people, now }) : []
  }
}

const newestFirst = (a: LadderRow, b: LadderRow) => b.effectiveFrom - a.effectiveFrom
