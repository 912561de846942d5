import type { BoardNumber, BoardOverview } from '@huiyin/schemas/api-boards.ts'
import { useContext } from 'react'
import { t } from '../../language.ts'
import { comparisonOf } from '../comparison.ts'
import { Big } from '../figure-mark.tsx'
import { figureName, unitOf, valueWords } from '../figure-words.ts'
import { KEY_FIGURES } from '../key-figures.ts'
import { NoBefore } from '../no-before.ts'
import { versus } from '../period.ts'
import style from './wall.module.css'

/** The key figures of today in large type. */
export const WallNumbers = ({ data }: { data: BoardOverview }) => (
  <ul className={style.numbers}>
    {KEY_FIGURES.map(figure => (
      <WallNumber key={figure} figure={figure} data={data} />
    ))}
  </ul>
)

function WallNumber({
  figure,
  data: { figures, now, definitions, span, period, counting }
}: {
  figure: string
  data: BoardOverview
}) {
  const number = figures.find(one => one.figure === figure)
  const standing = now.find(one => one.figure === figure)
  const shown: Pick<BoardNumber, 'value' | 'sample'> | undefined = number ?? standing
  if (!shown) return null
  const unit = unitOf(definitions, figure)
  const words = valueWords(shown, unit, { counting: counting !== undefined })
  return (
    <li className={style.number} data-alarm={standing !== undefined && standing.value > 0} data-figure={figure}>
      <h2>{figureName(definitions, figure)}</h2>
      <p className={shown.value === null ? style.none : style.value}>
        {shown.value === null ? words : <Big words={words} />}
      </p>
      {number && <Change of={number} figure={figure} unit={unit} vs={versus(span, period)} />}
      {standing && (
        <p className={style.change}>{t(standing.value > 0 ? 'boards.overdue-note' : 'boards.overdue-none')}</p>
      )}
    </li>
  )
}

type ChangeProps = { of: BoardNumber; figure: string; unit: string; vs: string }

function Change({ of, figure, unit, vs }: ChangeProps) {
  const empty = useContext(NoBefore)
  const { arrow, words, tone } = comparisonOf(figure, unit, of)
  if (empty && arrow) return <p className={style.change}>{t('boards.before-empty')}</p>
  return (
    <p className={style.change} data-tone={tone}>
      {arrow && <span>{t('wall.vs', { vs })}</span>} {arrow} {words}
    </p>
  )
}
