/** A line of a file, without its end; numbers begin at 1. `text` is undefined for one that is too long to be kept. */
export type Line = { line: number; text: string | undefined }

const LONGEST = 1024 * 1024

/** The lines of a text that comes in pieces, a handful at a time. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<Line[]> {
  let rest = ''
  let tooLong = false
  let line = 0

  const ended = (text: string): Line => {
    line++
    const whole = tooLong || text.length > LONGEST ? undefined : text.replace(/\r$/, '')
    tooLong = false
    return { line, text: whole }
  }

  for await (const piece of pieces) {
    const parts = (rest + piece).split('\n')
    rest = parts.pop()!
    if (parts.length > 0) yield parts.map(ended)
    if (rest.length > LONGEST) {
      tooLong = true
      rest = ''
    }
  }
  if (rest !== '' || tooLong) yield [ended(rest)]
}
