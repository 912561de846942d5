import { LIMITS, type ToldRung } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from './draft.ts'

export type Climbed = {
  /** Rungs for which an alert row stands. */
  rungs: readonly ToldRung[]
  /** When the ladders have to be looked at again; absent: not before something happens. */
  nextAt?: number
  exhausted: boolean
}

const keyOf = ({ need, rung, repeat }: ToldRung) => `${need}/${rung}/${repeat}`

/** Notes which rungs were told, and when to look again; told twice it is noted once. */
export function noteClimbed(draft: Draft, { rungs, nextAt, exhausted }: Climbed): void {
  const { ticket } = draft
  const known = new Set((ticket.told ?? []).map(keyOf))
  const fresh = rungs.filter(rung => !known.has(keyOf(rung)))
  for (const { need, rung, repeat } of fresh) tell(draft, 'alert.told', { need, rung, repeat })
  if (fresh.length > 0) ticket.told = [...(ticket.told ?? []), ...fresh].slice(-LIMITS.told)
  if (nextAt === undefined) delete ticket.climbAt
  else ticket.climbAt = nextAt
  if (exhausted && !ticket.exhausted) {
    ticket.exhausted = true
    tell(draft, 'alert.exhausted')
  }
}
