import { useSyncExternalStore } from 'react'
import type { Asked } from '../data/filter.ts'

/** The tickets that one has selected in the list: some of its rows, or all that match what it was asked for. */

type Selection = {
  ids: ReadonlySet<string>
  /** All that match, and how many these were when it was said. */
  all?: { asked: Asked; total: number }
}

const NONE: Selection = { ids: new Set() }

let selection = NONE
/** From where a stretch of rows goes on. */
let anchor: string | undefined
const listeners = new Set<() => void>()

function become(next: Selection): void {
  selection = next
  for (const listener of listeners) listener()
}

export function clearSelection(): void {
  anchor = undefined
  if (selection !== NONE) become(NONE)
}

export const selectAll = (asked: Asked, total: number) => become({ ids: new Set(), all: { asked, total } })

/** Selects a row, or takes it out. While all are selected single rows stay as they are. */
export function toggle(id: string): void {
  if (selection.all) return
  anchor = id
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  become(ids.size === 0 ? NONE : { ids })
}

/** Selects all rows from the one that was touched last to this one, in the order in which they stand. */
export function selectTo(id: string, order: readonly string[]): void {
  if (selection.all) return
  const from = anchor === undefined ? -1 : order.indexOf(anchor)
  const to = order.indexOf(id)
  if (from < 0 || to < 0) return toggle(id)
  const stretch = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  become({ ids: new Set([...selection.ids, ...stretch]) })
}

export const sizeOf = ({ ids, all }: Selection): number => all?.total ?? ids.size

export const isSelected = ({ ids, all }: Selection, id: string): boolean => all !== undefined || ids.has(id)

export const selectionNow = () => selection

export const useSelection = () =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => selection
  )
