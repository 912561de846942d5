import type { CommentRow } from '@huiyin/schemas/api.ts'
import { tickets } from './texts.ts'

/** Made-up comments of a made-up county: some of today, some with a ticket, and a long history that was imported. */

const HOUR = 3_600_000
const DAY = 24 * HOUR

type Sketch = Partial<CommentRow> & { text: string; ago: number }

const LONG_TALK = `说一下我家这几年的经过，希望有人看完。${'从旧楼搬到安置房以后，物业换了三家，每家来了都说先收费再整改，收完就没有下文，楼道灯坏了半年才换。'.repeat(5)}前天夜里消防栓漏水，电梯井里全是水，打了物业电话说等上班。${'我们不是要为难谁，只想知道到底该找哪个部门，谁来管，什么时候能有个说法。'.repeat(3)}`

const SKETCHES: Sketch[] = [
  {
    text: '漏水这么久没人修，路面都泡塌了一块，三轮车差点翻进去！A3出口那边更严重，昨晚又漏水。',
    ago: 2 * HOUR,
    label: 'complaint',
    sentiment: 'negative',
    risk: { score: 58, level: 'orange' },
    author: '河沿街卖豆腐的',
    likes: 43
  },
  {
    text: LONG_TALK,
    ago: 3 * DAY,
    label: 'complaint',
    sentiment: 'negative',
    risk: { score: 37, level: 'yellow' },
    author: '安置房三号楼',
    platform: 'wechat',
    accountName: '青石发布'
  },
  {
    text: '感谢热线小姑娘，漏水的事一个电话就解决了，当天就来人！',
    ago: 5 * DAY,
    label: 'other',
    sentiment: 'positive',
    risk: { score: 0, level: 'blue' },
    author: '退休教师老魏',
    platform: 'kuaishou',
    accountName: '青石融媒',
    postTitle: '12345热线半年回访',
    link: 'https://example.org/hotline'
  },
  {
    text: '您好，抢修队已到现场，今晚22时前恢复路面通行。',
    ago: HOUR,
    ours: true,
    author: '青石发布',
    postTitle: '关于河沿街管网抢修的情况说明'
  },
  {
    text: '公园那个5G智慧路灯，扫码显示 WiFi 密码错误，充电口也是坏的。',
    ago: 40 * DAY,
    label: 'inquiry',
    sentiment: 'neutral',
    risk: { score: 4, level: 'blue' },
    author: 'Leo在青石',
    platform: 'douyin',
    accountName: '青石融媒',
    firstText: '公园路灯坏了'
  },
  {
    text: '骗子物业，还我押金',
    ago: 60 * DAY,
    label: 'complaint',
    sentiment: 'negative',
    risk: { score: 21, level: 'blue' },
    state: 'deleted',
    author: '匿名住户'
  },
  { text: '', ago: 90 * DAY, state: 'erased', label: 'other', sentiment: 'neutral', risk: { score: 0, level: 'blue' } }
]

const ROADS = ['城南大道', '纺织路', '荷塘巷', '砚台街', '北门桥头', '杏花里']
const TOPICS = [
  ['的公交站牌什么时候更新？', 'inquiry', 'neutral'],
  ['晚上渣土车太吵，能不能管管。', 'complaint', 'negative'],
  ['建议加一条斑马线。', 'suggestion', 'neutral'],
  ['的花坛修得真好看。', 'other', 'positive']
] as const
const PLATFORMS = ['wechat', 'weibo', 'douyin', 'kuaishou'] as const

/** Two years ago, and older by 30 hours each. */
const history = Array.from({ length: 128 }, (_, at): Sketch => {
  const [words, label, sentiment] = TOPICS[at % TOPICS.length]!
  return {
    text: `${ROADS[at % ROADS.length]}${words}`,
    ago: 2 * 365 * DAY + at * 30 * HOUR,
    label,
    sentiment,
    risk: { score: at % 18, level: 'blue' },
    platform: PLATFORMS[at % PLATFORMS.length]!,
    author: `旧友${at + 1}`,
    postTitle: '政务留言板历史数据'
  }
})

const row = ({ ago, ...rest }: Sketch, at: number, now: number): CommentRow => ({
  id: `weibo/qingshi/old/c${at}/c${at}`,
  key: `weibo/qingshi/old/c${at}`,
  ours: false,
  publishedAt: now - ago,
  state: 'visible',
  platform: 'weibo',
  account: 'qingshi',
  accountName: '青石发布',
  post: 'old',
  postTitle: '关于河沿街管网抢修的情况说明',
  ...rest
})

/** The comments as they stand at `now`: 8 with a ticket, 7 of late, 128 of long ago. */
export const remarks = (now: number): CommentRow[] => [
  ...tickets(now).map(
    ({ id, thread, risk, sentiment, platform, account, accountName, post, postTitle }): CommentRow => ({
      ...thread[0]!,
      key: id.slice(0, id.indexOf('/by/')),
      platform,
      account,
      accountName,
      post,
      postTitle: postTitle!,
      sentiment,
      risk,
      ticket: id
    })
  ),
  ...[...SKETCHES, ...history].map((sketch, at) => row(sketch, at, now))
]
