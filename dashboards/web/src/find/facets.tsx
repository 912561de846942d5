import type { SearchFacet } from '@huiyin/schemas/api-search.ts'
import { useState } from 'react'
import { known, t } from '../language.ts'
import style from './find.module.css'
import { condition, goFind, hasPart, toggled, type What } from './place.ts'

const SHOWN = 6

type FacetsProps = { facets: readonly SearchFacet[]; q: string; what: What }

/** By what the finds can be narrowed: a click writes the condition into the search, another takes it out. */
export const Facets = ({ facets, q, what }: FacetsProps) => (
  <section className={style.facets} aria-label={t('find.narrow')}>
    {facets
      .filter(({ values }) => values.length > 0)
      .map(facet => (
        <Facet key={facet.field} facet={facet} q={q} what={what} />
      ))}
  </section>
)

function Facet({ facet: { field, values }, q, what }: { facet: SearchFacet; q: string; what: What }) {
  const [all, setAll] = useState(false)
  return (
    <div className={style.facet}>
      <h3>{known(`find.field.${field}`) ?? field}</h3>
      <ul>
        {values.slice(0, all ? values.length : SHOWN).map(({ value, name, count }) => {
          const part = condition(field, value)
          return (
            <li key={value}>
              <button
                type="button"
                aria-pressed={hasPart(q, part)}
                onClick={() => goFind({ q: toggled(q, part) || undefined })}
              >
                {name ?? wordOf(what, field, value)} <span>{count.toLocaleString('en')}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {values.length > SHOWN && (
        <button type="button" className={style.all} onClick={() => setAll(!all)}>
          {all ? t('find.less') : t('find.more', { count: values.length })}
        </button>
      )}
    </div>
  )
}

/** The word for a value that the house gives; others stand for themselves. */
const wordOf = (what: What, field: string, value: string): string =>
  known(field === 'status' && what !== 'tickets' ? `find.state.${value}` : `${field}.${value}`) ?? value
