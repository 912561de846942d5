import { HuiyinError } from '@huiyin/domain/errors.ts'
import { settingChanges } from '@huiyin/domain/settings/changes.ts'
import type { Change } from '@huiyin/ports/keeping.ts'
import { tagOf } from '@huiyin/ports/rule-records.ts'
import type { ImportItem, ImportReport } from '@huiyin/schemas/api-settings.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import { readSettingsFile } from './file.ts'
import { fileOf, itemsOf, ordered, type SettingItem } from './items.ts'
import { readAll, type SettingsPorts, toTryIn } from './ports.ts'
import { saveSetting } from './save.ts'

export interface ImportOptions {
  by: Change['by']
  /** Of the dry run; absent: this is one. */
  digest?: string | undefined
}

/** Differences shown of one item. */
const MOST_CHANGES = 100

/** Then nothing is known of the item: the whole import ends, and can be asked for again. */
const AWAY = new Set<string>(['LOG_UNAVAILABLE', 'STORE_UNAVAILABLE', 'STORE_REFUSED'])

/**
 * Takes settings from a file, each item by itself, wholly or not at all. Without a digest nothing is changed: every item
 * is saved over a copy in memory, by the same code. Throws INVALID_REQUEST that names lines for what is no such file,
 * SOMEBODY_WAS_FASTER when the file or the house are other than in the dry run.
 */
export async function importSettings(
  ports: SettingsPorts,
  text: string,
  options: ImportOptions
): Promise<ImportReport> {
  const { items, lineOf } = readSettingsFile(text)
  await readAll(ports)
  const standing = await standingIn(ports)
  const change: Change = { by: options.by, how: 'imported' }
  const tried = await toTryIn(ports)
  const found: ImportItem[] = []
  for (const [i, item] of items.entries()) {
    if (item.what !== items[i - 1]?.what) await readAll(tried) // what comes after is checked against what came before
    found.push({ ...(await taken(tried, item, standing, change)), line: lineOf(item) })
  }
  const digest = tagOf([text, [...standing], found.map(({ outcome }) => outcome)])
  if (options.digest === undefined) return { dryRun: true, digest, items: found }
  if (options.digest !== digest) throw notAsItWas()
  for (const [i, item] of items.entries()) {
    const { outcome, line } = found[i]!
    if (item.what !== items[i - 1]?.what) await readAll(ports)
    const isOther = outcome === 'new' || outcome === 'changed'
    if (isOther) found[i] = { ...(await taken(ports, item, standing, change)), line }
  }
  await readAll(ports)
  return { dryRun: false, digest, items: found }
}

/** Name of an item and the value that the house keeps of it. */
type Standing = ReadonlyMap<string, unknown>

const nameOf = ({ what, name }: SettingItem) => `${what} ${name}`

async function standingIn(ports: SettingsPorts): Promise<Standing> {
  return new Map(itemsOf(await fileOf(ports)).map(item => [nameOf(item), item.value]))
}

/** Of the same setting, whatever its version. */
const isKept = (standing: Standing, { what, id }: SettingItem) =>
  [...standing.keys()].some(name => name.startsWith(what === 'policies' ? 'policies ' : `${what} ${id}@`))

async function taken(
  ports: SettingsPorts,
  item: SettingItem,
  standing: Standing,
  change: Change
): Promise<Omit<ImportItem, 'line'>> {
  const { what, name: id, value } = item
  const before = standing.get(nameOf(item))
  if (before !== undefined && tagOf(before) === tagOf(ordered(value))) return { what, id, outcome: 'unchanged' }
  const changes = before === undefined ? [] : settingChanges(before, value)
  const shown = { changes: changes.slice(0, MOST_CHANGES), more: Math.max(0, changes.length - MOST_CHANGES) }
  const said = before === undefined ? {} : shown
  try {
    await saveSetting(ports, item, { change, past: !isKept(standing, item), many: true })
    return { what, id, outcome: before === undefined ? 'new' : 'changed', ...said }
  } catch (error) {
    if (!(error instanceof HuiyinError) || AWAY.has(error.code)) throw error
    const { problems } = error as { problems?: readonly RuleProblem[] }
    const why = { code: error.code, detail: error.message, ...(problems && { problems: [...problems] }) }
    return { what, id, outcome: 'refused', ...said, ...why }
  }
}

const notAsItWas = () =>
  new HuiyinError(
    'SOMEBODY_WAS_FASTER',
    'The file or the settings are not as they were in the dry run; look at a new dry run and name its digest'
  )
