import type { BoardNumber } from '@huiyin/schemas/api-boards.ts'
import { Spark } from '../charts/spark.tsx'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { comparisonOf } from './comparison.ts'
import style from './figure.module.css'
import { Big, Defined, Versus } from './figure-mark.tsx'
import { type Definitions, figureDefinition, figureName, unitOf, valueWords } from './figure-words.ts'
import { type BoardPlace, formatBoardPlace, goTo, listPlace } from './place.ts'
import { inUnit } from './said.ts'

type TileProps = {
  figure: string
  /** Without a `before` it is how things stand now, and compared with nothing. */
  number: Pick<BoardNumber, 'value' | 'sample'> & Partial<Pick<BoardNumber, 'before' | 'beforeSample'>>
  definitions: Definitions
  place: BoardPlace
  /** What it is compared with. */
  vs: string
  /** How it went, as a small curve. */
  curve?: readonly number[] | undefined
  /** More than none of it is bad. */
  alarm?: boolean
  /** What stands below instead of a comparison. */
  note?: string
  /** The house still counts. */
  counting?: boolean
}

/** One figure: its name and definition, its value, how it compares. The whole of it leads to the list behind. */
export function Tile({
  figure,
  number,
  definitions,
  place,
  vs,
  curve,
  alarm = false,
  note,
  counting = false
}: TileProps) {
  const name = figureName(definitions, figure)
  const unit = unitOf(definitions, figure)
  const words = valueWords(number, unit, { counting })
  const to = listPlace(place, { list: figure })
  return (
    <article className={`${style.tile} ${alarm && number.value ? style.alarm : ''}`} data-figure={figure}>
      <h3 className={style.name}>
        {name}
        <Defined name={name} definition={figureDefinition(definitions, figure)} />
      </h3>
      <a
        className={`${style.value} ${number.value === null ? style.none : ''}`}
        href={formatBoardPlace(to)}
        data-value={number.value ?? ''}
        aria-label={t('boards.open-list', { name, value: words })}
        onClick={plainly(() => goTo(to))}
      >
        {number.value === null ? words : <Big words={words} />}
      </a>
      <p className={style.foot}>
        {number.before === undefined ? (
          <span>{note}</span>
        ) : (
          <Against figure={figure} unit={unit} vs={vs} number={{ ...number, before: number.before }} />
        )}
      </p>
      {curve && <Spark className={style.spark} values={curve} />}
    </article>
  )
}

type AgainstProps = { figure: string; unit: string; vs: string; number: BoardNumber }

const Against = ({ figure, unit, vs, number }: AgainstProps) => (
  <>
    <Versus of={comparisonOf(figure, unit, number)} />
    {number.before !== null && <span>{t('boards.vs-was', { vs, before: inUnit(number.before, unit) })}</span>}
  </>
)
