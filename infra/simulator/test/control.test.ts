import { createHmac } from 'node:crypto'
import t from 'tap'
import { openSimulator, START } from './asked.ts'

t.test('the control over HTTP', async t => {
  t.test('lets a citizen write, like, delete and be answered by hand', async t => {
    const { simulator, post, get, office } = await openSimulator()
    t.teardown(simulator.close)
    const where = { platform: 'weibo', account: office('weibo').id }
    const { id } = await post('/control/posts', { ...where, title: '新的一篇' })
    const of = { ...where, post: id }
    const comment = await post('/control/comments', { ...of, text: '沙发' })
    await post('/control/comments/like', { ...of, comment: comment.id, likes: 3 })
    await post('/control/comments/answer', { ...of, comment: comment.id, text: '欢迎' })
    const { json } = await get(`/control/comments?${new URLSearchParams(of)}`)
    t.match(json, [
      { text: '沙发', likes: 3 },
      { text: '欢迎', parent: comment.id }
    ])
    await post('/control/comments/delete', { ...of, comment: comment.id })
    t.equal((await get(`/control/comments?${new URLSearchParams(of)}`)).json.length, 1)
  })

  t.test('says in a sentence what is wrong', async t => {
    const { simulator, post } = await openSimulator()
    t.teardown(simulator.close)
    const refused = await post('/control/comments', { platform: 'weibo', account: '1', post: '2', text: '?' })
    t.match(refused.error, 'There is no weibo post "2" here')
    t.match(await post('/control/faults', { platform: 'fax' }), { error: /wechat, weibo, .* or webhook/ })
  })

  t.test('makes the next calls go wrong', async t => {
    const { simulator, post, get } = await openSimulator()
    t.teardown(simulator.close)
    await post('/control/faults', { platform: 'weibo', kind: 'error', code: 10001, times: 1 })
    t.equal(Number((await get('/2/comments/to_me.json')).json.error_code), 10001)
    t.equal(Number((await get('/2/comments/to_me.json')).json.error_code), 10006)
  })
})

t.test('the webhook sink', async t => {
  const sign = (secret: string, id: string, at: number, body: string) =>
    `v1,${createHmac('sha256', secret).update(`${id}.${at}.${body}`).digest('base64')}`

  async function send(at: number, secret?: string) {
    const { simulator, control } = await openSimulator()
    const body = JSON.stringify({ hello: '世界' })
    const headers = {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(at),
      'webhook-signature': sign(secret ?? simulator.webhook.secret, 'evt_1', at, body)
    }
    const { status } = await fetch(simulator.webhook.url, { method: 'POST', headers, body })
    const [arrival] = control.webhooks()
    await simulator.close()
    return { status, arrival }
  }

  t.test('takes what is signed', async t => {
    t.match(await send(START / 1000), {
      status: 200,
      arrival: { id: 'evt_1', verified: true, body: { hello: '世界' } }
    })
  })
  t.test('refuses a wrong signature', async t => {
    t.match(await send(START / 1000, 'another'), { status: 401, arrival: { verified: false } })
  })
  t.test('refuses what is older than five minutes', async t => {
    t.match(await send(START / 1000 - 301), { status: 401, arrival: { verified: false } })
  })
})
