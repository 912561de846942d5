import { type Static, Type } from 'typebox'
import { Instant } from './names.ts'

/** The zone of the house; its local times are eight hours ahead of UTC all year. */
export const Zone = Type.Literal('Asia/Shanghai')

/** Time of day as `08:30`; `24:00` is the end of the day. */
export const TimeOfDay = Type.String({ pattern: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' })

/** 1 is Monday, 7 is Sunday. */
export const Weekday = Type.Integer({ minimum: 1, maximum: 7 })

/** Half-open, each week again, from the days named; one that ends no later than it starts ends on the next day. */
export const WeeklyStretch = Type.Object(
  { days: Type.Array(Weekday, { minItems: 1, maxItems: 7 }), from: TimeOfDay, to: TimeOfDay },
  { additionalProperties: false }
)
export type WeeklyStretch = Static<typeof WeeklyStretch>

/** Ids of persons; empty says that nobody is on duty. */
const People = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 50 })

/** Who is on duty when (R17). Where dated shifts stand the weekly ones do not count. */
export const DutyRoster = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 100 }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    zone: Zone,
    weekly: Type.Array(Type.Object({ ...WeeklyStretch.properties, people: People }, { additionalProperties: false }), {
      maxItems: 100
    }),
    dated: Type.Array(Type.Object({ from: Instant, to: Instant, people: People }, { additionalProperties: false }), {
      maxItems: 1000
    }),
    /** For so long (ms) after a shift has ended its people are told too. */
    handOver: Type.Integer({ minimum: 0, maximum: 86_400_000 })
  },
  { additionalProperties: false }
)
export type DutyRoster = Static<typeof DutyRoster>
