import { linesOf } from '../../charts/canvas-text.ts'
import { type Colour, type Colours, coloursAt } from '../../charts/colours.ts'

/**
 * A sheet of paper on a canvas, filled from the top. It is measured first, on a canvas of no height, and then drawn:
 * every part says how high it is.
 */

export const WIDTH = 1200 // px of the sheet; drawn twice as fine
const SCALE = 2
const MARGIN = 36
export const ROOM = WIDTH - 2 * MARGIN

export type Paper = { on: CanvasRenderingContext2D; colours: Colours; x: number; y: number; width: number }
/** Draws itself at its place and answers its height in px. */
export type Part = (paper: Paper) => number

export type Words = { size: number; weight?: 400 | 600; color: string }

export function write(
  { on, colours }: Paper,
  text: string,
  x: number,
  y: number,
  { size, weight = 400, color }: Words
) {
  on.font = `${weight} ${size}px ${colours.font}`
  on.fillStyle = color
  on.textBaseline = 'top'
  on.fillText(text, x, y)
}

/** Lines of text in the width of the part. */
export const paragraph =
  (text: string, size: number, color: Colour, weight: 400 | 600 = 400): Part =>
  paper => {
    paper.on.font = `${weight} ${size}px ${paper.colours.font}`
    const lines = linesOf(paper.on, text, paper.width)
    for (const [at, line] of lines.entries())
      write(paper, line, paper.x, paper.y + at * size * 1.6, { size, weight, color: paper.colours[color] })
    return lines.length * size * 1.6
  }

export const gap =
  (height: number): Part =>
  () =>
    height

/** Parts beside each other, so many in a row; each row is as high as its highest. */
export const columns =
  (parts: readonly Part[], count: number, between = 14): Part =>
  paper => {
    const width = (paper.width - (count - 1) * between) / count
    let height = 0
    for (let row = 0; row < parts.length; row += count) {
      const heights = parts
        .slice(row, row + count)
        .map((part, at) => part({ ...paper, x: paper.x + at * (width + between), y: paper.y + height, width }))
      height += Math.max(...heights) + between
    }
    return Math.max(0, height - between)
  }

/** A framed part of so many px inside. */
export const framed =
  (height: number, draw: (paper: Paper) => void): Part =>
  paper => {
    const { on, colours, x, y, width } = paper
    on.fillStyle = colours.surface
    on.strokeStyle = colours.line
    on.lineWidth = 1
    on.beginPath()
    on.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, 8)
    on.fill()
    on.stroke()
    draw({ ...paper, x: x + 14, y: y + 12, width: width - 28 })
    return height
  }

/** The sheet with these parts one below the other. */
export function sheetOf(parts: readonly Part[]): HTMLCanvasElement {
  const colours = coloursAt(document.documentElement)
  const canvas = document.createElement('canvas')
  const on = canvas.getContext('2d')
  if (on === null) throw new Error('the browser has no canvas')
  const draw = () => {
    let y = MARGIN
    for (const part of parts) y += part({ on, colours, x: MARGIN, y, width: ROOM })
    return y + MARGIN
  }
  const height = Math.ceil(draw())
  canvas.width = WIDTH * SCALE
  canvas.height = height * SCALE
  on.scale(SCALE, SCALE)
  on.fillStyle = getComputedStyle(document.body).backgroundColor
  on.fillRect(0, 0, WIDTH, height)
  draw()
  return canvas
}
