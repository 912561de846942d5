import { type Logs, PARSERS } from '@huiyin/adapters/open.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import { PARKED, type Parked } from '@huiyin/ports/parking.ts'
import type { Entry, Records } from '@huiyin/ports/records.ts'

export type ParkedEntry = Entry<Parked & { replayedAt?: number }>

/** What could not be understood at the door: to be listed, read and put on its topic again. */
export interface ParkedDesk {
  list: (page: { atMost: number; after?: string }) => Promise<ParkedEntry[]>
  show: (id: string) => Promise<ParkedEntry>
  replay: (id: string) => Promise<ParkedEntry>
}

const invalid = (why: string) => new HuiyinError('INVALID_REQUEST', `It cannot be replayed as it stands: ${why}`)

/** Puts a raw message on its topic again: one event, or a list of them. Throws INVALID_REQUEST when it is still none. */
export function replayer({ comments, classified, events }: Logs): (topic: string, raw: string) => Promise<void> {
  const put = async <E extends { key: string }>(log: EventLog<E>, parse: (value: unknown) => E, raw: string) => {
    await log.append(parsedEach(raw, parse))
  }
  return async (topic, raw) => {
    if (topic === 'comments') await put(comments, PARSERS.comments, raw)
    else if (topic === 'classified') await put(classified, PARSERS.classified, raw)
    else if (topic === 'events') await put(events, PARSERS.events, raw)
    else throw invalid(`there is no topic "${topic}"`)
  }
}

function parsedEach<E>(raw: string, parse: (value: unknown) => E): E[] {
  try {
    const value: unknown = JSON.parse(raw)
    return (Array.isArray(value) ? value : [value]).map(parse)
  } catch (error) {
    throw invalid((error as Error).message)
  }
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
