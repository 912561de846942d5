import { PostGone } from '@huiyin/ports/platform.ts'
import t from 'tap'
import { readPartnerItems } from '../src/platforms/partner-items.ts'
import { close, MINUTE, SECOND, START } from './platform-house.ts'
import { openVideoHouse, walkComments } from './platform-video-house.ts'

const PARTNER = { options: { comments: 'partner' } }

t.test('comments by a partner of Kuaishou', async t => {
  t.test('come with their thread and who wrote them', async t => {
    const { simulator, control, clock, office, open, write, at, post } = await openVideoHouse('kuaishou', PARTNER)
    t.teardown(close(simulator))
    const root = write('公交改线通知什么时候出？')
    clock.pass(SECOND)
    const answer = control.answerByHand({ ...at(root), text: '您好，本周五' }).id
    const follow = write('谢谢', answer)
    control.likeComment(at(root), 7)
    const platform = open()
    t.match(platform.capabilities, { comments: true, reply: true, readBack: true, followUp: true })
    const { comments, unreadable } = await walkComments(platform, post)
    t.same(unreadable, [])
    t.match(
      comments.toSorted((a, b) => a.publishedAt - b.publishedAt),
      [
        { post, root, comment: root, ours: false, publishedAt: START + SECOND, likes: 7, replies: 1 },
        { post, root, comment: answer, parent: root, ours: true, author: { id: office.id } },
        { post, root, comment: follow, parent: answer, ours: false }
      ]
    )
  })

  t.test('are met once each though there are many, and in the end the walk ends', async t => {
    const { simulator, control, open, write, post } = await openVideoHouse('kuaishou', PARTNER)
    t.teardown(close(simulator))
    const root = write('一')
    for (let i = 0; i < 50; i++) write(`回复${i}`, root)
    const { comments, pages } = await walkComments(open(), post)
    t.equal(comments.length, 51)
    t.ok(comments.every(comment => comment.root === root))
    t.equal(pages.length, 3)
    for (const cursor of ['moving', 'standing'] as const) {
      control.fail('kuaishou', { kind: 'endless', cursor, path: '/partner/' })
      const walked = await walkComments(open(), post)
      t.equal(new Set(walked.comments.map(({ comment }) => comment)).size, 51, cursor)
      control.heal()
    }
  })

  t.test('show our reply below hundreds of younger comments, and say that it is absent where it is', async t => {
    const { simulator, clock, open, write, target } = await openVideoHouse('kuaishou', PARTNER)
    t.teardown(close(simulator))
    const [answered, unanswered] = [write('先问的'), write('后问的')]
    const platform = open()
    clock.pass(SECOND)
    const sent = await platform.reply(target(answered), '本周五', 'reply-1')
    for (let i = 0; i < 700; i++) {
      clock.pass(SECOND)
      write(`又一条${i}`)
    }
    t.match(await platform.readBack(target(answered), { text: '本周五' }), { outcome: 'same' })
    t.match(await platform.readBack(target(unanswered), { text: '本周五' }), { outcome: 'absent' })
    t.equal(sent.outcome, 'sent')
  })

  t.test('are answered once for one reply however often it is sent, and read back', async t => {
    const { simulator, control, open, write, target, where, post } = await openVideoHouse('kuaishou', PARTNER)
    t.teardown(close(simulator))
    const root = write('什么时候出？')
    const second = write('我也想知道', root)
    const platform = open()
    const to = target(second, root)
    t.same(await platform.readBack(to, { text: '本周五' }), { outcome: 'absent' })
    control.fail('kuaishou', { kind: 'cut', times: 1, path: '/replies' })
    t.match(await platform.reply(to, '本周五', 'reply-1'), { outcome: 'unknown' })
    const sent = await platform.reply(to, '本周五', 'reply-1')
    const standing = control.standing({ ...where, post }).filter(({ author }) => !author)
    t.equal(standing.length, 1)
    t.same(sent, { outcome: 'sent', native: standing[0]?.id })
    t.match(await platform.readBack(to, { text: '本周五' }), { outcome: 'same', native: standing[0]?.id })
    t.match(await platform.readBack(to, { text: '别的', native: standing[0]!.id }), { outcome: 'different' })
    t.same(await platform.readBack(target(root), { text: '本周五' }), { outcome: 'absent' }, 'that one answers another')
  })

  t.test('tell that a comment or a work is gone', async t => {
    const { simulator, control, open, write, target, at, where, post } = await openVideoHouse('kuaishou', PARTNER)
    t.teardown(close(simulator))
    const root = write('什么时候出？')
    control.deleteComment(at(root))
    const platform = open()
    t.match(await platform.reply(target(root), '本周五', 'r'), { outcome: 'refused', code: '404' })
    t.match(await platform.readBack(target(root), { text: '本周五' }), { outcome: 'gone' })
    control.takeDown({ ...where, post }, true)
    const error = await walkComments(platform, post).catch(error => error)
    t.ok(error instanceof PostGone)
    t.equal(error.post, post)
  })

  t.test('say what to do when they are refused', async t => {
    const { simulator, control, open, write, target, post } = await openVideoHouse('kuaishou', PARTNER)
    t.teardown(close(simulator))
    const to = target(write('什么时候出？'))
    const platform = open()
    for (const [status, expected] of [
      [401, { code: '401', advice: 'reauthorise' }],
      [429, { code: '429', advice: 'retry', retryAfterMs: MINUTE }],
      [400, { code: '400', advice: 'bug' }],
      [500, { code: 'NO_ANSWER', advice: 'retry' }]
    ] as const) {
      control.fail('kuaishou', { kind: 'error', code: status, times: 1, path: '/partner/' })
      await t.rejects(walkComments(platform, post), expected)
    }
    control.fail('kuaishou', { kind: 'http', status: 429, retryAfter: '7', times: 1, path: '/partner/' })
    t.match(await platform.reply(to, '好', 'r'), { outcome: 'later', retryAfterMs: 7 * SECOND })
    control.fail('kuaishou', { kind: 'error', code: 401, times: 1, path: '/partner/' })
    await t.rejects(platform.reply(to, '好', 'r'), { name: 'PlatformError', advice: 'reauthorise' })
    control.fail('kuaishou', { kind: 'error', code: 401, path: '/partner/' })
    t.match((await platform.check()).at(-1), { what: 'comments', ok: false, code: '401' })
  })
})

t.test('an item of a partner', async t => {
  const around = { post: 'p', account: 'us', roots: {} }
  const item = { commentId: '2', parentId: '1', authorId: 'a', text: '好', createdAtMs: 1767592800123 }

  t.test('belongs to the thread that the partner names', async t => {
    t.match(readPartnerItems([{ ...item, rootId: '0' }], around).comments, [{ root: '0', parent: '1' }])
  })
  t.test('else to the highest comment that anybody names, also of an earlier page', async t => {
    t.match(readPartnerItems([item], around).comments, [{ root: '1' }])
    const above = { ...item, commentId: '1', parentId: '0' }
    t.match(readPartnerItems([item, above], around).comments, [{ root: '0' }, { root: '0' }])
    t.match(readPartnerItems([item], { ...around, roots: { 1: '0' } }).comments, [{ root: '0' }])
  })
  t.test('ends a climb through parents that go round', async t => {
    const round = { ...item, commentId: '1', parentId: '2' }
    t.equal(readPartnerItems([item, round], around).comments.length, 2)
  })
  t.test('is kept with the reason when it cannot be read', async t => {
    const bad = [{ ...item, commentId: 7 }, { ...item, createdAtMs: '昨天' }, { ...item, text: undefined }, null]
    const { comments, unreadable } = readPartnerItems(bad, around)
    t.same(comments, [])
    t.match(unreadable, [
      { reason: /commentId/ },
      { reason: /createdAtMs/ },
      { reason: /text/ },
      { reason: /object/, raw: 'null' }
    ])
  })
})
