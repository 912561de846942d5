import type { BoardOverview } from '@huiyin/schemas/api-boards.ts'
import { useMemo } from 'react'
import { Chart } from '../charts/chart.tsx'
import { Legend } from '../charts/legend.tsx'
import { type LayerTone, stacked } from '../charts/stacked.ts'
import { t } from '../language.ts'
import { count } from '../numbers.ts'
import { figureName } from './figure-words.ts'
import { Listed } from './listed-link.tsx'
import { momentName, momentShort, momentsOf } from './moments.ts'
import { ChartPanel } from './panel.tsx'
import { outcomeKeys } from './picture/keys.ts'
import { saveChart } from './picture/save-chart.ts'
import { type BoardPlace, goTo, listPlace } from './place.ts'

const ID = 'outcomes'

/** From the ground up: what was not done stands where it is seen first. */
const OUTCOMES = [
  { figure: 'unanswered', tone: 'negative' },
  { figure: 'answered-late', tone: 'soon' },
  { figure: 'answered-on-time', tone: 'positive' }
] as const satisfies readonly { figure: string; tone: LayerTone }[]

/** What became of the replies that were owed, by the hour or day at which they were due. */
export function OutcomesPanel({ data, place }: { data: BoardOverview; place: BoardPlace }) {
  const { period, series, definitions } = data
  const unit = series[0]?.unit ?? 'day'
  const moments = useMemo(() => momentsOf(period, unit), [period, unit])
  const layers = useMemo(
    () =>
      OUTCOMES.map(({ figure, tone }) => {
        const points = series.find(one => one.figure === figure)?.points ?? []
        const values = new Map(points.map(({ at, value }) => [at, value]))
        return {
          figure,
          tone,
          name: figureName(definitions, figure),
          values: moments.map(at => values.get(at) ?? null)
        }
      }),
    [series, definitions, moments]
  )
  const draw = useMemo(
    () =>
      stacked({
        labels: moments.map(at => momentShort(at, unit)),
        layers,
        say: count,
        words: at =>
          [
            momentName(moments[at] ?? 0, unit),
            ...layers.map(({ name, values }) => `${name}  ${count(values[at] ?? 0)}`).reverse()
          ].join('\n')
      }),
    [moments, layers, unit]
  )
  const has = (at: number) => layers.some(({ values }) => values[at] !== null)
  return (
    <ChartPanel
      title={t('boards.outcomes')}
      hint={t('boards.outcomes-hint')}
      wide={8}
      chart={
        <>
          <Legend of={[...layers].reverse()} />
          <Chart
            id={ID}
            name={t('boards.chart-of', { name: t('boards.outcomes') })}
            draw={draw}
            onPlace={at => has(at) && goTo(listPlace(place, { list: 'owed', at: String(moments[at]) }))}
          />
        </>
      }
      columns={[{ name: t('boards.when') }, ...[...layers].reverse().map(({ name }) => ({ name, number: true }))]}
      rows={moments.flatMap((moment, at) =>
        has(at)
          ? [
              {
                key: String(moment),
                cells: [
                  { words: momentName(moment, unit) },
                  ...[...layers].reverse().map(({ figure, values }) => ({
                    words: count(values[at] ?? 0),
                    link: (
                      <Listed place={place} list={{ list: figure, at: String(moment) }}>
                        {count(values[at] ?? 0)}
                      </Listed>
                    )
                  }))
                ]
              }
            ]
          : []
      )}
      onPicture={() => saveChart(ID, t('boards.outcomes'), outcomeKeys(definitions), data)}
    />
  )
}
