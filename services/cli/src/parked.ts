import type { Logs } from '@huiyin/adapters/open.ts'
import { replayer } from '@huiyin/adapters/replay.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import { PARKED, type Parked } from '@huiyin/ports/parking.ts'
import type { Entry, Records } from '@huiyin/ports/records.ts'

export type ParkedEntry = Entry<Parked & { replayedAt?: number }>

/** What could not be understood at the door: to be listed, read and put on its topic again. */
export interface ParkedDesk {
  list: (page: { atMost: number; after?: string }) => Promise<ParkedEntry[]>
  show: (id: string) => Promise<ParkedEntry>
  replay: (id: string) => Promise<ParkedEntry>
}

export function parkedDesk(ports: { records: Records; logs: Logs; clock: Clock }): ParkedDesk {
  const { records, clock } = ports
  const replay = replayer(ports.logs)

  async function find(id: string) {
    const found = await records.get<ParkedEntry['value']>(PARKED, id)
    if (!found) throw new HuiyinError('PARKED_NOT_FOUND', `Nothing is parked under "${id}"; see huiyin parked list`)
    return found
  }

  return {
    list: page => records.list(PARKED, page),
    show: async id => (await find(id)).document,
    async replay(id) {
      const { document, version } = await find(id)
      const { topic, raw, cut } = document.value
      if (cut) throw new HuiyinError('PARKED_IS_CUT', 'It was too long to be kept whole and cannot be replayed')
      await replay(topic, raw)
      const entry = { ...document, value: { ...document.value, replayedAt: clock.now() } }
      await records.putIfUnchanged(PARKED, entry, version) // a conflict: somebody else has replayed it too
      return entry
    }
  }
}
