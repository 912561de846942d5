import type { EventLog } from '@huiyin/ports/event-log.ts'
import type { Classified } from '@huiyin/schemas/comment.ts'

/** The topic as the desk reads it, with a way to wait until it has done all that was given to it. */
export interface Watched {
  log: EventLog<Classified>
  give: (events: readonly Classified[]) => Promise<void>
  /** Says who reads now. */
  readBy: (reader: Promise<void>) => void
  /** Resolves when what was given is committed; rejects when the reader ends before. */
  done: () => Promise<void>
}

export function watchedLog(log: EventLog<Classified>): Watched {
  let given = 0
  let committed = 0
  let wake = () => {}
  let ended: { error: unknown } | undefined

  async function* read(options: Parameters<EventLog<Classified>['read']>[0]) {
    for await (const batch of log.read(options)) {
      const commit = async () => {
        await batch.commit()
        committed += batch.events.length
        wake()
      }
      yield { ...batch, commit }
    }
  }

  return {
    log: { ...log, read },
    give: async events => {
      given += events.length
      await log.append(events)
    },
    readBy: reader => {
      ended = undefined
      const end = (error: unknown) => {
        ended = { error }
        wake()
      }
      reader.then(() => end(new Error('The desk has ended')), end)
    },
    done: async () => {
      while (committed < given) {
        if (ended) throw ended.error
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
    }
  }
}
