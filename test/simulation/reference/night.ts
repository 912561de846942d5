import { DAY, HOUR } from './minutes.ts'

/** Quiet hours of the simulated office: from 22:00 to 07:00 only what is urgent is told (R37). Data for both sides. */
export const QUIET = { from: '22:00', to: '07:00' } as const

const EAST_8 = 8 * HOUR
const [BEGINS, ENDS] = [22 * HOUR, 7 * HOUR]

/** The end of the night that an instant lies in; the instant itself by day. */
export function afterNight(at: number): number {
  const sinceMidnight = (at + EAST_8) % DAY
  if (sinceMidnight >= BEGINS) return at - sinceMidnight + DAY + ENDS
  return sinceMidnight < ENDS ? at - sinceMidnight + ENDS : at
}
