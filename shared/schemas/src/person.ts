import { type Static, Type } from 'typebox'
import { Instant, RiskLevel } from './names.ts'

const Id = Type.String({ minLength: 1, maxLength: 100 })
const Name = Type.String({ minLength: 1, maxLength: 100 })

/** Name of a way to tell somebody, as the deployment configures it: `wecom`, `dingtalk`, `feishu`, `smtp`, `webhook`. */
export const ChannelKind = Type.String({ minLength: 1, maxLength: 60 })
export type ChannelKind = Static<typeof ChannelKind>

/** Where somebody is reached by a channel. */
export const Contact = Type.Object(
  { channel: ChannelKind, address: Type.String({ minLength: 1, maxLength: 500 }) },
  { additionalProperties: false }
)
export type Contact = Static<typeof Contact>

/** Half-open: from the first instant up to, not including, the second. */
export const Stretch = Type.Object({ from: Instant, to: Instant }, { additionalProperties: false })
export type Stretch = Static<typeof Stretch>

/** Somebody who can be told. */
export const Person = Type.Object(
  {
    id: Id,
    name: Name,
    /** Name of their department. */
    department: Type.Optional(Name),
    role: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    contacts: Type.Array(Contact, { maxItems: 20 }),
    /** While on leave their deputy is told instead. */
    leave: Type.Array(Stretch, { maxItems: 200 }),
    /** Id of the person who stands in for them. */
    deputy: Type.Optional(Id),
    /** Nothing below this level is told to them unless it is urgent (R37). */
    muteBelow: Type.Optional(RiskLevel)
  },
  { additionalProperties: false }
)
export type Person = Static<typeof Person>

/** How a department is reached. `department` is its name in the map of departments. */
export const DepartmentDuty = Type.Object(
  {
    department: Name,
    /** Id of the person who heads it; their own leave and deputy count. */
    head: Type.Optional(Id),
    /** Id of its own roster, told when the head is not reached. */
    roster: Type.Optional(Id),
    /** Its duty desk, told when neither is reached. */
    contacts: Type.Array(Contact, { maxItems: 20 })
  },
  { additionalProperties: false }
)
export type DepartmentDuty = Static<typeof DepartmentDuty>
