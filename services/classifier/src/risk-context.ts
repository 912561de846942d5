/** How a phrase is meant where it stands. */
export type Meaning = 'now' | 'feared' | 'none'

const BEFORE = 14
const AFTER = 14

/** Ends a sentence: what is beyond says nothing of the phrase. */
const SENTENCE_END = /[。!?;\n\ue000\ue001]/

/** A denial right before the phrase, with nothing but light words between. */
const DENIED =
  /(?:没有|没|未|不是|并非|并无|无|不会|不存在|不算|别|不要|不再|从未|\b(?:no|not|without|never)\b)(?:发生|出现|任何|什么|再|被|有|人员|人|过|是|真的|真|因|造成|引起|引发|导致|一起|一次|去|想|要|用|了| |a )*$/

/** Holds 没, 不, 无 or 别 and denies nothing. */
const NO_DENIAL = /有没有|是不是|会不会|能不能|要不要|没人|没有人|无人|不小心|特别|级别|别墅|别人/g

const FEARED_BEFORE =
  /如果|假如|要是|万一|一旦|防止|预防|避免|谨防|严防|以防|以免|免得|小心|当心|容易|可能|屡屡|酿成|早晚|迟早|差点|险些|生怕|就怕|担心|去年|前年|那年|当年|以前|之前|曾经|小时候|上次|上个月|上周|历史|电影|电视|小说|游戏|演戏|做梦|梦见|演练|演习|知识|如何|新闻|报道|听说|网传|据说|谣言|辟谣|致敬|祈祷|祈福|感谢|谢谢|心疼|愿你|愿他|愿大家|愿所有|\b(?:if|in case|movie|last year|drill)\b/

const FEARED_AFTER =
  /演练|演习|预防|知识|怎么急救|急救方法|怎么防|保险|电影|剧情|扑灭|灭了|救出|救上来|救回|获救|脱险|脱困|平安|没事了|找到了|控制住|解除|抢通|谣言|辟谣|假的|虚惊|一路走好|安息|新闻|是真的吗|纪念|英雄|重建|\b(?:drill|rescued|found)\b/

/** An end that has not come. */
const NOT_OVER = /(?:没有|没|未|无法)能?(?:被)?(?:扑灭|救出|救上来|控制住|脱险|脱困|解除|抢通|找到)/g

const OPENING = /[“「『《‘]/g
const CLOSING = /[”」』》’]/g

const wordsAround = (units: Uint16Array, from: number, to: number) => String.fromCharCode(...units.subarray(from, to))

const lastSentence = (text: string) => text.split(SENTENCE_END).at(-1)!
const firstSentence = (text: string) => text.split(SENTENCE_END)[0]!

/** True when the clause before the phrase denies it. */
function isDenied(before: string): boolean {
  const clause = before.split(/[,、:]/).at(-1)!
  return DENIED.test(clause.replace(NO_DENIAL, '…')) || /别担心|不用担心|别怕/.test(before)
}

/** True inside quotation marks or a title. */
function isQuoted(before: string, after: string): boolean {
  const opened = (before.match(OPENING)?.length ?? 0) - (before.match(CLOSING)?.length ?? 0)
  return opened > 0 && after.search(CLOSING) >= 0
}

const isFeared = (before: string, after: string) =>
  FEARED_BEFORE.test(before.replace('不小心', '')) || FEARED_AFTER.test(after.replace(NOT_OVER, ''))

/** Whether what stands in units[from, to) is said to happen now, is feared or remembered, or is denied. */
export function meaningOf(units: Uint16Array, length: number, from: number, to: number): Meaning {
  const before = lastSentence(wordsAround(units, Math.max(0, from - BEFORE), from))
  const after = firstSentence(wordsAround(units, to, Math.min(length, to + AFTER)))
  if (isDenied(before)) return 'none'
  if (isQuoted(before, after) || isFeared(before, after)) return 'feared'
  return 'now'
}
