import { searchTokens } from '../search-text.ts'
import { COMMON_CHARACTERS } from './common-characters.ts'
import { COMMON_WORDS } from './common-words.ts'

/** Of what nobody has counted. */
export const RAREST = 11.5

/** Words that most people write to an office, whatever it is about; in books they are rarer. */
const OF_LETTERS = [
  '小区 社区 居民 业主 邻居 市民 群众 老百姓 孩子 小孩 老人 家里 家门口 楼下 楼上 门口 附近 旁边 晚上 早上 半夜 白天 周末 每天 天天 好几天 几天',
  '小时 一个小时 投诉 反映 反应 找谁 联系 打电话 部门 单位 政府 领导 工作人员 办理 处理 解决 服务 情况 问题 严重 影响 太多 太少 太大 上班 下班',
  '希望 建议 尽快 负责 有人 没人 没人管 不管 管管 不了 不好 坏 修 交 收 快'
].flatMap(words => words.split(' '))
const IN_LETTERS = 6.5

const rarities = new Map<string, number>([
  ...COMMON_WORDS.flatMap(([rarity, words]) => words.split(' ').map(word => [keyOf(word), rarity] as const)),
  ...OF_LETTERS.map(word => [keyOf(word), IN_LETTERS] as const)
])

function keyOf(word: string): string {
  return searchTokens(word).join(' ')
}

/** How rare a word is, by its tokens: about 4 (了) to 11.5; what nobody has counted is rare. */
export const rarityOf = (tokens: readonly string[]): number => rarities.get(tokens.join(' ')) ?? rarityOfOther(tokens)

/** By which a word is bent, or joined to another by the segmenter: 坏了 is as common as 坏. */
const BENDING = new Set('了着过很太好不没能会一有都又还的地得里上下来去到')
const RATHER_RARE = 10.5

function rarityOfOther(tokens: readonly string[]): number {
  const bare = tokens.filter(token => !BENDING.has(token))
  if (bare.length === tokens.length) return RAREST
  return bare.length === 0 ? IN_LETTERS : (rarities.get(bare.join(' ')) ?? RATHER_RARE)
}

const ofCharacters = new Map(
  COMMON_CHARACTERS.flatMap(([rarity, characters]) => Array.from(characters, char => [char, rarity] as const))
)
const RAREST_CHARACTER = 10.5

/** How rare a character is in words: 4.5 (一) to 10.5, as one that nobody has counted and any Latin word. */
export const characterRarity = (token: string): number => ofCharacters.get(token) ?? RAREST_CHARACTER
