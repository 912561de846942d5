import type { DispatchList } from '@huiyin/schemas/api-desks.ts'
import { useMe } from '../data/session.ts'
import { t } from '../language.ts'
import { isLate, shownOn } from './board.ts'
import style from './dispatches.module.css'
import { type BoardPlace, goBoard, ONLY } from './place.ts'

type HeadProps = { place: BoardPlace; list: DispatchList | undefined; now: number }

/** Of whom, which of them, and how many. Who belongs to a department sees its own anyway. */
export function BoardHead({ place, list, now }: HeadProps) {
  const mine = useMe()?.department !== undefined
  const rows = shownOn(place, list?.rows ?? [], now)
  const late = rows.filter(row => isLate(row, now)).length
  return (
    <div className={style.head}>
      {!mine && list && <Departments place={place} list={list} />}
      <fieldset className={style.only} aria-label={t('dispatches.only')}>
        {ONLY.filter(only => !mine || only !== 'links').map(only => (
          <button
            key={only}
            type="button"
            className={style.chip}
            aria-pressed={place.only === only}
            onClick={() => goBoard({ only: place.only === only ? undefined : only }, { replace: true })}
          >
            {t(`dispatches.only.${only}`)}
          </button>
        ))}
      </fieldset>
      <span className={`${style.summary} ${late > 0 ? style.late : ''}`} role="status">
        {list && t(late > 0 ? 'dispatches.summary-late' : 'dispatches.summary', { total: rows.length, late })}
      </span>
    </div>
  )
}

function Departments({ place: { department }, list }: { place: BoardPlace; list: DispatchList }) {
  const { departments } = list
  const known = departments.some(({ name }) => name === department)
  const all = departments.reduce((sum, { count }) => sum + count, 0)
  return (
    <select
      className={style.department}
      aria-label={t('dispatches.department')}
      value={department ?? ''}
      onChange={event => goBoard({ department: event.target.value || undefined }, { replace: true })}
    >
      <option value="">{t('dispatches.all', { count: all })}</option>
      {department !== undefined && !known && <option value={department}>{department}</option>}
      {departments.map(({ name, count, overdue }) => (
        <option key={name} value={name}>
          {t(overdue > 0 ? 'dispatches.of-late' : 'dispatches.of', { name, count, late: overdue })}
        </option>
      ))}
    </select>
  )
}
