import { useMay } from '../data/may.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { ago, exactTime } from '../time.ts'
import style from './house.module.css'
import { ACTION_OF_PART, PART_GROUPS, type Part } from './parts.ts'
import { formatHouse, goHouse } from './place.ts'
import { useOverview } from './settings-data.ts'

/** All parts that one may read, with who changed each last. */
export function PartsList({ here, now }: { here: Part | undefined; now: number }) {
  const may = useMay()
  const last = useOverview(may('settings.read')).data
  return (
    <nav className={style.parts} aria-label={t('view.house')}>
      <a
        className={style.start}
        href={formatHouse({})}
        aria-current={here === undefined ? 'page' : undefined}
        onClick={plainly(() => goHouse({}))}
      >
        {t('house.start')}
      </a>
      {PART_GROUPS.map(({ group, parts }) => {
        const mine = (Object.keys(parts) as Part[]).filter(part => may(ACTION_OF_PART[part]))
        if (mine.length === 0) return null
        return (
          <div key={group}>
            <h2>{t(`house.group.${group}`)}</h2>
            <ul>
              {mine.map(part => {
                const change = last?.find(({ what }) => what === part)?.last
                return (
                  <li key={part}>
                    <a
                      href={formatHouse({ part })}
                      aria-current={part === here ? 'page' : undefined}
                      onClick={plainly(() => goHouse({ part }))}
                    >
                      {t(`part.${part}`)}
                      {change && (
                        <span className={style.when} title={`${change.by.name} · ${exactTime(change.at)}`}>
                          {ago(change.at, now)}
                        </span>
                      )}
                    </a>
                  </li>
                )
              })}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}
