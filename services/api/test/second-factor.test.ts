import { randomBytes } from 'node:crypto'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { openVault } from '@huiyin/adapters/secrets/vault.ts'
import { resealLot, type SealedPlace } from '@huiyin/ports/reseal.ts'
import t from 'tap'
import { openSecondFactors } from '../src/sign-in/second-factor.ts'
import { type House, MINUTE, type Person, signIn } from './house.ts'
import { codeAt, GOOD, joins, openOn, secondAdministrator, tries, WORLDS } from './signing.ts'

const LI = { name: 'li', password: GOOD }

/** Sets up an authenticator; the next code is that of the next step. */
async function enrols(house: House, person: Person) {
  const { secret } = (await person.post('/api/me/second-factor', { current: GOOD })).json()
  const { recovery } = (
    await person.post('/api/me/second-factor/confirm', { code: codeAt(secret, house.time.now) })
  ).json()
  house.time.now += MINUTE
  return { secret, recovery, code: () => codeAt(secret, house.time.now) }
}

for (const world of WORLDS) {
  t.test(`a second factor, on ${world}`, async t => {
    t.test('is set up by the password and its first code, and asked for from then on', async t => {
      const house = await openOn(t, world)
      const li = await signIn(house, await joins(house, 'li'))
      const wrong = await li.post('/api/me/second-factor', { current: 'guess' })
      t.match(wrong.json(), { status: 401, code: 'WRONG_PASSWORD' })
      const begun = (await li.post('/api/me/second-factor', { current: GOOD })).json()
      t.match(begun, { secret: /^[A-Z2-7]{32}$/, uri: /^otpauth:\/\/totp\/Huiyin%20.*:li\?secret=/ })
      t.equal((await tries(house, LI)).statusCode, 200, 'not before it is confirmed')
      const mistyped = await li.post('/api/me/second-factor/confirm', { code: '000000' })
      t.match(mistyped.json(), { status: 401, code: 'SECOND_FACTOR_WRONG' })
      const code = codeAt(begun.secret, house.time.now)
      const confirmed = await li.post('/api/me/second-factor/confirm', { code })
      t.equal(confirmed.json().recovery.length, 10)
      t.match((await li.get('/api/me')).json(), { secondFactor: true })
      t.match((await tries(house, LI)).json(), { status: 401, code: 'SECOND_FACTOR_NEEDED' })
      t.match((await tries(house, { ...LI, code })).json(), { code: 'SECOND_FACTOR_WRONG' }, 'each code counts once')
      house.time.now += MINUTE
      const fresh = codeAt(begun.secret, house.time.now)
      t.equal((await tries(house, { ...LI, code: fresh })).statusCode, 200)
      t.match((await tries(house, { ...LI, code: fresh })).json(), { code: 'SECOND_FACTOR_WRONG' })
    })

    t.test('of two who use one code at once lets one in', async t => {
      const house = await openOn(t, world)
      const { code } = await enrols(house, await signIn(house, await joins(house, 'li')))
      const given = { ...LI, code: code() }
      const answers = await Promise.all([tries(house, given), tries(house, given), tries(house, given)])
      t.same(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 401, 401])
    })

    t.test('has recovery codes for who lost it, each good once', async t => {
      const house = await openOn(t, world)
      const { recovery } = await enrols(house, await signIn(house, await joins(house, 'li')))
      const [first, second] = recovery
      t.equal((await tries(house, { ...LI, code: first })).statusCode, 200)
      t.match((await tries(house, { ...LI, code: first })).json(), { code: 'SECOND_FACTOR_WRONG' })
      t.equal((await tries(house, { ...LI, code: second.toUpperCase().replaceAll('-', ' ') })).statusCode, 200)
    })

    t.test('is removed by password and code, or by an administrator', async t => {
      const house = await openOn(t, world)
      const li = await signIn(house, await joins(house, 'li'))
      const { code } = await enrols(house, li)
      const refused = await li.post('/api/me/second-factor/remove', { current: GOOD, code: '000000' })
      t.match(refused.json(), { status: 401, code: 'SECOND_FACTOR_WRONG' })
      t.equal((await li.post('/api/me/second-factor/remove', { current: GOOD, code: code() })).statusCode, 204)
      t.equal((await tries(house, LI)).statusCode, 200)

      await enrols(house, li)
      const admin = await secondAdministrator(house)
      const kept = (await admin.post('/api/users/li/reset', {})).json()
      t.match((await tries(house, { name: 'li', password: kept.password })).json(), { code: 'SECOND_FACTOR_NEEDED' })
      const { password } = (await admin.post('/api/users/li/reset', { secondFactor: true })).json()
      t.match((await tries(house, { name: 'li', password })).json(), { mustChange: true })
    })

    t.test('is kept so that nobody reads it in the store', async t => {
      const house = await openOn(t, world)
      const { secret, recovery } = await enrols(house, await signIn(house, await joins(house, 'li')))
      await house.store.records.refresh()
      const kept = JSON.stringify([
        await house.store.records.list('totp', { atMost: 10 }),
        await house.store.records.list('person', { atMost: 10 })
      ])
      for (const one of [secret, ...recovery, ...recovery.map((code: string) => code.replaceAll('-', ''))])
        t.notOk(kept.includes(one))
    })
  })
}

t.test('codes are guessed no faster than passwords', async t => {
  const house = await openOn(t, 'memory')
  const { code } = await enrols(house, await signIn(house, await joins(house, 'li')))
  for (let n = 0; n < 5; n++) {
    t.match((await tries(house, LI)).json(), { code: 'SECOND_FACTOR_NEEDED' }, 'asking for it is no guess')
    t.match((await tries(house, { ...LI, code: `00000${n}` })).json(), { code: 'SECOND_FACTOR_WRONG' })
  }
  t.match((await tries(house, { ...LI, code: code() })).json(), { status: 429, code: 'TOO_MANY_TRIES' })
})

t.test('who has stolen a session and the password guesses codes no faster', async t => {
  const locked = { status: 429, code: 'TOO_MANY_TRIES' }
  const house = await openOn(t, 'memory')
  const li = await signIn(house, await joins(house, 'li'))
  const { code } = await enrols(house, li)
  const remove = (code: string) => li.post('/api/me/second-factor/remove', { current: GOOD, code })
  for (let n = 0; n < 5; n++) t.equal((await remove(`00000${n}`)).statusCode, 401)
  t.match((await remove(code())).json(), locked)

  const wang = await signIn(house, await joins(house, 'wang'))
  const { secret } = (await wang.post('/api/me/second-factor', { current: GOOD })).json()
  const confirm = (code: string) => wang.post('/api/me/second-factor/confirm', { code })
  for (let n = 0; n < 5; n++) t.equal((await confirm(`00000${n}`)).statusCode, 401)
  t.match((await confirm(codeAt(secret, house.time.now))).json(), locked)
})

t.test('a second factor goes on when the keys of the house are changed', async t => {
  const [old, fresh] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')]
  const vaultOf = (key: string) => openVault({ key, data: 'none', store: 'sqlite' })
  const { records } = memoryStore()
  const time = { now: 1_000 * MINUTE }
  const clock = { now: () => time.now }
  const before = openSecondFactors(records, vaultOf(old), clock)
  const { secret } = await before.enrol('li')
  await before.confirm('li', codeAt(secret, time.now))
  const vault = vaultOf(`${fresh},${old}`)
  for (let place: SealedPlace | undefined; ; ) {
    place = (await resealLot({ records, vault }, place)).next
    if (!place) break
  }
  time.now += MINUTE
  t.ok(await openSecondFactors(records, vaultOf(fresh), clock).accepts('li', codeAt(secret, time.now)))
})
