import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import style from './house.module.css'
import type { Kept } from './kind.ts'
import type { Part } from './parts.ts'
import { formatHouse, goHouse } from './place.ts'

/** All that are kept; earlier versions stand behind a fold. */
export function KeptCards({ part, all }: { part: Part; all: readonly Kept[] }) {
  const past = all.filter(({ isPast }) => isPast)
  const list = (of: readonly Kept[]) => (
    <ol className={style.cards}>
      {of.map(kept => (
        <KeptCard key={kept.id} part={part} kept={kept} />
      ))}
    </ol>
  )
  return (
    <>
      {list(all.filter(({ isPast }) => !isPast))}
      {past.length > 0 && (
        <details>
          <summary className={style.past}>{t('house.past', { count: past.length })}</summary>
          {list(past)}
        </details>
      )}
    </>
  )
}

/** One thing that is kept, by its name. */
const KeptCard = ({ part, kept }: { part: Part; kept: Kept }) => (
  <li className={style.card} data-item={kept.id} data-past={kept.isPast ?? false}>
    <p className={style.line}>
      <a href={formatHouse({ part, item: kept.id })} onClick={plainly(() => goHouse({ part, item: kept.id }))}>
        {kept.title}
      </a>
      <Marks kept={kept} />
    </p>
    {kept.note && <p className={style.note}>{kept.note}</p>}
  </li>
)

export const Marks = ({ kept: { marks = [] } }: { kept: Kept }) => (
  <>
    {marks.map(({ tone, words }) => (
      <ToneMark key={words} tone={tone}>
        {words}
      </ToneMark>
    ))}
  </>
)
