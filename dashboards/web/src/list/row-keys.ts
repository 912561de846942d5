import { type RefObject, useEffect } from 'react'

const STEPS: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/** ↑ ↓ (or k and j) go along the rows, from wherever nothing else wants the keys. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      const from = document.activeElement
      const free = from === document.body || list.current?.contains(from)
      if (step === undefined || !free || event.ctrlKey || event.metaKey || event.altKey) return
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-ticket]') ?? [])]
      const at = rows.indexOf(from as HTMLElement)
      const start = at < 0 ? rows.findIndex(row => row.ariaCurrent === 'true') : at
      const next = rows[start < 0 ? 0 : start + step]
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    addEventListener('keydown', move)
    return () => removeEventListener('keydown', move)
  }, [list])
}
