import { act } from '@huiyin/ports/act.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import t, { type Test } from 'tap'
import { at, MINUTE, once } from './house.ts'
import { does, isPosted, key, openOffice, TEXT, viewed, writes } from './talking.ts'

/** As WeChat: one reply under a comment, which another may replace; comments are removed and elected. */
const CAN: Capabilities = {
  ...{ inbox: false, comments: true, posts: true, counts: true, lookUp: 0, followUp: false },
  ...{ reply: true, replyAgain: false, replace: true, deleteReply: true, deleteComment: true, elect: true },
  ...{ replyLimit: 140, readBack: true }
}
const openWith = (t: Test, can: Capabilities | undefined) =>
  openOffice(t, {}, { accounts: () => ({ name: '云溪发布', replyLimit: 140, ...(can && { can }) }) })
const WHY = { ground: 'insult-or-privacy', text: '公开他人住址，依据个人信息保护法' }

t.test('a citizen’s comment', async t => {
  t.test('is removed when one has asked on a legal ground and a head, another person, has granted it', async t => {
    const { li, wang, head, id } = await openWith(t, CAN)
    const seen = await viewed(li, id)
    t.ok(seen.may.includes('comment.remove.ask'))
    const comment = seen.turns[0]!.comment!
    const asked = (await li.post(`${at(id)}/removals`, { comment, ...WHY }, once(key()))).json()
    t.match(asked.moderation, [{ state: 'asked', native: 'c1', words: { zh: /隐私/ }, by: { name: '李静' } }])
    const { id: moderation } = asked.moderation[0]
    const of = (what: string) => `${at(id)}/removals/${moderation}/${what}`
    t.same((await viewed(wang, id)).moderation?.[0]?.may, [])
    t.match((await wang.post(of('grant'), undefined, once(key()))).json(), { status: 403, code: 'NOT_ALLOWED' })
    t.same((await viewed(head, id)).moderation?.[0]?.may, ['comment.remove.grant', 'comment.remove.refuse'])
    const granted = (await head.post(of('grant'), undefined, once(key()))).json()
    t.match(granted.moderation, [{ state: 'granted', decided: { by: { name: '赵宏' } } }])
    t.match((await head.post(of('refuse'), { reason: '不妥' }, once(key()))).json(), {
      status: 409,
      code: 'MODERATION_DECIDED'
    })
    t.match((await head.post(`${at(id)}/removals/none/grant`, undefined, once(key()))).json(), { status: 404 })
  })

  t.test('stays when the head refuses, and says why', async t => {
    const { li, head, id } = await openWith(t, CAN)
    const comment = (await viewed(li, id)).turns[0]!.comment!
    const asked = (await li.post(`${at(id)}/removals`, { comment, ...WHY }, once(key()))).json()
    const url = `${at(id)}/removals/${asked.moderation[0].id}/refuse`
    const refused = (await head.post(url, { reason: '属于批评意见' }, once(key()))).json()
    t.match(refused.moderation, [{ state: 'refused', decided: { reason: '属于批评意见' } }])
  })

  t.test('is removed on no other ground, nor without a text that names it', async t => {
    const { li, id } = await openWith(t, CAN)
    const comment = (await viewed(li, id)).turns[0]!.comment!
    for (const body of [{ ...WHY, ground: 'criticism' }, { ...WHY, text: '' }, { ground: WHY.ground }])
      t.match((await li.post(`${at(id)}/removals`, { comment, ...body }, once(key()))).json(), { status: 400 })
    t.match((await li.post(`${at(id)}/removals`, { comment: 'weibo/x', ...WHY }, once(key()))).json(), {
      status: 404,
      code: 'COMMENT_NOT_ON_TICKET'
    })
  })

  t.test('is shown to the public by one operator, and says how it stands', async t => {
    const { house, li, id } = await openWith(t, CAN)
    const comment = (await viewed(li, id)).turns[0]!.comment!
    const shown = (await li.post(`${at(id)}/elected`, { comment, elected: true }, once(key()))).json()
    t.match(shown.moderation, [{ kind: 'elect', elected: true, state: 'granted' }])
    const { id: moderation } = shown.moderation[0]
    const of = { actor: system('responder'), moderation }
    house.time.now += 10_000 // until then it can be taken back
    await act(house.desk, id, { type: 'moderation.sending', ...of, token: 'a' })
    const why = { code: '88003', message: 'too many', why: 'refused' } as const
    await act(house.desk, id, { type: 'moderation.failed', ...of, attempt: 1, ...why })
    const [failed] = (await viewed(li, id)).moderation ?? []
    t.match(failed, { state: 'failed', trouble: { code: '88003', zh: /平台没有接受/ } })
    t.notOk('claim' in failed!)
  })

  t.test('is neither where the platform cannot, and no button says so', async t => {
    for (const can of [{ ...CAN, deleteComment: false, elect: false }, undefined]) {
      const { li, id } = await openWith(t, can)
      const seen = await viewed(li, id)
      t.notOk(seen.may.some(name => name.startsWith('comment.')))
      const comment = seen.turns[0]!.comment!
      for (const [path, body] of [
        ['removals', WHY],
        ['elected', { elected: true }]
      ] as const)
        t.match((await li.post(`${at(id)}/${path}`, { comment, ...body }, once(key()))).json(), {
          status: 409,
          code: 'PLATFORM_CANNOT'
        })
    }
  })
})

t.test('a reply', async t => {
  t.test('that would take the place of another says of which, where the platform lets one stand', async t => {
    const { house, li, wang, id } = await openWith(t, CAN)
    const first = await writes(li, id, { kind: 'interim' })
    t.notOk(first.replaces)
    await wang.post(`${at(id)}/replies/${first.id}/review`, { hash: first.hash }, once(key()))
    house.time.now += MINUTE
    await isPosted(house, id)
    t.equal((await viewed(li, id)).writing.replaces, first.id)
    const second = await writes(li, id, { text: `${TEXT}预计今晚8点完成。` })
    t.equal(second.replaces, first.id)
  })

  t.test('takes no place where a second may stand beside it', async t => {
    const { house, li, wang, id } = await openWith(t, { ...CAN, replyAgain: true })
    const first = await writes(li, id, { kind: 'interim' })
    await wang.post(`${at(id)}/replies/${first.id}/review`, { hash: first.hash }, once(key()))
    house.time.now += MINUTE
    await isPosted(house, id)
    t.notOk((await viewed(li, id)).writing.replaces)
  })

  t.test('that waits or failed says why in words, and until when', async t => {
    const { house, li, wang, id } = await openWith(t, CAN)
    const written = await writes(li, id)
    await wang.post(`${at(id)}/replies/${written.id}/review`, { hash: written.hash }, once(key()))
    const actor = system('responder')
    const until = house.time.now + MINUTE
    const why = { why: 'quota', code: '45009', message: 'WeChat says no' } as const
    await act(house.desk, id, { type: 'responder.waits', actor, ...why, until })
    t.match((await viewed(li, id)).replies, [{ state: 'approved', trouble: { why: 'quota', zh: /次数/, until } }])
    const failed = { code: '88008', message: 'gone', why: 'comment-gone' } as const
    await act(house.desk, id, { type: 'reply.failed', actor, reply: written.id, ...failed })
    t.match((await viewed(li, id)).replies, [
      { state: 'failed', trouble: { why: 'comment-gone', zh: /评论已不在/, code: '88008' } }
    ])
    t.ok((await does(li, id, '/replies', { text: `${TEXT}已修改` })).statusCode === 200)
  })
})
