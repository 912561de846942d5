import type { SettingChange } from '@huiyin/schemas/setting.ts'

/** What tells the things of a list apart, wherever they stand in it. */
const KEYS = ['id', 'name', 'word', 'department'] as const

type Thing = Record<string, unknown>

/**
 * What is other in `after` than in `before`, both of JSON: by path, in the order of the path's parts. Things in a list
 * are told apart by their `id`, `name` or `word` where every one has its own, else by their place; of a list of plain
 * values it says which came and which went.
 */
export function settingChanges(before: unknown, after: unknown, path = ''): SettingChange[] {
  if (same(before, after)) return []
  if (isThing(before) && isThing(after)) return inThings(before, after, path)
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, path)
  return [change(path, before, after)]
}

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)

const same = (one: unknown, other: unknown): boolean => JSON.stringify(ordered(one)) === JSON.stringify(ordered(other))

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (!isThing(value)) return value
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => [name, ordered(one)])
}

const change = (path: string, from: unknown, to: unknown): SettingChange => ({
  path,
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to })
})

const within = (path: string, part: string) => (path === '' ? part : `${path}/${part}`)

function inThings(before: Thing, after: Thing, path: string): SettingChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.flatMap(name => settingChanges(own(before, name), own(after, name), within(path, name)))
}

const own = (thing: Thing, name: string): unknown => (Object.hasOwn(thing, name) ? thing[name] : undefined)

function inLists(before: readonly unknown[], after: readonly unknown[], path: string): SettingChange[] {
  const all = [...before, ...after]
  if (all.every(one => !isThing(one) && !Array.isArray(one))) return inValues(before, after, path)
  const key = KEYS.find(name => isKey(before, name) && isKey(after, name))
  if (!key) return inThings({ ...before }, { ...after }, path)
  const found = inThings(byKey(before, key), byKey(after, key), path)
  const order = (list: readonly unknown[]) => list.map(one => (one as Thing)[key])
  return found.length > 0 ? found : [change(path, order(before), order(after))]
}

function inValues(before: readonly unknown[], after: readonly unknown[], path: string): SettingChange[] {
  const [old, now] = [new Set(before), new Set(after)]
  const found = [
    ...[...old].filter(one => !now.has(one)).map(one => change(path, one, undefined)),
    ...[...now].filter(one => !old.has(one)).map(one => change(path, undefined, one))
  ]
  return found.length > 0 ? found : [change(path, before, after)] // in another order
}

function isKey(list: readonly unknown[], key: string): boolean {
  const names = list.map(one => (isThing(one) ? own(one, key) : undefined))
  return names.every(name => typeof name === 'string') && new Set(names).size === list.length
}

/** Not a plain object: a name such as `__proto__` is a name. */
function byKey(list: readonly unknown[], key: string): Thing {
  const things: Thing = Object.create(null)
  for (const one of list) things[(one as Thing)[key] as string] = one
  return things
}
