import t from 'tap'
import { BOUND, MINUTE, openHouse } from './house.ts'

t.test('an inbox that holds only what names the account', async t => {
  t.test('leaves the rest to be read under the posts, at their pace', async t => {
    const { control, open, accountOf, write, texts, simulator } = await openHouse({ kinds: ['mastodon'] })
    t.teardown(() => simulator.close())
    control.quirks.mastodon.naming = 'direct' // who answers a citizen names only them
    const account = accountOf('mastodon')
    const { live } = open()
    await live(MINUTE)
    const first = write(account, '路灯坏了')
    await live(2 * BOUND)
    write(account, '我家门口也是', { parent: first.id })
    await live(12 * BOUND)
    t.ok(texts().some(text => text.includes('路灯坏了')))
    t.ok(
      texts().some(text => text.includes('我家门口也是')),
      'though it names nobody but the citizen'
    )
    control.editComment(
      { platform: 'mastodon', account: account.id, post: first.post, comment: first.id },
      '路灯还是坏的'
    )
    await live(12 * BOUND)
    t.ok(
      texts().some(text => text.includes('还是坏的')),
      'an edit is told by nobody'
    )
  })

  t.test('does not ask again and again for what stands apart because its parent is gone', async t => {
    const { control, open, accountOf, write, published, simulator } = await openHouse({ kinds: ['mastodon'] })
    t.teardown(() => simulator.close())
    const account = accountOf('mastodon')
    const { live, standing } = open()
    const parent = write(account, '路灯坏了')
    const children = Array.from({ length: 8 }, (_, i) => write(account, `第${i}个`, { parent: parent.id }))
    await live(5 * MINUTE)
    control.deleteComment({ platform: 'mastodon', account: account.id, post: parent.post, comment: parent.id })
    const spent = () => Object.values(standing('mastodon').used).reduce((sum, calls) => sum + calls, 0)
    await live(5 * MINUTE)
    const before = spent()
    await live(10 * MINUTE)
    const calls = spent() - before
    const gone = published().filter(({ deleted }) => deleted)
    t.same(new Set(gone.map(({ comment }) => comment)), new Set([parent.id]))
    t.ok(children.length > 0 && calls < 40, `${calls} calls in ten minutes`)
  })
})
