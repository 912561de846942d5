import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Random } from '@huiyin/simulator/random.ts'
import { DAY, HOUR, MINUTE } from '../reference/minutes.ts'
import { lasting, officeTimeLater, whenOfficeOpens } from './rhythm.ts'

const SHARES = { late: 0.12, forgotten: 0.02 } as const

/** When somebody looks: soon at what is urgent, in office hours at the rest, now and then too late, or never. */
export function looksAt(random: Random, { urgent }: Ticket, now: number): number {
  const luck = random()
  const late = luck < SHARES.late + SHARES.forgotten
  if (luck < SHARES.forgotten) return now + 40 * DAY
  if (urgent) return now + (late ? lasting(random, HOUR, 5 * HOUR) : lasting(random, 3 * MINUTE, 30 * MINUTE))
  const opens = whenOfficeOpens(random, now)
  return officeTimeLater(opens, late ? lasting(random, 5 * HOUR, 25 * HOUR) : lasting(random, 5 * MINUTE, 5 * HOUR))
}
