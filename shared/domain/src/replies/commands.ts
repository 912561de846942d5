import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Proposed } from '@huiyin/schemas/reply.ts'
import type { ReplyKind, Trouble } from '@huiyin/schemas/ticket.ts'

/** `id` is the Idempotency-Key, `seen` the number of the last turn that the person saw. */
type By = { actor: Actor; id: string }
type Seeing = By & { seen: number }

/** The template that a text was made of: id and version, whether it was left as it was, whether it is approved. */
export type TemplateUse = { ref: string; unchanged: boolean; approved: boolean }

type OfText = {
  text: string
  /** Final where it may close the case, otherwise interim. */
  kind?: ReplyKind
  /** Ids of the comments that it answers; all that are owed when absent. */
  answers?: string[]
  /** UTC in ms: until when the citizen is promised the result. */
  promisedAt?: number
}

type OfDraft = OfText & {
  template?: TemplateUse
  proposed?: Proposed
  /** Id of the reply that it was edited from. */
  edits?: string
  /** It states a position of the office, so that the head approves it. */
  important?: boolean
  /** Reviewed by its author at once, where the policy lets them. */
  submit?: 'review'
}

/** `reply` is one that stands on the ticket, or `text` what was posted; `to` the id of the comment under which. */
type OfAttested = Partial<OfText> & { reply?: string; to?: string; postedAt: number; evidence: string }

/** What people decide about replies. */
export type ReplyAct =
  | ({ type: 'reply.draft' } & Seeing & OfDraft)
  | ({ type: 'reply.review'; reply: string; hash: string } & By)
  | ({ type: 'reply.return'; reply: string; reason: string } & By)
  | ({ type: 'reply.approve'; reply: string; hash: string } & By)
  | ({ type: 'reply.withdraw'; reply: string } & By)
  | ({ type: 'reply.attest' } & Seeing & OfAttested)
  | ({ type: 'reply.confirm-attested'; reply: string } & By)
  | ({ type: 'reply.release'; spokesperson?: string } & By)

type News = { actor: Actor; reply: string }

/** What became of a reply; `attempt` is the number of the claim that it is about. */
export type ReplyNews =
  | ({ type: 'reply.sent'; native?: string; acceptedAt?: number } & News)
  | ({ type: 'reply.postponed'; attempt: number; code: string; message: string; why?: Trouble; retryAt: number } & News)
  | ({ type: 'reply.absent'; attempt: number; lookedAt: number } & News)
  | ({ type: 'reply.confirmed'; native?: string; acceptedAt: number } & News)
  | ({ type: 'reply.failed'; code: string; message: string; why?: Trouble } & News)
  | ({ type: 'reply.removed' } & News)
  | ({ type: 'reply.looked'; lookedAt: number; found: 'there' | 'absent' | 'gone' } & News)

/**
 * The responder's claim, made before its request leaves; refused when the approval does not stand. `replaces` is the id
 * of the reply in whose place it is to be put.
 */
export type ReplyClaim = {
  type: 'reply.sending'
  actor: Actor
  reply: string
  hash: string
  token: string
  replaces?: string
}

export type ReplyCommand = ReplyAct | ReplyNews | ReplyClaim

/** One command of the union by its name. */
export type ReplyOf<T extends ReplyCommand['type']> = Extract<ReplyCommand, { type: T }>

/** Words for the citizen; who has to read them before they leave follows from the policy. */
export const draftReply = (of: Seeing & OfDraft): ReplyAct => ({ type: 'reply.draft', ...of })
/** Another person than the author has read exactly this text. */
export const reviewReply = (of: By & { reply: string; hash: string }): ReplyAct => ({ type: 'reply.review', ...of })
/** The reviewer gives it back to its author, with the reason. */
export const returnReply = (of: By & { reply: string; reason: string }): ReplyAct => ({ type: 'reply.return', ...of })
/** The head lets an important reply leave. */
export const approveReply = (of: By & { reply: string; hash: string }): ReplyAct => ({ type: 'reply.approve', ...of })
/** It is not to leave any more. */
export const withdrawReply = (of: By & { reply: string }): ReplyAct => ({ type: 'reply.withdraw', ...of })
/** It was posted by hand at `postedAt` (UTC in ms), as `evidence` shows. */
export const attestReply = (of: Seeing & OfAttested): ReplyAct => ({ type: 'reply.attest', ...of })
/** A second person has seen that it stands there. */
export const confirmAttested = (of: By & { reply: string }): ReplyAct => ({ type: 'reply.confirm-attested', ...of })
/** The head releases a locked ticket, or names the id of the one person who may answer on it. */
export const releaseReplies = (of: By & { spokesperson?: string }): ReplyAct => ({ type: 'reply.release', ...of })
