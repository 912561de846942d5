import type { Limit } from '@huiyin/domain/token-bucket.ts'
import type { Alert, AlertGap } from '@huiyin/schemas/alert.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'

/**
 * `sent`: taken; `warning` names what did not go well all the same. `failed`: will not be taken.
 * `later`: not now, nothing was told; `everything` when that holds for whatever the channel is given.
 * `unknown`: it may have been told. `disabled`: the channel takes nothing until a person has mended it;
 * the reason says in the office's language what is to be done.
 */
export type DeliveryOutcome =
  | { outcome: 'sent'; warning?: string }
  | { outcome: 'failed'; reason: string }
  | { outcome: 'later'; reason: string; retryAfterMs: number; everything?: boolean }
  | { outcome: 'unknown'; reason: string }
  | { outcome: 'disabled'; reason: string }

/** What leaves: the alert, the link behind which its details are, and whether it may have been told before. */
export interface Notice {
  alert: Alert
  link?: string
  perhapsRepeated: boolean
  /** Which try it is, from 1; pauses grow with it. */
  attempt?: number
  /** A person's address on the channel; absent: the group or whoever the channel is set up for. */
  to?: string
  /** The page on which the recipient says that they care for it, without an account. */
  acknowledge?: string
  /** The page on which the recipient's department handles its dispatch, without an account. */
  handle?: string
}

/** Why several go together, and how many more there are than are told. */
export interface Gathering {
  why: 'limits' | 'quiet-hours' | 'late'
  more: number
  /** Stretches in which nobody could know or tell. */
  gaps: readonly AlertGap[]
}

/** That something is out of order, since `at`. */
export interface Trouble {
  /** `alerter`: alerts are late whatever the channel; `exhausted`: nobody has acknowledged (R36); absent: a channel. */
  kind?: 'alerter' | 'exhausted'
  /** What is out of order: the name of a channel, `alerter`, or `ladder`. */
  channel: string
  /** Of `exhausted`: the tickets. */
  numbers?: readonly string[]
  reason: string
  at: number
  /** Who told it before may have ended before that was noted. */
  perhapsRepeated?: boolean
}

/** A letter as it leaves to one recipient. */
export interface LetterNotice {
  letter: Letter
  /** The same for every try of this sending. */
  reference: string
  /** A person's or an office's address on the channel; absent: the group. */
  to?: string
  link?: string
  /** The page on which the recipient says that they received it, without an account. */
  receive?: string
  perhapsRepeated: boolean
  /** From 1. */
  attempt: number
  /** One of its files, whole; only what carries files asks. Rejects with ATTACHMENT_DAMAGED. */
  open: (sha256: string) => Promise<Uint8Array>
}

/** One way to tell somebody. */
export interface Channel {
  name: string
  /** What may leave; absent: as much as there is. */
  limits?: readonly Limit[]
  /** The receiver drops what it has seen; otherwise an alert of unknown fate is repeated once at most. */
  dropsRepeats?: boolean
  deliver: (notice: Notice) => Promise<DeliveryOutcome>
  /** Several in one message, all to the same recipient. */
  digest: (notices: readonly Notice[], of: Gathering) => Promise<DeliveryOutcome>
  /** Tells what is no alert: the files go with it, or are named beside the link. */
  letter?: (notice: LetterNotice) => Promise<DeliveryOutcome>
  /** Tells that another channel, or the alerter, is out of order. */
  report?: (trouble: Trouble) => Promise<DeliveryOutcome>
}
