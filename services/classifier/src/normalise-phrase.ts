import { normalise } from './normalise.ts'

/** A phrase as it stands in a normalised text, without the marks of start and end; for lists to look for. */
export function asRead(phrase: string): string {
  const units = new Uint16Array(phrase.length * 18 + 3) // no character is spelled in more than 18 units
  return String.fromCharCode(...units.subarray(1, normalise(phrase, units, new Int32Array(units.length + 1)) - 1))
}
