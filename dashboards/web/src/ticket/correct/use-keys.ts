import { useEffect, useRef } from 'react'

const WRITING = 'input:not([type=radio]), textarea, select, [contenteditable]'

/** Somebody is writing: letters and focus are theirs. */
export const isWriting = () => document.activeElement?.matches(WRITING) ?? false

type Keys = { open: boolean; onOpen: () => void; onClose: () => void }

/** `c` opens the corrections from wherever nobody writes, Esc closes them. */
export function useCorrectionKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { open, onOpen, onClose } = latest.current
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (open && event.key === 'Escape') return onClose()
      if (open || event.key.toLowerCase() !== 'c' || isWriting()) return
      event.preventDefault()
      onOpen()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
