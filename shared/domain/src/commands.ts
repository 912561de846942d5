import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { Corrections } from '@huiyin/schemas/ticket.ts'

/** What has already happened. Never refused; doubled, late or in another order it ends in the same ticket. */
export type News =
  | { type: 'comment.arrived'; actor: Actor; observation: Observation; classification?: Classification }
  | { type: 'looked.back'; actor: Actor }
  | { type: 'clock.told'; actor: Actor; clock: string; dueSetBy: number; kind: 'warn' | 'breach'; point: number }
  | { type: 'reply.sent'; actor: Actor; reply: string; native?: string; acceptedAt?: number }
  | { type: 'reply.postponed'; actor: Actor; reply: string; code: string; message: string; retryAt: number }
  | { type: 'reply.absent'; actor: Actor; reply: string }
  | { type: 'reply.confirmed'; actor: Actor; reply: string; native?: string; acceptedAt: number }
  | { type: 'reply.failed'; actor: Actor; reply: string; code: string; message: string }
  | { type: 'published'; actor: Actor; through: number }

/** The responder's claim on a reply, made before its request leaves; refused when the approval does not stand. */
export type Claim = { type: 'reply.sending'; actor: Actor; reply: string; hash: string; token: string }

/** A person's decision. `id` is the Idempotency-Key; `seen` the number of the last turn that they saw. */
export type Act =
  | { type: 'reply.approve'; actor: Actor; id: string; seen: number; text: string }
  | { type: 'dismiss'; actor: Actor; id: string; seen: number; reason: string }
  | { type: 'reopen'; actor: Actor; id: string; seen: number; reason: string }
  | { type: 'acknowledge'; actor: Actor; id: string }
  | ({ type: 'correct'; actor: Actor; id: string; comment?: string } & Corrections)

export type Command = News | Claim | Act

type By = { actor: Actor; id: string }

export const approveReply = (of: By & { text: string; seen: number }): Command => ({ type: 'reply.approve', ...of })
export const dismiss = (of: By & { reason: string; seen: number }): Command => ({ type: 'dismiss', ...of })
export const reopen = (of: By & { reason: string; seen: number }): Command => ({ type: 'reopen', ...of })
export const acknowledge = (of: By): Command => ({ type: 'acknowledge', ...of })
/** `comment` is what it is about, the citizen's oldest turn when absent; at least one field besides. */
export const correct = (of: By & { comment?: string } & Corrections): Command => ({ type: 'correct', ...of })

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
