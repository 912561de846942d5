import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import { type Logs, PARSERS } from './open.ts'

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
