import t from 'tap'
import { isKwaisign, readKuaishouEvent } from '../src/platforms/kuaishou-webhook.ts'

const raw = Buffer.from(
  '{"app_id":"ksfake","event":"test","timestamp":1767592800123,"message_id":"m-fake-1","data":{}}'
)
const signature = '42bd62d85db6e666f212fb1442384b9f'

t.test('a signature of Kuaishou', async t => {
  t.test('is MD5 over the body as it came and the app secret', async t => {
    t.ok(isKwaisign(raw, signature, 'fakeAppSecret'))
    t.ok(isKwaisign(raw, signature.toUpperCase(), 'fakeAppSecret'))
  })
  t.test('is refused with another secret, another body, another form, or none', async t => {
    t.notOk(isKwaisign(raw, signature, 'otherSecret'))
    t.notOk(isKwaisign(Buffer.from('{}'), signature, 'fakeAppSecret'))
    t.notOk(isKwaisign(raw, `${signature}00`, 'fakeAppSecret'))
    t.notOk(isKwaisign(raw, undefined, 'fakeAppSecret'))
  })
})

t.test('an event of Kuaishou', async t => {
  const event = { app_id: 'ks', timestamp: 1767592800123, message_id: 'm-1' }

  t.test('tells who authorised what, and who no longer, with the id that makes it one', async t => {
    const data = { open_id: 'office', scope: ['user_info'], is_new: true }
    const authorised = { kind: 'authorise', account: 'office', scopes: ['user_info'], message: 'm-1' }
    t.same(readKuaishouEvent({ ...event, event: 'AUTHORIZE', data }), authorised)
    const withdrawn = { kind: 'unauthorise', account: 'office', message: 'm-1' }
    t.same(readKuaishouEvent({ ...event, event: 'UN_AUTHORIZE', data }), withdrawn)
  })
  t.test('may be a test, or one that does not concern us', async t => {
    t.same(readKuaishouEvent(JSON.parse(raw.toString())), { kind: 'test', message: 'm-fake-1' })
    t.same(readKuaishouEvent({ ...event, event: 'LIVE' }), { kind: 'other', event: 'LIVE', message: 'm-1' })
  })
  t.test('is none when what it must name is missing', async t => {
    for (const body of [undefined, {}, { event: 'test' }, { ...event, event: 'AUTHORIZE', data: {} }]) {
      t.equal(readKuaishouEvent(body), undefined, JSON.stringify(body))
    }
  })
})
