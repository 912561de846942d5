import fc from 'fast-check'
import t from 'tap'
import { checkSignature, decrypt, encrypt, readMessage, sign } from '../src/platforms/wechat-message.ts'
import { readXml } from '../src/platforms/wechat-xml.ts'

const TOKEN = 'faketoken'
const KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
const APPID = 'wxfake0000000001'
const signed = { token: TOKEN, timestamp: '1767592800', nonce: 'nonce123' }
const SECRET_WORDS = '<xml><Content><![CDATA[hi]]></Content></xml>'
const ENCRYPTED =
  '4j/AuRx71kQlxVlzbpsMWMczXWSt2yv4WTx9dDoz/+rRbEK+96Qm5PPrXYWDb372vh6SGfsSc63chTw+GJWvrWUcjX+hCxg0S8dWZeu4FUmUwNX+dm8OjEwTv2F+b988'

t.test('a signature of WeChat', async t => {
  t.test('is made over token, time and nonce, and over what is encrypted', async t => {
    t.equal(sign(signed), '2c2cbac6116cef446e7baac59459a1051d4f18a5')
    t.equal(sign({ ...signed, encrypted: ENCRYPTED }), 'b68f6957e5ebd37d640910b5d5ed17cac609246a')
  })
  t.test('is known from a forged one', async t => {
    t.ok(checkSignature(signed, '2c2cbac6116cef446e7baac59459a1051d4f18a5'))
    t.notOk(checkSignature(signed, '2c2cbac6116cef446e7baac59459a1051d4f18a6'))
    t.notOk(checkSignature({ ...signed, nonce: 'nonce124' }, '2c2cbac6116cef446e7baac59459a1051d4f18a5'))
    t.notOk(checkSignature(signed, ''))
  })
})

t.test('what WeChat encrypts', async t => {
  t.test('is read, and made in the same way', async t => {
    t.equal(decrypt(KEY, APPID, ENCRYPTED), SECRET_WORDS)
    t.equal(encrypt(KEY, APPID, SECRET_WORDS, Buffer.from('0123456789abcdef')), ENCRYPTED)
  })
  t.test('comes back whatever the text', async t => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        t.equal(decrypt(KEY, APPID, encrypt(KEY, APPID, text)), Buffer.from(text).toString())
      }),
      { numRuns: 50 }
    )
  })
  t.test('is nothing when it is for another, with another key, or no such thing', async t => {
    t.equal(decrypt(KEY, 'wxother', ENCRYPTED), undefined)
    t.equal(decrypt(`B${KEY.slice(1)}`, APPID, ENCRYPTED), undefined)
    for (const broken of ['', 'AAAA', ENCRYPTED.slice(0, 64), `AAAA${ENCRYPTED.slice(4)}`, '你好']) {
      t.equal(decrypt(KEY, APPID, broken), undefined, broken)
    }
    t.throws(() => decrypt('short', APPID, ENCRYPTED), TypeError)
  })
})

const letter = (more: string) =>
  `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[oA]]></FromUserName><CreateTime>1767592800</CreateTime>${more}</xml>`

t.test('what comes to the callback', async t => {
  t.test('is a message of a person', async t => {
    const words =
      '<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[路灯 <坏> & 了]]></Content><MsgId>23456789012345678</MsgId>'
    const message = {
      kind: 'message',
      openid: 'oA',
      text: '路灯 <坏> & 了',
      at: 1_767_592_800_000,
      id: '23456789012345678'
    } as const
    t.same(readMessage(letter(words)), message)
    t.same(
      readMessage(letter(`${words}<MsgDataId>2247483700</MsgDataId><Idx>2</Idx>`)),
      { ...message, post: '2247483700_1' },
      'from the second article of a push'
    )
  })

  t.test('is something encrypted, which holds the message', async t => {
    const encrypted = encrypt(KEY, APPID, letter('<MsgType>text</MsgType><Content>你好</Content><MsgId>7</MsgId>'))
    const found = readMessage(`<xml><ToUserName>gh_1</ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`)
    if (found?.kind !== 'encrypted') return t.fail('it is encrypted')
    t.match(readMessage(decrypt(KEY, APPID, found.encrypted)!), { kind: 'message', text: '你好', id: '7' })
  })

  t.test('names articles that were published, where their address tells', async t => {
    const link = (mid: number, idx: number) =>
      `http://mp.weixin.qq.com/s?__biz=MzA=&amp;mid=${mid}&amp;idx=${idx}&amp;sn=ab`
    const event = (status: number) =>
      letter(`<MsgType>event</MsgType><Event><![CDATA[PUBLISHJOBFINISH]]></Event><PublishEventInfo>
        <publish_id>100000001</publish_id><publish_status>${status}</publish_status><article_id><![CDATA[aID]]></article_id>
        <article_detail><count>2</count>
          <item><idx>1</idx><article_url>${link(2247483700, 1)}</article_url></item>
          <item><idx>2</idx><article_url>${link(2247483700, 2)}</article_url></item>
        </article_detail></PublishEventInfo>`)
    t.match(readMessage(event(0)), {
      kind: 'published',
      article: 'aID',
      posts: [{ id: '2247483700_0' }, { id: '2247483700_1', link: /idx=2&sn=ab$/ }]
    })
    t.match(readMessage(event(4)), { kind: 'other', type: 'PUBLISHJOBFINISH' }, 'refused')
    const mass = (more: string) =>
      readMessage(
        letter(
          `<MsgType>event</MsgType><Event>MASSSENDJOBFINISH</Event><MsgID>34182</MsgID><Status>send success</Status>${more}`
        )
      )
    t.match(mass(''), { kind: 'published', posts: [] }, 'its MsgID is no article')
    t.match(mass('<MsgDataId>206227730</MsgDataId>'), { posts: [{ id: '206227730_0' }] })
    t.match(
      mass(`<ArticleUrlResult><Count>1</Count><ResultList><item><ArticleIdx>1</ArticleIdx>
        <ArticleUrl>${link(206227730, 1)}</ArticleUrl></item></ResultList></ArticleUrlResult>`),
      { posts: [{ id: '206227730_0' }] }
    )
  })

  t.test('is something else, of which nothing is collected', async t => {
    t.same(readMessage(letter('<MsgType>event</MsgType><Event>subscribe</Event><EventKey></EventKey>')), {
      kind: 'other',
      type: 'subscribe',
      openid: 'oA',
      at: 1_767_592_800_000
    })
    t.match(readMessage(letter('<MsgType>image</MsgType><PicUrl>http://x</PicUrl><MsgId>1</MsgId>')), { type: 'image' })
  })

  t.test('is nothing of WeChat', async t => {
    for (const text of [
      '',
      'hello',
      '{}',
      '<html></html>',
      '<xml>',
      '<xml></xml>',
      '<xml><a></b></xml>',
      '<xml><a>&nbsp;</a></xml>',
      '<xml><a x="1"/></xml>',
      '<!DOCTYPE xml [<!ENTITY a "b">]><xml><MsgType>text</MsgType></xml>',
      letter('<MsgType>text</MsgType><Content>no id</Content>')
    ]) {
      t.equal(readMessage(text), undefined, text)
    }
  })
})

t.test('XML as WeChat writes it', async t => {
  t.test('is read with its lists and entities', async t => {
    t.same(
      readXml('<?xml version="1.0"?><xml><a>1&lt;&#50;&#x4F60;</a><b/><l><item>1</item><item>2</item></l></xml>'),
      Object.assign(Object.create(null), {
        a: '1<2你',
        b: '',
        l: Object.assign(Object.create(null), { item: ['1', '2'] })
      })
    )
  })
  t.test('is refused when it is too deep, too long, or goes on after its end', async t => {
    t.equal(readXml(`<xml>${'<a>'.repeat(20)}${'</a>'.repeat(20)}</xml>`), undefined)
    t.equal(readXml(`<xml><a>${'x'.repeat(1_000_001)}</a></xml>`), undefined)
    t.equal(readXml('<xml><a>1</a></xml><xml><a>2</a></xml>'), undefined)
    t.equal(readXml('<xml><a>1</a></xml> and more'), undefined)
  })
  t.test('never throws, whatever comes', async t => {
    const bits = fc.constantFrom('<xml>', '</xml>', '<a>', '</a>', '<![CDATA[', ']]>', '&', 'x', '<', '>', '</', '&#0;')
    fc.assert(
      fc.property(fc.array(bits), parts => {
        const read = readXml(parts.join(''))
        t.ok(read === undefined || typeof read === 'object')
      }),
      { numRuns: 200 }
    )
  })
})
