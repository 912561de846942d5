import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Ask } from '@huiyin/schemas/ticket.ts'

/** `id` is the Idempotency-Key. */
type By = { actor: Actor; id: string }

type OfDispatch = { seen: number; department: string; assisting?: string[]; request: string }
type OfBounce = { dispatch: string; grounds: string; proposes: string }
/** Where it is said, the last turn must be that one. */
type MaySee = { seen?: number }
type OfRuling = { department: string; grounds: string }
type OfSupervision = { text: string; owner: string; dueAt: number; instruction: boolean }
/** A file that is kept already; `dispatch`: it belongs to that one. */
type OfAttachment = { attachment: { id: string; bytes: number; dispatch?: string } }
/** How long it holds; until a week after the department's due time when absent. */
type OfLink = { dispatch: string; link: { id: string; to: string; days?: number } }
type OfResult = { dispatch: string; text: string; attachments?: { id: string; bytes: number }[] }
type OfAsk = { kind: Ask['kind']; reason: string; until?: number }

/** What people decide about a case beside its replies. `seen` is the number of the last turn that they saw. */
export type CaseAct =
  | ({ type: 'dispatch' } & By & OfDispatch)
  | ({ type: 'dispatch.sign'; dispatch: string } & By)
  | ({ type: 'dispatch.return' } & By & OfResult & MaySee)
  | ({ type: 'dispatch.link' } & By & OfLink)
  | ({ type: 'dispatch.unlink'; dispatch: string; link: string } & By)
  | ({ type: 'attach' } & By & OfAttachment)
  | ({ type: 'dispatch.bounce' } & By & OfBounce & MaySee)
  | ({ type: 'dispatch.rule' } & By & OfRuling & MaySee)
  | ({ type: 'dispatch.withdraw'; dispatch: string; reason: string } & By & MaySee)
  | ({ type: 'transfer'; department: string; reason: string } & By & MaySee)
  | ({ type: 'supervise' } & By & OfSupervision)
  | ({ type: 'supervise.end'; supervision: string } & By)
  | ({ type: 'ask' } & By & OfAsk)
  | ({ type: 'ask.decide'; ask: string; granted: boolean } & By & MaySee)
  | ({ type: 'rate'; score: number } & By)

/** One act of the union by its name. */
export type CaseActOf<T extends CaseAct['type']> = Extract<CaseAct, { type: T }>

/** Asks a department to act (派单); `assisting` departments help the one that leads. */
export const dispatch = (of: By & OfDispatch): CaseAct => ({ type: 'dispatch', ...of })
/** The department has it (签收). */
export const signDispatch = (of: By & { dispatch: string }): CaseAct => ({ type: 'dispatch.sign', ...of })
/** The department tells the result; not yet the citizen. */
export const returnDispatch = (of: By & MaySee & OfResult): CaseAct => ({ type: 'dispatch.return', ...of })
/** Lets somebody of the department act on that dispatch without an account. */
export const linkDispatch = (of: By & OfLink): CaseAct => ({ type: 'dispatch.link', ...of })
/** That link is good for nothing any more. */
export const unlinkDispatch = (of: By & { dispatch: string; link: string }): CaseAct => ({
  type: 'dispatch.unlink',
  ...of
})
/** A file belongs to the ticket from now on. */
export const attach = (of: By & OfAttachment): CaseAct => ({ type: 'attach', ...of })
/** The department says that it is not theirs, why, and whose it is (退单). */
export const bounceDispatch = (of: By & OfBounce & MaySee): CaseAct => ({ type: 'dispatch.bounce', ...of })
/** The adjudicator says whose it is, for good. */
export const ruleDispatch = (of: By & OfRuling & MaySee): CaseAct => ({ type: 'dispatch.rule', ...of })
/** The department need not act any more. */
export const withdrawDispatch = (of: By & MaySee & { dispatch: string; reason: string }): CaseAct => ({
  type: 'dispatch.withdraw',
  ...of
})
/** Gives the case, and what was dispatched of it, to another department (转办). */
export const transfer = (of: By & MaySee & { department: string; reason: string }): CaseAct => ({
  type: 'transfer',
  ...of
})
/** Watches a case until it is done (督办); `instruction` is a leader's (批示). `dueAt` is UTC in ms. */
export const supervise = (of: By & OfSupervision): CaseAct => ({ type: 'supervise', ...of })
/** It is done, or need not be watched. */
export const endSupervision = (of: By & { supervision: string }): CaseAct => ({ type: 'supervise.end', ...of })
/** Asks what another person decides; `until` (UTC in ms) belongs to `extend`. */
export const ask = (of: By & OfAsk): CaseAct => ({ type: 'ask', ...of })
/** Another person than who asked says yes or no. */
export const decideAsk = (of: By & MaySee & { ask: string; granted: boolean }): CaseAct => ({
  type: 'ask.decide',
  ...of
})
/** How content the citizen was with the closed case, 1–5. */
export const rate = (of: By & { score: number }): CaseAct => ({ type: 'rate', ...of })
