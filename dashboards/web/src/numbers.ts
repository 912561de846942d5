/** Numbers as both languages write them. */

export const count = (n: number) => n.toLocaleString('en')

type Percent = {
  /** Behind the point; none where they are 0. */
  digits?: number
  /** What is not whole is never shown as whole. */
  down?: boolean
}

/** A share, 0 … 1, as 12.5%. */
export function percent(share: number, { digits = 1, down = false }: Percent = {}): string {
  const unit = 10 ** digits
  const shown = down ? Math.floor(share * 100 * unit) / unit : share * 100
  return `${shown.toLocaleString('en', { maximumFractionDigits: digits })}%`
}
