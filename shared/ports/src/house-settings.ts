import { rulesInvalid } from '@huiyin/domain/errors.ts'
import { settingChanges } from '@huiyin/domain/settings/changes.ts'
import { OF_HOUSE } from '@huiyin/domain/settings/house.ts'
import { HOUSE_SETTINGS, type HouseSetting, type HouseSettingName } from '@huiyin/schemas/house-setting.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import type { SettingChange } from '@huiyin/schemas/setting.ts'
import { THE_ONE } from '@huiyin/schemas/setting-names.ts'
import type { Version } from './documents.ts'
import { type Change, type KeepingPorts, keeping } from './keeping.ts'
import type { Records } from './records.ts'
import { putSeen, tagOf } from './rule-records.ts'
import { kindOfSetting } from './setting-kinds.ts'

/** A setting of which the house has one: as it was saved, else as it is shipped. */
export interface HouseSettingView<N extends HouseSettingName = HouseSettingName> {
  value: HouseSetting<N>
  origin: 'kept' | 'shipped'
  /** What a person saw of it; absent of the shipped one. */
  tag?: string
}

type Known = { version: Version; view: HouseSettingView }

/** What was read last: the same object while nothing changes, so that what is made of it can be kept beside it. */
const known = new WeakMap<object, Map<HouseSettingName, Known>>()

/** As it counts now; one read by id. Throws TypeError for a kept value that the schema of this version refuses. */
export async function houseSetting<N extends HouseSettingName>(
  records: Pick<Records, 'get'>,
  name: N
): Promise<HouseSetting<N>> {
  return (await houseSettingView(records, name)).value
}

/** The same with where it comes from and its tag. */
export async function houseSettingView<N extends HouseSettingName>(
  records: Pick<Records, 'get'>,
  name: N
): Promise<HouseSettingView<N>> {
  const found = await records.get<HouseSetting<N>>(kindOfSetting(name).kind, THE_ONE)
  if (!found) return { value: OF_HOUSE[name].shipped, origin: 'shipped' }
  const views = known.get(records) ?? new Map<HouseSettingName, Known>()
  known.set(records, views)
  const before = views.get(name)
  if (before?.version === found.version) return before.view as HouseSettingView<N>
  const value = parseHouseSetting(name, found.document.value)
  const view: HouseSettingView<N> = { value, origin: 'kept', tag: tagOf(value) }
  views.set(name, { version: found.version, view })
  return view
}

const PARSERS = new Map<HouseSettingName, (value: unknown) => unknown>()

/** Throws TypeError with the first place that is not as the schema says. */
export function parseHouseSetting<N extends HouseSettingName>(name: N, value: unknown): HouseSetting<N> {
  const parse = PARSERS.get(name) ?? parser(HOUSE_SETTINGS[name], name)
  PARSERS.set(name, parse)
  return parse(value) as HouseSetting<N>
}

/** What is wrong with a value, and what would become other; changes nothing. */
export async function previewHouseSetting<N extends HouseSettingName>(
  records: Pick<Records, 'get'>,
  name: N,
  value: HouseSetting<N>
): Promise<{ problems: RuleProblem[]; changes: SettingChange[] }> {
  const standing = await houseSetting(records, name)
  return { problems: checkHouseSetting(name, value), changes: settingChanges(standing, value) }
}

const checkHouseSetting = <N extends HouseSettingName>(name: N, value: HouseSetting<N>): RuleProblem[] =>
  OF_HOUSE[name].check?.(value) ?? []

/**
 * Saves it whole: the log is told, the value counts from the next read on, and a revision is left. `seen` is the tag of
 * what the person changed, absent where they saw the shipped one. Throws TypeError, RULES_INVALID (with `problems`),
 * SOMEBODY_WAS_FASTER, LOG_UNAVAILABLE (then nothing is changed).
 */
export async function saveHouseSetting<N extends HouseSettingName>(
  { records, ...ports }: KeepingPorts & { records: Records },
  { name, value, seen }: { name: N; value: unknown; seen?: string | undefined },
  change: Change
): Promise<HouseSettingView<N>> {
  const parsed = parseHouseSetting(name, value)
  const problems = checkHouseSetting(name, parsed)
  if (problems.some(({ refuses }) => refuses)) throw rulesInvalid(`Setting ${name}`, problems)
  const entry = { id: THE_ONE, value: parsed }
  await putSeen(keeping(records, ports, change), kindOfSetting(name).kind, entry, { seen, what: `Setting ${name}` })
  return { value: parsed, origin: 'kept', tag: tagOf(parsed) }
}
