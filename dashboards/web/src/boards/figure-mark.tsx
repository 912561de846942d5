import { Tooltip } from 'antd'
import { useContext } from 'react'
import { t } from '../language.ts'
import type { Comparison } from './comparison.ts'
import style from './figure.module.css'
import { NoBefore } from './no-before.ts'

/** A number and the words of its unit, which are smaller: 2 小时 5 分钟. */
export const Big = ({ words }: { words: string }) =>
  Array.from(words.matchAll(/([\d.,]+)|[^\d.,]+/g), ({ 0: part, 1: digits, index }) =>
    digits === undefined ? (
      <span className={style.unit} key={index}>
        {part}
      </span>
    ) : (
      digits
    )
  )

/** An arrow, how much, and what that means; its colour only repeats it. */
export function Versus({ of: { arrow, words, tone, title } }: { of: Comparison }) {
  const empty = useContext(NoBefore)
  if (empty && arrow) return <span className={`${style.versus} ${style.plain}`}>{t('boards.before-empty')}</span>
  return (
    <span className={`${style.versus} ${style[tone]}`} title={title || undefined}>
      {arrow && <span aria-hidden="true">{arrow} </span>}
      {words}
    </span>
  )
}

type DefinedProps = { name: string; definition: string | undefined }

/** How a figure is counted: under the mouse, under the focus, under a finger; read out with its name. */
export const Defined = ({ name, definition }: DefinedProps) =>
  definition === undefined ? null : (
    <Tooltip title={definition} trigger={['hover', 'focus', 'click']}>
      <button
        type="button"
        className={style.defined}
        aria-label={`${t('boards.define', { name })}${t('boards.colon')}${definition}`}
      >
        <svg aria-hidden="true" width="14" height="14" viewBox="0 0 16 16" fill="none" stroke="currentColor">
          <circle cx="8" cy="8" r="6.5" />
          <path d="M8 7.2v4M8 4.8v.1" strokeWidth="1.6" strokeLinecap="round" />
        </svg>
      </button>
    </Tooltip>
  )
