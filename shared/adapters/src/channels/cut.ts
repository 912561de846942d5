/** Stands where a text was cut. */
export const CUT_MARK = '…(全文见系统)'

export const bytesOf = (text: string): number => Buffer.byteLength(text)

/** At most so many bytes in UTF-8, cut between code points, with the mark at its end when it was cut. */
export function cutToBytes(text: string, atMost: number): string {
  if (bytesOf(text) <= atMost) return text
  const mark = bytesOf(CUT_MARK) <= atMost ? CUT_MARK : ''
  let room = atMost - bytesOf(mark)
  let kept = ''
  for (const char of text) {
    room -= bytesOf(char)
    if (room < 0) break
    kept += char
  }
  return kept + mark
}

/** Renders with as much of the body as leaves it within the bytes; link and signature are never cut. */
export function fit(body: string, render: (body: string) => string, atMost: number): string {
  const whole = render(body)
  if (bytesOf(whole) <= atMost) return whole
  let fits = 0
  let tooMuch = bytesOf(body)
  while (tooMuch - fits > 1) {
    const middle = Math.floor((fits + tooMuch) / 2)
    if (bytesOf(render(cutToBytes(body, middle))) <= atMost) fits = middle
    else tooMuch = middle
  }
  return render(cutToBytes(body, fits))
}

/**
 * Renders with as many whole lines, from the first on, as leave it within the bytes; undefined when it is too long
 * without any. `render` with a line more is longer, except perhaps with the last one.
 */
export function fitLines(
  lines: readonly string[],
  render: (lines: readonly string[]) => string,
  atMost: number
): string | undefined {
  const withFirst = (count: number) => render(lines.slice(0, count))
  const fits = (count: number) => bytesOf(withFirst(count)) <= atMost
  if (fits(lines.length)) return withFirst(lines.length)
  if (!fits(0)) return undefined
  let most = 0
  let tooMany = lines.length
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2)
    if (fits(middle)) most = middle
    else tooMany = middle
  }
  return withFirst(most)
}
