import { axes, telling } from './axes.ts'
import type { Draw } from './chart.tsx'

export type Moment = {
  /** Under the axis. */
  label: string
  /** The whole moment in words, with its numbers, a line each. */
  words: string
  value: number | null
  before?: number | null | undefined
}

type OverTime = {
  moments: readonly Moment[]
  say: (value: number) => string
  whole: boolean
  /** Numbers stand on the ground, times and shares float. */
  as: 'bars' | 'line'
}

/** One figure over time, and as a dashed line what it was the period before. */
export const overTime =
  ({ moments, say, whole, as }: OverTime): Draw =>
  (colours, width) => ({
    ...axes(colours, { labels: moments.map(({ label }) => label), say, whole, width }),
    ...telling(colours, at => moments[at]?.words ?? ''),
    series: [
      {
        ...(as === 'bars' ? bars(colours.main) : line(colours.main)),
        data: moments.map(({ value }) => value)
      },
      {
        type: 'line',
        data: moments.map(({ before }) => before ?? null),
        showSymbol: false,
        lineStyle: { color: colours.before, width: 1.5, type: [4, 4] },
        itemStyle: { color: colours.before },
        silent: true
      }
    ]
  })

const bars = (color: string) => ({
  type: 'bar',
  barMaxWidth: 22,
  barCategoryGap: '32%',
  itemStyle: { color, borderRadius: [2, 2, 0, 0] }
})

const line = (color: string) => ({
  type: 'line',
  symbol: 'circle',
  symbolSize: 5,
  connectNulls: true,
  lineStyle: { color, width: 2 },
  itemStyle: { color },
  areaStyle: { color, opacity: 0.1 }
})
