import type { BoardOverview } from '@huiyin/schemas/api-boards.ts'
import { useMemo } from 'react'
import { Chart } from '../charts/chart.tsx'
import { Legend } from '../charts/legend.tsx'
import { overTime } from '../charts/over-time.ts'
import { t } from '../language.ts'
import { count } from '../numbers.ts'
import { figureName } from './figure-words.ts'
import { Listed } from './listed-link.tsx'
import { momentName, momentShort, momentsOf } from './moments.ts'
import { ChartPanel } from './panel.tsx'
import { versus } from './period.ts'
import { volumeKeys } from './picture/keys.ts'
import { saveChart } from './picture/save-chart.ts'
import { type BoardPlace, goTo, listPlace } from './place.ts'

const ID = 'volume'
const FIGURE = 'comments'

type VolumeProps = { data: BoardOverview; place: BoardPlace }

/** How many comments came, hour by hour or day by day, beside the period before. */
export function VolumePanel({ data, place }: VolumeProps) {
  const { span, period, series, definitions } = data
  const of = series.find(({ figure }) => figure === FIGURE)
  const unit = of?.unit ?? 'day'
  const vs = versus(span, period)
  const name = figureName(definitions, FIGURE)
  const moments = useMemo(() => {
    const points = new Map(of?.points.map(point => [point.at, point]))
    return momentsOf(period, unit).map(at => ({ at, point: points.get(at) }))
  }, [of, period, unit])
  const draw = useMemo(
    () =>
      overTime({
        as: 'bars',
        whole: true,
        say: count,
        moments: moments.map(({ at, point }) => ({
          label: momentShort(at, unit),
          value: point?.value ?? null,
          before: point?.before,
          words: [
            momentName(at, unit),
            point ? `${name}  ${count(point.value)}` : t('boards.to-come'),
            ...(point?.before === undefined ? [] : [`${vs}  ${count(point.before)}`])
          ].join('\n')
        }))
      }),
    [moments, unit, name, vs]
  )
  const listOf = (at: number) => ({ list: FIGURE, at: String(at) })
  return (
    <ChartPanel
      title={t('boards.volume')}
      wide={8}
      chart={
        <>
          <Legend
            of={[
              { tone: 'main', name },
              { tone: 'before', name: vs }
            ]}
          />
          <Chart
            id={ID}
            name={t('boards.chart-of', { name: t('boards.volume') })}
            draw={draw}
            onPlace={at => moments[at]?.point && goTo(listPlace(place, listOf(moments[at].at)))}
          />
        </>
      }
      columns={[{ name: t('boards.when') }, { name, number: true }, { name: vs, number: true }]}
      rows={moments.flatMap(({ at, point }) =>
        point
          ? [
              {
                key: String(at),
                cells: [
                  { words: momentName(at, unit) },
                  {
                    words: count(point.value),
                    link: (
                      <Listed place={place} list={listOf(at)}>
                        {count(point.value)}
                      </Listed>
                    )
                  },
                  { words: point.before === undefined ? '–' : count(point.before) }
                ]
              }
            ]
          : []
      )}
      onPicture={() => saveChart(ID, t('boards.volume'), volumeKeys(definitions, vs), data)}
    />
  )
}
