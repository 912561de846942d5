import type { Cite } from '@huiyin/schemas/report.ts'

/** Of what the sources are shown: a sentence, a cell or a quotation; `key` tells them apart. */
export type Shown = { key: string; cites: readonly Cite[] }

/** What a part of the paper needs so that its sources can be shown. */
export type Showing = {
  held: Shown | undefined
  onSee: (shown: Shown | undefined) => void
  onHold: (shown: Shown | undefined) => void
}
