const WORD_PART = /[\p{L}\p{N}]/u

const isWordUnit = new Uint8Array(0x10000)
for (let unit = 0; unit < 0x10000; unit++) {
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff
  if (!isSurrogate && WORD_PART.test(String.fromCharCode(unit))) isWordUnit[unit] = 1
}

/** True for a token with a letter or a digit in it; false for blanks, punctuation and emoji. */
export function isWord(token: string): boolean {
  for (let i = 0; i < token.length; i++) {
    const unit = token.charCodeAt(i)
    if (isWordUnit[unit] === 1) return true
    if (unit >= 0xd800 && unit <= 0xdbff && WORD_PART.test(token)) return true
  }
  return false
}

/** The words of a text as the segmenter cuts it, in lower case, without blanks and punctuation. */
export const wordsOf = (text: string, cut: (text: string) => string[]): string[] =>
  cut(text.toWellFormed().toLowerCase()).filter(isWord)
