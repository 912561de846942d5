import t from 'tap'
import { HOUR, SAME_ORIGIN, signIn } from './house.ts'
import { BETTER, GOOD, joins, openOn, toldOf, tries, WORLDS } from './signing.ts'

const DAY = 24 * HOUR

for (const world of WORLDS) {
  t.test(`one's own password, on ${world}`, async t => {
    t.test('is changed by who knows the one before; all other sessions end, this browser goes on', async t => {
      const house = await openOn(t, world)
      const who = await joins(house, 'li')
      const here = await signIn(house, who)
      const elsewhere = await signIn(house, who)
      const wrong = await here.post('/api/me/password', { current: 'guess', password: BETTER })
      t.match(wrong.json(), { status: 401, code: 'WRONG_PASSWORD' })
      const changed = await here.post('/api/me/password', { current: GOOD, password: BETTER })
      t.equal(changed.statusCode, 200)
      t.equal((await elsewhere.get('/api/session')).statusCode, 401)
      const cookie = String(changed.headers['set-cookie']).split(';')[0]!
      t.not(cookie, here.cookie)
      t.equal((await house.app.inject({ url: '/api/session', headers: { cookie } })).statusCode, 200)
      t.equal((await tries(house, who)).statusCode, 401)
      t.equal((await tries(house, { name: 'li', password: BETTER })).statusCode, 200)
    })

    t.test('is asked for in the name of whom the page shows, and refused when another has come', async t => {
      const house = await openOn(t, world)
      const li = await signIn(house, await joins(house, 'li'))
      const ask = (who: string) =>
        house.app.inject({
          ...{ method: 'DELETE' as const, url: '/api/me/sessions' },
          headers: { cookie: li.cookie, ...SAME_ORIGIN, 'huiyin-person': who }
        })
      t.match((await ask('admin')).json(), { status: 409, code: 'ANOTHER_PERSON' })
      t.equal((await li.get('/api/session')).statusCode, 200, 'nothing was done')
      const { id } = (await li.get('/api/session')).json().actor
      t.equal((await ask(encodeURIComponent(id))).statusCode, 204)
      t.equal((await li.get('/api/session')).statusCode, 401)
    })

    t.test('is none that is easily guessed, and none of the last five', async t => {
      const house = await openOn(t, world)
      let person = await signIn(house, await joins(house, 'lijing'))
      let current = GOOD
      const change = async (password: string) => {
        const answer = await person.post('/api/me/password', { current, password })
        if (answer.statusCode === 200) {
          current = password
          person = await signIn(house, { name: 'lijing', password })
        }
        return answer.json()
      }
      t.match(await change('lijing'), {
        status: 422,
        code: 'PASSWORD_REFUSED',
        problems: [
          { code: 'PASSWORD_TOO_SHORT', where: 'password', zh: String, en: String },
          { code: 'PASSWORD_DIGITS' },
          { code: 'PASSWORD_SPECIAL' },
          { code: 'PASSWORD_NAMED' },
          { code: 'PASSWORD_COMMON' }
        ]
      })
      const used = { code: 'PASSWORD_REFUSED', problems: [{ code: 'PASSWORD_USED' }] }
      t.match(await change(GOOD), used)
      for (let n = 1; n < 5; n++) {
        t.match(await change(`${n}#kvm-Rbq${n}`), { actor: { id: 'lijing' } })
        t.match(await change(GOOD), used, `after ${n}`)
      }
      t.match(await change('9#kvm-Rbq9'), { actor: { id: 'lijing' } })
      t.match(await change(GOOD), { actor: { id: 'lijing' } }, 'the sixth before may be taken again')
    })

    t.test('has to be changed after 90 days', async t => {
      const house = await openOn(t, world)
      const who = await joins(house, 'li')
      await tries(house, who)
      house.time.now += 90 * DAY - 1
      t.notOk((await tries(house, who)).json().mustChange)
      house.time.now += 1
      t.match((await tries(house, who)).json(), { mustChange: true })
      const li = await signIn(house, who)
      t.match((await li.get('/api/tickets')).json(), { status: 403, code: 'PASSWORD_CHANGE_NEEDED' })
      t.equal((await li.get('/api/me')).statusCode, 200)
      t.equal((await li.post('/api/me/password', { current: GOOD, password: BETTER })).statusCode, 200)
      t.notOk((await tries(house, { name: 'li', password: BETTER })).json().mustChange)
    })
  })

  t.test(`one's own sessions, on ${world}`, async t => {
    t.test('are listed, ended one by one, and everywhere', async t => {
      const house = await openOn(t, world)
      const who = await joins(house, 'li')
      await signIn(house)
      const first = await signIn(house, who)
      house.time.now += 1
      const second = await signIn(house, who)
      const { rows } = (await first.get('/api/me/sessions')).json()
      t.match(rows, [{ current: false }, { current: true, until: house.time.now - 1 + 8 * HOUR, address: '127.0.0.1' }])
      t.equal(rows.length, 2, 'nobody else’s')
      t.equal((await first.del(`/api/me/sessions/${rows[0].id}`)).statusCode, 204)
      t.equal((await second.get('/api/session')).statusCode, 401)
      const third = await signIn(house, who)
      t.equal((await first.del('/api/me/sessions')).statusCode, 204)
      for (const one of [first, third]) t.equal((await one.get('/api/session')).statusCode, 401)
      t.equal((await tries(house, who)).statusCode, 200, 'one may come back')
    })

    t.test('are nobody else’s to end', async t => {
      const house = await openOn(t, world)
      const li = await signIn(house, await joins(house, 'li'))
      const wang = await signIn(house, await joins(house, 'wang'))
      const [row] = (await li.get('/api/me/sessions')).json().rows
      t.match((await wang.del(`/api/me/sessions/${row.id}`)).json(), { status: 404, code: 'SESSION_NOT_FOUND' })
      t.equal((await li.get('/api/session')).statusCode, 200)
    })
  })
}

t.test('a session', async t => {
  t.test('is never the one that a browser came with', async t => {
    const house = await openOn(t, 'memory')
    const who = await joins(house, 'li')
    const planted = 'huiyin=planted-by-somebody-who-waits'
    const answer = await tries(house, who, { cookie: planted })
    const given = String(answer.headers['set-cookie']).split(';')[0]!
    t.not(given, planted)
    t.equal((await house.app.inject({ url: '/api/session', headers: { cookie: planted } })).statusCode, 401)
    const again = await tries(house, who, { cookie: given })
    t.not(String(again.headers['set-cookie']).split(';')[0], given)
    t.equal((await house.app.inject({ url: '/api/session', headers: { cookie: given } })).statusCode, 401)
  })

  t.test('ends when the settings say', async t => {
    const signIns = { passwordDays: 0, idleMinutes: 30, absoluteHours: 2, unusedDays: 0 }
    const house = await openOn(t, 'memory', { settings: { demo: true, version: '0.1.0', signIn: signIns } })
    const answer = await tries(house, house.administrator)
    t.match(String(answer.headers['set-cookie']), /Max-Age=7200/)
    const idle = await signIn(house)
    const busy = await signIn(house)
    for (let minutes = 29; minutes < 120; minutes += 29) {
      house.time.now += 29 * 60_000
      t.equal((await busy.get('/api/session')).statusCode, 200)
    }
    t.equal((await idle.get('/api/session')).statusCode, 401)
    house.time.now += 4 * 60_000
    t.equal((await busy.get('/api/session')).statusCode, 401)
  })

  t.test('that an earlier version began goes on', async t => {
    const house = await openOn(t, 'memory')
    const { cookie, get } = await signIn(house)
    await house.store.records.refresh()
    const [kept] = await house.store.records.list<Record<string, unknown>>('session', { atMost: 1 })
    const { person: _, epoch: __, ...rest } = kept!.value
    const actor = { id: 'admin', name: '管理员', role: 'administrator' }
    await house.store.records.put('session', { ...kept!, value: { ...rest, actor } })
    t.equal((await get('/api/session')).statusCode, 200, cookie.slice(0, 6))
  })
})

t.test('who has stolen a session guesses the password no faster than at the door', async t => {
  const house = await openOn(t, 'memory')
  const li = await signIn(house, await joins(house, 'li'))
  const guess = (current: string) => li.post('/api/me/password', { current, password: BETTER })
  for (let n = 0; n < 5; n++) t.equal((await guess(`guess ${n}`)).statusCode, 401)
  const locked = await guess(GOOD)
  t.match(locked.json(), { status: 429, code: 'TOO_MANY_TRIES' })
  t.equal(locked.headers['retry-after'], '30')
})

t.test('an administrator forgets failed tries, and the person may try at once', async t => {
  const house = await openOn(t, 'memory')
  const admin = await signIn(house)
  const who = await joins(house, 'li')
  for (let n = 0; n < 5; n++) await tries(house, { name: 'li', password: `wrong ${n}` })
  t.equal((await tries(house, who)).statusCode, 429)
  house.time.now += 1
  t.notOk((await admin.post('/api/users/li/unlock')).json().failures)
  t.equal((await tries(house, who)).statusCode, 200)
  for (let n = 0; n < 5; n++) await tries(house, { name: 'li', password: `wrong ${n}` })
  t.equal((await tries(house, who)).statusCode, 429, 'once, not for ever')
})

t.test('one sets one’s language, and nothing that one is not to set', async t => {
  const house = await openOn(t, 'memory')
  const li = await signIn(house, await joins(house, 'li'))
  t.match((await li.put('/api/me', { language: 'en' })).json(), { id: 'li', language: 'en' })
  for (const more of [{ role: 'administrator' }, { state: 'active' }, { name: '王' }])
    t.match((await li.put('/api/me', { language: 'en', ...more })).json(), { status: 400, code: 'INVALID_REQUEST' })
})

t.test('signing out is told', async t => {
  const house = await openOn(t, 'memory')
  const { del } = await signIn(house)
  await del('/api/session')
  t.match((await toldOf(house)).map(({ type }) => type).toSorted(), ['session.begun', 'session.ended'])
  t.equal((await house.app.inject({ url: '/api/me', headers: SAME_ORIGIN })).statusCode, 401)
})
