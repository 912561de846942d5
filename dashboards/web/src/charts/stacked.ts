import { axes, telling } from './axes.ts'
import type { Draw } from './chart.tsx'
import type { Colours } from './colours.ts'

export type LayerTone = 'negative' | 'neutral' | 'positive' | 'soon'
export type Layer = { tone: LayerTone; name: string; values: readonly (number | null)[] }

/** Something that happened at the n-th place of the axis. */
export type Mark = { place: number; sign: string }

type Stacked = {
  labels: readonly string[]
  /** From the ground up. */
  layers: readonly Layer[]
  marks?: readonly Mark[]
  /** A place in words, a line for each of its numbers. */
  words: (at: number) => string
  say: (value: number) => string
}

const ROOM = 26 // px above the field where the signs of marks stand

/** Layers over time, the first on the ground; marks are signs on lines from top to ground. */
export const stacked =
  ({ labels, layers, marks = [], words, say }: Stacked): Draw =>
  (colours, width) => ({
    ...axes(colours, { labels, say, whole: true, width, ...(marks.length > 0 && { above: ROOM }) }),
    ...telling(colours, words),
    series: layers.map(({ tone, values }, at) => ({
      type: 'bar',
      stack: 'all',
      barMaxWidth: 26,
      barCategoryGap: '28%',
      data: values,
      itemStyle: { color: colours[tone], ...(tone === 'negative' && { decal: hatched(colours) }) },
      ...(at === 0 && marks.length > 0 && { markLine: signs(marks, colours) })
    }))
  })

/** What is negative differs in more than its colour. */
const hatched = ({ hatch }: Colours) => ({
  symbol: 'rect',
  color: hatch,
  dashArrayX: [1, 0],
  dashArrayY: [1.5, 5],
  rotation: -Math.PI / 4
})

const signs = (marks: readonly Mark[], colours: Colours) => ({
  symbol: ['none', 'none'],
  lineStyle: { color: colours.mark, width: 1, type: [2, 3] },
  label: {
    position: 'end',
    distance: 4,
    color: colours.surface,
    backgroundColor: colours.mark,
    borderRadius: 8,
    padding: [2, 5],
    fontSize: 11,
    fontWeight: 600,
    formatter: ({ data }: { data: { sign: string } }) => data.sign
  },
  emphasis: { lineStyle: { width: 2 } },
  data: marks.map(({ place, sign }, mark) => ({ xAxis: place, sign, mark }))
})
