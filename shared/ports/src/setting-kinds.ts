import { DEFAULT_REPLY_LISTS } from '@huiyin/domain/reply-check/default-lists.ts'
import { DEFAULT_RULES } from '@huiyin/domain/rules.ts'
import { OF_HOUSE } from '@huiyin/domain/settings/house.ts'
import { DEFAULT_TEMPLATES } from '@huiyin/domain/templates/default-templates.ts'
import type { Calendar } from '@huiyin/schemas/calendar.ts'
import { HOUSE_SETTING_NAMES } from '@huiyin/schemas/house-setting.ts'
import type { Ladder } from '@huiyin/schemas/ladder.ts'
import type { DepartmentDuty } from '@huiyin/schemas/person.ts'
import type { SettingName } from '@huiyin/schemas/setting.ts'
import { THE_ONE } from '@huiyin/schemas/setting-names.ts'
import type { StoredAccount } from '@huiyin/schemas/stored-account.ts'
import { ACCOUNTS, idOfAccount } from './account-entries.ts'
import { MAP_KINDS } from './map-records.ts'
import type { Entry } from './records.ts'
import { RULE_KINDS } from './rule-records.ts'

/** Which records are settings, whose they are, and what of them a revision keeps. */
export interface SettingKind {
  what: SettingName
  /** Kind of the records. */
  kind: string
  /** A record is one version of it, made once; else it is changed in place. */
  versioned: boolean
  /** The setting that a record belongs to. */
  idOf: (entry: Entry) => string
  /** Where the record of a setting stands; of those that are changed in place. */
  recordOf: (id: string) => string
  /** What a person saved, without secrets. */
  told: (value: unknown) => unknown
  /** What counts while nothing is kept. */
  shipped: (id: string) => unknown
}

const asItIs = (value: unknown) => value
const none = () => undefined

const kind = (what: SettingName, kind: string, of: Partial<SettingKind> = {}): SettingKind => ({
  what,
  kind,
  versioned: false,
  idOf: ({ value }) => (value as { id: string }).id,
  recordOf: id => encodeURIComponent(id.toWellFormed()),
  told: asItIs,
  shipped: none,
  ...of
})

const one: Partial<SettingKind> = { idOf: () => THE_ONE }
const versions: Partial<SettingKind> = { versioned: true }

/** A list of the office's own; null where the settings file counts again. */
const ownList = (value: unknown) => (value as { list?: unknown }).list ?? null

const SETTING_KINDS: readonly SettingKind[] = [
  kind('accounts', ACCOUNTS, {
    idOf: ({ value }) => idOfAccount((value as StoredAccount).account),
    recordOf: asItIs as (id: string) => string,
    told: value => {
      const { account, state, credentials, credentialsAt } = value as StoredAccount
      return { account, state, credentials, credentialsAt }
    }
  }),
  kind('departments', MAP_KINDS.departments, { ...one, told: ownList }),
  kind('places', MAP_KINDS.places, { ...one, told: ownList }),
  kind('policies', RULE_KINDS.policy, { ...one, ...versions, shipped: () => DEFAULT_RULES.policies.at(-1) }),
  kind('calendars', RULE_KINDS.calendar, {
    ...versions,
    idOf: ({ value }) => (value as Calendar).id,
    shipped: id => DEFAULT_RULES.calendars.findLast(calendar => calendar.id === id)
  }),
  kind('ladders', RULE_KINDS.ladder, { ...versions, idOf: ({ value }) => (value as Ladder).id }),
  kind('rosters', RULE_KINDS.roster),
  kind('people', RULE_KINDS.person),
  kind('duties', RULE_KINDS.duty, { idOf: ({ value }) => (value as DepartmentDuty).department }),
  kind('quiet-hours', RULE_KINDS.quietHours, one),
  kind('reply-lists', 'reply-lists', { ...one, shipped: () => DEFAULT_REPLY_LISTS }),
  kind('templates', 'template', {
    ...versions,
    idOf: ({ value }) => (value as { template: { id: string } }).template.id,
    shipped: id => {
      const template = DEFAULT_TEMPLATES.findLast(one => one.id === id)
      return template && { template }
    }
  }),
  ...HOUSE_SETTING_NAMES.map(what => kind(what, what, { ...one, shipped: () => OF_HOUSE[what].shipped }))
]

const BY_KIND = new Map(SETTING_KINDS.map(one => [one.kind, one]))
const BY_NAME = new Map(SETTING_KINDS.map(one => [one.what, one]))

/** Of records; undefined for those that are no settings. */
export const settingKind = (kind: string): SettingKind | undefined => BY_KIND.get(kind)

export const kindOfSetting = (what: SettingName): SettingKind => BY_NAME.get(what)!
