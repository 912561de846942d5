import { Input } from 'antd'
import { useId, useState } from 'react'
import { namesIn } from '../../form/spec.ts'
import { t } from '../../language.ts'
import type { BoxProps } from './box.tsx'
import { useKnown } from './known.ts'
import style from './shape.module.css'
import { listOf, type Shape } from './shape.ts'

type WordsProps = BoxProps<Extract<Shape, { as: 'words' | 'numbers' }>>

const LINE = 50 // characters
const MOST_ROWS = 8

/** Undefined while something of it is none. */
const wholeNumbers = (list: readonly string[]): number[] | undefined => {
  const numbers = list.map(Number)
  return numbers.every(one => Number.isInteger(one)) ? numbers : undefined
}

/** A list of words, with commas of either kind between them; what is known is offered below. */
export function WordsBox({ shape, value, id, label, onChange }: WordsProps) {
  const [text, setText] = useState(() => listOf(value).join('、'))
  const [rows] = useState(() => Math.min(MOST_ROWS, Math.ceil(text.length / LINE))) // one that grew would lose the cursor
  const said = useId()
  const from = shape.as === 'words' ? shape.from : undefined
  const known = useKnown()
  const words = [...new Set(namesIn(text.replaceAll('\n', '、')))]
  const offers = from ? (known[from] ?? []).filter(one => !words.includes(one.value)).slice(0, 12) : []
  const give = (next: string) => {
    setText(next)
    const list = [...new Set(namesIn(next.replaceAll('\n', '、')))]
    onChange(shape.as === 'numbers' ? wholeNumbers(list) : list)
  }
  const given = {
    id,
    value: text,
    'aria-label': label,
    'aria-describedby': said,
    onChange: (event: { target: { value: string } }) => give(event.target.value)
  }
  return (
    <>
      {rows > 1 ? <Input.TextArea {...given} rows={rows} /> : <Input {...given} />}
      <span className={style.hint} id={said}>
        {t('house.words-hint', { count: words.length })}
      </span>
      {offers.length > 0 && (
        <span className={style.offers}>
          {offers.map(one => (
            <button
              type="button"
              key={one.value}
              className={style.offer}
              onClick={() => give([...words, one.value].join('、'))}
            >
              {`+ ${one.label}`}
            </button>
          ))}
        </span>
      )}
    </>
  )
}
