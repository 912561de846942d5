import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { DeliveryState } from './alert.ts'
import { Target } from './ladder.ts'
import { Instant, RiskLevel } from './names.ts'
import { ChannelKind } from './person.ts'

export const LetterAbout = Type.Union([
  Type.Literal('incident'),
  Type.Literal('report'),
  Type.Literal('search'),
  Type.Literal('register'),
  Type.Literal('archive'),
  /** Numbers of a dashboard that somebody has themselves told of. */
  Type.Literal('board'),
  /** Somebody wants to know whether a channel reaches anybody. */
  Type.Literal('test')
])
export type LetterAbout = Static<typeof LetterAbout>

/** A file that goes with a letter where the channel carries files, and is named with the link where it does not. */
export const LetterFile = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  type: Type.String({ maxLength: 200 }),
  sha256: Type.String(),
  bytes: Type.Integer({ minimum: 0 })
})
export type LetterFile = Static<typeof LetterFile>

/** One to whom it goes; frozen when the letter is made. A group has neither person nor address. */
export const LetterRecipient = Type.Object({
  channel: ChannelKind,
  address: Type.Optional(Type.String()),
  /** Id of a person. */
  person: Type.Optional(Type.String()),
  /** As it is shown: a person, a group, an office above. */
  name: Type.String({ maxLength: 200 })
})
export type LetterRecipient = Static<typeof LetterRecipient>

/**
 * What the house tells people that is no ticket's alert: that an incident rose, a report, finds of a saved search.
 * Made once by its id; it names no citizen and holds no text of theirs but what its author chose to cite.
 */
export const Letter = Type.Object({
  /** `<about>/<of>/<what in it>`, built by idOf(): who makes it twice makes it once. */
  id: Type.String(),
  about: LetterAbout,
  /** Id of the incident, report or saved search. */
  of: Type.String(),
  title: Type.String({ minLength: 1, maxLength: 200 }),
  /** Plain lines. */
  lines: Type.Array(Type.String({ maxLength: 1000 }), { maxItems: 50 }),
  /** Path below the house's public address. */
  path: Type.Optional(Type.String({ maxLength: 500 })),
  files: Type.Optional(Type.Array(LetterFile, { maxItems: 10 })),
  urgent: Type.Boolean(),
  level: Type.Optional(RiskLevel),
  /** Whether each recipient is asked to say that they have received it. */
  receipt: Type.Boolean(),
  to: Type.Array(LetterRecipient, { minItems: 1, maxItems: 200 }),
  by: Actor,
  madeAt: Instant
})
export type Letter = Static<typeof Letter>

const Id = Type.String({ minLength: 1, maxLength: 100 })

/**
 * Whom a letter is for, as plans and rules name them; resolved into recipients when it is made. `role`: whoever may sign
 * in with it, or is noted with it among the people; `address`: an office above, that is no person of the house.
 */
export const LetterTarget = Type.Union([
  Target,
  Type.Object(
    { kind: Type.Literal('role'), role: Type.String({ minLength: 1, maxLength: 60 }) },
    { additionalProperties: false }
  ),
  Type.Object(
    {
      kind: Type.Literal('address'),
      channel: ChannelKind,
      address: Type.String({ minLength: 1, maxLength: 500 }),
      name: Id
    },
    { additionalProperties: false }
  )
])
export type LetterTarget = Static<typeof LetterTarget>

/** A letter on its way to one recipient; id by `letterDeliveryId`. That it was received stands beside it. */
export const LetterDelivery = Type.Object({
  id: Type.String(),
  letter: Type.String(),
  /** 0, and one more each time that it was sent again. */
  n: Type.Integer({ minimum: 0 }),
  madeAt: Instant,
  to: LetterRecipient,
  state: DeliveryState,
  attempts: Type.Integer({ minimum: 0 }),
  claim: Type.Optional(Type.Object({ token: Type.String(), at: Instant })),
  perhapsRepeated: Type.Optional(Type.Boolean()),
  sentAt: Type.Optional(Instant),
  reason: Type.Optional(Type.String()),
  /** The log has still to hear what became of it. */
  untold: Type.Optional(Type.Literal(true))
})
export type LetterDelivery = Static<typeof LetterDelivery>

/** Somebody has said that a delivery was received; made once, under its id. */
export const LetterReceipt = Type.Object({
  letter: Type.String(),
  at: Instant,
  /** By the link without an account: role `recipient`. */
  by: Actor
})
export type LetterReceipt = Static<typeof LetterReceipt>
