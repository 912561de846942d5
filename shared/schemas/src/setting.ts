import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Instant } from './names.ts'
import { SETTING_NAMES } from './setting-names.ts'

/** One of SETTING_NAMES. */
export type SettingName = (typeof SETTING_NAMES)[number]
export const SettingName = Type.Unsafe<SettingName>(Type.Union(SETTING_NAMES.map(name => Type.Literal(name))))

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
