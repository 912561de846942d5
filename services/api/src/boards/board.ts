import { houseSetting } from '@huiyin/ports/house-settings.ts'
import type { BoardOverview } from '@huiyin/schemas/api-boards.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { ApiPorts } from '../ports.ts'
import type { Asked } from './asking.ts'
import type { Ledger } from './ledger.ts'
import type { Topics } from './topics.ts'

/** What the dashboards are made from. */
export interface Board {
  ports: ApiPorts
  ledger: Ledger
  topics: Topics
  /** All of them, in one walk for all who ask at the same time. */
  posts: () => Promise<readonly Post[]>
}

type Head = Pick<BoardOverview, 'span' | 'period' | 'compared' | 'asOf' | 'minimumSample' | 'counting' | 'staleSince'>

export function staleOf(ledger: Ledger): { staleSince?: number } {
  const staleSince = ledger.staleSince()
  return staleSince === undefined ? {} : { staleSince }
}

/** Everything that was put before is seen after this. */
export async function upToDate({ ports, ledger }: Board): Promise<void> {
  ledger.begin()
  const { comments, tickets, records } = ports
  await Promise.all([comments.refresh(), tickets.refresh(), records.refresh(), ledger.settled()])
}

export const minimumSampleOf = async ({ records }: Pick<ApiPorts, 'records'>): Promise<number> =>
  (await houseSetting(records, 'report-plan')).minimumSample

export function headOf({ ledger }: Board, asked: Asked, minimumSample: number): Head {
  const counting = ledger.counting()
  const { span, time, asOf } = asked
  return {
    ...{ span, period: time.period, compared: time.compared, asOf, minimumSample },
    ...(counting && { counting }),
    ...staleOf(ledger)
  }
}
