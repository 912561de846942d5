import { DAY, HOUR, MINUTE } from './minutes.ts'

/** A ladder as the house ships it (urgent: at once and every 15 min, 8 times; a breach: at once, 2 h, 24 h; a dispatch: at once, 4 h, every day). */
type Steps = { after: readonly number[]; every?: number; times: number }

const URGENT: Steps = { after: [0], every: 15 * MINUTE, times: 8 }
const BREACH: Steps = { after: [0, 2 * HOUR, 24 * HOUR], times: 0 }
const OTHERWISE: Steps = { after: [0, 4 * HOUR], times: 0 }

const DISPATCHED: Steps = { after: [0, 4 * HOUR], every: DAY, times: 7 }

export function stepsFor(kind: string, urgent: boolean): Steps {
  if (urgent) return URGENT
  return kind === 'breach' ? BREACH : kind === 'dispatched' ? DISPATCHED : OTHERWISE
}

export type Telling = { rung: number; at: number }

export interface Climbed {
  steps: Steps
  at: number
  fromRung: number
  acknowledged: readonly { at: number; until: number }[]
  /** When it got worse: told again at once, whoever owned it. */
  worsened: readonly number[]
  /** Nothing is told from then on. */
  until: number
}

/**
 * Who is told when, as somebody would who sits by it with a stop-watch: the watch runs unless somebody owns the case;
 * it reads `gone`. When an owner's time is up the same rung is told again and the watch goes on.
 */
export function climb({ steps, at, fromRung, acknowledged, worsened, until }: Climbed): Telling[] {
  const { after, every, times } = steps
  const first = Math.min(fromRung, after.length - 1)
  const told: Telling[] = []
  let gone = after[first]!
  let now = at
  let rung = first - 1
  let lastToldAt = gone
  let left = 0

  const tell = (which: number, instant: number) => {
    if (which > rung) left = times
    rung = which
    lastToldAt = gone
    told.push({ rung: which, at: instant })
  }
  while (now < until) {
    const next = rung + 1 < after.length ? Math.max(after[rung + 1]!, lastToldAt) : Infinity
    const again = every !== undefined && left > 0 && rung >= first ? lastToldAt + every : Infinity
    const due = now + Math.min(next, again) - gone
    const worse = worsened.find(instant => instant >= now && !told.some(one => one.at === instant))
    const owner = ownedFrom(acknowledged, worsened, now, at)
    const happens = Math.min(due, worse ?? Infinity, owner?.from ?? Infinity)
    if (happens === Infinity || happens >= until) break
    gone += happens - now
    now = happens
    if (worse === now) tell(Math.max(first, rung), now)
    else if (owner?.from === now) {
      now = owner.to
      if (now >= until) break
      if (rung >= first && !owner.cut) tell(rung, now)
      else if (owner.cut) lastToldAt = gone
    } else if (again < next) {
      left -= 1
      tell(rung, now)
    } else tell(rung + 1, now)
  }
  return told
}

/** From when on somebody owns it without a break, and until when; what gets worse ends it. */
function ownedFrom(
  acknowledged: readonly { at: number; until: number }[],
  worsened: readonly number[],
  now: number,
  since: number
): { from: number; to: number; cut: boolean } | undefined {
  const holds = acknowledged
    .filter(one => one.at > since && one.until > now)
    .map(one => ({ from: Math.max(now, one.at), to: Math.min(one.until, ...worsened.filter(w => w >= one.at)) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)
  const [first] = holds
  if (!first) return undefined
  let { to } = first
  for (const hold of holds) if (hold.from <= to) to = Math.max(to, hold.to)
  return { from: first.from, to, cut: worsened.includes(to) }
}
