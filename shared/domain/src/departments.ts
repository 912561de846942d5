import { DEPARTMENT_CLASSES, NO_DEPARTMENT } from '@huiyin/schemas/department-classes.ts'
import type { Department, Place } from '@huiyin/schemas/departments.ts'
import { settingsInvalid } from './errors.ts'
import { plainName } from './places.ts'

const CLASSES: readonly string[] = [...DEPARTMENT_CLASSES, NO_DEPARTMENT]

/**
 * Checks a map of departments against its gazetteer. Throws SETTINGS_INVALID for an unknown class or place, a name
 * given twice, a department that answers for nothing, or two that answer for the same without a difference.
 */
export function checkDepartments(departments: readonly Department[], places: readonly Place[]): void {
  const names = new Set<string>()
  const known = new Set(places.map(({ name }) => name))
  const alike = new Map<string, Department[]>()
  for (const department of departments) {
    const name = plainName(department.name)
    if (names.has(name)) throw settingsInvalid(`departments: expected each name once; "${department.name}" came twice`)
    names.add(name)
    checkContent(department)
    const unknown = department.places?.find(place => !known.has(place))
    if (unknown !== undefined) throw unknownPlace(unknown, department, places)
    const told = toldBy(department)
    const others = alike.get(told) ?? []
    for (const other of others) checkPair(other, department)
    alike.set(told, [...others, department])
  }
}

function checkContent({ name, classes = [], words = [], places = [] }: Department): void {
  if (classes.length + words.length + places.length === 0)
    throw settingsInvalid(`departments: expected classes, words or places; "${name}" has none of them`)
  const wrong = classes.find(one => !CLASSES.includes(one))
  if (wrong !== undefined)
    throw settingsInvalid(
      `departments: expected classes among ${CLASSES.join(', ')}; "${wrong}" of "${name}" is none of them`
    )
}

function unknownPlace(place: string, { name }: Department, places: readonly Place[]) {
  const meant = places.find(({ aliases }) => aliases?.includes(place))
  const hint = meant ? `; it is an alias of "${meant.name}"` : ''
  return settingsInvalid(`departments: expected names of places; "${place}" of "${name}" is not in places${hint}`)
}

/** What tells departments of one class apart; the same for those that nothing tells apart. */
const toldBy = ({ places = [], words = [] }: Department) =>
  JSON.stringify([places, words].map(names => Array.from(new Set(names.map(plainName))).sort()))

/** Two that the same places and words lead to may neither share a class nor both be without one. */
function checkPair(one: Department, other: Department): void {
  const [ours = [], theirs = []] = [one.classes, other.classes]
  const shared = ours.find(name => theirs.includes(name))
  if (shared === undefined && ours.length + theirs.length > 0) return
  const what = shared === undefined ? 'the same places and words' : `the class "${shared}"`
  throw settingsInvalid(
    `departments: expected a place or a word that tells "${one.name}" from "${other.name}"; both have ${what}`
  )
}

/** What a person should know of a map that is valid, a sentence each; nothing where there is no map. */
export function departmentWarnings(departments: readonly Department[]): string[] {
  if (departments.length === 0) return []
  const mapped = new Set(departments.flatMap(({ classes = [] }) => classes))
  return DEPARTMENT_CLASSES.filter(name => !mapped.has(name)).map(
    name => `departments: no department has the class "${name}"; its comments are mapped by words and places only`
  )
}
