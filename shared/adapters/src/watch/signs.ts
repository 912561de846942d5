import { onRound } from '@huiyin/ports/signs.ts'

/** What reads the log here: since when a batch is at hand, in ms of monotonic time. */
export interface ReaderSigns {
  topic: string
  group: string
  atHandSince?: number
}

export interface RoundSigns {
  name: string
  busySince?: number
  endedWellAt?: number
}

/** Signs of life of this process: what it is at, and since when. All instants are ms of monotonic time. */
export interface Signs {
  readers: () => ReaderSigns[]
  rounds: () => RoundSigns[]
  /** When a call to the store or the log was last answered, well or not. */
  lastCall: () => number
  taken: (topic: string, group: string) => void
  done: (topic: string, group: string) => void
  called: () => void
  close: () => void
}

export function openSigns(monotonic: () => number): Signs {
  const readers = new Map<string, ReaderSigns>()
  const rounds = new Map<string, RoundSigns>()
  let lastCall = monotonic()

  const close = onRound(round => {
    const before = rounds.get(round.name)
    const endedWellAt = round.phase === 'ended' && !round.away ? monotonic() : before?.endedWellAt
    rounds.set(round.name, {
      name: round.name,
      ...(round.phase === 'begun' && { busySince: monotonic() }),
      ...(endedWellAt !== undefined && { endedWellAt })
    })
  })
  return {
    readers: () => [...readers.values()],
    rounds: () => [...rounds.values()],
    lastCall: () => lastCall,
    taken: (topic, group) => void readers.set(`${topic} ${group}`, { topic, group, atHandSince: monotonic() }),
    done: (topic, group) => void readers.set(`${topic} ${group}`, { topic, group }),
    called: () => {
      lastCall = monotonic()
    },
    close
  }
}
