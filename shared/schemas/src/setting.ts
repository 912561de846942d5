import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Instant } from './names.ts'

/** What the house keeps of its settings, by the name that the api, the log and the file give it. */
export const SettingName = Type.Union([
  Type.Literal('accounts'),
  Type.Literal('departments'),
  Type.Literal('places'),
  Type.Literal('policies'),
  Type.Literal('calendars'),
  Type.Literal('ladders'),
  Type.Literal('rosters'),
  Type.Literal('people'),
  Type.Literal('duties'),
  Type.Literal('quiet-hours'),
  Type.Literal('reply-lists'),
  Type.Literal('templates')
])
export type SettingName = Static<typeof SettingName>

export const SETTING_NAMES: readonly SettingName[] = SettingName.anyOf.map(({ const: name }) => name)

/** Of what there is one in the house. */
export const THE_ONE = 'office'

/** `found`: it stood there before anything was noted of it, or somebody's change was noted only when the next came. */
export const SettingHow = Type.Union([
  Type.Literal('saved'),
  Type.Literal('restored'),
  Type.Literal('imported'),
  Type.Literal('removed'),
  Type.Literal('found')
])
export type SettingHow = Static<typeof SettingHow>

/** How a setting stood from then on; made once, never changed. `n` counts per setting from 1. */
export const SettingRevision = Type.Object({
  what: SettingName,
  id: Type.String(),
  n: Type.Integer({ minimum: 1 }),
  at: Instant,
  by: Actor,
  how: SettingHow,
  /** The revision that was restored. */
  of: Type.Optional(Type.Integer({ minimum: 1 })),
  /** Tells one content from another. */
  tag: Type.String(),
  /** As a person saved it, without secrets; null where nothing of the house's own is left and the settings file counts. */
  value: Type.Unknown()
})
export type SettingRevision = Static<typeof SettingRevision>

/** The last revision of a setting. */
export const SettingHead = Type.Omit(SettingRevision, ['value'])
export type SettingHead = Static<typeof SettingHead>

/** One thing that is other than it was: `rules/0/promises/first/target/ms`. Absent: it was not there, or is no more. */
export const SettingChange = Type.Object({
  path: Type.String(),
  from: Type.Optional(Type.Unknown()),
  to: Type.Optional(Type.Unknown())
})
export type SettingChange = Static<typeof SettingChange>
