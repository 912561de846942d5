import type { BoardMood } from '@huiyin/schemas/api-boards.ts'
import { type ReactNode, useMemo } from 'react'
import { Chart } from '../charts/chart.tsx'
import { Legend } from '../charts/legend.tsx'
import { type Mark, stacked } from '../charts/stacked.ts'
import { t } from '../language.ts'
import { count, percent } from '../numbers.ts'
import { Listed } from './listed-link.tsx'
import { momentName, momentShort, momentsOf } from './moments.ts'
import { ChartPanel } from './panel.tsx'
import { moodKeys } from './picture/keys.ts'
import { saveChart } from './picture/save-chart.ts'
import { type BoardPlace, goTo, listPlace } from './place.ts'

const ID = 'mood'
export const FEELINGS = ['negative', 'neutral', 'positive'] as const

type MoodPanelProps = {
  data: BoardMood
  place: BoardPlace
  wide: 8 | 12
  hint?: ReactNode
  /** What happened, by its sign; `at` is its instant. */
  notes?: readonly { at: number; sign: string }[]
  onNote?: (note: number) => void
  below?: ReactNode
}

/** How the citizens' comments feel, hour by hour or day by day. */
export function MoodPanel({ data, place, wide, hint, notes, onNote, below }: MoodPanelProps) {
  const { period, unit, series } = data
  const moments = useMemo(() => momentsOf(period, unit), [period, unit])
  const points = useMemo(() => {
    const known = new Map(series.map(point => [point.at, point]))
    return moments.map(at => known.get(at))
  }, [series, moments])
  const draw = useMemo(
    () =>
      stacked({
        labels: moments.map(at => momentShort(at, unit)),
        layers: FEELINGS.map(tone => ({
          tone,
          name: t(`sentiment.${tone}`),
          values: points.map(point => point?.[tone] ?? null)
        })),
        ...(notes && { marks: marksOf(notes, moments) }),
        say: count,
        words: at => [momentName(moments[at] ?? 0, unit), ...wordsOf(points[at])].join('\n')
      }),
    [moments, points, unit, notes]
  )
  const open = (at: number, key?: string) => ({
    list: 'comments',
    at: String(moments[at]),
    ...(key && { by: 'sentiment', key })
  })
  return (
    <ChartPanel
      title={t('boards.mood')}
      hint={hint}
      wide={wide}
      chart={
        <>
          <Legend of={[...FEELINGS].reverse().map(tone => ({ tone, name: t(`sentiment.${tone}`) }))} />
          <Chart
            id={ID}
            tall={wide === 12}
            name={t('boards.chart-of', { name: t('boards.mood') })}
            draw={draw}
            onPlace={at => points[at] && goTo(listPlace(place, open(at)))}
            onMark={onNote}
          />
        </>
      }
      columns={[{ name: t('boards.when') }, ...FEELINGS.map(key => ({ name: t(`sentiment.${key}`), number: true }))]}
      rows={points.flatMap((point, at) =>
        point
          ? [
              {
                key: String(point.at),
                cells: [
                  { words: momentName(point.at, unit) },
                  ...FEELINGS.map(key => ({
                    words: count(point[key]),
                    link: (
                      <Listed place={place} list={open(at, key)}>
                        {count(point[key])}
                      </Listed>
                    )
                  }))
                ]
              }
            ]
          : []
      )}
      onPicture={() => saveChart(ID, t('boards.mood'), moodKeys(), data)}
      below={below}
    />
  )
}

function wordsOf(point: BoardMood['series'][number] | undefined): string[] {
  if (!point) return [t('boards.to-come')]
  const all = FEELINGS.reduce((sum, key) => sum + point[key], 0)
  return [...FEELINGS]
    .reverse()
    .map(key => `${t(`sentiment.${key}`)}  ${count(point[key])}${all > 0 ? `  ${percent(point[key] / all)}` : ''}`)
}

/** Each at the last moment that has begun by then. */
const marksOf = (notes: readonly { at: number; sign: string }[], moments: readonly number[]): Mark[] =>
  notes.map(({ at, sign }) => ({ place: Math.max(0, moments.filter(moment => moment <= at).length - 1), sign }))
