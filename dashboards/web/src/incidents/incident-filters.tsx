import { Button, Segmented } from 'antd'
import { LEVELS } from '../data/filter.ts'
import { language, t } from '../language.ts'
import { Choice, Order } from '../search/choice.tsx'
import { IncidentLevel } from './incident-marks.tsx'
import style from './incidents.module.css'
import { type Change, COLUMNS, goIncident, type IncidentPlace, SHOWS, SORTS } from './place.ts'
import { useLevelTable } from './use-incidents.ts'

const narrow = (change: Change) => goIncident(change, { replace: true })

/** Which incidents, in which columns and order; and what has changed since they were put in order. */
export function IncidentFilters({ place, summary }: { place: IncidentPlace; summary: string }) {
  const natures = useLevelTable().data?.natures ?? []
  const nameOf = (id: string) => natures.find(nature => nature.id === id)?.name[language()] ?? id
  return (
    <search className={style.filters}>
      <div className={style.choices}>
        <Order
          name={t('incidents.show')}
          value={place.show}
          of={SHOWS}
          draw={show => t(`incidents.show.${show}`)}
          onChange={show => narrow({ show })}
        />
        <Choice
          name={t('incidents.level')}
          value={place.level}
          of={LEVELS}
          draw={level => <IncidentLevel level={level} />}
          onChange={level => narrow({ level })}
        />
        <Choice
          name={t('incidents.nature')}
          value={place.nature}
          of={natures.map(({ id }) => id)}
          draw={nameOf}
          onChange={nature => narrow({ nature })}
        />
        <Order
          name={t('filter.sort')}
          value={place.sort}
          of={SORTS}
          draw={sort => t(`incidents.sort.${sort}`)}
          onChange={sort => narrow({ sort })}
        />
        <Segmented
          size="small"
          aria-label={t('incidents.by')}
          value={place.by}
          options={COLUMNS.map(value => ({ value, label: t(`incidents.by.${value}`) }))}
          onChange={by => narrow({ by })}
        />
      </div>
      <p className={style.summary}>
        <span role="status">{summary}</span>
        {(place.level || place.nature) && (
          <Button size="small" type="link" onClick={() => narrow({ level: undefined, nature: undefined })}>
            {t('filter.clear')}
          </Button>
        )}
      </p>
    </search>
  )
}
