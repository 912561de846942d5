import t from 'tap'
import { at, citizenWrites, enter, once, openHouse, SAME_ORIGIN, signIn } from './house.ts'
import { BETTER, GOOD, joins, openOn, secondAdministrator, toldOf, tries, WORLDS } from './signing.ts'

const CHEN = { id: 'chenwei', name: '陈伟', roles: ['handler'], department: '水务局' }
const ZHAO = { id: 'zhao', name: '赵宏', role: 'head' }

for (const world of WORLDS) {
  t.test(`somebody who joins, on ${world}`, async t => {
    t.test('is proposed by the head, approved by an administrator, and chooses a password first of all', async t => {
      const house = await openOn(t, world)
      const head = await enter(house, ZHAO)
      const admin = await signIn(house)
      const proposed = await head.post('/api/users', CHEN)
      t.match(proposed.json(), {
        id: 'chenwei',
        nickname: '水务局陈伟',
        role: 'handler',
        department: '水务局',
        state: 'proposed',
        proposed: { by: 'zhao' }
      })
      t.match((await head.post('/api/users/chenwei/approve')).json(), { status: 403, code: 'NOT_ALLOWED' })
      const approved = (await admin.post('/api/users/chenwei/approve')).json()
      t.match(approved.user, { state: 'active', approved: { by: 'admin' }, mustChange: true })

      const chen = await signIn(house, { name: 'chenwei', password: approved.password })
      t.match((await chen.get('/api/session')).json(), { actor: { department: '水务局' }, mustChange: true })
      const refused = await chen.get('/api/tickets')
      t.match(refused.json(), { status: 403, code: 'PASSWORD_CHANGE_NEEDED' })
      const change = { current: approved.password, password: GOOD }
      const changed = await chen.post('/api/me/password', change)
      t.equal(changed.statusCode, 200)
      t.equal((await chen.get('/api/session')).statusCode, 401, 'the session before has ended')
      const again = await signIn(house, { name: 'chenwei', password: GOOD })
      t.equal((await again.get('/api/tickets')).statusCode, 200)
      t.notOk((await again.get('/api/session')).json().mustChange)
      t.equal((await tries(house, { name: 'chenwei', password: approved.password })).statusCode, 401)
    })

    t.test('is approved by another than who proposed, unless there is no other administrator', async t => {
      const house = await openOn(t, world)
      const admin = await signIn(house)
      await admin.post('/api/users', { id: 'liu', name: '刘洋', roles: ['editor'] })
      t.match((await admin.post('/api/users/liu/approve')).json(), { user: { state: 'active' } })
      const other = await secondAdministrator(house)
      await admin.post('/api/users', CHEN)
      t.match((await admin.post('/api/users/chenwei/approve')).json(), { status: 403, code: 'SECOND_PERSON_NEEDED' })
      t.match((await other.post('/api/users/chenwei/approve')).json(), { user: { state: 'active' } })
      t.match((await other.post('/api/users/chenwei/approve')).json(), { status: 409, code: 'USER_STATE' })
    })

    t.test('cannot enter before that, and not when the proposal is refused', async t => {
      const house = await openOn(t, world)
      const admin = await signIn(house)
      await admin.post('/api/users', CHEN)
      t.match((await tries(house, { name: 'chenwei', password: GOOD })).json(), { code: 'WRONG_PASSWORD' })
      const gone = await admin.post('/api/users/chenwei/leave', { why: '未到岗' })
      t.match(gone.json(), { user: { state: 'left', ended: { by: 'admin', why: '未到岗' } }, handOver: [] })
      t.match((await admin.post('/api/users/chenwei/approve')).json(), { code: 'USER_STATE' })
      t.match((await admin.post('/api/users', CHEN)).json(), { status: 409, code: 'USER_EXISTS' })
    })

    t.test('is changed by who saw them as they are, and their new rights count at once', async t => {
      const house = await openOn(t, world)
      const admin = await signIn(house)
      const li = await signIn(house, await joins(house, 'li', { role: 'auditor' }))
      t.equal((await li.get('/api/users')).statusCode, 200)
      const { tag } = (await admin.get('/api/users/li')).json()
      const body = { name: '李静', roles: ['editor', 'collector'] }
      const changed = await admin.put('/api/users/li', body, { 'if-match': `"${tag}"` })
      t.match(changed.json(), { role: 'editor', roles: ['editor', 'collector'], name: '李静' })
      t.match((await li.get('/api/users')).json(), { status: 403, code: 'NOT_ALLOWED' })
      t.match((await li.get('/api/session')).json(), { actor: { role: 'editor', roles: ['editor', 'collector'] } })
      const late = await admin.put('/api/users/li', body, { 'if-match': `"${tag}"` })
      t.match(late.json(), { status: 409, code: 'SOMEBODY_WAS_FASTER' })
      t.match((await admin.put('/api/users/nobody', body)).json(), { status: 404, code: 'USER_NOT_FOUND' })
    })

    t.test('is suspended at once wherever they are, and taken up again', async t => {
      const house = await openOn(t, world)
      const admin = await signIn(house)
      const who = await joins(house, 'li')
      const li = await signIn(house, who)
      t.equal((await li.get('/api/tickets')).statusCode, 200)
      t.match((await admin.post('/api/users/li/suspend', { why: '休假' })).json(), { state: 'suspended' })
      t.equal((await li.get('/api/tickets')).statusCode, 401)
      t.match((await tries(house, who)).json(), { status: 401, code: 'WRONG_PASSWORD' })
      t.match((await admin.post('/api/users/li/resume')).json(), { state: 'active' })
      t.equal((await li.get('/api/tickets')).statusCode, 401, 'the session before does not come back')
      t.equal((await tries(house, who)).statusCode, 200)
    })

    t.test('gets a password that is good once when they have lost theirs, and their sessions end', async t => {
      const house = await openOn(t, world)
      const admin = await signIn(house)
      const who = await joins(house, 'li')
      const li = await signIn(house, who)
      const { password } = (await admin.post('/api/users/li/reset', {})).json()
      t.equal((await li.get('/api/session')).statusCode, 401)
      t.equal((await tries(house, who)).statusCode, 401)
      t.match((await tries(house, { name: 'li', password })).json(), { mustChange: true })
    })
  })
}

t.test('who leaves', async t => {
  t.test('leaves a list of what another has to go on with', async t => {
    const house = await openHouse(t)
    const admin = await signIn(house)
    const li = await enter(house, { id: 'li', name: '李静', role: 'operator' })
    const id = await citizenWrites(house)
    await citizenWrites(house, { id: 'c2', author: { id: 'u2' } })
    t.equal((await li.post(`${at(id)}/acknowledge`, undefined, once('a-1'))).statusCode, 200)
    await house.store.tickets.refresh()
    const { handOver } = (await admin.post('/api/users/li/leave', { why: '调离' })).json()
    t.match(handOver, [{ ticket: id, number: String, why: ['taken'] }])
    t.equal((await li.get('/api/session')).statusCode, 401)
  })
})

t.test('the last administrator', async t => {
  const house = await openHouse(t)
  const admin = await signIn(house)
  const refused = { status: 409, code: 'LAST_ADMINISTRATOR' }
  const { tag } = (await admin.get('/api/users/admin')).json()
  const seen = { 'if-match': tag }
  t.match((await admin.post('/api/users/admin/suspend', { why: 'x' })).json(), refused)
  t.match((await admin.post('/api/users/admin/leave', { why: 'x' })).json(), refused)
  t.match((await admin.put('/api/users/admin', { name: '管理员', roles: ['editor'] }, seen)).json(), refused)
  const other = await secondAdministrator(house)
  t.match((await other.post('/api/users/admin/suspend', { why: 'x' })).json(), { state: 'suspended' })
  t.match((await other.post('/api/users/root2/suspend', { why: 'x' })).json(), refused)
})

t.test('a person as they are proposed', async t => {
  const admin = await signIn(await openHouse(t))
  const wrong: [object, string][] = [
    [{ ...CHEN, department: undefined }, 'body/department'],
    [{ ...CHEN, roles: ['editor'] }, 'body/department'],
    [{ ...CHEN, roles: ['handler', 'editor'] }, 'body/roles']
  ]
  for (const [body, at] of wrong)
    t.match((await admin.post('/api/users', body)).json(), { status: 422, code: 'USER_INVALID', at })
  for (const id of ['Chen', '陈', 'a', '~unknown', 'a/b', '../x', 'x'.repeat(60)])
    t.match((await admin.post('/api/users', { ...CHEN, id })).json(), { status: 400, at: 'body/id' }, id)
  t.match((await admin.post('/api/users', { ...CHEN, roles: ['boss'] })).json(), {
    status: 400,
    code: 'INVALID_REQUEST'
  })
})

t.test('the list shows how everybody stands, and nothing that lets one in', async t => {
  const house = await openHouse(t)
  const admin = await signIn(house)
  await joins(house, 'li')
  for (let n = 0; n < 3; n++) await tries(house, { name: 'li', password: `wrong ${n}` })
  const answer = await admin.get('/api/users')
  const [first, li] = answer.json().rows
  t.match(first, { id: 'admin', lastSignInAt: house.time.now, passwordUntil: house.time.now + 90 * 86_400_000 })
  t.match(li, { id: 'li', state: 'active', failures: { count: 3, lastAt: house.time.now } })
  for (const secret of ['argon2id', 'nonce', house.administrator.password])
    t.notOk(answer.body.includes(secret), secret)
})

t.test('what happened to persons stands in the log before it is answered, with ids and without secrets', async t => {
  const house = await openHouse(t)
  const admin = await signIn(house)
  await admin.post('/api/users', { id: 'liu', name: '刘洋', roles: ['editor'] })
  const { password } = (await admin.post('/api/users/liu/approve')).json()
  await tries(house, { name: 'liu', password: 'a guess' })
  await tries(house, { name: 'my password by mistake', password: 'x' })
  const liu = await signIn(house, { name: 'liu', password })
  await liu.post('/api/me/password', { current: password, password: BETTER })
  const told = await toldOf(house)
  t.same(
    told.map(({ ticket, type, actor }) => `${ticket} ${type} ${actor.id}`).toSorted(),
    [
      'person/admin session.begun admin',
      'person/liu password.changed liu',
      'person/liu session.begun liu',
      'person/liu session.refused system:api',
      'person/liu user.approved admin',
      'person/liu user.proposed admin',
      'person/~unknown session.refused system:api'
    ].toSorted()
  )
  t.equal(new Set(told.map(({ id }) => id)).size, told.length)
  const all = JSON.stringify(told)
  for (const secret of [password, BETTER, 'a guess', 'by mistake', '127.0.0.1']) t.notOk(all.includes(secret), secret)
})

t.test('nobody enters while the log cannot take it', async t => {
  const house = await openHouse(t)
  await joins(house, 'li')
  await house.events.close()
  const { name, password } = house.administrator
  for (const given of [
    { name, password },
    { name: 'li', password: 'wrong' }
  ])
    t.match((await tries(house, given)).json(), { status: 503, code: 'LOG_UNAVAILABLE' })
  t.match(await house.app.inject({ url: '/api/session', headers: SAME_ORIGIN }), { statusCode: 401 })
})

t.test('nobody is proposed, and nobody changed, while the log cannot take it', async t => {
  const house = await openHouse(t)
  const admin = await signIn(house)
  await joins(house, 'li')
  const before = (await admin.get('/api/users')).json().rows
  await house.events.close()
  for (const answer of [
    await admin.post('/api/users/li/suspend', { why: '调离岗位' }),
    await admin.post('/api/users', { id: 'new', name: '新来', roles: ['editor'] })
  ])
    t.match(answer.json(), { status: 503, code: 'LOG_UNAVAILABLE' })
  t.same((await admin.get('/api/users')).json().rows, before)
})
