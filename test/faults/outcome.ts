import type { Entry } from './run.ts'
import type { Fall } from './town/instance.ts'
import type { Verdict } from './town/verdict.ts'

export interface WorldOptions {
  seed: number
  faults: number
  /** No more are begun after so many ms. */
  within: number
  isWanted: (kind: string) => boolean
  /** What the services say. */
  onLine?: (line: string) => void
  progress: (text: string) => void
}

/** What a run came to; without a verdict, `error` says why there is none. */
export interface Outcome {
  journal: Entry[]
  falls: readonly Fall[]
  verdict?: Verdict
  error?: unknown
}
