import { STOP_WORDS } from '@huiyin/domain/topics/stop-words.ts'
import { isCommonWord } from './common-words.ts'

/** What a name of a place in a town ends with; on one line those that people take for each other. */
const KINDS: readonly string[][] = `
小区
花园
家园
花苑
公寓
社区
新村
新城
苑
大道 大街 街
路口 路
巷
大桥 桥洞 桥下 桥
学校
小学
中学
大学
学院
幼儿园
医院 卫生院
菜市场 市场 菜场
商场 商城
超市
广场
大厦
工业园 开发区 园区
工地 项目
火车站 地铁站 汽车站 车站
码头
机场
公园
水库
村
镇
乡
庄
湾`
  .trim()
  .split('\n')
  .map(line => line.split(' '))
const KIND_OF = new Map(KINDS.flatMap((endings, kind) => endings.map(ending => [ending, kind] as const)))
const LINES = new Set(['路', '路公交', '路公交车', '号线', '路车'])
const NUMBER = /^\d{1,3}$/
const HAN = /^\p{Script=Han}+$/u
const POINTS = /^[这那哪某每各该我你他]|[条个座所些]$/
const LONGEST_NAME = 6
const MOST = 4
/** Words before an ending that name nothing. */
const NO_NAMES = new Set(
  '社区 街道 本地 外地 住宅 农贸 商业 居民 安置 老旧 高速 铁路 公路 道路 柏油 水泥 乡村 农村 县城 城市 全国 全县 全市 中心 综合 公共 隔壁 门口 家门口 附近 旁边 整个 修好 反映 救命 关注 领导 大家 帮顶 老人 孩子 学生 家长 业主 物业 学校 小学 中学 医院 市场 公园 工地 项目 建设 投资 工程 扶贫 电动 马 道 铁 公'.split(
    ' '
  )
)

export interface PlaceName {
  name: string
  /** The same for the names that people use for one place: 老虎滩桥 and 老虎滩大桥. */
  key: string
}

/** The key of a name; of one without an ending itself. */
export function placeKey(name: string): string {
  for (let from = 1; from < name.length; from++) {
    const kind = KIND_OF.get(name.slice(from))
    if (kind !== undefined) return `${name.slice(0, from)}·${kind}`
  }
  return name
}

/** A name without its ending. */
export const placeStem = (name: string): string => placeKey(name).split('·')[0]!

/**
 * Names of places that the words of a text spell, as far as their endings tell: 阳光 + 小区, 和平路, 17 + 路. What the
 * gazetteer does not know is found so too; what is no name (我们小区, 马路) is left out.
 */
export function placeNames(words: readonly string[]): PlaceName[] {
  const found: PlaceName[] = []
  for (let i = 0; i < words.length && found.length < MOST; i++) {
    const name = nameAt(words[i]!, words[i - 1] ?? '')
    if (name === undefined) continue
    const key = placeKey(name)
    if (!found.some(known => known.key === key)) found.push({ name, key })
  }
  return found
}

function nameAt(word: string, before: string): string | undefined {
  if (LINES.has(word) && NUMBER.test(before)) return `${before}${word.slice(0, word === '号线' ? 2 : 1)}`
  if (KIND_OF.has(word))
    return isName(before) && (word.length > 1 || !isCommonWord(before)) ? `${before}${word}` : undefined
  if (word.length < 3 || word.length > LONGEST_NAME + 2 || !HAN.test(word)) return undefined
  const [stem, kind] = placeKey(word).split('·')
  return kind !== undefined && isName(stem!) ? word : undefined
}

const isName = (word: string) =>
  word.length >= 2 &&
  word.length <= LONGEST_NAME &&
  HAN.test(word) &&
  !POINTS.test(word) &&
  !STOP_WORDS.has(word) &&
  !NO_NAMES.has(word)
