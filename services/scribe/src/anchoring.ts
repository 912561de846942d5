import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Anchors } from '@huiyin/ports/anchors.ts'
import type { Logger } from '@huiyin/ports/logger.ts'

export interface Anchoring {
  anchors: Pick<Anchors, 'anchor'>
  /** Appends what is new to the file beside the store. */
  keep: () => Promise<void>
  logger: Logger
}

/** Each hour; several scribes do so at once, and one anchor is enough. */
export const BETWEEN = 50 * 60_000
/** At the end of a process, in ms: several end together. */
export const AT_END = 60_000

/**
 * Anchors the trail unless that was done within so many ms, and keeps the anchors in the file too. Without a key that
 * seals the trail goes on unanchored, and it is said; so it is of a file that cannot be written. Rejects while the store or the log is away.
 */
export async function anchorTrail({ anchors, keep, logger }: Anchoring, unlessWithin: number): Promise<void> {
  try {
    await anchors.anchor({ unlessWithin })
  } catch (error) {
    if (!(error instanceof HuiyinError && NO_KEY.has(error.code))) throw error
    logger.error({ code: error.code, reason: error.message }, 'the trail is not anchored')
  }
  await keep().catch(error => {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    logger.error(
      { reason: error.message },
      'the anchors are not in the file beside the store; the next round writes them'
    )
  })
}

const NO_KEY: ReadonlySet<string> = new Set(['KEY_MISSING', 'SECRET_UNREADABLE', 'SETTINGS_INVALID'])
