import { LIMITS, type ToldRung } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from './draft.ts'

export type Climbed = {
  /** Rungs for which an alert row stands. */
  rungs: readonly ToldRung[]
  /** When the ladders have to be looked at again; absent: not before something happens. */
  nextAt?: number
  exhausted: boolean
  /** `n` of the ticket that was looked at; what has happened since was not seen, and is looked at at once. */
  looked?: number
}

const keyOf = ({ need, rung, repeat }: ToldRung) => `${need}/${rung}/${repeat}`

/** Notes which rungs were told, and when to look again; told twice it is noted once. */
export function noteClimbed(draft: Draft, { rungs, nextAt, exhausted, looked }: Climbed): void {
  const { ticket, now } = draft
  const overtaken = looked !== undefined && looked !== ticket.n
  const known = new Set((ticket.told ?? []).map(keyOf))
  const fresh = rungs.filter(rung => !known.has(keyOf(rung)))
  for (const { need, rung, repeat } of fresh) tell(draft, 'alert.told', { need, rung, repeat })
  if (fresh.length > 0) ticket.told = [...(ticket.told ?? []), ...fresh].slice(-LIMITS.told)
  if (overtaken) ticket.climbAt = now
  else if (nextAt === undefined) delete ticket.climbAt
  else ticket.climbAt = nextAt
  if (exhausted && !overtaken && !ticket.exhausted) {
    ticket.exhausted = true
    tell(draft, 'alert.exhausted')
  }
}
