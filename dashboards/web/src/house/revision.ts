import type { SettingChange } from '@huiyin/schemas/setting.ts'
import type { Kind } from './kind.ts'
import { thingOf, within } from './shape/shape.ts'

/** Revisions and files have a list as such, and a template with who wrote it: here they are as they are edited. */

export function valueOfRevision({ part, kept }: Kind, value: unknown): unknown {
  if (value === null) return null
  if (kept) return thingOf(value)[kept]
  return part ? { [part]: value } : value
}

export const changesOfRevision = ({ part, kept }: Kind, changes: readonly SettingChange[]): SettingChange[] =>
  changes.flatMap(change => {
    if (part) return [{ ...change, path: within(part, change.path) }]
    if (!kept) return [change]
    return change.path.startsWith(`${kept}/`) ? [{ ...change, path: change.path.slice(kept.length + 1) }] : []
  })
