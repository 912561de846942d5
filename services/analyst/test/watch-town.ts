import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import type { Watch, WatchOptions } from '@huiyin/analyst/watch/types.ts'
import { openWatch } from '@huiyin/analyst/watch/watch.ts'
import { commentId, threadKey } from '@huiyin/domain/ids.ts'
import type { Signal } from '@huiyin/domain/incidents/signal.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Classified, Observation } from '@huiyin/schemas/comment.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** A Monday, midnight in Shanghai. */
export const MONDAY = Date.UTC(2026, 7, 2, 16)

export const { cut } = segmenter()
export const open = (options: Partial<WatchOptions> = {}) => openWatch({ cut, ...options })

type Given = Partial<Observation> & { how?: Partial<Classification>; number?: number }

let numbers = 0

/** A citizen's comment, classified as an angry complaint unless told otherwise. */
export function said(text: string, at: number, { how, number = numbers++, ...given }: Given = {}): Classified {
  const native = {
    platform: 'weibo',
    account: 'county',
    post: 'p1',
    root: `${number}`,
    comment: `${number}`,
    ...given
  } as const
  const id = commentId(native)
  const key = threadKey(native)
  const observation: Observation = {
    id,
    key,
    ...native,
    author: { id: `citizen-${number}` },
    ours: false,
    text,
    publishedAt: at,
    observedAt: at + 1_000,
    term: 1,
    source: 'poll',
    history: false,
    ...given
  }
  return { id, key, observation, classification: { ...complaint(text), ...how } }
}

export const complaint = (text: string): Classification => ({
  model: 'test',
  words: cut(text)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
    .join(' '),
  label: 'complaint',
  confidence: 0.9,
  sentiment: { name: 'negative', score: -0.8 },
  risk: { score: 20, level: 'blue', reasons: [] },
  urgent: false,
  departments: [{ name: '城乡建设', confidence: 0.9 }]
})

export const PRAISE: Partial<Classification> = { label: 'other', sentiment: { name: 'positive', score: 0.9 } }
export const QUESTION: Partial<Classification> = { label: 'inquiry', sentiment: { name: 'neutral', score: 0 } }

const EVERYDAY =
  '社保卡丢了怎么补|公积金几号到账|驾照到期去哪换|学校几号报名|广场舞太吵|路灯坏了|垃圾桶满了|公交卡在哪充值|医保怎么缴费|身份证过期了|楼上装修吵人|车位太贵|物业费涨价|水费怎么查|发票怎么开'.split(
    '|'
  )

/** Ordinary days: each hour of the day some of what is always said. Gives back what was told. */
export function ordinary(watch: Watch, from: number, days: number, each = 4): Signal[] {
  const told: Signal[] = []
  for (let hour = 0; hour < days * 24; hour++) {
    const at = from + hour * HOUR
    const count = hour % 24 < 7 ? 1 : each
    const some = Array.from({ length: count }, (_, i) => {
      const text = EVERYDAY[(hour * 7 + i * 4) % EVERYDAY.length]!
      return said(text, at + i * MINUTE, { how: QUESTION })
    })
    told.push(...watch.take(some, at + HOUR - 1), ...watch.tick(at + HOUR - 1))
  }
  return told
}

/** Takes texts one by one, one each so many ms; gives back what was told, with how many had come. */
export function tell(watch: Watch, texts: readonly string[], from: number, each: number, given: Given = {}) {
  return texts.flatMap((text, i) => {
    const at = from + i * each
    return watch.take([said(text, at, given)], at + 1_000).map(signal => ({ ...signal, after: i + 1 }))
  })
}

export const WATER =
  '翠屏小区停水三天了|翠屏小区水管一滴水都没有，没法过|翠屏小区自来水停了，没人管|停水三天了，翠屏小区的人怎么过|翠屏小区又停水|我们翠屏小区断水，洗澡都成问题|翠屏小区停水，自来水公司电话打不通|翠屏小区自来水三天没来|翠屏小区水管没水，停水不通知|翠屏小区停水三天，老人怎么过|翠屏小区停水第三天|翠屏小区水管还是没水'.split(
    '|'
  )
/** The same in nearly the same words. */
export const ALIKE =
  '翠屏小区停水三天了|翠屏小区停水没人管|翠屏小区又停水|翠屏小区停水第三天|停水三天了，翠屏小区怎么过'.split('|')
export const ELEVATOR =
  '天悦公馆电梯困人了|天悦公馆电梯又坏|天悦公馆的电梯掉下来两层|天悦公馆电梯门夹人|天悦公馆电梯困人半小时|天悦公馆电梯没人修|电梯又困人，天悦公馆物业不管|天悦公馆电梯急停吓死人|天悦公馆电梯停用吧|天悦公馆电梯天天坏|天悦公馆电梯门关不上|天悦公馆电梯又困住老人'.split(
    '|'
  )
