import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Severity } from '@huiyin/schemas/appraisal-rules.ts'
import type { EntryKind, Evidence, EvidenceFile, RegisterEntry, Subject, Training } from '@huiyin/schemas/register.ts'

/** Who acts, under which key; `seen` is the number of the change that they saw last. */
export type ByPerson = { actor: Actor; key: string; seen?: number }

/** What there is to decide of one entry of the register. */
export type RegisterCommand = ByPerson &
  (
    | {
        type: 'enter'
        kind: EntryKind
        subject: Subject
        /** When it happened. */
        at: number
        title: string
        text?: string
        severity?: Severity
        training?: Training
        evidence: readonly Evidence[]
        evidenceTotal?: number
        /** The fact from which the house proposes it. */
        fact?: string
        /** Of an objection, which is an appeal from the start. */
        about?: RegisterEntry['about']
        /** Until when one may object, and by which calendar that was counted. */
        until?: number
        calendar?: string
      }
    | { type: 'add'; evidence: readonly Evidence[]; files: readonly EvidenceFile[] }
    | { type: 'drop'; why: string }
    | {
        type: 'rule'
        why: string
        severity?: Severity
        /** Of a reward, where it is other than usual. */
        points?: number
        /** Ids of the violations of the same subject that count before this one. */
        after: readonly string[]
      }
    | { type: 'appeal'; grounds: string }
    | {
        type: 'answer'
        outcome: 'upheld' | 'changed' | 'withdrawn'
        why: string
        /** What a changed ruling says: one of the consequences, how grave, or how many points. */
        consequence?: string
        severity?: Severity
        points?: number
      }
  )

export type Of<T extends RegisterCommand['type']> = Extract<RegisterCommand, { type: T }>
