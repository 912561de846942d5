import t from 'tap'
import { changed, formatPlace, parsePlace } from '../src/data/address.ts'
import { asked, belongs, type Filter, sortOf } from '../src/data/filter.ts'
import { arrivals, current, hear } from '../src/data/rows.ts'
import { speak } from '../src/language.ts'
import { dueHours } from '../src/overview/due-hours.ts'
import { conversation } from '../src/ticket/conversation.ts'
import { replyLength } from '../src/ticket/reply/reply-length.ts'
import { clockTime, timeLeft } from '../src/time.ts'
import { newcomer, tickets } from './texts.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NOW = Date.UTC(2026, 10, 21, 6, 30) // 14:30 in Beijing

const [late, soon, later] = tickets(NOW) as [
  ReturnType<typeof newcomer>,
  ReturnType<typeof newcomer>,
  ReturnType<typeof newcomer>
]
const open: Filter = { tab: 'open', sort: 'due' }

t.test('the address', async t => {
  t.test('gives back what it was made of, and leaves out what is usual', async t => {
    const place = {
      ...parsePlace(''),
      tab: 'urgent',
      label: 'complaint',
      q: '停水 通知',
      ticket: 'weibo/a/p/1'
    } as const
    t.same(parsePlace(formatPlace(place)), place)
    t.equal(formatPlace(parsePlace('?tab=open&sort=due')), '')
  })

  t.test('leaves out what it does not know', async t => {
    t.same(parsePlace('?tab=none&level=pink&x=1'), open)
  })

  t.test('comes with another tab’s usual order', async t => {
    t.equal(changed(parsePlace(''), { tab: 'answered' }).sort, 'newest')
    t.equal(changed(parsePlace('?sort=risk'), { label: 'inquiry' }).sort, 'risk')
  })
})

t.test('a list', async t => {
  t.test('asks the server for what it shows', async t => {
    t.same(asked({ ...open, platform: 'weibo' }), { status: ['open'], platform: ['weibo'] })
    t.same(asked({ tab: 'overdue', sort: 'due' }), { status: ['open', 'handling'], overdue: 'true' })
    t.same(asked({ tab: 'soon', sort: 'risk' }), { status: ['open', 'handling'], dueWithin: 240 })
    t.same(asked({ tab: 'all', sort: 'newest', q: ' 停水 ' }), { q: '停水' })
    t.equal(sortOf({ tab: 'soon', sort: 'risk' }), 'due')
  })

  t.test('of a saved view asks for what was saved, narrowed by the filters beside it', async t => {
    const saved = { status: ['open' as const], label: ['complaint' as const], q: '停水 OR 断水' }
    const place: Filter = { tab: 'all', sort: 'due', saved: 'own/water' }
    t.same(asked(place, saved), saved)
    t.same(asked({ ...place, label: 'inquiry', q: '城东' }, saved), {
      status: ['open'],
      label: ['inquiry'],
      q: '(停水 OR 断水) 城东'
    })
    t.equal(changed({ ...place }, { tab: 'open' }).saved, undefined, 'a tab takes its place')
  })

  t.test('takes in by itself what belongs to it, and leaves words to the server', async t => {
    const takes = (filter: Filter, row = late, me?: string) => belongs(asked(filter), row, NOW, me)
    t.ok(takes(open))
    t.ok(takes({ ...open, tab: 'overdue' }))
    t.notOk(takes({ ...open, tab: 'overdue' }, soon))
    t.same(
      [late, soon, later].map(row => takes({ ...open, tab: 'soon' }, row)),
      [false, true, true],
      'of what is due soon begins after the overdue and ends four hours on'
    )
    t.notOk(takes({ ...open, label: 'inquiry' }))
    t.notOk(takes(open, { ...late, status: 'answered' }))
    t.notOk(takes({ ...open, q: '老桥' }))
    t.ok(belongs({ tag: ['暴雨'], account: [late.account] }, { ...late, tags: ['暴雨'] }, NOW))
    t.notOk(belongs({ tag: ['暴雨'] }, { ...late, tags: [] }, NOW))
  })
})

t.test('live rows', async t => {
  t.test('never replace a newer row by an older one', async t => {
    const newer = { ...late, n: 9, excerpt: 'newer' }
    const heard = hear(new Map(), [
      { row: newer, type: 'ticket.scored', order: 1 },
      { row: late, type: 'ticket.scored', order: 2 }
    ])
    t.equal(current([late], heard)[0]?.excerpt, 'newer')
    t.equal(current([{ ...late, n: 12, excerpt: 'newest' }], heard)[0]?.excerpt, 'newest')
  })

  t.test('keep the list’s order', async t => {
    const heard = hear(new Map(), [{ row: { ...later, n: 9 }, type: 'ticket.scored', order: 1 }])
    t.same(
      current([late, soon, later], heard).map(({ id }) => id),
      [late.id, soon.id, later.id]
    )
  })

  t.test('count as new what entered since the list was made and is not in it', async t => {
    const heard = hear(new Map(), [
      { row: soon, type: 'ticket.opened', order: 1 },
      { row: newcomer(NOW), type: 'ticket.opened', order: 2 },
      { row: newcomer(NOW), type: 'clock.started', order: 3 },
      { row: later, type: 'clock.warned', order: 4 }
    ])
    const belongs = () => true
    t.equal(arrivals([late], heard, { since: 0, belongs }), 2)
    t.equal(arrivals([late], heard, { since: 1, belongs }), 1)
    t.equal(arrivals([newcomer(NOW)], heard, { since: 1, belongs }), 0)
  })

  t.test('forget the oldest when there are too many', async t => {
    const many = Array.from(
      { length: 5_001 },
      (_, at) => ({ row: { ...late, id: `t${at}` }, type: 'ticket.scored', order: at }) as const
    )
    const heard = hear(new Map(), many)
    t.equal(heard.size, 5_000)
    t.notOk(heard.has('t0'))
  })
})

t.test('time in words', async t => {
  t.test('says what is left and how late it is', async t => {
    speak('zh')
    t.equal(timeLeft(NOW + 3 * HOUR + 20 * MINUTE, NOW), '剩 3 小时 20 分')
    t.equal(timeLeft(NOW + 59_000, NOW), '剩不到 1 分')
    t.equal(timeLeft(NOW, NOW), '刚刚超时')
    t.equal(timeLeft(NOW - 12 * MINUTE, NOW), '已超时 12 分')
    t.equal(timeLeft(NOW - 50 * HOUR, NOW), '已超时 2 天 2 小时')
    speak('en')
    t.equal(timeLeft(NOW + 26 * HOUR, NOW), '1 d 2 h left')
  })

  t.test('is Beijing time wherever one sits', async t => {
    speak('zh')
    t.equal(clockTime(NOW, NOW), '14:30')
    t.equal(clockTime(Date.UTC(2026, 10, 20, 16, 5), NOW), '00:05')
    t.equal(clockTime(Date.UTC(2026, 10, 20, 15, 55), NOW), '11月20日 23:55')
  })

  t.test('counts what falls due in each hour', async t => {
    const hours = dueHours([late, soon, later], NOW)
    t.equal(hours.length, 24)
    t.same(
      hours.filter(({ count }) => count > 0),
      [
        { from: NOW - 30 * MINUTE, count: 1 },
        { from: NOW + 3 * HOUR - 30 * MINUTE, count: 1 }
      ]
    )
  })
})

t.test('the conversation', async t => {
  const reply = {
    id: 'r1',
    to: { comment: 'c', native: 'c', publishedAt: NOW },
    answers: [],
    text: '已经派人处理。',
    hash: '',
    state: 'sent',
    author: { id: 'a', name: '李雯', role: 'operator' },
    approvedAt: NOW,
    attempt: 1,
    native: '77',
    kind: 'final',
    draftedAt: NOW,
    heldBack: false,
    may: []
  } as const

  t.test('shows a reply that is not on the platform yet after what it answers', async t => {
    t.same(
      conversation({ thread: late.thread, replies: [{ ...reply, answers: [], may: [] }] }).map(({ by }) => by),
      ['comment', 'reply']
    )
  })

  t.test('shows a reply once when it stands on the platform, with its state', async t => {
    const ours = {
      id: 'weibo/qingshi/p/c/77',
      ours: true,
      text: '已经派人处理。@桥头老张',
      publishedAt: NOW,
      state: 'visible'
    } as const
    const said = conversation({ thread: [...late.thread, ours], replies: [{ ...reply, answers: [], may: [] }] })
    t.equal(said.length, 2)
    t.equal(said[1]?.reply?.id, 'r1')
  })
})

t.test('a reply’s length is counted as its platform counts', async t => {
  t.equal(replyLength('weibo', 'ab中文😀'), 5)
  t.equal(replyLength('wechat', 'ab中文😀'), 5)
  t.equal(replyLength('weibo', 'abcd'), 2)
  t.equal(replyLength('wechat', 'abcd'), 4)
})
