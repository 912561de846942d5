import { type Static, Type } from 'typebox'
import { DeliveryState } from './alert.ts'
import { LetterAbout, LetterFile } from './letter.ts'
import { Instant, RiskLevel } from './names.ts'
import { ChannelKind } from './person.ts'

/** What the api says of letters: to whom they went and who has said that they received them. */

const closed = { additionalProperties: false }
const Who = Type.Object({ id: Type.String(), name: Type.String() })

const of = {
  id: Type.String(),
  about: LetterAbout,
  of: Type.String(),
  title: Type.String(),
  urgent: Type.Boolean(),
  level: Type.Optional(RiskLevel),
  /** Whether recipients are asked to say that they received it. */
  receipt: Type.Boolean(),
  by: Who,
  madeAt: Instant
}

/** How many recipients stand how, by what was sent to them last. */
export const LetterCounts = Type.Object({
  recipients: Type.Integer(),
  sent: Type.Integer(),
  /** Waits, or is on its way. */
  waiting: Type.Integer(),
  /** Failed, or nobody knows. */
  failed: Type.Integer(),
  received: Type.Integer(),
  /** Sent, and not received for longer than a day; of what is urgent for longer than an hour. */
  late: Type.Integer()
})
export type LetterCounts = Static<typeof LetterCounts>

export const LetterRow = Type.Object({ ...of, counts: LetterCounts })
export type LetterRow = Static<typeof LetterRow>

export const LetterList = Type.Object({
  rows: Type.Array(LetterRow),
  /** Asks for those after. */
  after: Type.Optional(Type.String())
})
export type LetterList = Static<typeof LetterList>

export const LetterSent = Type.Object({
  /** 0, and one more each time that it was sent again. */
  n: Type.Integer(),
  state: DeliveryState,
  attempts: Type.Integer(),
  madeAt: Instant,
  sentAt: Type.Optional(Instant),
  perhapsRepeated: Type.Optional(Type.Boolean()),
  /** Why it did not go, or what did not go well. */
  reason: Type.Optional(Type.String()),
  received: Type.Optional(Type.Object({ at: Instant, by: Who })),
  late: Type.Boolean()
})
export type LetterSent = Static<typeof LetterSent>

/** Where somebody is reached is not told here. */
export const LetterView = Type.Object({
  ...of,
  lines: Type.Array(Type.String()),
  path: Type.Optional(Type.String()),
  files: Type.Array(LetterFile),
  counts: LetterCounts,
  /** How often it was sent, the first time counted; goes into `n` when it is sent again. */
  n: Type.Integer(),
  to: Type.Array(
    Type.Object({
      /** Names the recipient when it is sent again. */
      ref: Type.String(),
      channel: ChannelKind,
      name: Type.String(),
      person: Type.Optional(Type.String()),
      sent: Type.Array(LetterSent)
    })
  )
})
export type LetterView = Static<typeof LetterView>

export const ResendBody = Type.Object(
  {
    /** As the view says: asked twice it is sent once. */
    n: Type.Integer({ minimum: 1, maximum: 99 }),
    /** To these only; absent: to all. */
    to: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { minItems: 1, maxItems: 200, uniqueItems: true })
    )
  },
  closed
)

/** What a person was sent, the newest first. */
export const OwnLetterList = Type.Object({
  rows: Type.Array(
    Type.Object({
      ...of,
      lines: Type.Array(Type.String()),
      path: Type.Optional(Type.String()),
      files: Type.Array(LetterFile),
      /** Whether they have said that they received it. */
      received: Type.Boolean()
    })
  ),
  after: Type.Optional(Type.String())
})
export type OwnLetterList = Static<typeof OwnLetterList>

export const LetterReceived = Type.Object({ received: Type.Literal(true) })

/** `person`: who is to be reached, by what is kept of them; absent: the channel's own group. */
export const ChannelTestBody = Type.Object(
  { person: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })) },
  closed
)

/** What became of it stands in the letter. */
export const ChannelTested = Type.Object({ letter: Type.String() })
