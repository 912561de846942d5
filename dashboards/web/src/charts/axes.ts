import type { EChartsCoreOption } from 'echarts/core'
import type { Colours } from './colours.ts'

/** What all charts over time look like alike. */

type Place = {
  /** Under the axis, one for each place. */
  labels: readonly string[]
  /** A number in the words of the vertical axis. */
  say: (value: number) => string
  /** Values are whole: no line between 1 and 2. */
  whole: boolean
  /** px of the whole chart. */
  width: number
  /** Room above the field, for marks. */
  above?: number
}

const LINES = 3 // horizontal ones, about

export const axes = (colours: Colours, { labels, say, whole, width, above = 12 }: Place): EChartsCoreOption => ({
  animation: false,
  textStyle: { fontFamily: colours.font, fontSize: colours.size, color: colours.faint },
  grid: { left: 2, right: 8, top: above, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
  xAxis: {
    type: 'category',
    data: labels,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
    axisLabel: {
      color: colours.faint,
      fontSize: colours.size,
      interval: stepOf(labels, width, colours.size) - 1,
      margin: 8
    }
  },
  yAxis: {
    type: 'value',
    splitNumber: LINES,
    ...(whole && { minInterval: 1 }),
    axisLabel: { color: colours.faint, fontSize: colours.size, formatter: say },
    splitLine: { lineStyle: { color: colours.line } }
  }
})

/** Every so many labels are written, always as many apart: hours by 1, 2, 3 or 6, days by weeks. */
const STEPS = [1, 2, 3, 6, 7, 14, 28] as const
const BETWEEN = 10 // px

function stepOf(labels: readonly string[], width: number, size: number): number {
  const longest = Math.max(1, ...labels.map(({ length }) => length)) * size * 0.6 + BETWEEN
  return STEPS.find(step => (labels.length / step) * longest < width) ?? STEPS[STEPS.length - 1]!
}

/** Tells of one place of the axis. It is drawn into the chart: the page's styles are its own files only. */
export const telling = (colours: Colours, words: (at: number) => string) => ({
  tooltip: {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    transitionDuration: 0,
    backgroundColor: colours.raised,
    borderColor: colours.line,
    padding: [8, 12],
    textStyle: { color: colours.ink, fontSize: 12, lineHeight: 20, fontFamily: colours.font },
    axisPointer: { type: 'shadow', shadowStyle: { color: colours.line, opacity: 0.4 } },
    formatter: (places: unknown) => words((places as { dataIndex: number }[])[0]?.dataIndex ?? 0)
  }
})
