import t from 'tap'
import { isDouyinSignature, readDouyinEvent } from '../src/platforms/douyin-webhook.ts'

const raw = Buffer.from('{"event":"verify_webhook","client_key":"awfake","content":{"challenge":12345}}')
const signature = 'fcb8dbd6b771840d013bdcb755807ae267ec765e'

t.test('a signature of Douyin', async t => {
  t.test('is SHA-1 over the client secret and the body as it came', async t => {
    t.ok(isDouyinSignature(raw, signature, 'fakeClientSecret'))
  })
  t.test('is refused with another secret, another body, another form, or none', async t => {
    t.notOk(isDouyinSignature(raw, signature, 'otherSecret'))
    t.notOk(isDouyinSignature(Buffer.concat([raw, Buffer.from(' ')]), signature, 'fakeClientSecret'))
    t.notOk(isDouyinSignature(raw, signature.slice(1), 'fakeClientSecret'))
    t.notOk(isDouyinSignature(raw, undefined, 'fakeClientSecret'))
  })
})

t.test('an event of Douyin', async t => {
  const reply = { reply_to_item_id: '@8v+/==', comment_id: '@9c==', content: '什么时候出', create_time: 1767592800 }
  const event = { event: 'item_comment_reply', from_user_id: 'citizen', to_user_id: 'office', client_key: 'aw' }

  t.test('asks back what it was asked', async t => {
    t.same(readDouyinEvent(JSON.parse(raw.toString())), { kind: 'challenge', challenge: 12345 })
  })
  t.test('hints at the video and the comment, whether its content is an object or a text', async t => {
    const hint = { kind: 'hint', account: 'office', post: '@8v+/==', comment: '@9c==' }
    t.same(readDouyinEvent({ ...event, content: reply }), hint)
    t.same(readDouyinEvent({ ...event, content: JSON.stringify(reply) }), hint)
  })
  t.test('tells who authorised what, and who no longer', async t => {
    const content = { scopes: ['user_info', 'item.comment'] }
    t.same(readDouyinEvent({ event: 'authorize', from_user_id: 'office', content }), {
      kind: 'authorise',
      account: 'office',
      scopes: ['user_info', 'item.comment']
    })
    t.same(readDouyinEvent({ event: 'unauthorize', from_user_id: 'office' }), {
      kind: 'unauthorise',
      account: 'office'
    })
  })
  t.test('that does not concern us is named', async t => {
    t.same(readDouyinEvent({ event: 'new_follow_action', content: {} }), { kind: 'other', event: 'new_follow_action' })
  })
  t.test('is none when what it must name is missing', async t => {
    for (const body of [
      undefined,
      'text',
      {},
      { ...event, content: {} },
      { ...event, content: '{' },
      { ...event, to_user_id: 7, content: reply },
      { event: 'verify_webhook' },
      { event: 'unauthorize' }
    ]) {
      t.equal(readDouyinEvent(body), undefined, JSON.stringify(body))
    }
  })
})
