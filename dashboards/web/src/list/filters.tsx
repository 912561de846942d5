import { Button } from 'antd'
import { go, type Place } from '../data/address.ts'
import { LABELS, LEVELS, PLATFORMS, SORTS } from '../data/filter.ts'
import { useMe } from '../data/session.ts'
import { t } from '../language.ts'
import { LevelMark } from '../marks/marks.tsx'
import { Choice, Order } from '../search/choice.tsx'
import { SearchBox } from '../search/search-box.tsx'
import style from './list.module.css'

type Narrowing = Pick<Place, 'label' | 'level' | 'platform' | 'q' | 'sort'>
type Change = { [Name in keyof Narrowing]?: Narrowing[Name] | undefined }

export function Filters({ place, onChange }: { place: Narrowing; onChange: (change: Change) => void }) {
  const { label, level, platform, q, sort } = place
  const writes = useMe()?.department === undefined
  return (
    <div className={style.filters}>
      <SearchBox className={style.search} q={q} name={t('filter.search')} onChange={q => onChange({ q })} />
      {writes && (
        <Button title={t('hand')} onClick={() => go({ hand: 'new', ticket: undefined })}>
          {t('hand.open')}
        </Button>
      )}
      <Choice
        name={t('filter.label')}
        value={label}
        of={LABELS}
        draw={value => t(`label.${value}`)}
        onChange={label => onChange({ label })}
      />
      <Choice
        name={t('filter.level')}
        value={level}
        of={LEVELS}
        draw={value => <LevelMark level={value} />}
        onChange={level => onChange({ level })}
      />
      <Choice
        name={t('filter.platform')}
        value={platform}
        of={PLATFORMS}
        draw={value => t(`platform.${value}`)}
        onChange={platform => onChange({ platform })}
      />
      <Order
        name={t('filter.sort')}
        value={sort}
        of={SORTS}
        draw={value => t(`sort.${value}`)}
        onChange={sort => onChange({ sort })}
      />
    </div>
  )
}
