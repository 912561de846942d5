import { type Static, Type } from 'typebox'
import { TriggerKind } from './ladder.ts'
import { Instant, RiskLevel } from './names.ts'

/** Something that a ladder is climbed for, beside the clocks; see `escalation/needs`. */
export const Need = Type.Object({
  subject: Type.String(),
  event: Type.Integer({ minimum: 1 }),
  kind: TriggerKind,
  at: Instant,
  urgent: Type.Boolean(),
  level: RiskLevel,
  fromRung: Type.Optional(Type.Integer({ minimum: 0 })),
  worsened: Type.Array(
    Type.Object({ at: Instant, level: Type.Optional(RiskLevel), urgent: Type.Optional(Type.Boolean()) }),
    { maxItems: 20 }
  ),
  ended: Type.Optional(Type.Object({ at: Instant, why: Type.String() }))
})
export type Need = Static<typeof Need>

/** A rung of a ladder that was told; `need` is `<subject>/<event>/<kind>`. */
export const ToldRung = Type.Object({
  need: Type.String(),
  rung: Type.Integer({ minimum: 0 }),
  repeat: Type.Integer({ minimum: 0 }),
  at: Instant
})
export type ToldRung = Static<typeof ToldRung>
