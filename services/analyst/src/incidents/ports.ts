import type { House } from '@huiyin/domain/escalation/recipients.ts'
import type { Desk } from '@huiyin/ports/act.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { IncidentDesk } from '@huiyin/ports/incidents.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Classified } from '@huiyin/schemas/comment.ts'
import type { IncidentRules } from '@huiyin/schemas/incident-rules.ts'

export const ANALYST = system('analyst')

/** What incidents are decided and told with. */
export interface IncidentPorts {
  records: Records
  comments: Comments
  desk: Desk
  clock: Clock
  people: () => House
  /** As they count now. */
  rules: () => Promise<IncidentRules>
  /** What was read of the log last, by the id of the comment: the store may not have it yet. */
  recent: (comment: string) => Classified | undefined
  logger: Logger
}

/** Where incidents change, under the rules given. */
export const incidentDesk = (
  { records, desk, clock }: Pick<IncidentPorts, 'records' | 'desk' | 'clock'>,
  rules: IncidentRules
): IncidentDesk => ({
  records,
  publisher: desk.publisher,
  clock,
  rules
})
