import type { Actor } from '@huiyin/schemas/actor.ts'
import type { PauseReason } from '@huiyin/schemas/calendar.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { Corrections } from '@huiyin/schemas/ticket.ts'
import type { CaseAct } from './cases/commands.ts'
import type { Climbed } from './climbing.ts'
import type { WordsErased } from './erasure/erase-from-ticket.ts'
import type { LinkAct, LinkNews } from './links/commands.ts'
import type { ModerationAct, ModerationClaim, ModerationNews } from './moderation/commands.ts'
import type { ReplyAct, ReplyClaim, ReplyNews } from './replies/commands.ts'
import type { ResponderWaits } from './replies/waiting.ts'
import type { WorkAct, WorkNews } from './work/commands.ts'

/** What has already happened. Never refused; doubled, late or in another order it ends in the same ticket. */
export type News =
  | { type: 'comment.arrived'; actor: Actor; observation: Observation; classification?: Classification }
  | { type: 'looked.back'; actor: Actor }
  | { type: 'clock.told'; actor: Actor; clock: string; dueSetBy: number; kind: 'warn' | 'breach'; point: number }
  | ({ type: 'alert.told'; actor: Actor } & Climbed)
  | { type: 'rules.changed'; actor: Actor }
  | { type: 'published'; actor: Actor; through: number }
  | { type: 'similar.counted'; actor: Actor; comment: string; count: number }
  | ReplyNews
  | LinkNews
  | ModerationNews
  | ResponderWaits
  | WordsErased
  | WorkNews

/** A person's decision. `id` is the Idempotency-Key; `seen` the number of the last turn that they saw. */
export type Act =
  | { type: 'dismiss'; actor: Actor; id: string; seen: number; reason: string }
  | { type: 'reopen'; actor: Actor; id: string; seen: number; reason: string }
  | { type: 'waive'; actor: Actor; id: string; seen: number; reason: string }
  | { type: 'acknowledge'; actor: Actor; id: string }
  | { type: 'pause'; actor: Actor; id: string; clock: string; reason: PauseReason }
  | { type: 'resume'; actor: Actor; id: string; clock: string }
  | ({ type: 'correct'; actor: Actor; id: string; comment?: string } & Corrections)
  | ReplyAct
  | CaseAct
  | LinkAct
  | ModerationAct
  | WorkAct
  | { type: 'undo'; actor: Actor; id: string; of: string }

export type Command = News | ReplyClaim | ModerationClaim | Act

type By = { actor: Actor; id: string }

export const dismiss = (of: By & { reason: string; seen: number }): Command => ({ type: 'dismiss', ...of })
export const reopen = (of: By & { reason: string; seen: number }): Command => ({ type: 'reopen', ...of })
/** Says that the last word needs no reply (R6). */
export const waive = (of: By & { reason: string; seen: number }): Command => ({ type: 'waive', ...of })
export const acknowledge = (of: By): Command => ({ type: 'acknowledge', ...of })
/** Stops the counting of one clock, for a reason that the rules know. */
export const pause = (of: By & { clock: string; reason: PauseReason }): Command => ({ type: 'pause', ...of })
export const resume = (of: By & { clock: string }): Command => ({ type: 'resume', ...of })
/** Takes back what the same person did within the last minute; `of` is the key of that act. */
export const undo = (of: By & { of: string }): Command => ({ type: 'undo', ...of })
/** `comment` is what it is about, the citizen's oldest turn when absent; at least one field besides. */
export const correct = (of: By & { comment?: string } & Corrections): Command => ({ type: 'correct', ...of })

/** Other people had said the same as the comment when it opened its ticket. */
export const similarCounted = (of: { actor: Actor; comment: string; count: number }): Command => ({
  type: 'similar.counted',
  ...of
})

export const commentArrived = (
  actor: Actor,
  observation: Observation,
  classification?: Classification
): Command & { type: 'comment.arrived' } => ({
  type: 'comment.arrived',
  actor,
  observation,
  ...(classification && { classification })
})
