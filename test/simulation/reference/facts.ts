import type { Label, SentimentName } from '@huiyin/schemas/names.ts'

/** What was said of one comment: taken as it is, right or wrong. */
export type Judged = {
  label: Label
  confidence: number
  /** Danger now, or risk at orange or above. */
  urgent: boolean
  mood: SentimentName
}

/**
 * What truly happened to one citizen in one thread, and when the house could know it (`at`, ms UTC). Nothing in it
 * comes from the house: comments as they were delivered, acts that people were allowed, what the platform did.
 */
export type Fact = { at: number } & (
  | { kind: 'said'; comment: string; publishedAt: number; judged: Judged; isRoot: boolean }
  | { kind: 'said-otherwise'; comment: string; publishedAt: number; judged: Judged; isRoot: boolean }
  | { kind: 'removed'; comment: string }
  | { kind: 'drafted'; reply: string; as: 'holding' | 'interim' | 'final'; promisedAt?: number }
  /** Posted by hand, as one person says. */
  | { kind: 'attested'; reply: string }
  /** The platform told us that it took it. */
  | { kind: 'taken'; reply: string }
  /** It was seen there: accepted at that time by the platform's own clock. */
  | { kind: 'shown'; reply: string; acceptedAt: number }
  /** The platform removed it. */
  | { kind: 'taken-down'; reply: string }
  /** It will never be there. */
  | { kind: 'lost'; reply: string }
  /** Written in the platform's own app. */
  | { kind: 'answered-outside'; acceptedAt: number }
  | { kind: 'acknowledged' }
  /** A second notice changes the holidays; the running clocks are told. */
  | { kind: 'notice-amended' }
  | { kind: 'dismissed' }
  | { kind: 'reopened' }
  | { kind: 'corrected'; label?: Label; urgent?: boolean }
  | { kind: 'released' }
  | { kind: 'spokesperson-named' }
  | { kind: 'lowered' }
  | { kind: 'supervised'; dueAt: number }
  | { kind: 'closed-without-result' }
  | { kind: 'extended'; until: number }
  | { kind: 'paused'; clock: ClockKind; reason: PauseReason }
  | { kind: 'resumed'; clock: ClockKind }
  | { kind: 'dispatched'; dispatch: string }
  | { kind: 'signed'; dispatch: string }
  | { kind: 'returned'; dispatch: string }
  | { kind: 'bounced'; dispatch: string }
  | { kind: 'withdrawn'; dispatch: string }
  /** Another department has it instead. */
  | { kind: 'handed-over'; dispatch: string }
)

export type ClockKind = 'first' | 'next' | 'close' | 'leg'

export type PauseReason = 'awaiting_citizen' | 'platform_outage' | 'legal_hold' | 'superior_instruction'

/** While nobody looked at the clocks: the machine slept, or the alerter was down. Half-open, ms UTC. */
export type Outage = { from: number; to: number }
