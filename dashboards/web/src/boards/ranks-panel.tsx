import type { BoardRank } from '@huiyin/schemas/api-boards.ts'
import { useState } from 'react'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { comparisonOf } from './comparison.ts'
import { Versus } from './figure-mark.tsx'
import { type Definitions, figureName, unitOf, valueWords } from './figure-words.ts'
import { Listed } from './listed-link.tsx'
import style from './panel.module.css'
import { Panel } from './panel.tsx'
import { type BoardPlace, formatBoardPlace, goTo, otherNumbers } from './place.ts'

const SHOWN = 8

type RanksProps = {
  of: 'account' | 'department'
  rows: readonly BoardRank[]
  /** What is told of each, the first being what it is ranked by. */
  figures: readonly string[]
  definitions: Definitions
  place: BoardPlace
}

/** Accounts or departments beside each other; a name narrows the board to it. */
export function RanksPanel({ of, rows, figures, definitions, place }: RanksProps) {
  const [all, setAll] = useState(false)
  const title = t(`boards.${of}s`)
  return (
    <Panel title={title} wide={6}>
      {rows.length === 0 ? (
        <p className={style.none}>{t(`boards.${of}s-none`)}</p>
      ) : (
        <div className={style.scrolls}>
          <table className={style.table}>
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t(`boards.${of}`)}</th>
                {figures.map(figure => (
                  <th key={figure} scope="col" className={style.number}>
                    {figureName(definitions, figure)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, all ? rows.length : SHOWN).map(row => (
                <Rank key={row.key} of={of} row={row} figures={figures} definitions={definitions} place={place} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > SHOWN && (
        <button type="button" className={style.unfold} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('boards.fewer-rows') : t('boards.more-rows', { n: rows.length - SHOWN })}
        </button>
      )}
    </Panel>
  )
}

type RankProps = Omit<RanksProps, 'rows'> & { row: BoardRank }

function Rank({ of, row, figures, definitions, place }: RankProps) {
  const to = otherNumbers(place, { [of]: row.key })
  return (
    <tr data-rank={row.key}>
      <th scope="row">
        <a href={formatBoardPlace(to)} title={t('boards.only', { what: row.name })} onClick={plainly(() => goTo(to))}>
          {row.name}
        </a>
        {row.platform && <span className={style.more}> {t(`platform.${row.platform}`)}</span>}
      </th>
      {figures.map((figure, at) => {
        const number = row.numbers[figure]
        const unit = unitOf(definitions, figure)
        return (
          <td key={figure} className={style.number}>
            {number === undefined ? (
              '–'
            ) : number.value === null ? (
              <span className={style.more}>{valueWords(number, unit)}</span>
            ) : (
              <>
                {at === 0 && (
                  <span className={style.beside}>
                    <Versus of={comparisonOf(figure, unit, number)} />{' '}
                  </span>
                )}
                <Listed
                  place={place}
                  list={{ list: figure, by: of, key: row.key }}
                  name={t('boards.open-list', {
                    name: `${row.name} ${figureName(definitions, figure)}`,
                    value: valueWords(number, unit)
                  })}
                >
                  {valueWords(number, unit)}
                </Listed>
              </>
            )}
          </td>
        )
      })}
    </tr>
  )
}
