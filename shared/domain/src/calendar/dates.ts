export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const DATE = /^\d{4}-\d\d-\d\d$/

/** Days since 1970-01-01 of a date such as `2026-02-14`; undefined for a day that does not exist. */
export function dayNumber(date: string): number | undefined {
  if (!DATE.test(date)) return undefined
  const at = new Date(`${date}T00:00:00Z`)
  return at.getUTCDate() === Number(date.slice(8)) ? at.getTime() / DAY : undefined // 30 February is read as 2 March
}

export const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10)

export const yearOf = (day: number) => new Date(day * DAY).getUTCFullYear()

/** 0 is Monday. */
export const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7

/** Minutes since 00:00 of `09:30`. */
export const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
