import { useShortcuts } from '../keys/use-shortcuts.ts'

type Walk = {
  /** What the list shows, in its order. */
  ids: readonly string[]
  open: string | undefined
  onOpen: (id: string | undefined) => void
}

/** Goes along a list by the keys for it, and back to the list alone. */
export function useWalk({ ids, open, onOpen }: Walk): void {
  const step = (by: 1 | -1) => () => {
    const at = open === undefined ? -1 : ids.indexOf(open)
    const next = ids[at === -1 ? (by === 1 ? 0 : ids.length - 1) : at + by]
    if (next === undefined) return false
    onOpen(next)
    return true
  }
  useShortcuts({
    'list-down': step(1),
    'list-up': step(-1),
    back: () => {
      if (open === undefined) return false
      onOpen(undefined)
      return true
    }
  })
}
