import type { Command } from '@huiyin/domain/commands.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { act, actOnEach, type Desk } from '@huiyin/ports/act.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { isAway } from '@huiyin/ports/patience.ts'
import type { RulesJob } from '@huiyin/ports/rules-jobs.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { DESK } from './run.ts'

const PAGE = 500
const NEWS: Command = { type: 'rules.changed', actor: DESK }

type Told = Pick<RulesJob, 'done' | 'touched' | 'moved' | 'failed'> & { after?: string }

/**
 * Tells the next tickets whose clocks may run that rules have changed, and publishes what follows. In the order of
 * their openings, which a job does not move: none is passed over, whatever becomes due or is answered meanwhile.
 */
export async function tellPage({ desk, logger }: { desk: Desk; logger: Logger }, after?: string): Promise<Told> {
  const { rows, after: next } = await desk.tickets.search({
    status: ['open', 'handling'],
    sort: 'newest',
    atMost: PAGE,
    ...(after !== undefined && { after })
  })
  const { tickets, failed } = await tell(desk, rows, logger)
  const before = new Map(rows.map(row => [row.id, row]))
  const changes = tickets.map(ticket => changesOf(before.get(ticket.id)!, ticket))
  await desk.publisher.publish(tickets)
  return {
    done: rows.length,
    touched: changes.filter(({ touched }) => touched).length,
    moved: changes.reduce((sum, { moved }) => sum + moved, 0),
    failed,
    ...(next !== undefined && { after: next })
  }
}

type Delivered = { tickets: Ticket[]; failed: number }

async function tell(desk: Desk, rows: readonly Ticket[], logger: Logger): Promise<Delivered> {
  const batch = rows.map(({ id }) => ({ id, command: NEWS }))
  try {
    const { tickets, refused } = await actOnEach(desk, batch)
    for (const { reason } of refused) logger.error({ reason }, 'a ticket could not take the new rules')
    return { tickets, failed: refused.length }
  } catch (error) {
    if (isOutside(error)) throw error
    return tellOneByOne(desk, rows, logger) // one of them holds back all others
  }
}

async function tellOneByOne(desk: Desk, rows: readonly Ticket[], logger: Logger): Promise<Delivered> {
  const told: Delivered = { tickets: [], failed: 0 }
  for (const { id, number } of rows)
    try {
      told.tickets.push(await act(desk, id, NEWS))
    } catch (error) {
      if (isOutside(error)) throw error
      told.failed += 1
      const { code, message } = error as HuiyinError
      logger.error({ number, code, error: message }, 'a ticket could not take the new rules')
    }
  return told
}

const isOutside = (error: unknown) => isAway(error) || !(error instanceof HuiyinError)

function changesOf(before: Ticket, { clocks, unpublished }: Ticket): { touched: boolean; moved: number } {
  const moves = unpublished.filter(
    ({ n, type, data }) =>
      n > before.n && (type === 'clock.moved' || (type === 'clock.stopped' && data.outcome === 'superseded'))
  )
  return { touched: JSON.stringify(before.clocks) !== JSON.stringify(clocks), moved: moves.length }
}
