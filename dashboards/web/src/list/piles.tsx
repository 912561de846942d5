import { go, type Place } from '../data/address.ts'
import { isNarrowed, PILES } from '../data/filter.ts'
import { useSavedViews, useViewCounts } from '../data/saved-views.ts'
import { useQueues } from '../data/work.ts'
import { t } from '../language.ts'
import { KeepView, RemoveView } from './keep-view.tsx'
import style from './list.module.css'

/** What waits for who looks and for nobody in particular, and the views that people keep; chosen again, all that is open. */
export function Piles({ place }: { place: Place }) {
  const { data = [] } = useQueues()
  const views = useSavedViews().data ?? []
  const counts = useViewCounts(views.length > 0).data ?? {}
  const shown = views.find(({ key }) => key === place.saved)
  return (
    <fieldset className={style.piles}>
      <legend className="visually-hidden">{t('piles')}</legend>
      {PILES.map(pile => (
        <Chip
          key={pile}
          name={t(`tab.${pile}`)}
          count={data.find(({ name }) => name === pile)?.count}
          chosen={pile === place.tab && !place.saved}
          onChoose={chosen => go({ tab: chosen ? pile : 'open' })}
        />
      ))}
      {views.map(({ key, name, sort, shared, by, lost }) => (
        <Chip
          key={key}
          name={name}
          title={[
            shared ? t('saved.shared', { who: by }) : t('saved.own'),
            ...(lost.length > 0 ? [t('saved.lost')] : [])
          ].join(' · ')}
          count={counts[key]}
          chosen={key === place.saved}
          onChoose={chosen => go(chosen ? { tab: 'all', saved: key, sort: sort ?? 'due' } : { tab: 'open' })}
        />
      ))}
      {shown ? <RemoveView view={shown} /> : isNarrowed(place) && <KeepView place={place} />}
    </fieldset>
  )
}

type ChipProps = {
  name: string
  title?: string
  count: number | undefined
  chosen: boolean
  onChoose: (chosen: boolean) => void
}

const Chip = ({ name, title, count, chosen, onChoose }: ChipProps) => (
  <button type="button" className={style.pile} aria-pressed={chosen} title={title} onClick={() => onChoose(!chosen)}>
    {name}
    {count !== undefined && <span className={style.count}>{count}</span>}
  </button>
)
