import t from 'tap'
import { close, DAY, HOUR, MINUTE, openHouse, readAll, readPosts, SECOND, START } from './platform-house.ts'

const none = () => undefined

t.test('a thread at Mastodon', async t => {
  t.test('has one root for all its comments, whoever is called in it', async t => {
    const { clock, simulator, control, open, write, post } = await openHouse('mastodon')
    t.teardown(close(simulator))
    const root = write('一楼')
    let id = root
    for (let i = 2; i < 9; i++) {
      clock.pass(SECOND)
      id = write(`${i}楼`, { parent: id })
    }
    const byInbox = await readAll(open(), post, 'inbox')
    t.equal(byInbox.comments.length, 8)
    t.ok(byInbox.comments.every(comment => comment.root === root && comment.post === post))

    control.quirks.mastodon.naming = 'direct'
    t.equal((await readAll(open(), post, 'inbox')).comments.length, 1, 'who is not called hears nothing')
    const below = await readAll(open(), post, 'comments')
    t.same(below.comments.map(({ comment }) => comment).sort(), byInbox.comments.map(({ comment }) => comment).sort())
    t.ok(below.comments.every(comment => comment.root === root))
  })

  for (const orphans of ['null', 'dangling'] as const)
    t.test(`stays what it was when a comment in it is deleted (${orphans})`, async t => {
      const { clock, simulator, control, open, write, post, at } = await openHouse('mastodon')
      t.teardown(close(simulator))
      control.quirks.mastodon.orphans = orphans
      const root = write('一楼')
      clock.pass(SECOND)
      const middle = write('二楼', { parent: root })
      const { cursor } = await readAll(open(), post, 'inbox')
      clock.pass(SECOND)
      write('三楼', { parent: middle })
      control.deleteComment(at(root))
      const { comments } = await readAll(open(), post, 'inbox', cursor) // another process
      t.match(comments, [{ post, root, parent: middle }])
    })

  t.test('shows what its authors changed', async t => {
    const { simulator, control, open, write, at, post } = await openHouse('mastodon')
    t.teardown(close(simulator))
    const id = write('路灯坏了')
    control.editComment(at(id), '路灯修好了')
    const { comments } = await open().comments!(post, undefined, none)
    t.match(comments, [{ comment: id, text: /路灯修好了/ }])
    t.match(await open().lookUp!([{ post, root: id, comment: id }]), [{ outcome: 'there', comment: { text: /修好/ } }])
  })

  t.test('is read of each post in one call', async t => {
    const { clock, simulator, open, metered, write, post } = await openHouse('mastodon')
    t.teardown(close(simulator))
    for (let i = 0; i < 100; i++) {
      clock.pass(SECOND)
      write(`第${i}条`)
    }
    const platform = open()
    await readPosts(platform)
    const before = metered.calls
    const { comments } = await readAll(platform, post, 'comments')
    t.equal(comments.length, 100)
    t.equal(metered.calls - before, 1)
    t.match(metered.told.at(-1), [{ scope: 'account', per: '5-minutes' }])
  })
})

t.test('the inbox of a Mastodon account', async t => {
  t.test('leaves nothing out after an outage, and reads nothing twice', async t => {
    const { clock, simulator, open, write, post } = await openHouse('mastodon')
    t.teardown(close(simulator))
    write('先来的')
    const { cursor } = await readAll(open(), post, 'inbox')
    const ids = Array.from({ length: 230 }, () => {
      clock.pass(SECOND)
      return write('停电了')
    })
    const { comments, cursor: after } = await readAll(open(), post, 'inbox', cursor)
    t.same(comments.map(({ comment }) => comment).sort(), ids.sort())
    t.equal((await readAll(open(), post, 'inbox', after)).comments.length, 0)
  })

  t.test('reads back to 30 days before the office began, and no further', async t => {
    const { simulator, control, open, write, where } = await openHouse('mastodon', {}, { since: START })
    t.teardown(close(simulator))
    const old = control.publishPost({ ...where, title: '旧通告', publishedAt: START - 90 * DAY }).id
    for (let i = 0; i < 300; i++)
      control.postComment({ ...where, post: old, text: `旧${i}`, publishedAt: START - 80 * DAY + i * HOUR })
    write('新的')
    const { comments } = await readAll(open(), old, 'inbox')
    t.ok(comments.length <= 160, `${comments.length} comments`)
    t.ok(comments.some(({ text }) => text.includes('新的')))
  })
})

t.test('what stops a Mastodon account, and what only delays it', async t => {
  t.test('too many calls wait for the reset that the server tells', async t => {
    const limits = { mastodon: { per5Minutes: 3, deletesPer30Minutes: 30 } }
    const { clock, simulator, open } = await openHouse('mastodon', { limits })
    t.teardown(close(simulator))
    const platform = open()
    await platform.inbox!(undefined) // and whose token it is, once
    await platform.inbox!(undefined)
    clock.pass(MINUTE)
    await t.rejects(platform.inbox!(undefined), { code: '429', advice: 'retry', retryAfterMs: 4 * MINUTE })
    clock.pass(4 * MINUTE)
    await t.resolves(platform.inbox!(undefined))
  })

  t.test('a token that was taken back needs a person', async t => {
    const { simulator, control, open, where } = await openHouse('mastodon')
    t.teardown(close(simulator))
    control.revokeToken(where)
    await t.rejects(open().inbox!(undefined), { code: '401', advice: 'reauthorise' })
    control.authorise(where)
    control.platforms.mastodon.disabled.add(where.account)
    await t.rejects(open().inbox!(undefined), { code: '403', advice: 'stop' })
  })

  t.test('the check says which right is missing, and publishes nothing', async t => {
    const { simulator, control, open, where, post } = await openHouse('mastodon')
    t.teardown(close(simulator))
    const findings = async () => Object.fromEntries((await open().check()).map(({ what, ok }) => [what, ok]))
    t.same(await findings(), { 'sign-in': true, comments: true, posts: true, reply: true })
    control.platforms.mastodon.tokens.narrow(where.account, 'read')
    t.same(await findings(), { 'sign-in': true, comments: true, posts: true, reply: false })
    t.same(control.standing({ ...where, post }), [])
  })
})

t.test('a reply at Mastodon', async t => {
  t.test('may be as long as the server says, the name of the citizen included', async t => {
    const { simulator, control, open, write, target } = await openHouse('mastodon')
    t.teardown(close(simulator))
    control.quirks.mastodon.maxCharacters = 200
    const platform = open()
    t.equal(platform.capabilities.replyLimit, 500 - 32, 'until the server was asked')
    await platform.posts!(undefined)
    const { replyLimit } = platform.capabilities
    t.equal(replyLimit, 200 - 32)
    const fits = '长'.repeat(replyLimit)
    t.equal(platform.replyLength(fits), replyLimit)
    t.match(await platform.reply(target(write('问')), fits, 'key-1'), { outcome: 'sent' })
    t.match(await platform.reply(target(write('问')), '长'.repeat(200), 'key-2'), { outcome: 'refused', code: '422' })
  })

  t.test('with the same key is the same reply', async t => {
    const { simulator, control, open, write, target, where, post } = await openHouse('mastodon')
    t.teardown(close(simulator))
    const id = write('问')
    const first = await open().reply(target(id), '答', 'key-1')
    t.same(await open().reply(target(id), '答', 'key-1'), first)
    t.equal(control.standing({ ...where, post }).length, 2)
  })

  t.test("written in the platform's own app is met among our statuses", async t => {
    const { simulator, control, open, write, at, post } = await openHouse('mastodon')
    t.teardown(close(simulator))
    const id = write('问')
    control.answerByHand({ ...at(id), text: '手动答的' })
    const { posts, comments } = await open().posts!(undefined)
    t.match(posts, [{ id: post, counts: { comments: 1 } }])
    t.match(comments, [{ post, root: id, parent: id, ours: true, text: /手动答的/ }])
  })
})
