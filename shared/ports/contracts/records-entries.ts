/** Entries from `a000` on, all with one value. */
export const numbered = (length: number, value: number) =>
  Array.from({ length }, (_, n) => ({ id: `a${String(n).padStart(3, '0')}`, value }))
