export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
/** So far time moves at once. */
export const STEP = 10 * SECOND

/** A quarter to eleven at night in Beijing: what waits for midnight is over before the run is. */
export const BEGINNING = Date.parse('2026-03-04T22:45:00+08:00')

/** Virtual time: it moves when somebody moves it. */
export interface Time {
  now: () => number
  to: (at: number) => void
}

export function openTime(): Time {
  let at = BEGINNING
  return {
    now: () => at,
    to: next => {
      at = next
    }
  }
}
