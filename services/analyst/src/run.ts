import type { Leases } from '@huiyin/ports/lease.ts'
import { keepGoing, pause } from './keep-going.ts'
import { type AnalystPorts, openSession, type Session } from './session.ts'

/** The name that one process alone holds. */
export const ANALYSING = 'analyst'

export interface RunOptions {
  leases: Pick<Leases, 'holds'>
  /** Runs a session's two readers and its ticks until the signal; rejects when one of them fails. */
  during: (session: Session, signal: AbortSignal) => Promise<void>
}

const LOOK_EACH = 500

/** One session after the other, each for as long as this process holds the lease and begun anew from the store. */
export const run = (ports: AnalystPorts, options: RunOptions, signal: AbortSignal): Promise<void> =>
  keepGoing(signal => once(ports, options, signal), { ...ports, name: 'analyst' }, signal)

async function once(ports: AnalystPorts, { leases, during }: RunOptions, signal: AbortSignal): Promise<void> {
  if (!leases.holds(ANALYSING)) return pause(LOOK_EACH, signal)
  const ends = new AbortController()
  const watching = setInterval(() => leases.holds(ANALYSING) || ends.abort(), LOOK_EACH)
  const within = AbortSignal.any([signal, ends.signal])
  try {
    await during(await openSession(ports, within), within)
  } catch (error) {
    if (!within.aborted) throw error
  } finally {
    clearInterval(watching)
    ends.abort()
  }
}
