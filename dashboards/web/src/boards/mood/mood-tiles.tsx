import type { BoardMood } from '@huiyin/schemas/api-boards.ts'
import { Spark } from '../../charts/spark.tsx'
import { plainly } from '../../frame/plainly.ts'
import { t } from '../../language.ts'
import { FaceIcon } from '../../marks/icons.tsx'
import { count, percent } from '../../numbers.ts'
import { comparisonOf } from '../comparison.ts'
import figure from '../figure.module.css'
import { Big, Versus } from '../figure-mark.tsx'
import { FEELINGS } from '../mood-panel.tsx'
import { versus } from '../period.ts'
import { type BoardPlace, formatBoardPlace, goTo, listPlace } from '../place.ts'
import style from './mood.module.css'

const ORDER = [...FEELINGS].reverse()

/** How many comments of each feeling, which share, and how that compares. */
export function MoodTiles({ data, place }: { data: BoardMood; place: BoardPlace }) {
  const { total, before, series, span, period } = data
  const all = FEELINGS.reduce((sum, key) => sum + total[key], 0)
  const vs = versus(span, period)
  return (
    <section className={style.tiles} aria-label={t('mood.total')}>
      {ORDER.map(key => {
        const to = listPlace(place, { list: 'comments', by: 'sentiment', key })
        const words = count(total[key])
        return (
          <article key={key} className={figure.tile} data-feeling={key}>
            <h3 className={figure.name}>
              <FaceIcon mood={key} />
              {t(`sentiment.${key}`)}
            </h3>
            <p className={style.numbers}>
              <a
                className={figure.value}
                href={formatBoardPlace(to)}
                data-value={total[key]}
                aria-label={t('boards.open-list', { name: t(`sentiment.${key}`), value: words })}
                onClick={plainly(() => goTo(to))}
              >
                <Big words={words} />
              </a>
              {all > 0 && <span className={style.share}>{percent(total[key] / all)}</span>}
            </p>
            <p className={figure.foot}>
              <Versus of={comparisonOf(key, 'comments', { value: total[key], before: before[key] })} />
              <span>{t('boards.vs-was', { vs, before: count(before[key]) })}</span>
            </p>
            <Spark className={figure.spark} values={series.map(point => point[key])} tone={key} />
          </article>
        )
      })}
    </section>
  )
}
