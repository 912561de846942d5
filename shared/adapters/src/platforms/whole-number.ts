/** A whole number, also as a text, as platforms write it now and then. Undefined when it is none. */
export function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined
}

/** The same for what is counted. */
export const counted = (value: unknown): number | undefined => {
  const number = wholeNumber(value)
  return number !== undefined && number >= 0 ? number : undefined
}
