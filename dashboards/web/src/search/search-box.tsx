import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { SearchIcon } from '../marks/icons.tsx'

const PAUSE = 350 // ms without a key before the words are searched

type SearchBoxProps = {
  q?: string | undefined
  name: string
  placeholder?: string
  /** Characters that one can type. */
  atMost?: number
  className?: string | undefined
  onChange: (q: string | undefined) => void
}

/** The box answers at once; the search waits for a pause, and for the input method to be done. `/` leads here from anywhere. */
export function SearchBox({ q = '', name, placeholder = name, atMost = 200, className, onChange }: SearchBoxProps) {
  const [text, setText] = useState(q)
  const [composing, setComposing] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  useEffect(() => setText(q), [q])
  useEffect(() => {
    if (composing || text.trim() === q) return
    const timer = setTimeout(() => onChange(text.trim() || undefined), PAUSE)
    return () => clearTimeout(timer)
  }, [text, q, composing, onChange])
  useShortcuts({ search: () => box.current?.querySelector('input')?.focus() })
  return (
    <span className={className} ref={box}>
      <Input
        allowClear
        value={text}
        maxLength={atMost}
        prefix={<SearchIcon />}
        placeholder={placeholder}
        aria-label={name}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onChange={event => setText(event.target.value)}
      />
    </span>
  )
}
