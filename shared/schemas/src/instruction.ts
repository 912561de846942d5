import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Target } from './ladder.ts'
import { Instant } from './names.ts'

/** What a leader says shall be done (批示) about an incident or a report. */

/** So many stand with one incident or report. */
export const MOST_INSTRUCTIONS = 50

const Said = Type.String({ minLength: 1, maxLength: 2000 })

/** Whom it is for: as in letters, but nobody outside the house. */
export const InstructionTarget = Type.Union([
  Target,
  Type.Object(
    { kind: Type.Literal('role'), role: Type.String({ minLength: 1, maxLength: 60 }) },
    { additionalProperties: false }
  )
])
export type InstructionTarget = Static<typeof InstructionTarget>

/** What came of it, in the words of who saw to it. */
export const InstructionDone = Type.Object({ by: Actor, at: Instant, text: Said })
export type InstructionDone = Static<typeof InstructionDone>

export const Instruction = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  text: Said,
  by: Actor,
  at: Instant,
  /** By when (UTC in ms). */
  dueAt: Type.Optional(Instant),
  /** Absent: for those who are told of it anyway. */
  to: Type.Optional(Type.Array(InstructionTarget, { minItems: 1, maxItems: 20 })),
  /** The letter by which they were told. */
  letter: Type.Optional(Type.String()),
  done: Type.Optional(InstructionDone),
  /** Its deadline passed, and people were told. */
  lateAt: Type.Optional(Instant)
})
export type Instruction = Static<typeof Instruction>

/** What the api takes. */
export const InstructionBody = Type.Object(
  { text: Said, dueAt: Instruction.properties.dueAt, to: Instruction.properties.to },
  { additionalProperties: false }
)
export type InstructionBody = Static<typeof InstructionBody>

export const InstructionDoneBody = Type.Object({ text: Said }, { additionalProperties: false })
export type InstructionDoneBody = Static<typeof InstructionDoneBody>

const Who = Type.Object({ id: Type.String(), name: Type.String() })

/** What the api says of it. */
export const InstructionView = Type.Object({
  ...Instruction.properties,
  by: Who,
  done: Type.Optional(Type.Object({ ...InstructionDone.properties, by: Who }))
})
export type InstructionView = Static<typeof InstructionView>
