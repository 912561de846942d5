import { commentId, threadKey, ticketId, ticketNumber } from '@huiyin/domain/ids.ts'
import { SIMPLIFIED_PAIRS } from '@huiyin/domain/search/simplified-table.ts'
import { classification, comment, HOUR, NOON, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { PlatformName, RiskLevel } from '@huiyin/schemas/names.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { CHATTER } from './chatter.ts'
import { MATTERS, type Matter } from './matters.ts'

/** A made-up text and what it is about, by which it is judged. */
export interface Made {
  n: number
  /** Which matter, and which of its sentences. */
  matter: string
  sentence: number
  /** A matter that is only mentioned. */
  aside?: string
  label: Matter['label']
  platform: PlatformName
  author: string
  place: string
  level: RiskLevel
  risk: number
  traditional: boolean
  /** In simplified characters, as it was made. */
  plain: string
  text: string
  at: number
}

const PLATFORMS: readonly PlatformName[] = ['wechat', 'weibo', 'douyin', 'kuaishou']
const PLACES = ['青石巷', '云溪镇', '梅园小区', '滨江路', '东风村', '翡翠湾', '城北新区', '柳林街道']
const AUTHORS = ['城南老张', '爱吃糖的猫', '小满妈妈', 'Lily_chen', '路过的风', '梅园业主', '骑行者阿宽', '退休教师周']
const OPENINGS = ['', '', '你好，', '请问一下，', '反映一个问题：', '各位领导好，', '求助！', '在线等，']
const TAILS = ['', '', '谢谢', '希望尽快处理', '已经反映过两次了', '有没有人管管啊', '坐等回复', '辛苦了']

/** A small generator of numbers that gives the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One traditional character for each simplified one, the first by code that is no variant of Japan or of old print. */
const traditionalFor = new Map<string, string>()
const pairs = [...SIMPLIFIED_PAIRS]
for (let i = 0; i < pairs.length; i += 2) {
  const [traditional, plain] = [pairs[i]!, pairs[i + 1]!]
  const isUsual = /[\u4e00-\u9fa5]/.test(traditional)
  if (isUsual && !traditionalFor.has(plain)) traditionalFor.set(plain, traditional)
}
const inTraditional = (text: string) => Array.from(text, char => traditionalFor.get(char) ?? char).join('')

const COPIES = 2
const CHATTERS = 650

interface Making {
  matters: readonly Matter[]
  seed: number
  /** So many that say nothing. */
  chatters: number
}

/** Each sentence of each matter twice, in other company, among chatter: the same in every run. */
export function makeDocuments(making: Making = { matters: MATTERS, seed: 20_261_122, chatters: CHATTERS }): Made[] {
  const next = numbers(making.seed)
  const one = <V>(values: readonly V[]): V => values[Math.floor(next() * values.length)]!
  const matters = making.matters.flatMap(({ id, says, label }) =>
    says.flatMap((said, sentence) => Array.from({ length: COPIES }, () => ({ id, said, label, sentence })))
  )
  const chatter = Array.from({ length: making.chatters }, () => {
    const said = [one(CHATTER), one(CHATTER), next() < 0.5 ? one(CHATTER) : ''].filter(Boolean).join('，')
    return { id: 'chatter', said, label: 'other' as const, sentence: 0 }
  })
  return [...matters, ...chatter].map(({ id, said, label, sentence }, n) => {
    const place = one(PLACES)
    const other = id !== 'chatter' && next() < 0.25 ? one(making.matters.filter(matter => matter.id !== id)) : undefined
    const body = [next() < 0.4 ? `${place}${said}` : said, other?.aside, one(TAILS)].filter(Boolean).join('，')
    const plain = one(OPENINGS) + body
    const traditional = next() < 0.12
    const risk = Math.floor(next() * 100)
    const level = risk >= 80 ? 'red' : risk >= 60 ? 'orange' : risk >= 40 ? 'yellow' : 'blue'
    return {
      ...{ n, matter: id, sentence, label, place, risk, level, plain, traditional },
      ...(other && { aside: other.id }),
      platform: one(PLATFORMS),
      author: one(AUTHORS),
      text: traditional ? inTraditional(plain) : plain,
      at: NOON - Math.floor(next() * 90 * 24) * HOUR - n
    }
  })
}

const threadOf = ({ n, platform }: Made) => ({ platform, account: '1001', post: `p${n % 40}`, root: `c${n}` })

/** It as a comment that was collected and classified. */
export function commentOf(made: Made): StoredComment {
  const native = { ...threadOf(made), comment: `c${made.n}` }
  return comment({
    ...native,
    id: commentId(native),
    key: threadKey(native),
    text: made.text,
    firstText: made.text,
    author: { id: `u-${made.author}`, name: made.author },
    place: made.place,
    publishedAt: made.at,
    classification: classification({
      label: made.label,
      risk: { score: made.risk, level: made.level, reasons: [] },
      words: made.plain
    })
  })
}

/** It as a ticket, half of them with a clock that runs. */
export function ticketOf(made: Made): Ticket {
  const native = { ...threadOf(made), comment: `c${made.n}`, author: { id: `u-${made.author}` } }
  const id = ticketId(native)
  const base = ticket({ id, says: made.text })
  return {
    ...base,
    ...threadOf(made),
    key: threadKey(native),
    number: ticketNumber(id),
    citizen: { id: `u-${made.author}`, name: made.author },
    label: made.label,
    risk: { score: made.risk, level: made.level, reasons: [] },
    places: [made.place],
    openedAt: made.at,
    turns: base.turns.map(turn => ({ ...turn, excerpt: made.text, at: made.at })),
    clocks: base.clocks.map(clock => ({
      ...clock,
      dueAt: made.at + 24 * HOUR,
      ...(made.n % 2 === 1 && { stoppedAt: made.at + HOUR })
    }))
  }
}

/** The id by which a document is known in both shapes. */
export const idOfMade = (made: Made) => commentOf(made).id
