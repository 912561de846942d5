import type { BoardMood, MoodPart } from '@huiyin/schemas/api-boards.ts'
import { useState } from 'react'
import { LayersMark } from '../../charts/bar-mark.tsx'
import { plainly } from '../../frame/plainly.ts'
import { t } from '../../language.ts'
import { count } from '../../numbers.ts'
import { comparisonOf } from '../comparison.ts'
import { Versus } from '../figure-mark.tsx'
import { Listed } from '../listed-link.tsx'
import { FEELINGS } from '../mood-panel.tsx'
import panel from '../panel.module.css'
import { Panel } from '../panel.tsx'
import { type BoardPlace, formatBoardPlace, goTo, otherNumbers } from '../place.ts'
import style from './mood.module.css'

const BY = { accounts: 'account', departments: 'department', topics: 'topic', places: 'place' } as const
const WAYS = Object.keys(BY) as (keyof typeof BY)[]
const SHOWN = 12

const sum = (of: Pick<MoodPart, (typeof FEELINGS)[number]>) => FEELINGS.reduce((all, key) => all + of[key], 0)

/** Who and what people feel how about: the names narrow the view, the numbers lead to their lists. */
export function MoodParts({ data, place }: { data: BoardMood; place: BoardPlace }) {
  const [by, setBy] = useState<keyof typeof BY>(WAYS.find(way => data[way].length > 1) ?? 'accounts')
  const parts = data[by]
  const most = Math.max(1, ...parts.map(sum))
  const acts = (
    <span className={style.ways} role="radiogroup" aria-label={t('mood.by')}>
      {WAYS.map(way => (
        // biome-ignore lint/a11y/useSemanticElements: a row of buttons, one of which is chosen
        <button key={way} type="button" role="radio" aria-checked={way === by} onClick={() => setBy(way)}>
          {t(`mood.by.${way}`)}
        </button>
      ))}
    </span>
  )
  return (
    <Panel title={t('mood.by')} wide={8} acts={acts}>
      {parts.length === 0 && <p className={panel.none}>{t('mood.by-none')}</p>}
      {parts.length > 0 && (
        <div className={panel.scrolls}>
          <table className={panel.table}>
            <caption className="visually-hidden">{t(`mood.by.${by}`)}</caption>
            <thead>
              <tr>
                <th scope="col">{t(`mood.by.${by}`)}</th>
                {FEELINGS.map(key => (
                  <th key={key} scope="col" className={panel.number}>
                    {t(`sentiment.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {parts.slice(0, SHOWN).map(part => (
                <Part key={part.key} part={part} of={BY[by]} share={sum(part) / most} place={place} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

type PartProps = { part: MoodPart; of: (typeof BY)[keyof typeof BY]; share: number; place: BoardPlace }

function Part({ part, of, share, place }: PartProps) {
  const to = otherNumbers(place, { [of]: part.key })
  const all = sum(part)
  return (
    <tr data-part={part.key}>
      <th scope="row">
        <a href={formatBoardPlace(to)} title={t('boards.only', { what: part.name })} onClick={plainly(() => goTo(to))}>
          {part.name}
        </a>
        <span className={style.layers}>
          <LayersMark {...part} of={share === 0 ? 1 : all / share} />
        </span>
      </th>
      {FEELINGS.map(key => (
        <td key={key} className={panel.number}>
          {key === 'negative' && (
            <>
              <Versus of={comparisonOf(key, 'comments', { value: part[key], before: part.before[key] })} />{' '}
            </>
          )}
          <Listed
            place={changedTo(place, of, part.key)}
            list={{ list: 'comments', by: 'sentiment', key }}
            name={t('boards.open-list', { name: `${part.name} ${t(`sentiment.${key}`)}`, value: count(part[key]) })}
          >
            {count(part[key])}
          </Listed>
        </td>
      ))}
    </tr>
  )
}

/** The list of a part is that of the board narrowed to it: the board goes there too. */
const changedTo = (place: BoardPlace, of: PartProps['of'], key: string): BoardPlace =>
  otherNumbers(place, { [of]: key })
