import type { ThreadComment, TicketRow, TicketView } from '@huiyin/schemas/api.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import { judged } from './judged.ts'

/** Made-up tickets of a made-up county, for tests of the page. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export const OPERATOR = { id: 'li-wen', name: '李雯', role: 'operator' }
export const COLLEAGUE = { id: 'zhou-ming', name: '周明', role: 'operator' }
export const HEAD = { id: 'chen', name: '陈主任', role: 'head' }
export const WATER = { id: 'wu', name: '吴工', role: 'department', department: '水务局' }
const desk = { id: 'system:desk', name: 'desk', role: 'system' }

type Sketch = Partial<TicketRow> & { text: string; dueIn: number; postTitle?: string; reasons?: string[] }

const SKETCHES: Sketch[] = [
  {
    text: '新华路老桥栏杆断了一截，孩子们每天放学从那儿过，昨天差点掉下去，能不能今天就派人围一下？',
    dueIn: -12 * MINUTE,
    label: 'complaint',
    urgent: true,
    sentiment: 'negative',
    citizen: '桥头老张',
    risk: { score: 82, level: 'red' },
    reasons: ['minors-in-danger', 'public-safety', 'complaint', 'negative'],
    postTitle: '青石县城区桥梁春季巡查启动',
    department: '交通运输局',
    platform: 'weibo',
    accountName: '青石发布'
  },
  {
    text: '幼儿园门口的下水井盖没了三天，用树枝插着，晚上根本看不见。',
    dueIn: 26 * MINUTE,
    label: 'complaint',
    urgent: true,
    sentiment: 'negative',
    citizen: '小满妈妈',
    risk: { score: 71, level: 'orange' },
    reasons: ['public-safety', 'minors', 'unheard'],
    postTitle: '青石县开展校园周边环境整治',
    platform: 'douyin',
    accountName: '青石融媒',
    acknowledgedBy: '周明'
  },
  {
    text: '停水通知说上午九点恢复，现在下午两点了还没来水，老人在家连药都没法冲，到底几点有个准信？',
    dueIn: 3 * HOUR + 20 * MINUTE,
    label: 'complaint',
    sentiment: 'negative',
    citizen: '云上的风',
    risk: { score: 46, level: 'yellow' },
    reasons: ['livelihood', 'unheard', 'negative'],
    postTitle: '关于城东片区临时停水的通知',
    platform: 'wechat',
    accountName: '青石发布',
    department: '水务局'
  },
  {
    text: '请问灵活就业人员今年的医保缴费窗口开到哪天？周末能办吗？',
    dueIn: 9 * HOUR + 5 * MINUTE,
    label: 'inquiry',
    sentiment: 'neutral',
    citizen: '阿禾',
    risk: { score: 8, level: 'blue' },
    postTitle: '2026年城乡居民医保缴费提醒',
    platform: 'wechat',
    accountName: '青石医保',
    department: '医疗保障局'
  },
  {
    text: '建议湿地公园的步道装几盏感应灯，晚饭后散步的人很多，有一段完全是黑的。',
    dueIn: 14 * HOUR,
    label: 'suggestion',
    sentiment: 'neutral',
    citizen: '湖边跑步的人',
    risk: { score: 14, level: 'blue' },
    postTitle: '湿地公园二期开园',
    platform: 'weibo',
    accountName: '青石发布'
  },
  {
    text: '呵呵，这回答跟没答一样，绕了一圈还是让我们等。',
    dueIn: 17 * HOUR + 40 * MINUTE,
    label: 'other',
    review: true,
    reviewWhy: 'unsure',
    confidence: 0.48,
    sentiment: 'negative',
    citizen: '老城区居民',
    risk: { score: 27, level: 'yellow' },
    reasons: ['negative'],
    postTitle: '老城区加装电梯答疑',
    platform: 'kuaishou',
    accountName: '青石融媒'
  },
  {
    text: '公交12路末班车能不能从九点延到十点？高三晚自习下课根本赶不上。',
    dueIn: 19 * HOUR + 12 * MINUTE,
    label: 'suggestion',
    sentiment: 'neutral',
    citizen: '栀子花开',
    risk: { score: 11, level: 'blue' },
    postTitle: '城区公交线路优化征求意见',
    platform: 'douyin',
    accountName: '青石融媒'
  },
  {
    text: '社保卡换第三代要带什么材料？异地能代办吗？',
    dueIn: 22 * HOUR + 3 * MINUTE,
    label: 'inquiry',
    sentiment: 'neutral',
    citizen: '远行的船',
    risk: { score: 5, level: 'blue' },
    postTitle: '第三代社保卡换发指南',
    platform: 'wechat',
    accountName: '青石人社'
  }
]

/** The tickets as they stand at `now`, the most pressing first. */
export function tickets(now: number): TicketView[] {
  return SKETCHES.map((sketch, at) => view(sketch, at + 1, now))
}

/** A ticket that comes in while one is looking. */
export const newcomer = (now: number): TicketView =>
  view(
    {
      text: '人民医院挂号系统从早上开始一直转圈，窗口排到了门外，有人知道怎么回事吗？',
      dueIn: 23 * HOUR + 58 * MINUTE,
      label: 'inquiry',
      sentiment: 'negative',
      citizen: '排队的人',
      risk: { score: 33, level: 'yellow' },
      postTitle: '县人民医院门诊预约须知',
      platform: 'weibo',
      accountName: '青石发布'
    },
    40,
    now
  )

function view({ text, dueIn, postTitle, reasons = [], ...row }: Sketch, number: number, now: number): TicketView {
  const id = `weibo/qingshi/post-${number}/c${number}/by/u${number}`
  const urgent = row.urgent ?? false
  const openedAt = now + dueIn - (urgent ? HOUR : 24 * HOUR)
  const events: HouseEvent[] = (
    [
      ['ticket.opened', { label: row.label ?? 'inquiry' }],
      ['turn.citizen', {}],
      ['clock.started', { dueAt: now + dueIn }],
      ...(row.acknowledgedBy ? [['ticket.acknowledged', { until: now + 15 * MINUTE }] as const] : []),
      ...(dueIn < 0 ? [['clock.breached', { dueAt: now + dueIn }] as const] : [])
    ] as const
  ).map(([type, data], at) => ({
    id: `${id}#${at + 1}`,
    key: id,
    ticket: id,
    n: at + 1,
    type,
    at: openedAt + (at + 1) * 20_000,
    actor: type === 'ticket.acknowledged' ? COLLEAGUE : desk,
    data
  }))
  const comment: ThreadComment & ReturnType<typeof judged> = {
    id: `weibo/qingshi/post-${number}/c${number}/c${number}`,
    ours: false,
    author: row.citizen ?? '网友',
    text,
    publishedAt: openedAt,
    state: 'visible',
    likes: number * 7,
    place: '青石',
    label: row.label ?? 'inquiry',
    ...judged(text)
  }
  return {
    id,
    number: `QS7${number}-9K${number}M`.padEnd(9, 'X').slice(0, 9),
    platform: 'weibo',
    account: 'qingshi',
    accountName: '青石发布',
    status: 'open',
    review: false,
    label: 'inquiry',
    confidence: 0.91,
    sentiment: 'neutral',
    urgent,
    risk: { score: 5, level: 'blue' },
    excerpt: text,
    openedAt,
    dueAt: now + dueIn,
    ...(dueIn < 0 && { outcome: 'missed_open' }),
    owed: 1,
    lastTurn: 2,
    locked: false,
    watched: false,
    undecided: 0,
    exhausted: false,
    tags: [],
    noteCount: 0,
    cycle: 1,
    clock: { kind: 'first', urgent, provisional: false },
    demo: true,
    n: events.length,
    ...row,
    post: `post-${number}`,
    postTitle: postTitle ?? '',
    link: `https://example.org/post-${number}`,
    reasons,
    turns: [{ n: 2, by: 'citizen', comment: comment.id, at: openedAt, excerpt: text }],
    clocks: [firstClock(openedAt, now + dueIn, urgent)],
    cycles: [{ n: 1, openedAt }],
    replies: [],
    writing: {
      limit: 140,
      kind: 'final',
      important: urgent ? ['urgent'] : [],
      selfReview: true,
      ...(urgent && { promiseUntil: now + 15 * 24 * HOUR })
    },
    dispatches: [],
    asks: [],
    supervised: [],
    links: { absorbed: [], related: [] },
    notes: [],
    needs: [],
    may: [],
    thread: [comment],
    history: events
  }
}

function firstClock(startedAt: number, dueAt: number, urgent: boolean): TicketView['clocks'][number] {
  const target = { kind: 'CALENDAR_HOURS', ms: dueAt - startedAt } as const
  return {
    id: 'first-1',
    kind: 'first',
    cycle: 1,
    policy: 'default-3',
    calendar: 'round-the-clock@1',
    target,
    urgent,
    startedAt,
    countedFrom: startedAt,
    used: 0,
    pauses: [],
    dueAt,
    dueSetBy: 3,
    warnBefore: [],
    warned: [],
    may: [],
    why: {
      explanation: {
        target,
        start: startedAt,
        dueAt,
        used: 0,
        counted: [{ from: startedAt, to: dueAt }],
        skipped: [],
        replaced: [],
        pauses: [],
        unknownYears: [],
        zone: 'Asia/Shanghai',
        calendar: { id: 'round-the-clock', version: '1' },
        policy: 'default-3'
      },
      zh: '自然时间，从留言时起不分昼夜计算。',
      en: 'Natural time, counted round the clock from when it was written.'
    }
  }
}
