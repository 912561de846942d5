import type { Actor } from '@huiyin/schemas/actor.ts'
import type { RemovalGround, Trouble } from '@huiyin/schemas/ticket.ts'

/** `id` is the Idempotency-Key. */
type By = { actor: Actor; id: string }

/** A citizen's comment on the ticket: its id, and the platform's own. */
type Which = { comment: string; native: string }

/** What people decide about citizens' comments at the platform. */
export type ModerationAct =
  | ({ type: 'comment.remove.ask'; ground: RemovalGround; text: string } & Which & By)
  | ({ type: 'comment.remove.grant'; moderation: string } & By)
  | ({ type: 'comment.remove.refuse'; moderation: string; reason: string } & By)
  | ({ type: 'comment.elect'; elected: boolean } & Which & By)

type Of = { actor: Actor; moderation: string }

/** What became of it; `attempt` is the number of the claim that it is about. */
export type ModerationNews =
  | ({ type: 'moderation.done'; attempt: number } & Of)
  | ({
      type: 'moderation.postponed'
      attempt: number
      code: string
      message: string
      why: Trouble
      retryAt: number
    } & Of)
  | ({ type: 'moderation.failed'; attempt: number; code: string; message: string; why: Trouble } & Of)

/** The responder's claim, made before its request leaves; refused when it is not to be done, or another holds it. */
export type ModerationClaim = { type: 'moderation.sending'; token: string } & Of

export type ModerationCommand = ModerationAct | ModerationNews | ModerationClaim

/** One command of the union by its name. */
export type ModerationOf<T extends ModerationCommand['type']> = Extract<ModerationCommand, { type: T }>

/** Asks that a comment is taken away, on a legal ground, with what shows it; another person decides. */
export const askRemoval = (of: By & Which & { ground: RemovalGround; text: string }): ModerationAct => ({
  type: 'comment.remove.ask',
  ...of
})
/** A head lets the platform take it away. */
export const grantRemoval = (of: By & { moderation: string }): ModerationAct => ({
  type: 'comment.remove.grant',
  ...of
})
/** It stays where it is, and why. */
export const refuseRemoval = (of: By & { moderation: string; reason: string }): ModerationAct => ({
  type: 'comment.remove.refuse',
  ...of
})
/** Shows a comment to the public (精选), or no longer. */
export const electComment = (of: By & Which & { elected: boolean }): ModerationAct => ({
  type: 'comment.elect',
  ...of
})
