import { Button } from 'antd'
import { LABELS, LEVELS, PLATFORMS } from '../data/filter.ts'
import { t } from '../language.ts'
import { LevelMark } from '../marks/marks.tsx'
import { Choice, Order } from '../search/choice.tsx'
import { SearchBox } from '../search/search-box.tsx'
import style from './comments.module.css'
import { DayBox } from './day-box.tsx'
import { type Change, isNarrowed, NO_FILTERS, ORDERS, SENTIMENTS, type Wanted } from './place.ts'

type FiltersProps = { wanted: Wanted; summary: string; onChange: (change: Change) => void }

export const Filters = ({ wanted, summary, onChange }: FiltersProps) => (
  <search className={style.filters}>
    <SearchBox
      className={style.search}
      q={wanted.q}
      name={t('comments.search')}
      placeholder={t('comments.search-how')}
      onChange={q => onChange({ q })}
    />
    <div className={style.choices}>
      <Choice
        name={t('filter.label')}
        value={wanted.label}
        of={LABELS}
        draw={value => t(`label.${value}`)}
        onChange={label => onChange({ label })}
      />
      <Choice
        name={t('filter.level')}
        value={wanted.level}
        of={LEVELS}
        draw={value => <LevelMark level={value} />}
        onChange={level => onChange({ level })}
      />
      <Choice
        name={t('comments.sentiment')}
        value={wanted.sentiment}
        of={SENTIMENTS}
        draw={value => t(`sentiment.${value}`)}
        onChange={sentiment => onChange({ sentiment })}
      />
      <Choice
        name={t('filter.platform')}
        value={wanted.platform}
        of={PLATFORMS}
        draw={value => t(`platform.${value}`)}
        onChange={platform => onChange({ platform })}
      />
      <span className={style.span}>
        <DayBox name={t('comments.from')} day={wanted.from} onChange={from => onChange({ from })} />
        {t('comments.span')}
        <DayBox name={t('comments.to')} day={wanted.to} onChange={to => onChange({ to })} />
      </span>
      <Order
        name={t('filter.sort')}
        value={wanted.sort}
        of={ORDERS}
        draw={value => t(`comments.${value}`)}
        onChange={sort => onChange({ sort })}
      />
    </div>
    <p className={style.summary}>
      <span role="status">{summary}</span>
      {isNarrowed(wanted) && (
        <Button className={style.clear} size="small" type="link" onClick={() => onChange(NO_FILTERS)}>
          {t('filter.clear')}
        </Button>
      )}
    </p>
  </search>
)
