import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { isDay } from './place.ts'

type DayBoxProps = { name: string; day: string | undefined; onChange: (day: string | undefined) => void }

/** A day, by the browser's own calendar. While one types, the box holds days that are none yet. */
export function DayBox({ name, day = '', onChange }: DayBoxProps) {
  const [text, setText] = useState(day)
  useEffect(() => setText(day), [day])
  const take = (next: string) => {
    setText(next)
    if (next === '' || isDay(next)) onChange(next || undefined)
  }
  return (
    <Input
      type="date"
      size="small"
      variant="filled"
      value={text}
      data-empty={text === ''}
      title={name}
      aria-label={name}
      onChange={event => take(event.target.value)}
    />
  )
}
