import type { BoardMood, BoardOverview } from '@huiyin/schemas/api-boards.ts'
import { BarMark } from '../../charts/bar-mark.tsx'
import { Chart } from '../../charts/chart.tsx'
import { Legend } from '../../charts/legend.tsx'
import { t } from '../../language.ts'
import { count } from '../../numbers.ts'
import { FEELINGS } from '../mood-panel.tsx'
import { versus } from '../period.ts'
import { useMoodDrawing, useVolumeDrawing } from './drawings.ts'
import style from './wall.module.css'

const SHOWN = 7

type ChartsProps = { overview: BoardOverview; mood: BoardMood }

/** How the day went, how people feel, and what they write about. */
export function WallCharts({ overview, mood }: ChartsProps) {
  const volume = useVolumeDrawing(overview)
  const feelings = useMoodDrawing(mood)
  const most = Math.max(1, ...overview.topics.map(({ value }) => value))
  return (
    <div className={style.charts}>
      <section aria-label={t('boards.volume')}>
        <h2>{t('boards.volume')}</h2>
        <Legend
          of={[
            { tone: 'main', name: t('boards.this.today') },
            { tone: 'before', name: versus(overview.span, overview.period) }
          ]}
        />
        <Chart id="wall-volume" name={t('boards.volume')} draw={volume} fills />
      </section>
      <section aria-label={t('boards.mood')}>
        <h2>{t('boards.mood')}</h2>
        <Legend of={[...FEELINGS].reverse().map(tone => ({ tone, name: t(`sentiment.${tone}`) }))} />
        <Chart id="wall-mood" name={t('boards.mood')} draw={feelings} fills />
      </section>
      <section aria-label={t('boards.topics')}>
        <h2>{t('boards.topics')}</h2>
        {overview.topics.length === 0 && <p className={style.none}>{t('boards.topics-none')}</p>}
        <ol className={style.topics}>
          {overview.topics.slice(0, SHOWN).map(({ phrase, value }) => (
            <li key={phrase}>
              <span>{phrase}</span>
              <strong>{count(value)}</strong>
              <BarMark share={value / most} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
