import { PlatformError } from '@huiyin/ports/platform.ts'
import type { Token, TokenStore } from '@huiyin/ports/token-store.ts'
import t from 'tap'
import { memoryStore } from '../src/memory/store.ts'
import { memoryTokens } from '../src/platforms/token-memory.ts'
import { recordTokens } from '../src/platforms/token-records.ts'
import { type RenewalOf, tokenRenewal } from '../src/platforms/token-renewal.ts'
import { openVault } from '../src/secrets/vault.ts'
import { DAY, HOUR, handClock, MINUTE } from './platform-house.ts'

const CONFIGURED = { access: 'access-0', refresh: 'refresh-0' }

/** A platform whose every renewal gives both tokens anew. Clients of one house share its store. */
function house(store: TokenStore = memoryTokens()) {
  const clock = handClock()
  const asked: string[] = []
  const client = (changed: Partial<RenewalOf> = {}) =>
    tokenRenewal({
      store,
      clock,
      configured: CONFIGURED,
      life: 2 * DAY,
      due: ({ accessUntil }, now) => accessUntil - now < HOUR,
      renew: async ({ refresh = '' }): Promise<Token> => {
        asked.push(refresh)
        const n = asked.length
        return { access: `access-${n}`, accessUntil: clock.now() + 2 * DAY, refresh: `refresh-${n}` }
      },
      ...changed
    })
  return { clock, store, asked, client }
}

const fails = (advice: 'retry' | 'reauthorise') => async () => {
  throw new PlatformError('1', 'no', advice)
}

t.test('a token that is renewed', async t => {
  t.test('is the configured one until it nears its end', async t => {
    const { clock, asked, client } = house()
    const tokens = client()
    t.equal(await tokens.access(), 'access-0')
    clock.pass(2 * DAY - HOUR)
    t.equal(await tokens.access(), 'access-0')
    clock.pass(1)
    t.equal(await tokens.access(), 'access-1')
    t.same(asked, ['refresh-0'])
  })

  t.test('is renewed once however many ask at once', async t => {
    const { clock, asked, client } = house()
    const tokens = client()
    await tokens.access()
    clock.pass(3 * DAY)
    t.same(new Set(await Promise.all(Array.from({ length: 20 }, tokens.access))), new Set(['access-1']))
    t.equal(asked.length, 1)
  })

  t.test('is renewed once after a refusal however many met it', async t => {
    const { asked, client } = house()
    const tokens = client()
    const bad = await tokens.access()
    t.same(
      await Promise.all(Array.from({ length: 5 }, () => tokens.replaced(bad))),
      Array.from({ length: 5 }, () => 'access-1')
    )
    t.equal(await tokens.replaced(bad), 'access-1')
    t.equal(asked.length, 1)
  })

  t.test('is read, not renewed again, when another process was faster', async t => {
    const { asked, client } = house()
    const [one, other] = [client(), client()]
    const bad = await one.access()
    await other.access()
    await one.replaced(bad)
    t.equal(await other.replaced(bad), 'access-1')
    t.same(asked, ['refresh-0'])
  })

  t.test('goes on being used while another process renews it, and is waited for once it is refused', async t => {
    const { clock, asked, client } = house()
    let finish = () => {}
    const waiting = new Promise<void>(resolve => {
      finish = resolve
    })
    const slow = client({
      renew: async () => {
        await waiting
        return { access: 'access-slow', accessUntil: clock.now() + 2 * DAY, refresh: 'refresh-slow' }
      }
    })
    const other = client()
    await slow.access()
    await other.access()
    clock.pass(2 * DAY - MINUTE)
    const renewing = slow.access()
    t.equal(await other.access(), 'access-0')
    await t.rejects(other.replaced('access-0'), { code: 'TOKEN_RENEWING', advice: 'retry' })
    finish()
    t.equal(await renewing, 'access-slow')
    t.equal(await other.replaced('access-0'), 'access-slow')
    t.same(asked, [])
  })

  t.test('is renewed by another process when the one that began has died', async t => {
    const { clock, asked, store, client } = house()
    const died = client({ renew: () => new Promise(() => {}) })
    void died.replaced(await died.access())
    await new Promise(resolve => setImmediate(resolve))
    t.ok((await store.read())?.token.renewing)
    clock.pass(MINUTE)
    const other = client()
    await other.access()
    t.equal(await other.replaced('access-0'), 'access-1')
    t.same(asked, ['refresh-0'])
    t.equal((await store.read())?.token.renewing, undefined)
  })

  t.test('is the one that another saved when a claim ran out meanwhile', async t => {
    const { clock, store, client } = house()
    const other = client()
    const late = client({
      renew: async () => {
        clock.pass(MINUTE)
        await other.replaced(await other.access())
        return { access: 'access-late', accessUntil: clock.now() + 2 * DAY, refresh: 'refresh-late' }
      }
    })
    t.equal(await late.replaced(await late.access()), 'access-1')
    t.equal((await store.read())?.token.refresh, 'refresh-1')
  })

  t.test('is saved though its claim ran out, while the other that took over has nothing yet', async t => {
    const { clock, store, client } = house()
    const hangs = client({ renew: () => new Promise(() => {}) })
    const late = client({
      renew: async () => {
        clock.pass(MINUTE)
        void hangs.replaced(await hangs.access())
        await new Promise(resolve => setImmediate(resolve))
        return { access: 'access-late', accessUntil: clock.now() + 2 * DAY, refresh: 'refresh-late' }
      }
    })
    t.equal(await late.replaced(await late.access()), 'access-late')
    t.equal((await store.read())?.token.refresh, 'refresh-late')
  })

  t.test('is saved all the same when the house changes its keys meanwhile', async t => {
    const { clock, store, client } = house()
    const tokens = client({
      renew: async () => {
        const { token, version } = (await store.read())!
        await store.save(token, version) // sealed anew
        return { access: 'access-new', accessUntil: clock.now() + 2 * DAY, refresh: 'refresh-new' }
      }
    })
    t.equal(await tokens.replaced(await tokens.access()), 'access-new')
    t.equal((await store.read())?.token.refresh, 'refresh-new')
  })

  t.test('is kept until it can be saved when the store is away after a renewal', async t => {
    const held = memoryTokens()
    let away = false
    const store: TokenStore = {
      read: async () => {
        if (away) throw new Error('away')
        return held.read()
      },
      save: held.save
    }
    const { clock, client } = house(store)
    const tokens = client({
      renew: async () => {
        away = true
        return { access: 'access-new', accessUntil: clock.now() + 2 * DAY, refresh: 'refresh-new' }
      }
    })
    const bad = await tokens.access()
    await t.rejects(tokens.replaced(bad), { message: 'away' })
    away = false
    t.equal(await tokens.access(), 'access-new')
    t.equal((await held.read())?.token.refresh, 'refresh-new')
  })

  t.test('that cannot be renewed is used until it ends, and tried again after a minute', async t => {
    const { clock, client } = house()
    let tries = 0
    const tokens = client({
      renew: async () => {
        tries += 1
        return fails('reauthorise')()
      }
    })
    await tokens.access()
    clock.pass(2 * DAY - 30 * MINUTE)
    t.equal(await tokens.access(), 'access-0')
    t.equal(await tokens.access(), 'access-0')
    t.equal(tries, 1)
    t.match(tokens.trouble(), { name: 'PlatformError', advice: 'reauthorise' })
    clock.pass(MINUTE)
    await tokens.access()
    t.equal(tries, 2)
    clock.pass(HOUR)
    await t.rejects(tokens.access(), { code: '1', advice: 'reauthorise' })
  })

  t.test('is renewed for who met a refusal though an early renewal under way fails', async t => {
    const { clock, client } = house()
    let tries = 0
    const tokens = client({
      renew: async () => {
        tries += 1
        if (tries === 1) return fails('retry')()
        return { access: 'access-new', accessUntil: clock.now() + 2 * DAY, refresh: 'refresh-new' }
      }
    })
    await tokens.access()
    clock.pass(2 * DAY - 30 * MINUTE)
    t.same(await Promise.all([tokens.access(), tokens.replaced('access-0')]), ['access-0', 'access-new'])
  })

  t.test('goes on from what is stored when the process starts again', async t => {
    const { client } = house()
    const first = client()
    await first.replaced(await first.access())
    t.equal(await client().access(), 'access-1')
  })

  t.test('begins anew with what a person authorised, and an older authorisation does not come back', async t => {
    const { store, client } = house()
    const old = client()
    await old.replaced(await old.access())
    const anew = client({ configured: { access: 'access-a', refresh: 'refresh-a' } })
    t.equal(await anew.access(), 'access-a')
    t.equal(await client().access(), 'access-a')
    t.equal((await store.read())?.token.refresh, 'refresh-a')
  })
})

t.test('tokens in the records of the house', async t => {
  const data = t.testdir()
  const { records, close } = memoryStore()
  t.teardown(close)
  const vault = openVault({ data, store: 'sqlite' } as Parameters<typeof openVault>[0])
  const token = { access: 'act.secret', accessUntil: 7, refresh: 'rft.secret' }

  t.test('are sealed', async t => {
    const store = recordTokens(records, vault, 'douyin/sealed')
    t.ok(await store.save(token))
    t.same((await store.read())?.token, token)
    t.notMatch(JSON.stringify(await records.list('token', { atMost: 9 })), /secret/)
  })
  t.test('are saved only by who has read the newest', async t => {
    const store = recordTokens(records, vault, 'douyin/race')
    t.ok(await store.save(token))
    t.notOk(await store.save(token), 'there is one')
    const { version } = (await store.read())!
    t.ok(await store.save({ ...token, access: 'b' }, version))
    t.notOk(await store.save({ ...token, access: 'c' }, version), 'somebody was faster')
    t.equal((await store.read())?.token.access, 'b')
  })
  t.test('serve two processes that renew at once: one asks, both end with the same', async t => {
    const { asked, client } = house(recordTokens(records, vault, 'douyin/two'))
    const [one, other] = [client(), client()]
    const bad = await one.access()
    const results = await Promise.allSettled([one.replaced(bad), other.replaced(bad)])
    t.ok(results.some(({ status }) => status === 'fulfilled'))
    t.same([await one.access(), await other.replaced(bad)], ['access-1', 'access-1'])
    t.same(asked, ['refresh-0'])
  })
})
