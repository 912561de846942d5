import { useRef, useState } from 'react'
import type { FormSpec } from '../form/spec.ts'

/** The form that stands in the place of the reply; focus goes back to where it was. */
export function useAsking() {
  const [asking, setAsking] = useState<FormSpec>()
  const from = useRef<Element | null>(null)
  return {
    asking,
    ask: (form: FormSpec) => {
      from.current = document.activeElement
      setAsking(form)
    },
    end: () => {
      setAsking(undefined)
      if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus()
      from.current = null
    }
  }
}
