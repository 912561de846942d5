import type { Block, CurveLine } from '@huiyin/domain/documents/paper.ts'
import { escaped } from './xml.ts'

type Curve = Extract<Block, { type: 'curve' }>

const [WIDTH, HEIGHT] = [640, 300]
const PLOT = { left: 56, top: 16, right: 12, bottom: 56 }
export const CURVE_COLOURS = ['1F5FA8', '9A9A9A', 'D08A1D'] as const
const LABELS = 12

/** A round number of the axis, at or above the largest value. */
export function topOf(values: readonly (number | null)[]): number {
  const most = Math.max(1, ...values.filter(value => value !== null))
  const unit = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 2.5, 5, 10].map(step => step * unit).find(step => step >= most) ?? most
}

/** Lines over the same instants, with an axis and a legend. */
export function curveSvg({ title, at, lines }: Curve): string {
  const top = topOf(lines.flatMap(({ values }) => values))
  const width = WIDTH - PLOT.left - PLOT.right
  const height = HEIGHT - PLOT.top - PLOT.bottom
  const x = (i: number) => round(PLOT.left + (at.length > 1 ? (i / (at.length - 1)) * width : width / 2))
  const y = (value: number) => round(PLOT.top + height - (value / top) * height)
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(share => share * top)
  const every = Math.ceil(at.length / LABELS)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}" font-size="11" font-family="sans-serif">
${ticks.map(tick => `<line x1="${PLOT.left}" x2="${WIDTH - PLOT.right}" y1="${y(tick)}" y2="${y(tick)}" stroke="#ddd"/><text x="${PLOT.left - 6}" y="${y(tick) + 4}" text-anchor="end">${round(tick)}</text>`).join('\n')}
${at.map((name, i) => (i % every === 0 ? `<text x="${x(i)}" y="${HEIGHT - PLOT.bottom + 18}" text-anchor="middle">${escaped(name)}</text>` : '')).join('')}
${lines.map((line, i) => lineSvg(line, i, { x, y })).join('\n')}
${lines.map(({ name }, i) => legend(name, i)).join('\n')}
</svg>`
}

type Scale = { x: (i: number) => number; y: (value: number) => number }

function lineSvg({ values, faint = false }: CurveLine, i: number, { x, y }: Scale): string {
  const points = values.flatMap((value, at) => (value === null ? [] : [`${x(at)},${y(value)}`]))
  const colour = CURVE_COLOURS[i % CURVE_COLOURS.length]
  return `<polyline points="${points.join(' ')}" fill="none" stroke="#${colour}" stroke-width="${faint ? 1.2 : 2.2}"${faint ? ' stroke-dasharray="5 3"' : ''}/>`
}

const legend = (name: string, i: number) =>
  `<rect x="${PLOT.left + i * 150}" y="${HEIGHT - 18}" width="18" height="4" fill="#${CURVE_COLOURS[i % CURVE_COLOURS.length]}"/><text x="${PLOT.left + i * 150 + 24}" y="${HEIGHT - 12}">${escaped(name)}</text>`

const round = (value: number) => Math.round(value * 100) / 100
