import { NOW_CODES, type NowCode } from '@huiyin/domain/boards/figures.ts'
import type { TicketFilter } from '@huiyin/ports/tickets.ts'
import type { BoardNow } from '@huiyin/schemas/api-boards.ts'
import type { ApiPorts } from '../ports.ts'
import { WAITING } from '../ticket-filter.ts'
import type { Asked } from './asking.ts'
import { sumOf } from './comment-counts.ts'

/** The queues of the workbench, as at `asOf`: what is counted is what is listed. */
const NARROWED: Record<NowCode, (asOf: number) => TicketFilter> = {
  'open-now': () => ({}),
  'overdue-now': asOf => ({ dueBefore: asOf }),
  'urgent-now': () => ({ urgent: true }),
  'unassigned-now': () => ({ unassigned: true }),
  'review-now': () => ({ review: true })
}

export const nowFilter = (code: NowCode, { of, department, asOf }: Asked): TicketFilter => ({
  ...WAITING,
  ...NARROWED[code](asOf),
  ...(of && { of }),
  ...(department !== undefined && { department: [department] })
})

export const nowCounts = ({ tickets }: Pick<ApiPorts, 'tickets'>, asked: Asked): Promise<BoardNow[]> =>
  Promise.all(
    NOW_CODES.map(async figure => ({
      figure,
      value: sumOf(await tickets.count('status', nowFilter(figure, asked)))
    }))
  )
