import { maskPersonal } from '../reply-check/mask-personal.ts'

/** What a text leaves the house without. */
export interface Hiding {
  /** Names of citizens. */
  names: readonly string[]
  /** Public phone numbers of the office, which stay. */
  phones?: readonly string[]
}

const NAME = '〔姓名〕'
const NUMBER = '〔号码〕'

const SURNAME =
  '(?:欧阳|司马|上官|诸葛|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文])'
const TITLED = new RegExp(`${SURNAME}\\p{Script=Han}{0,2}?(?=先生|女士|小姐|阿姨|叔叔|大爷|大妈|老师|同志)`, 'gu')
const CALLED = /((?:我|本人|他|她)(?:的?名字)?叫|姓名(?:是|为)?[:：]?|联系人(?:是)?[:：]?)\s*\p{Script=Han}{2,4}/gu
const MENTION = /[@＠][^\s@＠,，。.:：;；!！?？]{1,40}/gu
/** Numbers and handles, also those that a mask has left a part of. */
const RUN = /[\dA-Za-z*@._+-]{2,}/g
const isTelling = (run: string) => /[*@]|\d{5}|\d[\d.+-]{6,}\d/.test(run)

/** Chinese punctuation stays as it was written. */
const EXCEPT_SIGNS = /[^，。！？：；（）、…～]+/g

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * A text without what says who somebody is: names given, mentions, forms of address, numbers of five digits and more,
 * handles, and all that is masked elsewhere. Public phone numbers stay. Letters and digits of either width are made equal.
 */
export function hideCitizen(text: string, { names, phones = [] }: Hiding): string {
  const plain = text.replaceAll(EXCEPT_SIGNS, part => part.normalize('NFKC'))
  const known = phones.map(phone => phone.normalize('NFKC').trim()).filter(phone => /\d{3}/.test(phone))
  if (known.length === 0) return hidden(plain, names)
  const listed = new RegExp(`(?<![\\d*-])(${known.map(escaped).join('|')})(?![\\d*-])`, 'g')
  return plain
    .split(listed)
    .map((part, i) => (i % 2 === 1 ? part : hidden(part, names)))
    .join('')
}

function hidden(text: string, names: readonly string[]): string {
  const known = names.map(name => name.normalize('NFKC').trim()).filter(name => name !== '')
  const unnamed = known
    .toSorted((a, b) => b.length - a.length)
    .reduce((before, name) => before.replaceAll(name, NAME), text)
  return maskPersonal(unnamed.replaceAll(MENTION, NAME))
    .replaceAll(CALLED, `$1${NAME}`)
    .replaceAll(TITLED, NAME)
    .replaceAll(RUN, run => (isTelling(run) ? NUMBER : run))
}
