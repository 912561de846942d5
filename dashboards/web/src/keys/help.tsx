import { lazy, Suspense, useState } from 'react'
import { useShortcuts } from './use-shortcuts.ts'

const HelpDialog = lazy(async () => ({ default: (await import('./help-dialog.tsx')).HelpDialog }))

/** `?` shows all keys, from every view. */
export function KeysHelp() {
  const [open, setOpen] = useState(false)
  useShortcuts({ help: () => setOpen(true) })
  return (
    open && (
      <Suspense fallback={null}>
        <HelpDialog onClose={() => setOpen(false)} />
      </Suspense>
    )
  )
}
