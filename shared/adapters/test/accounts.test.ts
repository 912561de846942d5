import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { openAccounts } from '@huiyin/ports/accounts.ts'
import { NOON } from '@huiyin/ports/contracts/fixtures.ts'
import { keepFresh } from '@huiyin/ports/keep-fresh.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { keysInUse, keysToPrune, resealLot } from '@huiyin/ports/reseal.ts'
import { openRecord, sealRecord } from '@huiyin/ports/sealed.ts'
import { keyOf } from '@huiyin/ports/vault.ts'
import { openWebhooks } from '@huiyin/ports/webhooks.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import t, { type Test } from 'tap'
import { memoryStore } from '../src/memory/store.ts'
import { openPlatforms } from '../src/platforms/open-platforms.ts'
import { openVault } from '../src/secrets/vault.ts'
import { freshSqlite } from './sqlite-folder.ts'

const events = { append: async () => [] }

const SECRET = '2.00FakeTokenThatNobodyMaySee'
const WEIBO: Account = {
  platform: 'weibo',
  id: '1900000001',
  name: '云溪发布',
  credentials: { accessToken: SECRET },
  since: NOON
}
const KEY = { platform: 'weibo', id: WEIBO.id }
const clock = { now: () => NOON }

const stores: Record<string, () => Promise<{ records: Records; close: () => Promise<void> }>> = {
  'memory, with search that lags': async () => memoryStore({ searchLags: true }),
  sqlite: async () => {
    const { store, close } = await freshSqlite()
    return { records: store.records, close }
  }
}

/** A book over records, and another process's over the same. */
async function opened(t: Test, open: (typeof stores)[string], settings: Account[] = []) {
  const { records, close } = await open()
  t.teardown(close)
  const vault = openVault({ data: t.testdir({}), store: 'sqlite' })
  const told: string[] = []
  const tell = (fields: object, message: string) => void told.push(`${message} ${JSON.stringify(fields)}`)
  const logger = { info: tell, warn: tell, error: tell }
  const book = () => openAccounts(records, { events, vault, clock, settings, logger })
  return { records, vault, told, here: book(), elsewhere: book(), book }
}

for (const [name, open] of Object.entries(stores)) {
  t.test(`accounts in ${name}`, async t => {
    t.test('one that is added is there at once, with its secrets sealed in the store', async t => {
      const { records, here } = await opened(t, open)
      await here.add(WEIBO, 'admin')
      t.same(here.all(), [WEIBO])
      t.same(here.of(KEY), WEIBO)
      t.match(here.rows(), [{ origin: 'kept', state: 'active', credentials: ['accessToken'], changedBy: 'admin' }])
      t.notOk(JSON.stringify(here.rows()).includes(SECRET))
      const [entry] = await records.list('account', { atMost: 10 })
      t.notOk(JSON.stringify(entry).includes(SECRET))
      await t.rejects(here.add(WEIBO, 'admin'), { code: 'ACCOUNT_EXISTS' })
    })

    t.test('is seen by every other process that keeps itself fresh', async t => {
      const { here, elsewhere } = await opened(t, open)
      const ended = new AbortController()
      const running = keepFresh(elsewhere, { logger: silent, signal: ended.signal, every: 5, what: 'accounts' })
      await here.add(WEIBO, 'admin')
      while (elsewhere.all().length === 0) await sleep(5)
      ended.abort()
      await running
      t.same(elsewhere.of(KEY), WEIBO)
    })

    t.test(
      'is changed by who saw it as it is; absent credentials stay, and it stays the same object until then',
      async t => {
        const { here } = await opened(t, open)
        await here.add(WEIBO, 'admin')
        const before = here.of(KEY)
        await here.refresh()
        t.equal(here.of(KEY), before)
        const [{ tag } = { tag: '' }] = here.rows()
        const { credentials: _, ...rest } = WEIBO
        await here.change({ ...rest, name: '云溪县发布' }, tag, 'li')
        t.same(here.of(KEY), { ...WEIBO, name: '云溪县发布' })
        t.not(here.of(KEY), before)
        await t.rejects(here.change({ ...rest, name: '别的' }, tag, 'wang'), { code: 'SOMEBODY_WAS_FASTER' })
        const again = here.rows()[0]!.tag
        await here.change({ ...rest, credentials: { rip: '203.0.113.9' } }, again, 'li')
        t.same(here.of(KEY)!.credentials, { accessToken: SECRET, rip: '203.0.113.9' })
        await here.change({ ...rest, credentials: { rip: '' } }, here.rows()[0]!.tag, 'li')
        t.same(here.of(KEY)!.credentials, { accessToken: SECRET })
        await t.rejects(here.change({ ...rest, credentials: { accessToken: '' } }, here.rows()[0]!.tag, 'li'), {
          code: 'ACCOUNT_INVALID',
          problems: [{ code: 'FIELD_MISSING', where: 'credentials/accessToken' }]
        })
      }
    )

    t.test('is paused and taken up again; a retired one is used no more but still known', async t => {
      const { here } = await opened(t, open)
      await here.add(WEIBO, 'admin')
      await here.setState(KEY, 'paused', 'admin')
      t.match(here.all(), [{ paused: true }])
      await here.setState(KEY, 'active', 'admin')
      t.same(here.all(), [WEIBO])
      await here.setState(KEY, 'retired', 'admin')
      t.same([here.all(), here.of(KEY)], [[], undefined])
      t.match(here.known(KEY), { name: '云溪发布' })
      await t.rejects(here.setState({ platform: 'weibo', id: '2' }, 'paused', 'admin'), { code: 'ACCOUNT_NOT_FOUND' })
    })

    t.test('of one in both, the settings count, which is said once', async t => {
      const first = await opened(t, open)
      await first.here.add(WEIBO, 'admin')
      const told: string[] = []
      const settings = [{ ...WEIBO, name: '设置里的' }]
      const both = openAccounts(first.records, {
        events,
        ...first,
        clock,
        settings,
        logger: { ...silent, warn: (_, message) => void told.push(message) }
      })
      t.same(both.all(), settings, 'before anything is read')
      await both.refresh()
      await both.refresh()
      t.same(both.all(), settings)
      t.same(told, ['an account stands in the settings and in the store; the settings count'])
      await t.rejects(both.setState(KEY, 'paused', 'admin'), { code: 'ACCOUNT_EXISTS', message: /settings file/ })
    })

    t.test('whose key is gone is left out, named in the log, and entered again as a whole', async t => {
      const first = await opened(t, open)
      await first.here.add(WEIBO, 'admin')
      const other = openVault({ key: randomBytes(32).toString('base64'), data: 'none', store: 'sqlite' })
      const told: object[] = []
      const logger = { ...silent, error: (fields: object) => void told.push(fields) }
      const book = openAccounts(first.records, { events, vault: other, clock, logger })
      await book.refresh()
      await book.refresh()
      t.same(book.all(), [])
      t.match(book.rows(), [{ problem: new RegExp(first.vault.keys()[0]!) }])
      t.equal(told.length, 1)
      const { credentials: _, ...rest } = WEIBO
      await t.rejects(book.change(rest, book.rows()[0]!.tag, 'admin'), { code: 'KEY_MISSING' })
      await book.change(WEIBO, book.rows()[0]!.tag, 'admin')
      t.same(book.all(), [WEIBO])
    })

    t.test('keys are changed without anything being lost, and the old one goes when it seals nothing', async t => {
      const { records, vault, here } = await opened(t, open)
      await here.add(WEIBO, 'admin')
      const token = { access: 'act.fake', accessUntil: NOON }
      const sealed = sealRecord(vault, 'token', 'douyin/1', token)
      await records.create('token', { id: 'douyin/1', value: { sealed } })
      const webhooks = openWebhooks(records, vault, clock)
      const { webhook, secret } = await webhooks.make({ name: '县融媒', url: 'https://media.example' }, 'admin')
      const { tag } = here.rows()[0]!
      const account = here.of(KEY)
      const [old] = vault.keys()
      vault.addKey()
      await t.rejects(keysToPrune(records, vault), { code: 'KEY_IN_USE', message: new RegExp(`${old} \\(3\\)`) })
      const lots = []
      for (let place: Parameters<typeof resealLot>[1]; ; ) {
        const lot = await resealLot({ records, vault }, place)
        lots.push(lot)
        place = lot.next
        if (!place) break
      }
      t.same(
        lots.map(({ seen, resealed, failed }) => ({ seen, resealed, failed })),
        [
          { seen: 1, resealed: 1, failed: [] }, // an account
          { seen: 1, resealed: 1, failed: [] }, // its token
          { seen: 0, resealed: 0, failed: [] }, // nobody has a second factor here
          { seen: 1, resealed: 1, failed: [] }, // the secret of a webhook
          { seen: 0, resealed: 0, failed: [] } // the trail is not anchored here
        ]
      )
      t.same(await keysInUse(records), { [vault.keys()[0]!]: 3 })
      t.same(await keysToPrune(records, vault), [old])
      vault.dropKeys(new Set([old!]))
      await here.refresh()
      t.equal(here.of(KEY), account, 'the account is the same object')
      t.equal(here.rows()[0]!.tag, tag, 'and nobody’s If-Match is spoilt')
      const kept = await records.get<{ sealed: string }>('token', 'douyin/1')
      t.same(openRecord(vault, 'token', 'douyin/1', kept!.document.value), token)
      t.equal(webhooks.secretOf(await webhooks.get(webhook.id)), secret)
      t.equal((await resealLot({ records, vault })).resealed, 0)
    })

    t.test('what no key opens is named and stays as it is', async t => {
      const { records, vault, here } = await opened(t, open)
      await here.add(WEIBO, 'admin')
      const lost = openVault({ key: randomBytes(32).toString('base64'), data: 'none', store: 'sqlite' })
      const sealed = sealRecord(lost, 'account', 'weibo/2', {})
      await records.create('account', { id: 'weibo/2', value: { sealed } })
      vault.addKey()
      const { resealed, failed } = await resealLot({ records, vault })
      t.same([resealed, failed], [1, [{ kind: 'account', id: 'weibo/2', key: keyOf(sealed) }]])
    })

    t.test('its platform is opened once, and anew when it changes', async t => {
      const { here } = await opened(t, open)
      const platform = openPlatforms({ accounts: here, clock })
      const of = { platform: 'weibo', account: WEIBO.id }
      t.equal(platform(of), undefined)
      await here.add(WEIBO, 'admin')
      const first = platform(of)
      t.ok(first)
      t.equal(platform(of), first)
      await here.change({ ...WEIBO, credentials: { accessToken: '2.00Another' } }, here.rows()[0]!.tag, 'admin')
      t.not(platform(of), first)
      await here.setState(KEY, 'retired', 'admin')
      t.equal(platform(of), undefined)
    })
  })
}

t.test('what is wrong with an account of the settings is said at the start, without its secrets', async t => {
  const { records } = memoryStore({})
  const vault = openVault({ data: t.testdir({}), store: 'sqlite' })
  const told: string[] = []
  const warn = (fields: object, message: string) => void told.push(`${message} ${JSON.stringify(fields)}`)
  const settings = [{ ...WEIBO, credentials: { accessToken: SECRET, acces_token: SECRET } }]
  t.same(openAccounts(records, { events, vault, clock, settings, logger: { ...silent, warn } }).all(), settings)
  t.equal(told.length, 1)
  t.match(told[0], /an account of the settings: "acces_token" is not known here.*"where":"credentials\/acces_token"/)
  t.notOk(told[0]?.includes(SECRET))
})

t.test('an account of the settings that cannot be connected stops the start, in words', async t => {
  const { records } = memoryStore({})
  const vault = openVault({ data: t.testdir({}), store: 'sqlite' })
  const settings = [{ ...WEIBO, credentials: {} }]
  const accounts = openAccounts(records, { events, vault, clock, settings })
  t.throws(() => openPlatforms({ accounts, clock }), { name: 'TypeError', message: /accessToken/ })
})
