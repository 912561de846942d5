import { normalise, UNITS } from '../src/normalise.ts'

const units = new Uint16Array(UNITS)
const at = new Int32Array(UNITS + 1)

/** A text as the classifier reads it; the arrays are used again for the next one. */
export const readingOf = (text: string) => ({ text, units, at, length: normalise(text, units, at) })
