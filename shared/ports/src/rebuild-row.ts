import type { JobRow } from './jobs.ts'
import type { Checked, Copying, RebuildFamily } from './rebuild.ts'

/** Where a part stands: copied → compared → what came meanwhile copied → swapped. */
export type PartState = 'waiting' | 'copying' | 'verifying' | 'swapping' | 'swapped' | 'failed'

export interface PartRow {
  part: string
  family: RebuildFamily
  state: PartState
  /** When the rebuild began. */
  documents: number
  copying?: Copying
  /** While it is compared: documents read so far, of so many. */
  checking?: { checked: number; total: number }
  checked?: Checked
  /** How long writes waited for the swap, in ms. */
  waited?: number
  startedAt?: number
  swappedAt?: number
}

/** A rebuild of the whole house, the record `rebuild/house`: there is one at a time. */
export interface RebuildRow extends JobRow {
  by: string
  askedAt: number
  /** To what was kept of the rebuild before. */
  back: boolean
  parts: PartRow[]
  /** Why it ended before it was done. What serves is untouched. */
  failed?: string
}

/** How much of a part is done, 0 … 1: comparing reads both sides, and costs about half as much as copying. */
function shareOfPart({ state, copying, checking }: PartRow): number {
  if (state === 'swapped') return 1
  if (state === 'waiting' || !copying) return 0
  const copied = copying.total > 0 ? Math.min(1, copying.copied / copying.total) : 1
  if (state === 'copying') return copied * 0.65
  if (state === 'swapping') return 0.99
  return 0.65 + (checking && checking.total > 0 ? Math.min(1, checking.checked / checking.total) * 0.33 : 0)
}

/** How much of all is done, 0 … 1, counted in documents. */
export function shareOf({ parts }: RebuildRow): number {
  const all = parts.reduce((sum, { documents }) => sum + documents + 1, 0)
  const done = parts.reduce((sum, part) => sum + (part.documents + 1) * shareOfPart(part), 0)
  return all > 0 ? done / all : 1
}
