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
