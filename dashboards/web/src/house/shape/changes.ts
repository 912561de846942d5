import type { SettingChange } from '@huiyin/schemas/setting.ts'
import { listOf, type Thing, within } from './shape.ts'

/** What becomes other between two values, before anybody is asked to save it: as the house tells it of revisions. */

const KEYS = ['id', 'name', 'word', 'department'] as const

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)

const normal = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(normal)
  if (!isThing(value)) return value
  const said = Object.entries(value).filter(([, one]) => one !== undefined)
  return said.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, normal(one)])
}

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(normal(one)) === JSON.stringify(normal(other))

export function changesOf(before: unknown, after: unknown, path = ''): SettingChange[] {
  if (isSame(before, after)) return []
  if (isThing(before) && isThing(after)) return inThings(before, after, path)
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, path)
  return [{ path, ...(before !== undefined && { from: before }), ...(after !== undefined && { to: after }) }]
}

function inThings(before: Thing, after: Thing, path: string): SettingChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap(name => changesOf(before[name], after[name], within(path, name)))
}

function inLists(before: readonly unknown[], after: readonly unknown[], path: string): SettingChange[] {
  if (![...before, ...after].some(one => typeof one === 'object')) return inValues(before, after, path)
  const key = KEYS.find(name => isKey(before, name) && isKey(after, name))
  if (!key) return inThings({ ...before }, { ...after }, path)
  const by = (list: readonly unknown[]) => Object.fromEntries(list.map(one => [String((one as Thing)[key]), one]))
  const found = inThings(by(before), by(after), path)
  const order = (list: readonly unknown[]) => list.map(one => (one as Thing)[key])
  return found.length > 0 ? found : [{ path, from: order(before), to: order(after) }]
}

function inValues(before: readonly unknown[], after: readonly unknown[], path: string): SettingChange[] {
  const gone = before.filter(one => !after.includes(one)).map(from => ({ path, from }))
  const come = after.filter(one => !before.includes(one)).map(to => ({ path, to }))
  return gone.length + come.length > 0 ? [...gone, ...come] : [{ path, from: before, to: after }]
}

function isKey(list: readonly unknown[], key: string): boolean {
  const names = listOf(list).map(one => (isThing(one) ? one[key] : undefined))
  return names.every(name => typeof name === 'string') && new Set(names).size === list.length
}
