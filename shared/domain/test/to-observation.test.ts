import { TEXT_LIMIT } from '@huiyin/schemas/comment.ts'
import t from 'tap'
import { toObservation } from '../src/to-observation.ts'

const DAY = 86_400_000
const START = Date.parse('2026-01-05T14:00:00+08:00')

t.test('an observation', async t => {
  const account = { platform: 'wechat' as const, id: 'wx1', since: START - DAY }
  const seen = { account, observedAt: START, term: 1 }
  const native = { post: '1_0', root: '1', comment: '1', author: {}, ours: false, text: '好', publishedAt: START }

  t.test('is history when it was published a week before the office came', async t => {
    const week = account.since - 7 * DAY
    t.notOk(toObservation({ ...native, publishedAt: week }, seen).history)
    t.ok(toObservation({ ...native, publishedAt: week - 1 }, seen).history)
  })

  t.test('has its text cut at the limit, between characters, with the hash of the whole', async t => {
    const whole = `a${'😀'.repeat(TEXT_LIMIT / 2)}` // the limit falls into an emoji
    const { text, cut } = toObservation({ ...native, text: whole }, seen)
    t.equal(text, whole.slice(0, TEXT_LIMIT - 1))
    t.match(cut, { length: TEXT_LIMIT + 1, sha256: /^[0-9a-f]{64}$/ })
    t.notOk('cut' in toObservation({ ...native, text: whole.slice(0, TEXT_LIMIT - 1) }, seen))
  })

  t.test('links to the web or to nothing, whatever another server says', async t => {
    const linkOf = (link: string) => toObservation({ ...native, link }, seen).link
    for (const link of ['https://weibo.example/1?a=b#c', 'http://例子.中国/帖子', 'HTTPS://X.EXAMPLE/'])
      t.equal(linkOf(link), link)
    for (const link of [
      ...['javascript:alert(1)', ' javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,<script>', '//x', 'x'],
      ...[
        'https://',
        'https://a b',
        'https://x/"onclick=',
        'https://x/<b>',
        `https://x/${'a'.repeat(2000)}`,
        'file:///x'
      ]
    ])
      t.equal(linkOf(link), undefined, link.slice(0, 40))
  })

  t.test('is refused when the platform’s time is none', async t => {
    t.throws(() => toObservation({ ...native, publishedAt: Number.NaN }, seen), { message: /publishedAt/ })
  })
})
