import type { PublicAccount } from '@huiyin/schemas/account.ts'
import fc from 'fast-check'
import t from 'tap'
import { itemWords } from '../src/accounts/item-words.ts'
import { type Published, REMINDER_KINDS, remindersOf } from '../src/accounts/reminders.ts'

const NOW = Date.UTC(2026, 10, 21, 4)
const DAY = 86_400_000
const account = (of: Partial<PublicAccount> = {}): PublicAccount => ({
  platform: 'douyin',
  id: '1',
  name: '云溪发布',
  since: NOW - 100 * DAY,
  ...of
})
const kinds = (of: Partial<PublicAccount>, standing?: Published, now = NOW) =>
  remindersOf(account(of), standing, now).map(({ kind }) => kind)

t.test('somebody is reminded', async t => {
  t.test('of a password from the very moment that it is 90 days old', async t => {
    const passwordChangedAt = NOW - 90 * DAY
    t.same(kinds({ passwordChangedAt: passwordChangedAt + 1 }), [])
    t.same(kinds({ passwordChangedAt }), ['account.password'])
    t.same(kinds({ passwordChangedAt, paused: true }), ['account.password'], 'also while it is paused')
  })

  t.test('of an authorisation 3 days before it ends on Weibo, 7 on Douyin and Kuaishou, never elsewhere', async t => {
    const days = { weibo: 3, douyin: 7, kuaishou: 7 } as const
    for (const [platform, before] of Object.entries(days) as [keyof typeof days, number][]) {
      const authorisedUntil = NOW + before * DAY
      t.same(kinds({ platform }, { authorisedUntil: authorisedUntil + 1 }), [], platform)
      t.same(kinds({ platform }, { authorisedUntil }), ['account.authorise-soon'], platform)
      t.same(kinds({ platform }, { authorisedUntil: NOW }), [], 'what has ended the platform itself says')
    }
    t.same(kinds({ platform: 'mastodon' }, { authorisedUntil: NOW + 1 }), [])
  })

  t.test('of an account that was silent for 10 days, unless it is paused or nobody knows', async t => {
    const lastPostAt = NOW - 10 * DAY
    t.same(kinds({}, { lastPostAt }), ['account.silent'])
    t.same(kinds({}, { lastPostAt: lastPostAt + 1 }), [])
    t.same(kinds({ paused: true }, { lastPostAt }), [])
    t.same(kinds({}, {}), [])
    t.same(kinds({}, { publishedAt: [] }), ['account.silent'], 'it is known that there is none')
    t.same(kinds({ since: NOW - DAY }, { publishedAt: [] }), [], 'a new one is given its ten days')
  })

  t.test('of fewer posts than the target, once the whole stretch is behind it', async t => {
    const publishes = { posts: 2, days: 7 }
    const publishedAt = [NOW - DAY, NOW - 8 * DAY]
    t.match(remindersOf(account({ publishes }), { publishedAt }, NOW), [
      { kind: 'account.too-few-posts', platform: 'douyin', account: '1', facts: { posts: 1, wanted: 2, days: 7 } }
    ])
    t.same(kinds({ publishes }, { publishedAt: [...publishedAt, NOW - 2 * DAY] }), [])
    t.same(kinds({ publishes, since: NOW - 6 * DAY }, { publishedAt }), [])
    t.same(kinds({ publishes }, { lastPostAt: NOW }), [], 'how many there were is not known')
  })

  t.test('of nothing in the demonstration', async t => {
    t.same(kinds({ demo: true, passwordChangedAt: 0 }, { lastPostAt: 0, publishedAt: [] }), [])
  })
})

t.test('whatever is known, the same twice says the same, each kind once, in two languages', async t => {
  const instant = fc.integer({ min: NOW - 200 * DAY, max: NOW + 200 * DAY })
  const some = fc.option(instant, { nil: undefined })
  const standing = fc.record(
    { lastPostAt: instant, authorisedUntil: instant, publishedAt: fc.array(instant) },
    { requiredKeys: [] }
  )
  fc.assert(
    fc.property(standing, some, instant, fc.boolean(), (known, changed, now, paused) => {
      const of = account({
        paused,
        publishes: { posts: 3, days: 7 },
        ...(changed !== undefined && { passwordChangedAt: changed })
      })
      const found = remindersOf(of, known, now)
      const names = found.map(({ kind }) => kind)
      const words = found.map(itemWords)
      return (
        JSON.stringify(found) === JSON.stringify(remindersOf(of, known, now)) &&
        new Set(names).size === names.length &&
        names.every(kind => (REMINDER_KINDS as readonly string[]).includes(kind)) &&
        words.every(({ zh, en }) => zh.length > 5 && en.length > 5 && !/undefined|NaN/.test(zh + en))
      )
    })
  )
  t.pass()
})
