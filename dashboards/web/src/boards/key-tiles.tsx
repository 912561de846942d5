import type { BoardOverview } from '@huiyin/schemas/api-boards.ts'
import { t } from '../language.ts'
import { count } from '../numbers.ts'
import style from './figure.module.css'
import { Defined } from './figure-mark.tsx'
import { figureDefinition, figureName } from './figure-words.ts'
import { KEY_FIGURES } from './key-figures.ts'
import { Listed } from './listed-link.tsx'
import { versus } from './period.ts'
import type { BoardPlace } from './place.ts'
import { Tile } from './tile.tsx'

type TilesProps = { data: BoardOverview; place: BoardPlace }

/** What a leader sees first. */
export function KeyTiles({ data, place }: TilesProps) {
  const { span, period, figures, now, definitions } = data
  const counting = data.counting !== undefined
  const vs = versus(span, period)
  return (
    <section className={style.tiles} aria-label={t('boards.key-figures')}>
      {KEY_FIGURES.map(figure => {
        const number = figures.find(one => one.figure === figure)
        const standing = now.find(one => one.figure === figure)
        if (number)
          return (
            <Tile
              key={figure}
              figure={figure}
              number={number}
              definitions={definitions}
              place={place}
              vs={vs}
              counting={counting}
            />
          )
        if (!standing) return null
        return (
          <Tile
            key={figure}
            figure={figure}
            number={standing}
            definitions={definitions}
            place={place}
            vs={vs}
            alarm
            note={t(standing.value > 0 ? 'boards.overdue-note' : 'boards.overdue-none')}
          />
        )
      })}
    </section>
  )
}

const ABOVE: ReadonlySet<string> = new Set(KEY_FIGURES)

/** How the house stands now, in a line. */
export const NowTiles = ({ data: { now, definitions }, place }: TilesProps) => (
  <ul className={style.nows} aria-label={t('boards.now')}>
    <li className={style.nowsName}>{t('boards.now')}</li>
    {now
      .filter(({ figure }) => !ABOVE.has(figure))
      .map(({ figure, value }) => {
        const name = figureName(definitions, figure)
        return (
          <li key={figure} data-figure={figure}>
            {name}
            <Defined name={name} definition={figureDefinition(definitions, figure)} />
            <Listed place={place} list={{ list: figure }} name={t('boards.open-list', { name, value: count(value) })}>
              <span data-value={value}>{count(value)}</span>
            </Listed>
          </li>
        )
      })}
  </ul>
)
