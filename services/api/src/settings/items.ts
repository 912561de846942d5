import { accountId } from '@huiyin/domain/ids.ts'
import { DEFAULT_TEMPLATES } from '@huiyin/domain/templates/default-templates.ts'
import { templateRef } from '@huiyin/domain/templates/fill-template.ts'
import { houseSettingView } from '@huiyin/ports/house-settings.ts'
import { entriesOf, RULE_KINDS, tagOf } from '@huiyin/ports/rule-records.ts'
import type { AccountInFile, SettingsFile, TemplateInFile } from '@huiyin/schemas/api-settings.ts'
import { HOUSE_SETTING_NAMES, type HouseSettingName } from '@huiyin/schemas/house-setting.ts'
import type { SettingName } from '@huiyin/schemas/setting.ts'
import { THE_ONE } from '@huiyin/schemas/setting-names.ts'
import { replyLists } from '../reply-lists.ts'
import { allTemplates, type KeptTemplate } from '../templates.ts'
import type { SettingsPorts } from './ports.ts'

/** One setting, or one version of one, as a file has it. */
export interface SettingItem {
  what: SettingName
  /** The setting. */
  id: string
  /** What names this one in a report: of a version `id@version`. */
  name: string
  value: unknown
}

/** In this order one can be saved after the other: each needs only what stands before it. */
export const FILE_ORDER = [
  'places',
  'departments',
  'people',
  'rosters',
  'duties',
  'quiet-hours',
  'calendars',
  'policies',
  'ladders',
  'reply-lists',
  'templates',
  ...HOUSE_SETTING_NAMES,
  'accounts'
] as const satisfies readonly SettingName[]

type Identified = { id: string }
type Version = { version: string; effectiveFrom: number }

const inPlace = (what: SettingName) => (value: Identified) => ({ what, id: value.id, name: value.id, value })
const theOne = (what: SettingName, value: unknown): SettingItem => ({ what, id: THE_ONE, name: THE_ONE, value })
const version = (what: SettingName) => (value: Identified & Version) => ({
  ...{ what, value, id: value.id },
  name: `${value.id}@${value.version}`
})

/** The things of a file, each by itself, in the order in which they are saved. */
export function itemsOf(file: Omit<SettingsFile, 'huiyin-settings'>): SettingItem[] {
  const one = (what: 'places' | 'departments' | 'quiet-hours' | 'reply-lists' | HouseSettingName) =>
    file[what] === undefined ? [] : [theOne(what, file[what])]
  return [
    ...one('places'),
    ...one('departments'),
    ...(file.people ?? []).map(inPlace('people')),
    ...(file.rosters ?? []).map(inPlace('rosters')),
    ...(file.duties ?? []).map(value => ({ ...theOne('duties', value), id: value.department, name: value.department })),
    ...one('quiet-hours'),
    ...(file.calendars ?? []).map(version('calendars')),
    ...(file.policies ?? []).map(value => ({ ...theOne('policies', value), name: value.version })),
    ...(file.ladders ?? []).map(version('ladders')),
    ...one('reply-lists'),
    ...(file.templates ?? []).map(value => ({
      ...{ what: 'templates' as const, id: value.id, value },
      name: `${value.id}@${value.version}`
    })),
    ...HOUSE_SETTING_NAMES.flatMap(one),
    ...(file.accounts ?? []).map(value => ({
      ...{ what: 'accounts' as const, id: accountId(value), name: accountId(value), value }
    }))
  ]
}

/** What the house keeps of its own, ordered; reads the store. Without what is shipped or stands in the settings file. */
export async function fileOf(ports: SettingsPorts): Promise<SettingsFile> {
  const { records, map, rulebook, book } = ports
  const { persons, rosters, departments: duties, quietHours } = rulebook.people()
  const { lists, tag } = await replyLists(records)
  const kept = async <V>(kind: string) => (await Array.fromAsync(entriesOf<V>(records, kind))).map(({ value }) => value)
  const [calendars, policies, ladders] = await Promise.all([
    kept<Identified & Version>(RULE_KINDS.calendar),
    kept<Version>(RULE_KINDS.policy),
    kept<Identified & Version>(RULE_KINDS.ladder)
  ])
  const { departments, places } = { departments: map.departments(), places: map.places() }
  const file = {
    'huiyin-settings': 1,
    places: places.origin === 'kept' ? places.list : undefined,
    departments: departments.origin === 'kept' ? departments.list : undefined,
    people: some(persons.toSorted(byId)),
    rosters: some(rosters.toSorted(byId)),
    duties: some(duties.toSorted((a, b) => compare(a.department, b.department))),
    'quiet-hours': quietHours,
    calendars: some(calendars.sort(byIdThenAge)),
    policies: some(policies.sort(byAge)),
    ladders: some(ladders.sort(byIdThenAge)),
    'reply-lists': tag === undefined ? undefined : lists,
    templates: some((await allTemplates(records)).filter(isOurs).map(inFile).sort(byIdThenNumber)),
    ...(await houseSettings(records)),
    accounts: some(accountsOf(book).sort((a, b) => compare(accountId(a), accountId(b))))
  }
  return ordered(file) as SettingsFile
}

async function houseSettings(records: SettingsPorts['records']) {
  const views = await Promise.all(HOUSE_SETTING_NAMES.map(name => houseSettingView(records, name)))
  return Object.fromEntries(
    views.flatMap(({ origin, value }, i) => (origin === 'kept' ? [[HOUSE_SETTING_NAMES[i]!, value]] : []))
  )
}

const some = <V>(list: readonly V[]) => (list.length > 0 ? list : undefined)
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
const byId = (a: Identified, b: Identified) => compare(a.id, b.id)
const byAge = (a: Version, b: Version) =>
  a.effectiveFrom - b.effectiveFrom || a.version.localeCompare(b.version, 'en', { numeric: true })
const byIdThenAge = (a: Identified & Version, b: Identified & Version) => byId(a, b) || byAge(a, b)
const byIdThenNumber = (a: TemplateInFile, b: TemplateInFile) => byId(a, b) || a.version - b.version

/** An approval is good in the house where it was given. */
function inFile({ template }: KeptTemplate): TemplateInFile {
  const { approved: _, ...written } = template
  return written
}

const SHIPPED = new Map(DEFAULT_TEMPLATES.map(template => [templateRef(template), tagOf(inFile({ template }))]))

const isOurs = (kept: KeptTemplate): boolean => SHIPPED.get(templateRef(kept.template)) !== tagOf(inFile(kept))

const accountsOf = (book: SettingsPorts['book']): AccountInFile[] =>
  book.rows().flatMap(({ account, origin, state }) => {
    const { paused: _, demo: __, ...rest } = account
    return origin === 'kept' ? [{ ...rest, ...(state === 'retired' && { retired: true as const }) }] : []
  })

/** What a person looks for first stands first; the rest by name. */
const FIRST = [
  ...['huiyin-settings', ...FILE_ORDER],
  ...['id', 'platform', 'version', 'name', 'department', 'effectiveFrom', 'kind', 'word', 'channel', 'date'],
  ...['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'start', 'end', 'from', 'to', 'when', 'promises']
]
const RANK = new Map(FIRST.map((name, i) => [name, i]))

/** The same content in the same order of fields, without what is undefined. */
export function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(fields.sort(byRank).map(([name, one]) => [name, ordered(one)]))
}

const byRank = ([a]: [string, unknown], [b]: [string, unknown]) =>
  (RANK.get(a) ?? FIRST.length) - (RANK.get(b) ?? FIRST.length) || compare(a, b)
