import { cut } from '../../charts/canvas-text.ts'
import type { Colour } from '../../charts/colours.ts'
import { canvasOf } from '../../charts/drawn.ts'
import type { Comparison } from '../comparison.ts'
import { framed, type Paper, type Part, write } from './page.ts'

/** What stands on the picture of a board. */

/** `alarm`: more than none of it is bad, and there is some. */
export type TileWords = { name: string; value: string; versus?: Comparison; alarm?: boolean }

/** A figure with its value and how it compares. */
export const tile = ({ name, value, versus, alarm = false }: TileWords): Part =>
  framed(98, paper => {
    const { on, colours, x, y, width } = paper
    write(paper, name, x, y, { size: 13, color: colours.quiet })
    on.font = `600 26px ${colours.font}`
    write(paper, cut(on, value, width), x, y + 20, { size: 26, weight: 600, color: alarm ? colours.late : colours.ink })
    if (!versus) return
    const color = { good: colours.good, bad: colours.late, plain: colours.quiet }[versus.tone]
    write(paper, `${versus.arrow} ${versus.words}`.trim(), x, y + 56, { size: 12, color })
  })

const TITLE = 34

/** What a colour stands for. */
export type Key = { color: Colour; name: string }

function legend(paper: Paper, keys: readonly Key[]): void {
  const { on, colours, y } = paper
  let { x } = paper
  for (const { color, name } of keys) {
    on.fillStyle = colours[color]
    on.fillRect(x, y + 6, 14, color === 'before' ? 2 : 9)
    write(paper, name, x + 20, y + 3, { size: 12, color: colours.quiet })
    x += on.measureText(name).width + 38
  }
}

/** A chart that stands on the page, as it is drawn there, with what its colours mean. */
export const chart = (id: string, title: string, keys: readonly Key[]): Part | undefined => {
  if (!canvasOf(id, 'transparent')) return
  return paper => {
    const { colours } = paper
    const drawn = canvasOf(id, colours.surface)!
    const width = paper.width - 28
    const height = (drawn.height / drawn.width) * width
    return framed(height + TITLE + 24, inner => {
      write(inner, title, inner.x, inner.y, { size: 15, weight: 600, color: colours.ink })
      inner.on.font = `600 15px ${colours.font}`
      legend({ ...inner, x: inner.x + inner.on.measureText(title).width + 18 }, keys)
      inner.on.drawImage(drawn, inner.x, inner.y + TITLE - 4, width, height)
    })(paper)
  }
}

export type Line = { name: string; value: string; more?: string; share: number }

const LINE = 30

/** Names with their numbers and a bar each. */
export const bars = (title: string, lines: readonly Line[]): Part =>
  framed(TITLE + 20 + Math.max(1, lines.length) * LINE, paper => {
    const { on, colours, x, y, width } = paper
    write(paper, title, x, y, { size: 15, weight: 600, color: colours.ink })
    for (const [at, { name, value, more, share }] of lines.entries()) {
      const top = y + TITLE + at * LINE
      on.font = `400 13px ${colours.font}`
      const right = [value, more].filter(Boolean).join('  ')
      const room = on.measureText(right).width
      write(paper, cut(on, name, width - room - 12), x, top, { size: 13, color: colours.ink })
      write(paper, right, x + width - room, top, { size: 13, color: colours.quiet })
      on.fillStyle = colours.line
      on.fillRect(x, top + 19, width, 4)
      on.fillStyle = colours.main
      on.fillRect(x, top + 19, width * Math.min(1, Math.max(0, share)), 4)
    }
  })
