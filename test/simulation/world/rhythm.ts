import type { Random } from '@huiyin/simulator/random.ts'
import { DAY, HOUR, isOfficeMinute, MINUTE } from '../reference/minutes.ts'

const EAST_8 = 8 * HOUR

/** How much is written in each hour of the day. */
const BY_HOUR = [2, 1, 1, 1, 1, 2, 5, 9, 12, 12, 11, 12, 14, 10, 9, 9, 10, 12, 14, 17, 19, 18, 12, 6]
const HIGHEST = 19
const WEEKEND = 0.8

/** An instant of a span, as people write: by day more than by night, on weekends less. */
export function whenPeopleWrite(random: Random, from: number, length: number): number {
  while (true) {
    const at = from + Math.floor(random() * length)
    const local = new Date(at + EAST_8)
    const weekend = local.getUTCDay() % 6 === 0 ? WEEKEND : 1
    if (random() * HIGHEST < BY_HOUR[local.getUTCHours()]! * weekend) return offTheSecond(at)
  }
}

/** Services tick at whole seconds: what people and citizens do falls between them. */
export const offTheSecond = (at: number) => (at % 1000 === 0 ? at + 1 : at)

/** The first minute at or after an instant at which the office is open, and a moment more. */
export function whenOfficeOpens(random: Random, at: number): number {
  if (isOfficeMinute(at)) return offTheSecond(at)
  let minute = Math.ceil(at / MINUTE) * MINUTE
  while (!isOfficeMinute(minute)) minute += MINUTE
  return offTheSecond(minute + Math.floor(random() * 40 * MINUTE))
}

/** Between two lengths, short ones likelier. */
export const lasting = (random: Random, shortest: number, longest: number) =>
  Math.floor(shortest + (longest - shortest) * random() ** 2)

/** Natural time in office hours only: so much later, on the next minutes that are open. */
export function officeTimeLater(at: number, ms: number): number {
  let left = ms
  let minute = at
  while (left > 0) {
    const end = Math.floor(minute / MINUTE) * MINUTE + MINUTE
    if (isOfficeMinute(minute)) {
      if (left <= end - minute) return offTheSecond(minute + left)
      left -= end - minute
    }
    minute = end
    if (minute - at > 40 * DAY) throw new RangeError('The office never opens')
  }
  return offTheSecond(minute)
}
