import type { Records } from '@huiyin/ports/records.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import { type AlerterPorts, tick } from '../src/tick.ts'

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
