import type { Channel } from '@huiyin/ports/channel.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Version } from '@huiyin/ports/documents.ts'
import type { Files } from '@huiyin/ports/files.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tell } from '@huiyin/ports/tell.ts'
import type { Letter, LetterDelivery } from '@huiyin/schemas/letter.ts'

/** What letters are delivered with. */
export interface LetterPorts {
  records: Records
  files: Pick<Files, 'open'>
  channels: readonly Channel[]
  clock: Clock
  tell: Tell
  /** A page of the house by its path, when the house has a public address. */
  page: (path: string) => string | undefined
  /** Whether a lease is held here: `channel/<name>`, `digests`. */
  holds: (lease: string) => boolean
  /** False in an installation that was copied from another (R45): nothing leaves it. */
  mayAlert: () => Promise<boolean>
  logger: Logger
}

/** A delivery that this process may send. */
export interface Claimed {
  letter: Letter
  delivery: LetterDelivery
  version: Version
}

const MOST_ATTEMPTS = 8

export const hasTriesLeft = ({ attempts }: LetterDelivery): boolean => attempts < MOST_ATTEMPTS

/** Of unknown fate: the urgent is sent again and says so, once where the receiver cannot drop repeats. */
export const mayRepeat = (letter: Letter, delivery: LetterDelivery, channel: Channel): boolean =>
  letter.urgent && hasTriesLeft(delivery) && (channel.dropsRepeats === true || !delivery.perhapsRepeated)
