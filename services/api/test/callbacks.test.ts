import { encrypt, sign } from '@huiyin/adapters/platforms/wechat-message.ts'
import t from 'tap'
import { NOON } from './house.ts'
import { AES_KEY, md5, openIntakeHouse, sha1 } from './outside.ts'

const ITEM = 'operator-item'
const HINT = 'poll-hint'

t.test('the callback of WeChat', async t => {
  const at = (account: string, query: Record<string, string>) =>
    `/api/callbacks/wechat/${account}?${new URLSearchParams(query)}`
  const stamp = { timestamp: '1767592800', nonce: 'nonce123' }
  const plain = { ...stamp, signature: '2c2cbac6116cef446e7baac59459a1051d4f18a5' }
  const xml = (type: string, more: string) =>
    `<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><CreateTime>1767592800</CreateTime><MsgType><![CDATA[${type}]]></MsgType>${more}</xml>`
  const message = xml('text', '<Content><![CDATA[路灯坏了 <b>]]></Content><MsgId>9001</MsgId>')
  const asXml = { 'content-type': 'text/xml' }

  t.test('proves that the address is ours', async t => {
    const { app } = await openIntakeHouse(t)
    const right = await app.inject(at('wxfake0000000001', { ...plain, echostr: '42' }))
    t.same([right.statusCode, right.body], [200, '42'])
    const wrong = await app.inject(at('wxfake0000000001', { ...plain, nonce: 'n', echostr: '42' }))
    t.match(wrong.json(), { code: 'SIGNATURE_INVALID', status: 401 })
    t.equal((await app.inject(at('wxfake0000000003', { ...plain, echostr: '42' }))).statusCode, 401, 'none is set up')
    t.equal((await app.inject(at('nobody', { ...plain, echostr: '42' }))).statusCode, 401)
  })

  t.test('makes a comment of a private message, a thread for each person', async t => {
    const { post, collected } = await openIntakeHouse(t)
    const answer = await post(at('wxfake0000000001', { ...plain, openid: 'o1' }), message, asXml)
    t.same([answer.statusCode, answer.body], [200, 'success'])
    await post(at('wxfake0000000001', plain), message, asXml) // not heard in time: it comes again
    t.match(collected[0], {
      post: 'private',
      root: 'o1',
      comment: '9001',
      author: { id: 'o1' },
      text: '路灯坏了 <b>',
      publishedAt: 1767592800000,
      source: 'webhook',
      ours: false
    })
    t.equal(new Set(collected.map(({ id }) => id)).size, 1)
  })

  t.test('loses no picture, and makes nothing of an event', async t => {
    const { post, collected } = await openIntakeHouse(t)
    await post(at('wxfake0000000001', plain), xml('image', '<PicUrl>http://x</PicUrl><MsgId>7</MsgId>'), asXml)
    await post(at('wxfake0000000001', plain), xml('event', '<Event>subscribe</Event>'), asXml)
    t.match(collected, [{ text: '[图片]', root: 'o1' }])
    t.equal(collected.length, 1)
  })

  t.test('believes only what is encrypted where there is a key', async t => {
    const { post, collected } = await openIntakeHouse(t)
    const appid = 'wxfake0000000002'
    const send = (encrypted: string, body = `<xml><Encrypt>${encrypted}</Encrypt></xml>`) =>
      post(
        at(appid, { ...plain, encrypt_type: 'aes', msg_signature: sign({ token: 'faketoken', ...stamp, encrypted }) }),
        body,
        asXml
      )
    t.equal((await post(at(appid, plain), message, asXml)).statusCode, 401, 'plain')
    t.equal((await send(encrypt(AES_KEY, 'wxother', message))).statusCode, 401, 'for another appid')
    const encrypted = encrypt(AES_KEY, appid, message)
    const both = message.replace('</xml>', `<Encrypt>${encrypted}</Encrypt></xml>`).replace('路灯', '假的')
    t.equal((await send(encrypted, both)).body, 'success', 'in compatible mode')
    t.match(collected, [{ text: '路灯坏了 <b>', comment: '9001' }])
    t.equal(collected.length, 1)
  })

  t.test('says in words when the body is none', async t => {
    const { post } = await openIntakeHouse(t)
    const answer = await post(at('wxfake0000000001', plain), '<html>', asXml)
    t.match(answer.json(), { code: 'INTAKE_INVALID', status: 422 })
  })

  t.test('has the articles read that have just been published', async t => {
    const { post, records } = await openIntakeHouse(t)
    const info =
      '<Event>PUBLISHJOBFINISH</Event><PublishEventInfo><publish_id>2247503051</publish_id><publish_status>0</publish_status><article_id>a</article_id><article_detail><count>1</count><item><idx>1</idx><article_url>https://mp.weixin.qq.com/s?__biz=x&amp;mid=2247503051&amp;idx=1</article_url></item></article_detail></PublishEventInfo>'
    await post(at('wxfake0000000001', plain), xml('event', info), asXml)
    t.match(await records('post'), [{ post: '2247503051_0', link: /mid=2247503051/, publishedAt: 1767592800000 }])
    t.match(await records(HINT), [{ platform: 'wechat', account: 'wxfake0000000001', post: '2247503051_0' }])
  })
})

t.test('the callback of Douyin', async t => {
  const sends = async (t: import('tap').Test, event: object, account = 'open-1') => {
    const house = await openIntakeHouse(t)
    const body = JSON.stringify(event)
    const headers = { 'x-douyin-signature': sha1(`fakeClientSecret${body}`), 'msg-id': '1' }
    return { ...house, answer: await house.post(`/api/callbacks/douyin/${account}`, body, headers) }
  }
  t.test('answers the challenge, and nobody without the secret', async t => {
    const { post } = await openIntakeHouse(t)
    const body = '{"event":"verify_webhook","client_key":"awfake","content":{"challenge":12345}}'
    const right = await post('/api/callbacks/douyin/open-1', body, {
      'x-douyin-signature': 'fcb8dbd6b771840d013bdcb755807ae267ec765e'
    })
    t.same(right.json(), { challenge: 12345 })
    t.equal(
      (
        await post('/api/callbacks/douyin/open-1', `${body} `, {
          'x-douyin-signature': 'fcb8dbd6b771840d013bdcb755807ae267ec765e'
        })
      ).statusCode,
      401
    )
  })
  const content = { comment_id: 'c1', reply_to_item_id: '@8h/v+=', content: '在吗' }
  const event = { event: 'item_comment_reply', from_user_id: 'u', to_user_id: 'open-2', client_key: 'awfake', content }
  t.test('has the post read at once, of any account of the app', async t => {
    for (const one of [event, { ...event, content: JSON.stringify(content) }]) {
      const { answer, records, collected } = await sends(t, one)
      t.equal(answer.statusCode, 200)
      t.same(await records(HINT), [{ platform: 'douyin', account: 'open-2', post: '@8h/v+=', at: NOON }])
      t.same(collected, [], 'what stands there is read from the interface')
    }
  })
  t.test("cares nothing for another app's accounts", async t => {
    const { answer, records } = await sends(t, { ...event, to_user_id: 'open-3' })
    t.equal(answer.statusCode, 200)
    t.same(await records(HINT), [])
  })
  t.test('tells people when an authorisation was taken back', async t => {
    const { records } = await sends(t, {
      event: 'unauthorize',
      from_user_id: 'open-2',
      client_key: 'awfake',
      content: {}
    })
    t.match(await records(ITEM), [{ kind: 'account.authorise', platform: 'douyin', account: 'open-2', since: NOON }])
  })
})

t.test('the callback of Kuaishou', async t => {
  const at = '/api/callbacks/kuaishou/f1'
  t.test('is answered with the id of its message', async t => {
    const { post } = await openIntakeHouse(t)
    const body = '{"app_id":"ksfake","event":"test","timestamp":1767592800123,"message_id":"m-fake-1","data":{}}'
    const answer = await post(at, body, { kwaisign: '42bd62d85db6e666f212fb1442384b9f' })
    t.same(answer.json(), { result: 1, message_id: 'm-fake-1' })
    t.equal((await post(at, body, { kwaisign: md5(body) })).statusCode, 401)
  })
  t.test('tells people when an authorisation was taken back', async t => {
    const { post, records } = await openIntakeHouse(t)
    const body = JSON.stringify({ event: 'UN_AUTHORIZE', message_id: 'm', data: { open_id: 'f1' } })
    await post(at, body, { kwaisign: md5(`${body}fakeAppSecret`) })
    t.match(await records(ITEM), [{ kind: 'account.authorise', platform: 'kuaishou', account: 'f1' }])
  })
})

t.test('a platform that does not call us is not found', async t => {
  const { post } = await openIntakeHouse(t)
  t.equal((await post('/api/callbacks/weibo/1', '{}')).statusCode, 400)
})
