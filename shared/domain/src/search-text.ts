const isHan = (code: number) =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0x20000 && code <= 0x3ffff) ||
  (code >= 0xf900 && code <= 0xfaff)

const isWord = (code: number) =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x30 && code <= 0x39) ||
  (code > 0x7f && /[\p{L}\p{N}]/u.test(String.fromCodePoint(code)))

/**
 * The tokens by which a text is found, in their order: each Han character is one, a run of other
 * letters and digits is one, in lower case and compatibility form; all else separates.
 */
export function searchTokens(text: string): string[] {
  const tokens: string[] = []
  let word = ''
  for (const char of text.normalize('NFKC').toLowerCase()) {
    const code = char.codePointAt(0)!
    if (!isHan(code) && isWord(code)) {
      word += char
      continue
    }
    if (word) tokens.push(word)
    word = ''
    if (isHan(code)) tokens.push(char)
  }
  if (word) tokens.push(word)
  return tokens
}

/** Cuts a run of text into words, in their order. */
export type Cut = (text: string) => string[]

/**
 * What a search asks for: phrases of tokens that must all be found, each as it stands.
 * "Quoted" or “quoted” text is one phrase; other text is cut into words, each a phrase of its own.
 */
export function searchPhrases(text: string, cut: Cut): string[][] {
  const phrases: string[][] = []
  const parts = text.split(/["“”]/)
  parts.forEach((part, i) => {
    const quoted = i % 2 === 1
    const units = quoted ? [part] : part.split(/\s+/).flatMap(cut)
    for (const unit of units) {
      const tokens = searchTokens(unit)
      if (tokens.length > 0) phrases.push(tokens)
    }
  })
  return phrases
}
