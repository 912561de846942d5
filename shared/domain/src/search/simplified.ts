import { SIMPLIFIED_PAIRS } from './simplified-table.ts'

const chars = [...SIMPLIFIED_PAIRS]

/** Where in `chars` the simplified character of a code unit stands; 0 for none. What two units make is in the map. */
const places = new Uint16Array(0x10000)
const ofPairs = new Map<string, string>()
for (let i = 0; i < chars.length; i += 2) {
  const char = chars[i]!
  if (char.length === 1) places[char.charCodeAt(0)] = i + 1
  else ofPairs.set(char, chars[i + 1]!)
}

/** The simplified character for a traditional one or a variant; any other character as it is. */
export function simplifiedChar(char: string): string {
  if (char.length > 1) return ofPairs.get(char) ?? char
  const place = places[char.charCodeAt(0)]
  return place ? chars[place]! : char
}

/** A text in simplified characters, one for one, in compatibility form; words are not looked at, so 乾 is always 干. */
export function simplified(text: string): string {
  const given = text.normalize('NFKC')
  for (let i = 0; i < given.length; i += 1) {
    const unit = given.charCodeAt(i)
    if (places[unit] !== 0 || isSurrogate(unit)) return Array.from(given, simplifiedChar).join('')
  }
  return given
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff
