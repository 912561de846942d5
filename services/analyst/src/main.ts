import { randomUUID } from 'node:crypto'
import { type House, type Start, together } from '@huiyin/adapters/house.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { houseSetting } from '@huiyin/ports/house-settings.ts'
import { openLeases } from '@huiyin/ports/lease.ts'
import { startAppraisal } from './appraisal/main.ts'
import { startErasures } from './erasures/main.ts'
import { keepGoing } from './keep-going.ts'
import { startReports } from './reports/main.ts'
import { ANALYSING, run } from './run.ts'
import { openSearches } from './searches/searches.ts'
import type { AnalystPorts, Session } from './session.ts'
import { openWatch } from './watch/watch.ts'

/** Notices what many say, and what grows: of several of these the one that holds the lease. */
export const start: Start = async (house, signal) => {
  const { store, clock, logger } = house
  const monotonic = () => performance.now()
  const leases = openLeases(store.records, { holder: randomUUID(), group: 'analyst', monotonic, clock })
  leases.take([ANALYSING])
  const during = (session: Session, signal: AbortSignal) => inSession(house, session, signal)
  const beside = (name: string, work: Start) => (signal: AbortSignal) =>
    keepGoing(signal => work(house, signal), { clock, logger, name }, signal)
  try {
    await together(signal, [
      signal => schedule('* * * * * *', leases.round, { logger, signal, name: 'analyst leases' }),
      signal => run(portsOf(house), { leases, during }, signal),
      beside('appraisal', startAppraisal),
      beside('erasures', startErasures),
      beside('reports', startReports)
    ])
  } finally {
    await leases.release()
  }
}

/** Ends also when the rules ask for another watch: the next session opens it. */
async function inSession({ clock, logger }: House, session: Session, signal: AbortSignal): Promise<void> {
  const anew = new AbortController()
  const minute = async () => {
    if (await session.minute(clock.now())) anew.abort()
  }
  const within = AbortSignal.any([signal, anew.signal])
  await together(within, [
    session.watch,
    session.hear,
    signal => schedule('* * * * * *', () => session.tick(clock.now()), { logger, signal, name: 'incidents' }),
    signal => schedule('*/10 * * * * *', () => session.tellFinds(clock.now()), { logger, signal, name: 'searches' }),
    signal => schedule('30 * * * * *', minute, { logger, signal, name: 'calm' })
  ])
}

const portsOf = ({ logs, store, desk, clock, rulebook, accounts, cut, logger }: House): AnalystPorts => ({
  classified: logs.classified,
  events: logs.events,
  records: store.records,
  comments: store.comments,
  desk,
  clock,
  people: rulebook.people,
  rules: () => houseSetting(store.records, 'incident-rules'),
  tickets: store.tickets,
  asked: openSearches({ records: store.records, cut, book: accounts }),
  watch: ({ sensitivity, steps }) => openWatch({ cut, sensitivity, steps }),
  logger
})
