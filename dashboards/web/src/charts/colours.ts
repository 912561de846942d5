/** The colours of a chart, read from the style sheets, so that both themes have theirs in one place. */

const NAMES = {
  surface: '--surface',
  raised: '--raised',
  line: '--line',
  ink: '--ink',
  quiet: '--ink-2',
  faint: '--ink-3',
  main: '--chart-main',
  before: '--chart-before',
  negative: '--chart-negative',
  neutral: '--chart-neutral',
  positive: '--chart-positive',
  soon: '--chart-soon',
  mark: '--chart-mark',
  hatch: '--chart-hatch',
  good: '--good',
  late: '--late'
} as const

export type Colour = keyof typeof NAMES

/** `size`: of the text of axes, in px, after the text around the chart. */
export type Colours = Record<Colour, string> & { font: string; size: number }

/** The colours at a place of the page, as they are now. */
export function coloursAt(element: Element): Colours {
  const style = getComputedStyle(element)
  const read = (name: string) => style.getPropertyValue(name).trim()
  const colours = Object.fromEntries(Object.entries(NAMES).map(([name, variable]) => [name, read(variable)]))
  return {
    ...(colours as Record<keyof typeof NAMES, string>),
    font: read('--font'),
    size: Math.round(Number.parseFloat(style.fontSize) * 0.8)
  }
}
