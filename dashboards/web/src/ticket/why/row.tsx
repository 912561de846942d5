import type { ReactNode } from 'react'
import { type MarkKind, markOf, type Subject } from './judgement.ts'
import style from './why.module.css'

type RowProps = {
  subject: Subject
  name: string
  /** Its own words in the text, as quotations; without them nothing can be shown there. */
  words: readonly string[]
  points?: string
  chosen: boolean
  onShow: (subject: Subject | undefined) => void
  onChoose: (subject: Subject) => void
  children?: ReactNode
}

/** One answer or reason: pointing at it, or coming to it by Tab, shows its words in the text; a click keeps them there. */
export function Row({ subject, name, words, points, chosen, onShow, onChoose, children }: RowProps) {
  const content = (
    <>
      <span className={style.name}>
        <Sample of={words.length > 0 ? markOf(subject) : undefined}>{name}</Sample>
      </span>
      <span className={style.value}>
        {children}
        {words.map(word => (
          <q key={word}>{word}</q>
        ))}
      </span>
      <span className={style.points}>{points}</span>
    </>
  )
  if (words.length === 0) return <div className={style.row}>{content}</div>
  return (
    <button
      type="button"
      className={style.row}
      aria-pressed={chosen}
      onMouseMove={({ movementX, movementY }) => (movementX || movementY) && onShow(subject)} // scrolling points at nothing
      onMouseLeave={() => onShow(undefined)}
      onFocus={() => onShow(subject)}
      onBlur={() => onShow(undefined)}
      onClick={() => onChoose(subject)}
    >
      {content}
    </button>
  )
}

/** The line that this kind of words has in the text, under its own name. */
const Sample = ({ of, children }: { of: MarkKind | undefined; children: ReactNode }) =>
  of === undefined ? (
    children
  ) : (
    <span className={style.sample} data-mark={of}>
      {children}
    </span>
  )
