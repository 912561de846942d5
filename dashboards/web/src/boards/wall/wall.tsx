import { useLiveOf } from '../../data/live.ts'
import { visit } from '../../data/query-string.ts'
import { Loading } from '../../frame/loading.tsx'
import { plainly } from '../../frame/plainly.ts'
import { t } from '../../language.ts'
import { problemWords } from '../../problem-words.ts'
import { clockTime, secondTime } from '../../time.ts'
import { NoBefore, wasEmpty } from '../no-before.ts'
import { dayAndWeekday } from '../said.ts'
import { isStale } from '../standing.tsx'
import { useWall } from './use-wall.ts'
import style from './wall.module.css'
import { WallCharts } from './wall-charts.tsx'
import { WallNumbers } from './wall-numbers.tsx'

/** Today at a glance from across the room, always dark; it renews itself. */
export function Wall() {
  const { data, error, now } = useWall()
  const lost = useLiveOf(({ connection }) => connection === 'lost')
  const asOf = data?.overview.asOf
  const old = asOf !== undefined && isStale(asOf, now)
  return (
    <section className={style.wall} aria-label={t('view.wall')}>
      <header className={style.head}>
        <h1>
          <img src="/icon.svg" alt="" width="40" height="40" />
          {t('wall.title')}
        </h1>
        <p className={style.state} role="status" data-old={lost || old}>
          {lost
            ? t('wall.lost')
            : asOf !== undefined && t(old ? 'wall.stale' : 'wall.as-of', { at: clockTime(asOf, now) })}
          {old && error && ` · ${problemWords(error)}`}
        </p>
        <p className={style.clock}>
          <span>{dayAndWeekday(now)}</span>
          <time>{secondTime(now)}</time>
        </p>
        <a className={style.leave} href="?view=overview" onClick={plainly(() => visit('?view=overview'))}>
          {t('wall.leave')}
        </a>
      </header>
      {data ? (
        <>
          <NoBefore value={wasEmpty(data.overview)}>
            <WallNumbers data={data.overview} />
          </NoBefore>
          <WallCharts overview={data.overview} mood={data.mood} />
        </>
      ) : error ? (
        <p className={style.failed}>{problemWords(error)}</p>
      ) : (
        <Loading />
      )}
    </section>
  )
}
