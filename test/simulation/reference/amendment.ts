/**
 * As in 2020, a second notice comes in the middle of the holiday and makes it longer: 24 and 25 February are off too,
 * and Saturday 28 February is no working day any more (R15). Plain data for both sides.
 */
export const AMENDED_FROM = Date.parse('2026-02-19T08:00:00+08:00')

export const AMENDMENT: readonly { date: string; isOffDay: boolean }[] = [
  { date: '2026-02-24', isOffDay: true },
  { date: '2026-02-25', isOffDay: true },
  { date: '2026-02-28', isOffDay: true }
]
