/** Private units that stand for what differs from text to text and says nothing by itself; no text can forge them. */
export const MASK = { start: 0xe000, end: 0xe001, url: 0xe002, mention: 0xe003, place: 0xe004 } as const
