import { BulkAct, JOB_LIMITS } from '@huiyin/schemas/bulk.ts'
import { type Static, Type } from 'typebox'
import { invalidRequest } from '../errors.ts'
import { TicketQuery } from '../queries.ts'

const closed = { additionalProperties: false }

/** What lists may be asked for, without how they are shown. */
export const TicketFilterBody = Type.Omit(TicketQuery, ['sort', 'atMost', 'after'], closed)

/** One of three: tickets by their ids, all that match, or those of a dry run. */
export const JobOn = Type.Object(
  {
    ids: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: JOB_LIMITS.ids })
    ),
    filter: Type.Optional(TicketFilterBody),
    list: Type.Optional(Type.String({ minLength: 1, maxLength: 100 }))
  },
  closed
)
export type JobOn = Static<typeof JobOn>

export const JobBody = Type.Object({ act: BulkAct, on: JobOn, dryRun: Type.Optional(Type.Boolean()) }, closed)
export type JobBody = Static<typeof JobBody>

/** Throws INVALID_REQUEST for what the schema cannot say. */
export function refuseUnclear({ act, on, dryRun = false }: JobBody): void {
  if (Object.keys(on).length !== 1) throw invalidRequest('body/on', 'body/on must name one of ids, filter, list')
  if (on.list !== undefined && dryRun)
    throw invalidRequest('body/on/list', 'A list was seen in its dry run already; name ids or a filter')
  if (on.filter && !dryRun)
    throw invalidRequest(
      'body/on/filter',
      'What matches is first seen in a dry run; then name its list in body/on/list'
    )
  refuseEmptyStep(act, 'body/act')
}

/** Throws INVALID_REQUEST for a step that would do nothing. */
export function refuseEmptyStep(step: { type: string; add?: unknown; remove?: unknown }, at: string): void {
  if (step.type === 'tag' && !step.add && !step.remove)
    throw invalidRequest(at, `${at} needs a tag in add or in remove`)
  if (step.type === 'correct' && Object.keys(step).length === 1)
    throw invalidRequest(at, `${at} needs at least one of label, department, sentiment, level, urgent`)
}
