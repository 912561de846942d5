import { randomUUID } from 'node:crypto'
import type { House } from '@huiyin/adapters/house.ts'
import { openRebuilds, type Rebuilds } from '@huiyin/ports/rebuilds.ts'
import { teller } from '@huiyin/ports/tell.ts'

export type RebuildPorts = Pick<House, 'clock' | 'logs' | 'settings'> & {
  store: Pick<House['store'], 'records' | 'rebuilder'>
}

/** Rebuilds of this process: who asks while a step is done waits for the same step. */
export function rebuildDesk({ store: { records, rebuilder }, clock, logs, settings }: RebuildPorts): Rebuilds {
  const tell = teller(logs.events, clock)
  const rebuilds = openRebuilds({
    ...{ records, rebuilder, clock, tell, worker: randomUUID() },
    monotonic: () => performance.now(),
    alone: settings.store === 'sqlite'
  })
  let running: ReturnType<Rebuilds['work']> | undefined
  return {
    ...rebuilds,
    work() {
      running ??= rebuilds.work().finally(() => {
        running = undefined
      })
      return running
    },
    async stop() {
      await running?.catch(() => {}) // told to those who asked for that step
      return rebuilds.stop()
    }
  }
}
