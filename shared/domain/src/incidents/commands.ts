import type { Actor } from '@huiyin/schemas/actor.ts'
import type {
  CommentCite,
  Incident,
  IncidentFigures,
  IncidentMember,
  IncidentNote,
  StatementKind
} from '@huiyin/schemas/incident.ts'
import type { InstructionTarget } from '@huiyin/schemas/instruction.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import type { Signal } from './signal.ts'

/** What a person wrote: a row of its own holds the text under this id. */
export type Written = { id: string; hash: string }

/** How many comments of a signal were looked at, and how many tell each nature of the rules. */
export type Facts = { looked: number; tells: Readonly<Record<string, number>> }

/** What has already happened. Never refused; doubled, late or in another order it ends in the same incident. */
export type IncidentNews =
  /** `instead`: the name under which the subject was known before. */
  | { type: 'signal'; actor: Actor; signal: Signal; facts: Facts; instead?: string }
  /** Time has passed: deadlines, and levels that may fall. */
  | { type: 'looked'; actor: Actor }
  /** Letters were made for the events named. */
  | { type: 'told'; actor: Actor; ns: readonly number[]; letter: string; recipients: number }
  /** What is owed for these events goes into that digest. */
  | { type: 'digested'; actor: Actor; ns: readonly number[]; digest: string }
  | { type: 'received'; actor: Actor; letter: string; by: string; at: number }
  | { type: 'published'; actor: Actor; through: number }
  /** The collector has met the post of a statement, or has not yet; without `lookAt` it is looked for no more. */
  | { type: 'post.seen'; actor: Actor; statement: string; at: number; link?: string }
  | { type: 'post.missing'; actor: Actor; statement: string; lookAt?: number }
  /** A younger one has joined. */
  | { type: 'absorbed'; actor: Actor; younger: Incident }
  /** Members were split off an elder one; the first news of the new one. */
  | { type: 'split.from'; actor: Actor; elder: Incident; title: string; figures: IncidentFigures; at: number }

type By = { actor: Actor; id: string }
type BySeen = By & { seen: number }

/** A person's decision. `id` is the Idempotency-Key; `seen` the number of the last turn that they saw. */
export type IncidentAct =
  | ({ type: 'note'; text: Written } & Omit<IncidentNote, 'id' | 'text'> & By)
  | ({ type: 'step'; step: string; state?: 'open' | 'done' | 'skipped'; reason?: string; owner?: string } & By)
  | ({ type: 'statement.draft'; kind: StatementKind; title: string; text: Written; cites?: CommentCite[] } & By)
  | ({ type: 'statement.approve'; statement: string; hash: string } & BySeen)
  | ({ type: 'statement.return'; statement: string; reason: string } & BySeen)
  | ({ type: 'statement.publish'; statement: string; published: Place } & BySeen)
  | ({ type: 'statement.confirm'; statement: string; at?: number } & BySeen)
  | ({ type: 'level'; level: RiskLevel; reason: string } & BySeen)
  | ({ type: 'mute'; until: number } & By)
  | ({ type: 'unmute' } & By)
  /** `already`: those that were its members before; they are counted. */
  | ({ type: 'join'; members: readonly IncidentMember[]; already?: readonly string[] } & By)
  | ({ type: 'part'; members: readonly IncidentMember[] } & By)
  | ({ type: 'split'; members: readonly IncidentMember[]; into: string } & BySeen)
  | ({ type: 'merge'; elder: Pick<Incident, 'id' | 'bornAt' | 'state'> } & BySeen)
  | ({ type: 'dismiss'; reason: string } & BySeen)
  | ({ type: 'reopen'; reason: string } & BySeen)
  | ({ type: 'review'; happened: Written; cause: Written; measures: Written; lessons: Written } & BySeen)
  | ({ type: 'close'; reason: string } & BySeen)
  | ({ type: 'instruct'; text: Written; dueAt?: number; to?: InstructionTarget[] } & By)
  | ({ type: 'instruction.done'; instruction: string; text: Written } & By)

type Place = {
  platform: Incident['figures']['spread'][number]['platform']
  account: string
  link: string
  post?: string
}

export type IncidentCommand = IncidentNews | IncidentAct

export const isIncidentAct = (command: IncidentCommand): command is IncidentAct => 'id' in command
