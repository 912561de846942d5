import t from 'tap'
import { openSignIn } from '../src/sign-in/sign-in.ts'
import { suspendUnused } from '../src/sign-in/unused.ts'
import { enter, HOUR, type House, signIn } from './house.ts'
import { joins, openOn, secondAdministrator, toldOf, tries, WORLDS } from './signing.ts'

const DAY = 24 * HOUR

function sweep({ store, events, vault, desk }: House) {
  const signIn = openSignIn({ records: store.records, clock: desk.clock, events, vault })
  return suspendUnused({ ...signIn, records: store.records })
}

for (const world of WORLDS) {
  t.test(`who has not signed in for 90 days, on ${world}`, async t => {
    t.test('is suspended, and an item tells who keeps people; those who were here stay', async t => {
      const house = await openOn(t, world)
      const gone = await joins(house, 'li')
      const here = await joins(house, 'wang')
      await tries(house, gone)
      await tries(house, here)
      house.time.now += 50 * DAY
      await tries(house, here)
      await tries(house, house.administrator)
      t.same(await sweep(house), [])
      house.time.now += 40 * DAY
      t.same(await sweep(house), ['li'])
      t.same(await sweep(house), [], 'once')
      t.equal((await tries(house, gone)).statusCode, 401)
      t.equal((await tries(house, here)).statusCode, 200)
      t.match(
        (await toldOf(house)).filter(({ type }) => type === 'user.suspended'),
        [{ ticket: 'person/li', actor: { id: 'system:api' }, data: { why: 'unused', days: 90 } }]
      )
      const admin = await signIn(house)
      const items = (await admin.get('/api/items')).json().rows
      t.match(items, [{ kind: 'user.unused', zh: /li先生（li）已 90 天未登录/, en: /has not signed in for 90 days/ }])
      await admin.post('/api/users/li/resume')
      await house.store.records.refresh()
      t.same((await admin.get('/api/items')).json().rows, [])
      t.same(await sweep(house), [], 'counted from when they were taken up again')
    })

    t.test('stays while a program of theirs is at work', async t => {
      const house = await openOn(t, world)
      const wei = await signIn(house, await joins(house, 'wei', { role: 'maintainer' }))
      const body = { name: '报表', actions: ['people.read'], days: 366 }
      const { token } = (await wei.post('/api/tokens', body)).json()
      house.time.now += 80 * DAY
      await house.app.inject({ url: '/api/users', headers: { authorization: `Bearer ${token}` } })
      await tries(house, house.administrator)
      house.time.now += 80 * DAY
      t.same(await sweep(house), [])
      house.time.now += 11 * DAY
      t.same(await sweep(house), ['wei'])
    })
  })
}

t.test('the last administrator is never suspended for being away', async t => {
  const house = await openOn(t, 'memory')
  await tries(house, house.administrator)
  await secondAdministrator(house)
  house.time.now += 200 * DAY
  t.equal((await sweep(house)).length, 1)
  t.same(await sweep(house), [])
})

t.test('who was kept by an earlier version, which did not say when they were here, has 90 days from now', async t => {
  const house = await openOn(t, 'memory')
  await tries(house, house.administrator)
  await enter(house, { id: 'li', name: '李静', role: 'operator' })
  await house.store.records.refresh()
  t.same(await sweep(house), [])
  house.time.now += 89 * DAY
  await tries(house, house.administrator)
  t.same(await sweep(house), [])
  house.time.now += DAY
  t.same(await sweep(house), ['li'])
})
