import { fold, spanOf } from './fold.ts'
import { personalData } from './personal.ts'

function maskOnce(text: string): string {
  const folded = fold(text)
  const parts: string[] = []
  let at = 0
  for (const { start, end, masked } of personalData(folded)) {
    const { from, to } = spanOf(folded, start, end)
    parts.push(text.slice(at, Math.max(at, from)), masked)
    at = to
  }
  return parts.join('') + text.slice(at)
}

/**
 * The text without the personal data in it, for alerts and logs: 138****8000. What stands around them stays.
 * Masked again, it is the same.
 */
export function maskPersonal(text: string): string {
  let [before, masked] = [text, maskOnce(text)]
  while (masked !== before) [before, masked] = [masked, maskOnce(masked)] // what a datum hid shows once it is gone
  return masked
}
