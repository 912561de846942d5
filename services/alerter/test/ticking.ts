import { defaultLadders } from '@huiyin/domain/escalation/default-ladders.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import { type AlerterPorts, tick } from '../src/tick.ts'

/** An alerter of its own, whose ladders tell every channel. */
export const alerterPorts = (
  of: Pick<AlerterPorts, 'desk' | 'records' | 'channels'> & Partial<AlerterPorts>
): AlerterPorts => {
  const channels = of.channels.map(({ name }) => name)
  const people = { persons: [], departments: [], rosters: [], channels, ladders: defaultLadders(channels) }
  return {
    people: () => people,
    link: () => undefined,
    holds: () => true,
    mayAlert: async () => true,
    logger: silent,
    ...of
  }
}

type Store = { tickets: Pick<Tickets, 'refresh'>; records: Pick<Records, 'refresh'> }

/** A round at an instant, and another once what the first has written can be found. */
export const ticking =
  (store: Store, ports: AlerterPorts, setNow: (instant: number) => void) => async (instant: number) => {
    setNow(instant)
    await Promise.all([store.tickets.refresh(), store.records.refresh()])
    await tick(ports, instant)
    await store.records.refresh()
    await tick(ports, instant)
  }
