import type { BoardPart } from '@huiyin/schemas/api-boards.ts'
import type { ReactNode } from 'react'
import { BarMark } from '../charts/bar-mark.tsx'
import { t } from '../language.ts'
import { count, percent } from '../numbers.ts'
import { comparisonOf } from './comparison.ts'
import { Versus } from './figure-mark.tsx'
import { Listed } from './listed-link.tsx'
import style from './panel.module.css'
import { Panel } from './panel.tsx'
import type { BoardPlace } from './place.ts'

type PartsProps = {
  title: string
  by: 'label' | 'level' | 'sentiment'
  parts: readonly BoardPart[]
  place: BoardPlace
  draw: (key: string) => ReactNode
  name: (key: string) => string
}

/** The comments of the period in parts: how many, which share, and how that compares. */
export function PartsPanel({ title, by, parts, place, draw, name }: PartsProps) {
  const [whole, before] = [total(parts, 'value'), total(parts, 'before')]
  return (
    <Panel title={title} wide={4}>
      <ol className={style.bars}>
        {parts.map(part => {
          const share = of(part.value, whole)
          return (
            <li key={part.key} className={style.bar} data-part={part.key}>
              <span className={style.label}>{draw(part.key)}</span>
              <span className={style.values}>
                <Versus of={comparisonOf(part.key, 'comments', part)} />
                <Listed
                  place={place}
                  list={{ list: 'comments', by, key: part.key }}
                  name={t('boards.open-list', { name: name(part.key), value: count(part.value) })}
                >
                  {count(part.value)}
                </Listed>
                <span className={style.more}>{percent(share)}</span>
              </span>
              <BarMark share={share} before={of(part.before, before)} {...(by === 'sentiment' && tone(part.key))} />
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}

const total = (parts: readonly BoardPart[], of: 'value' | 'before') => parts.reduce((sum, part) => sum + part[of], 0)

const of = (value: number, whole: number) => (whole === 0 ? 0 : value / whole)

const tone = (key: string): { tone: 'negative' | 'neutral' | 'positive' } => ({
  tone: key === 'negative' || key === 'positive' ? key : 'neutral'
})
