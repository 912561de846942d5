import { useMay } from '../data/may.ts'
import { visit } from '../data/query-string.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { ago, exactTime } from '../time.ts'
import type { Word } from '../words.ts'
import style from './house.module.css'
import { PARTS, type Part } from './parts.ts'
import { formatHouse, goHouse } from './place.ts'
import { useOverview } from './settings-data.ts'

/** Who changed what last, and the ways to what concerns all settings. */
export function StartPart({ now }: { now: number }) {
  const may = useMay()
  const { data, error, isPending, refetch } = useOverview(may('settings.read'))
  const changed = (data ?? [])
    .flatMap(({ what, last }) => (last ? [{ what, ...last }] : []))
    .sort((a, b) => b.at - a.at)
  const wholly = may('settings.configure')
  return (
    <div className={style.scroll}>
      <h2>{t('view.house')}</h2>
      <p>{t(wholly ? 'house.intro' : 'house.intro-read')}</p>
      {wholly && (
        <ul className={style.ways}>
          <li>
            <a href="?view=welcome" onClick={plainly(() => visit('?view=welcome'))}>
              {t('view.welcome')}
            </a>
            <span className={style.hint}>{t('house.welcome-hint')}</span>
          </li>
          <li>
            <a href={formatHouse({ part: 'file' })} onClick={plainly(() => goHouse({ part: 'file' }))}>
              {t('part.file')}
            </a>
            <span className={style.hint}>{t('part.file-hint')}</span>
          </li>
        </ul>
      )}
      <h3>{t('house.last-changes')}</h3>
      {isPending && <Loading />}
      {error && !data && <Failed title={t('house.failed')} error={error} onRetry={refetch} />}
      {data && changed.length === 0 && <p className={style.hint}>{t('house.nothing-changed')}</p>}
      <ul className={style.latest}>
        {changed.map(({ what, id, at, by, how }) => (
          <li key={what}>
            <PartName what={what} />
            {id !== 'office' && <span className={style.hint}>{id}</span>}
            <span>{t('house.done-by', { name: by.name, how: t(`house.how.${how}`) })}</span>
            <span className={style.when} title={exactTime(at)}>
              {ago(at, now)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Accounts are settings too; they have a page of their own. */
function PartName({ what }: { what: string }) {
  if (what === 'accounts')
    return (
      <a href="?view=accounts" onClick={plainly(() => visit('?view=accounts'))}>
        {t('view.accounts')}
      </a>
    )
  const part = PARTS.find((one): one is Part => one === what)
  if (!part) return <span>{what}</span>
  return (
    <a href={formatHouse({ part })} onClick={plainly(() => goHouse({ part }))}>
      {t(`part.${part}` satisfies Word)}
    </a>
  )
}
