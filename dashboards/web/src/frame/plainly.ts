import type { MouseEvent } from 'react'

/** A plain click on a link does this; any other click is the browser's. */
export const plainly = (act: () => void) => (event: MouseEvent) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  act()
}
