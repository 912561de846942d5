import { MASK } from './normalise.ts'
import { listed, openPhrases } from './phrases.ts'

/** What a hand would point at: groups of phrases, each one cue. */
const SAID: Record<string, readonly string[]> = {
  'asks-openly': listed('请问、想问、问一下、问下、咨询、求问、请教、想知道、想了解、求解答、求告知、麻烦问'),
  'asks-when-where': listed(`
    什么时候、啥时候、啥时、何时、几号、几点、多久、哪里、哪儿、在哪、去哪、哪个部门、哪天、多少钱
    多少、几天
  `),
  'asks-how': listed(`
    怎么办理、怎么办、怎么弄、怎么报名、怎么申请、怎么查、如何、咋办、咋弄、需要什么、需要带、要带什么
    什么条件、什么手续、什么材料
  `),
  'asks-whether': listed(`
    是否、有没有、是不是、能否、可否、可不可以、还能、能不能、行不行、要不要、算不算、会不会、可以吗
    对吗、能吗
  `),
  'asks-why': listed('为什么、为啥、为何、咋回事、怎么回事、什么原因'),
  'question-particle': listed('吗、呢?、么?、不?、没?、嘛?、啊?'),
  'question-mark': listed('?'),
  rhetorical: listed(`
    难道、何必、何况、谁不、不就是、凭什么、凭啥、岂不、还用说、不好吗、不香吗、什么叫、怎么好意思
    谁信、有意思吗、懂吗、至于吗、你说呢
  `),
  proposes: listed(`
    建议、提议、提个、能不能、应该、应当、最好、不如、不妨、可以考虑、要是能、如果能、何不、何不如
    是不是可以、其实可以、能否、可以学、加装、增设、增加、推广、完善、改成、改为
  `),
  'proposes-softly': listed('吧、呗、噻、可唔可以、多好、就好了、更好、考虑一下、please、should、would be'),
  'wants-more': listed(`
    多开、多发、多设、多修、多放、多搞、多派、多安排、多摆、加个、加几、加一、装个、装一个、设个、搞个
    换个、修个、放宽、延长、延到、提前、取消、放开、早点、少搞、别搞、别再、不如
  `),
  hopes: listed(`
    希望、盼望、期盼、恳请、请求、恳求、强烈要求、要求、呼吁、请相关、请有关、请政府、请领导、求求
    拜托、麻烦、望
  `),
  complains: listed(`
    投诉、举报、反映、反应、没人管、无人管、不管、不作为、推诿、踢皮球、扰民、太差、敷衍、糊弄、忽悠
    骗、坑、乱收费、拖欠、欠薪、曝光、维权、严重影响、受不了、至今、打不通、没人接、不给解决、不解决
    还没
  `),
  'goes-on': listed(`
    天了、个月、年了、半年、半拉月、一直、天天、每天、每次、又、还是、至今、多次、第0次、越来越、永远
    次了、趟
  `),
  broken: listed(`
    坏了、坏、堵、臭、停水、停电、漏、吵、脏、乱停、占道、不发、不给、不退、拖、欠、扣、罚、没人、锁着
    关门、塌、裂、黑烟、污染、异味、噪音、乱
  `),
  endures: listed(`
    我家、我们小区、我们村、我们这、我们单位、楼下、楼上、小区、门口、我妈、我爸、孩子、家里、本人
    老家、我们学校、我们家、这边
  `),
  addressed: listed(`
    领导、政府、有关部门、相关部门、书记、市长、县长、局长、区长、镇长、贵局、贵单位、小编、住建、城管
    交警、公安、教育局、环保局、人社、社区、街道办、物业
  `),
  'addressed-you': listed('你们、您、贵'),
  thanks: listed(`
    谢谢、感谢、辛苦、致敬、点赞、感恩、好样的、厉害、棒、支持、加油、赞、给力、平安、向你们、英雄
    最美、祝
  `),
  laughs: listed(`
    哈哈、笑死、hhh、嘿嘿、呵呵、嘻嘻、[笑、[doge、[允悲、[吃瓜、[二哈、😂、🤣、狗头、吃瓜、绷不住
    乐了
  `),
  mocks: listed(`
    呵呵、呵呵呵、真行、真会、好一个、不愧是、可真、笑话、作秀、形式主义、面子工程、吹牛、就这
    懂的都懂、官僚、打脸
  `),
  opinion: listed(`
    我觉得、个人认为、我认为、说明、其实、毕竟、总之、反正、所以说、不过、看来、果然、说实话、讲真
  `),
  spam: listed(`
    加微信、加我、兼职、私信、代办、代开、优惠、扫码、日入、日赚、贷款、低价、vx、薇信、免费领、互关
    互粉、沙发、前排、打卡、路过、转发微博、转发
  `),
  urges: listed('赶紧、尽快、快点、抓紧、马上、立即、赶快、早日、及时、火速、速速'),
  denies: listed('没有、没、不、未、别、无')
}

const SHAPE = [
  'exclaims',
  'sticker',
  'mention',
  'address',
  'hashtag',
  'latin',
  'ends-asking',
  'many-clauses',
  'digits'
] as const
const LENGTHS = [6, 12, 20, 35, 60, 100, 200, 500] as const // in units; the last bucket is open

/** A text of so many units or fewer is a comment, not a letter: its label has weights of its own. */
export const SHORT = 60

/** Names of the cues, by number. */
export const CUES: readonly string[] = [
  ...Object.keys(SAID),
  ...SHAPE,
  ...LENGTHS.map(limit => `up-to-${limit}`),
  'longer'
]

const number = (cue: string) => CUES.indexOf(cue)
const SHAPE_AT = Object.fromEntries(SHAPE.map(name => [name, number(name)])) as Record<(typeof SHAPE)[number], number>
const LENGTH_AT = number('up-to-6')

/** What a unit is besides a letter: the cue that it gives by itself; 0, which is no shape, for none. */
const shapeOf = new Uint8Array(0x10000)
for (const [sign, shape] of [
  ['!', SHAPE_AT.exclaims],
  ['[', SHAPE_AT.sticker],
  [String.fromCharCode(MASK.mention), SHAPE_AT.mention],
  [String.fromCharCode(MASK.url), SHAPE_AT.address],
  ['#', SHAPE_AT.hashtag],
  ['0', SHAPE_AT.digits]
] as const)
  shapeOf[sign.charCodeAt(0)] = shape

const isMark = (unit: number) =>
  unit === 0x2c || unit === 0x3002 || unit === 0x21 || unit === 0x3f || unit === 0x3b || unit === 0x20
const isLatin = (unit: number) => unit >= 0x61 && unit <= 0x7a
const isHan = (unit: number) => unit >= 0x4e00 && unit <= 0x9fff

function lengthCue(length: number): number {
  const at = LENGTHS.findIndex(limit => length <= limit)
  return LENGTH_AT + (at < 0 ? LENGTHS.length : at)
}

/** Opens a reader that names each cue of a normalised text once. */
export function openCues() {
  const phrases: string[] = []
  const cueOf: number[] = []
  Object.values(SAID).forEach((said, cue) => {
    for (const phrase of said) {
      phrases.push(phrase.normalize('NFKC'))
      cueOf.push(cue)
    }
  })
  const find = openPhrases(phrases)
  const seen = new Uint8Array(CUES.length)

  return (units: Uint16Array, length: number, tell: (cue: number) => void): void => {
    seen.fill(0)
    find(units, length, phrase => {
      seen[cueOf[phrase]!] = 1
    })
    let latin = 0
    let clauses = 0
    for (let i = 1; i < length - 1; i++) {
      const unit = units[i]!
      if (isHan(unit)) continue
      if (isLatin(unit)) latin++
      if (isMark(unit)) clauses++
      const shape = shapeOf[unit]!
      if (shape > 0) seen[shape] = 1
    }
    if (latin * 2 > length) seen[SHAPE_AT.latin] = 1
    if (clauses > 3) seen[SHAPE_AT['many-clauses']] = 1
    if (length > 2 && units[length - 2] === 0x3f) seen[SHAPE_AT['ends-asking']] = 1
    seen[lengthCue(length - 2)] = 1
    for (let cue = 0; cue < seen.length; cue++) if (seen[cue] === 1) tell(cue)
  }
}
