import type { Account } from '@huiyin/schemas/account.ts'
import { ACCOUNT_FIELDS } from '@huiyin/schemas/account-fields.ts'
import t from 'tap'
import { checkAccount } from '../src/accounts/check-account.ts'
import { publicOf } from '../src/accounts/public-of.ts'

const NOW = Date.UTC(2026, 10, 21, 4)

/** A good account of each platform. */
const GOOD: Account[] = [
  { platform: 'wechat', id: 'wx0123456789abcdef', name: '云溪发布', credentials: { secret: 'fake' }, since: NOW },
  { platform: 'weibo', id: '1900000001', name: '云溪发布', credentials: { accessToken: 'fake' }, since: NOW },
  {
    platform: 'douyin',
    id: 'open-1',
    name: '云溪发布',
    credentials: { clientKey: 'aw', clientSecret: 'fake', accessToken: 'act', refreshToken: 'rft' },
    since: NOW
  },
  {
    platform: 'kuaishou',
    id: 'open-2',
    name: '云溪发布',
    credentials: { appId: 'ks', appSecret: 'fake', accessToken: 'a', refreshToken: 'r' },
    since: NOW
  },
  {
    platform: 'mastodon',
    id: '1',
    name: '云溪',
    api: 'https://mastodon.example',
    credentials: { accessToken: 'fake' },
    since: NOW
  },
  { platform: 'other', id: 'forum', name: '论坛', credentials: { secret: '0123456789abcdef' }, since: NOW }
]

const good = (platform: string, of: Partial<Account> = {}) => ({
  ...GOOD.find(one => one.platform === platform)!,
  ...of
})
const found = (account: Account) =>
  checkAccount(account, NOW).map(({ code, where, refuses }) => [code, where, refuses] as const)

t.test('an account is checked before it is saved', async t => {
  t.test('a complete one of every platform has nothing wrong', async t => {
    t.equal(GOOD.length, Object.keys(ACCOUNT_FIELDS).length)
    for (const account of GOOD) t.same(checkAccount(account, NOW), [], account.platform)
  })

  t.test('every required field is asked for, by its place', async t => {
    for (const { platform, credentials, ...rest } of GOOD) {
      const required = ACCOUNT_FIELDS[platform].credentials.filter(field => field.required)
      const missing = found({ ...rest, platform, credentials: {} })
      t.same(
        missing,
        required.map(({ name }) => ['FIELD_MISSING', `credentials/${name}`, true]),
        platform
      )
    }
  })

  t.test('a misspelt name, a copied line break and a value that is none are refused', async t => {
    t.same(found(good('weibo', { credentials: { accessToken: 'fake', acces_token: 'x' } })), [
      ['FIELD_UNKNOWN', 'credentials/acces_token', true]
    ])
    t.same(found(good('weibo', { credentials: { accessToken: 'fake\n' } })), [
      ['FIELD_SPACED', 'credentials/accessToken', true]
    ])
    t.same(found(good('douyin', { options: { variant: 'web', replyLimit: 'ten' } })), [
      ['VALUE_UNKNOWN', 'options/variant', true],
      ['FIELD_SHAPE', 'options/replyLimit', true]
    ])
  })

  t.test('the callback of WeChat needs a whole key and its token', async t => {
    const credentials = { secret: 'fake', callbackKey: 'short' }
    t.same(found(good('wechat', { credentials })), [
      ['FIELD_SHAPE', 'credentials/callbackKey', true],
      ['FIELD_SHAPE', 'credentials/callbackToken', true]
    ])
    t.same(found(good('wechat', { credentials: { secret: 'f', callbackToken: 't', callbackKey: 'a'.repeat(43) } })), [])
  })

  t.test('a partner’s interface needs its address and token', async t => {
    t.same(found(good('kuaishou', { options: { comments: 'partner' } })), [
      ['FIELD_SHAPE', 'options/partnerApi', true],
      ['FIELD_SHAPE', 'credentials/partnerToken', true]
    ])
    t.same(found(good('kuaishou', { options: { partnerApi: 'partner' } })), [
      ['FIELD_SHAPE', 'options/partnerApi', true]
    ])
  })

  t.test('secrets travel encrypted, except within this machine', async t => {
    for (const api of ['http://mastodon.example', 'http://127.0.0.1.example', 'http://10.0.0.1'])
      t.same(found(good('mastodon', { api })), [['NOT_ENCRYPTED', 'api', true]], api)
    for (const api of ['https://mastodon.example', 'http://127.0.0.1:9', 'http://[::1]:9', 'http://localhost:9'])
      t.same(found(good('mastodon', { api })), [], api)
    const { api: _, ...without } = good('mastodon')
    t.same(found(without), [['API_MISSING', 'api', true]])
  })

  t.test('a secret that signs has 16 characters', async t => {
    t.same(found(good('other', { credentials: { secret: 'short' } })), [['FIELD_SHAPE', 'credentials/secret', true]])
  })

  t.test('what is only unusual is told and saved', async t => {
    t.same(found(good('weibo', { id: '云溪发布' })), [['ID_UNUSUAL', 'id', false]])
    t.same(found(good('wechat', { id: 'gh_123' })), [['ID_UNUSUAL', 'id', false]])
    t.same(found(good('weibo', { since: NOW + 3_600_000, delay: { fresh: 2_000, old: 1_000 } })), [
      ['IN_THE_FUTURE', 'since', false],
      ['DELAYS_DISORDERED', 'delay', false]
    ])
  })

  t.test('no sentence repeats a secret', async t => {
    const secret = 'very secret'
    for (const { credentials, ...rest } of GOOD) {
      const given = Object.fromEntries([...Object.keys(credentials), 'callbackKey'].map(name => [name, secret]))
      t.notOk(JSON.stringify(checkAccount({ ...rest, credentials: given }, NOW)).includes(secret), rest.platform)
    }
  })
})

t.test('what is public of an account has no credentials', async t => {
  for (const account of GOOD) t.notOk('credentials' in publicOf(account))
})
