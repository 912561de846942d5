import { randomUUID } from 'node:crypto'
import { accountId } from '@huiyin/domain/ids.ts'
import type { AccountBook } from '@huiyin/ports/accounts.ts'
import { type ArchivePorts, type Archives, openArchives } from '@huiyin/ports/archives.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import { type Logger, silent } from '@huiyin/ports/logger.ts'
import { teller } from '@huiyin/ports/tell.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'

type Ports = Pick<ArchivePorts, 'records' | 'tickets' | 'comments' | 'files'> & {
  book: AccountBook
  clock: Clock
  events: EventLog<HouseEvent>
  logger?: Logger
  isBusy?: () => Promise<boolean>
  monotonic?: () => number
}

/** The archives of a house. */
export function archivesOf({
  book,
  clock,
  events,
  logger = silent,
  monotonic = () => performance.now(),
  ...ports
}: Ports): Archives {
  const accounts = () =>
    book.rows().map(({ account: { platform, id, since }, state, changedAt }) => ({
      ...{ platform, id, since },
      ...(state === 'retired' && changedAt !== undefined && { until: changedAt })
    }))
  return openArchives({
    ...ports,
    ...{ accounts, clock, logger, tell: teller(events, clock) },
    nameOf: of => book.rows().find(({ account }) => accountId(account) === accountId(of))?.account.name ?? of.id,
    worker: randomUUID(),
    monotonic
  })
}
