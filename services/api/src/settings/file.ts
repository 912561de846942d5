import { SettingsFile } from '@huiyin/schemas/api-settings.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import { Compile } from 'typebox/compile'
import { invalidRequest } from '../errors.ts'
import { FILE_ORDER, itemsOf, type SettingItem } from './items.ts'
import { readYaml, type YamlFile } from './yaml.ts'

/** What a file holds, and the line on which an item begins. */
export type ReadFile = { items: SettingItem[]; lineOf: (item: SettingItem) => number }

/** How many things that are wrong are told at once. */
const MOST_TOLD = 20

const schema = Compile(SettingsFile)

/**
 * Reads a file of settings; nothing in it may be unknown, and nothing twice. Throws INVALID_REQUEST with the line of
 * everything that is wrong, as `problems`.
 */
export function readSettingsFile(text: string): ReadFile {
  const file = readYaml(text)
  const broken = brokenText(file.value, [])
  if (broken) throw wrong([said(file, broken, 'must be text of whole characters without NUL')])
  if (!schema.Check(file.value)) throw wrong(problemsOf(file))
  const items = itemsOf(file.value)
  const places = new Map<SettingItem, number>()
  const named = new Set<string>()
  const counts = new Map<string, number>()
  for (const item of items) {
    const count = counts.get(item.what) ?? 0
    counts.set(item.what, count + 1)
    const isList = Array.isArray(file.value[item.what]) && item.value !== file.value[item.what]
    const path = isList ? [item.what, String(count)] : [item.what]
    const name = `${item.what} ${item.name}`
    if (named.has(name)) throw wrong([said(file, path, `"${item.name}" comes twice`)])
    named.add(name)
    places.set(item, file.lineOf(path))
  }
  return { items, lineOf: item => places.get(item)! }
}

function problemsOf(file: YamlFile): RuleProblem[] {
  const errors = schema.Errors(file.value)
  const told = new Map<string, RuleProblem>()
  for (const { instancePath, message, keyword } of errors) {
    const path = instancePath.split('/').slice(1).map(unescaped)
    if (keyword === 'additionalProperties') continue // each unknown one is told by its own name too
    const what = message === UNKNOWN ? unknownPart(path.slice(0, -1)) : message
    if (!told.has(instancePath)) told.set(instancePath, said(file, path, what))
    if (told.size === MOST_TOLD) break
  }
  return [...told.values()]
}

/** How the validator says that a property is in no schema. */
const UNKNOWN = 'schema is false'

const unknownPart = (path: readonly string[]) =>
  path.length > 0 ? 'is not known' : `is no setting; there are ${FILE_ORDER.join(', ')}`

const unescaped = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~')

/** What stands there is not repeated: it may be anything. */
function said(file: YamlFile, path: readonly string[], what: string): RuleProblem {
  const where = path.map(part => part.slice(0, 60).toWellFormed()).join('/') || 'file'
  const line = file.lineOf(path)
  const shown = where.length > 200 ? `${where.slice(0, 200).toWellFormed()}…` : where
  return {
    code: 'NOT_VALID',
    refuses: true,
    where: `line ${line}`,
    zh: `第 ${line} 行：${shown} 不符合要求。`,
    en: `Line ${line}: ${shown} ${what}`
  }
}

function wrong(problems: readonly RuleProblem[]) {
  const [first] = problems
  return Object.assign(invalidRequest(first?.where ?? 'body', first?.en ?? 'This is no file of settings'), { problems })
}

/** Where a text is none. */
function brokenText(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? undefined : path
  if (value === null || typeof value !== 'object') return
  for (const [name, one] of Object.entries(value)) {
    const found = brokenText(name, path) ?? brokenText(one, [...path, name])
    if (found) return found
  }
}
