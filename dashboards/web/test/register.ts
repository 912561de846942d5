import type { AccountBody, AccountRow, ItemRow } from '@huiyin/schemas/api-accounts.ts'
import type { PostRow } from '@huiyin/schemas/api-intake.ts'

/** The accounts of the made-up county, its posts, and what waits for somebody. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const CAN: NonNullable<AccountRow['capabilities']> = {
  inbox: false,
  inboxPartial: false,
  comments: true,
  posts: true,
  counts: true,
  lookUp: 0,
  followUp: false,
  reply: true,
  replyAgain: false,
  replace: true,
  deleteReply: true,
  deleteComment: true,
  elect: true,
  replyLimit: 140,
  readBack: true
}

type Standing = NonNullable<AccountRow['standing']>

const standing = (platform: Standing['platform'], account: string, now: number, of: Partial<Standing>): Standing => ({
  id: `${platform}/${account}`,
  platform,
  account,
  state: 'ok',
  failures: 0,
  readAt: now - 40_000,
  quotas: [],
  used: { intake: 1_204, 'read-back': 18 },
  skipped: [],
  delay: { comments: 0 },
  posts: 12,
  at: now,
  ...of
})

const row = (of: Pick<AccountRow, 'account'> & Partial<AccountRow>): AccountRow => ({
  origin: 'kept',
  state: 'active',
  credentials: ['accessToken'],
  tag: 'tag-1',
  capabilities: CAN,
  reminders: [],
  ...of
})

const accountRows = (now: number): AccountRow[] => [
  row({
    account: {
      platform: 'wechat',
      id: 'wx0123456789abcdef',
      name: '青石发布',
      since: now - 60 * DAY,
      responsible: '李雯',
      authorised: ['李雯', '周明'],
      passwordChangedAt: now - 40 * DAY
    },
    credentials: ['secret'],
    standing: standing('wechat', 'wx0123456789abcdef', now, {
      expected: { fresh: 5 * MINUTE, old: 50 * MINUTE, wanted: 5 * MINUTE },
      delay: { comments: 118, p50: 2 * MINUTE, p99: 9 * MINUTE },
      coverage: { ours: 341, theirs: 341, posts: 12, at: now - HOUR },
      quotas: [{ scope: 'account', calls: 5_000, per: 'day', used: 1_222, remaining: 3_778, resetAt: now + 5 * HOUR }]
    })
  }),
  row({
    account: {
      platform: 'weibo',
      id: '2000000001',
      name: '青石县人民政府',
      since: now - 60 * DAY,
      passwordChangedAt: now - 101 * DAY
    },
    standing: standing('weibo', '2000000001', now, {
      state: 'stopped',
      code: '21327',
      message: 'expired_token',
      readAt: now - 3 * HOUR,
      failures: 7
    }),
    reminders: [
      {
        kind: 'account.password',
        facts: { days: 90, changedAt: now - 101 * DAY },
        zh: '密码已超过 90 天，请修改并登记日期。',
        en: 'The password is older than 90 days: change it and enter the day.'
      }
    ]
  }),
  row({
    account: {
      platform: 'douyin',
      id: '_000qingshi',
      name: '青石融媒',
      since: now - 20 * DAY,
      responsible: '周明',
      options: { variant: 'off' }
    },
    capabilities: { ...CAN, comments: false, reply: false },
    standing: standing('douyin', '_000qingshi', now, {
      state: 'retrying',
      code: '2190001',
      message: 'quota',
      nextAt: now + 20 * MINUTE,
      expected: { fresh: 40 * MINUTE, old: 3 * HOUR, wanted: 5 * MINUTE },
      coverage: { ours: 30, theirs: 72, posts: 6, at: now - HOUR },
      quotas: [{ scope: 'app', calls: 1_000, per: 'day', used: 1_000, remaining: 0, resetAt: now + 5 * HOUR }],
      skipped: [
        { purpose: 'deletions', calls: 120, since: now - 2 * HOUR },
        { purpose: 'engagement', calls: 48, since: now - HOUR }
      ]
    })
  }),
  row({
    account: { platform: 'kuaishou', id: 'f1qingshi', name: '青石政务', since: now - 20 * DAY },
    origin: 'settings',
    state: 'active',
    standing: standing('kuaishou', 'f1qingshi', now, {})
  }),
  row({
    account: { platform: 'mastodon', id: '110', name: '青石县', since: now - DAY, api: 'https://social.example' },
    state: 'paused'
  })
]

const items = (now: number): ItemRow[] => [
  {
    id: 'account.authorise/weibo/2000000001',
    kind: 'account.authorise',
    platform: 'weibo',
    account: '2000000001',
    facts: { code: '21327' },
    since: now - 3 * HOUR,
    lastSeenAt: now,
    zh: '授权已失效 (21327)，请重新授权后更新令牌。',
    en: 'The authorisation has ended (21327): authorise again and enter the new tokens.'
  },
  {
    id: 'post.gap/douyin/_000qingshi/v1',
    kind: 'post.gap',
    platform: 'douyin',
    account: '_000qingshi',
    about: 'v1',
    facts: { ours: 3, theirs: 21 },
    since: now - 8 * HOUR,
    lastSeenAt: now,
    zh: '平台显示 21 条评论，已收集 3 条，请在客户端核对。',
    en: 'The platform counts 21 comments, we hold 3: compare in the app.'
  }
]

const looks = (now: number, reads: readonly number[]): PostRow['looks'] =>
  reads.map((count, i) => ({ reads: count, at: now - (reads.length - i) * 2 * HOUR }))

const posts = (now: number): PostRow[] => [
  {
    id: 'wechat/wx0123456789abcdef/2650000001_0',
    platform: 'wechat',
    account: 'wx0123456789abcdef',
    accountName: '青石发布',
    post: '2650000001_0',
    title: '关于城东片区临时停水的通知',
    link: 'https://mp.weixin.qq.com/s/abc',
    publishedAt: now - 20 * HOUR,
    foundAt: now - 19 * HOUR,
    source: 'poll',
    counts: { reads: 10_482, likes: 96, comments: 41, reposts: 120, at: now - HOUR },
    looks: looks(now, [120, 900, 3_400, 7_800, 9_600, 10_482]),
    held: 41,
    gap: 0
  },
  {
    id: 'douyin/_000qingshi/v1',
    platform: 'douyin',
    account: '_000qingshi',
    accountName: '青石融媒',
    post: 'v1',
    title: '校园周边环境整治',
    publishedAt: now - 30 * HOUR,
    foundAt: now - 30 * HOUR,
    source: 'poll',
    counts: { likes: 310, comments: 21, at: now - HOUR },
    looks: [],
    held: 3,
    gap: 18,
    gone: { since: now - HOUR, code: '404' }
  }
]

const FIELDS = {
  platforms: [
    {
      platform: 'wechat',
      credentials: [
        { name: 'secret', required: true, secret: true, words: { zh: '开发者密码 AppSecret', en: 'App secret' } }
      ],
      options: []
    },
    {
      platform: 'weibo',
      credentials: [
        {
          name: 'accessToken',
          required: true,
          secret: true,
          words: { zh: '访问令牌 access_token', en: 'Access token' }
        }
      ],
      options: []
    }
  ]
}

const CHECK = {
  ok: false,
  findings: [
    { what: 'sign-in', ok: true, message: 'The platform knows the app' },
    { what: 'comments', ok: false, code: '48001', message: 'api unauthorized' }
  ]
}

const JOB = (now: number) => ({
  id: 'wechat/wx0123456789abcdef',
  platform: 'wechat',
  account: 'wx0123456789abcdef',
  from: now - 7 * DAY,
  history: true,
  state: 'running',
  askedAt: now,
  phase: 'posts',
  progress: { pages: 40, comments: 812, found: 37, posts: 5, ofPosts: 12 }
})

/** `filled`: there are some; else the county has none. */
export function openRegister(filled: boolean, now: number) {
  const rows = filled ? accountRows(now) : []
  let open = filled ? items(now) : []
  let job: ReturnType<typeof JOB> | undefined
  const changes: { path: string; body: unknown }[] = []
  const find = (path: string) =>
    rows.find(({ account: { platform, id } }) => path.startsWith(`/accounts/${platform}/${id}`))

  const act = (path: string, body: Record<string, unknown>): unknown => {
    changes.push({ path, body })
    if (path === '/items/resolve') {
      open = open.filter(({ id }) => id !== body.id)
      return { resolved: true }
    }
    if (path === '/accounts') {
      const { credentials, ...account } = body as unknown as AccountBody
      const made = row({ account: { since: now, ...account }, credentials: Object.keys(credentials) })
      rows.push(made)
      return made
    }
    const found = find(path)
    if (!found) return undefined
    if (path.endsWith('/check')) return CHECK
    if (path.endsWith('/backfill')) job = JOB(now)
    if (path.includes('/backfill/')) job = { ...JOB(now), state: path.endsWith('/pause') ? 'paused' : 'running' }
    if (path.includes('/backfill')) return { job, now }
    if (path.endsWith('/pause')) found.state = 'paused'
    if (path.endsWith('/resume')) found.state = 'active'
    return found
  }

  return {
    changes,
    /** Undefined for what is none of its own. */
    answer: (method: string, path: string, body: Record<string, unknown>): unknown => {
      if (!/^\/(accounts|account-fields|items|posts)/.test(path)) return undefined
      if (method !== 'GET') return act(path, body)
      if (path === '/account-fields') return FIELDS
      if (path === '/accounts') return { rows, now }
      if (path === '/items') return { rows: open, now }
      if (path === '/posts') return { rows: filled ? posts(now) : [], total: filled ? 2 : 0, now }
      return path.endsWith('/backfill') ? { ...(job && { job }), now } : undefined
    }
  }
}
