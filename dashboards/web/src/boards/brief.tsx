import type { BoardOverview } from '@huiyin/schemas/api-boards.ts'
import style from './board.module.css'
import { briefOf } from './brief-words.ts'
import { Listed } from './listed-link.tsx'
import type { BoardPlace } from './place.ts'
import { between } from './said.ts'

/** The period in two sentences; what is overdue leads to its list. */
export function Brief({ data, place }: { data: BoardOverview; place: BoardPlace }) {
  const [period, overdue] = briefOf(data)
  if (period === undefined) return null
  const alarms = (data.now.find(({ figure }) => figure === 'overdue-now')?.value ?? 0) > 0
  return (
    <p className={style.brief}>
      {period}
      {between()}
      {alarms ? (
        <Listed place={place} list={{ list: 'overdue-now' }} className={style.alarm}>
          {overdue}
        </Listed>
      ) : (
        overdue
      )}
    </p>
  )
}
