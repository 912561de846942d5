import { askBackfill, backfillOf, changeBackfill } from '@huiyin/ports/backfills.ts'
import t, { type Test } from 'tap'
import { enter, openHouse, signIn } from './house.ts'
import { HEAD, LI } from './talking.ts'

const DAY = 86_400_000
const ACCOUNT = { platform: 'weibo', id: '1900000001' } as const
const AT = '/api/accounts/weibo/1900000001/backfill'
const NOBODYS = '/api/accounts/weibo/3/backfill'

/** An office with one account, and its administrator signed in. */
async function openOffice(t: Test) {
  const house = await openHouse(t, { settings: { demo: false, version: '0.1.0' } })
  const admin = await signIn(house)
  const credentials = { accessToken: '2.00FakeTokenThatNobodyMaySee' }
  await admin.post('/api/accounts', { ...ACCOUNT, name: '云溪发布', credentials })
  return { house, admin, job: () => backfillOf(house.store.records, ACCOUNT) }
}

t.test('the back-fill of an account', async t => {
  t.test('is none until somebody asks for it', async t => {
    const { house, admin } = await openOffice(t)
    const answer = await admin.get(AT)
    t.equal(answer.statusCode, 200)
    t.same(answer.json(), { now: house.time.now })
  })

  t.test('is begun by an administrator, so many days back, under their name', async t => {
    const { house, admin, job } = await openOffice(t)
    const { now } = house.time
    const answer = await admin.post(AT, { days: 30, history: true })
    t.match(answer.json(), { now, job: { state: 'running', from: now - 30 * DAY, history: true, askedAt: now } })
    t.match(await job(), { platform: 'weibo', account: ACCOUNT.id, by: { role: 'administrator' }, phase: 'inbox' })
  })

  t.test('is seen by everybody, without what only the collector needs', async t => {
    const { house } = await openOffice(t)
    const { records } = house.store
    await askBackfill(records, ACCOUNT, { from: house.time.now - DAY, history: false, now: house.time.now })
    const progress = { pages: 3, comments: 120, found: 7, posts: 1, ofPosts: 4 }
    await changeBackfill(records, ACCOUNT, job => ({ ...job, phase: 'posts', cursor: 'c', left: ['p2'], progress }))
    const { job } = (await (await enter(house, LI)).get(AT)).json()
    t.match(job, { progress, phase: 'posts' })
    t.notOk('cursor' in job || 'left' in job)
  })

  t.test('is paused and goes on by an administrator, and begins anew when it is asked for again', async t => {
    const { house, admin, job } = await openOffice(t)
    await admin.post(AT, { days: 30 })
    t.match((await admin.post(`${AT}/pause`)).json(), { job: { state: 'paused' } })
    t.match(await job(), { state: 'paused' })
    t.match((await admin.post(`${AT}/resume`)).json(), { job: { state: 'running' } })
    const progress = { pages: 3, comments: 120, found: 7, posts: 1 }
    await changeBackfill(house.store.records, ACCOUNT, job => ({ ...job, progress }))
    t.match((await admin.post(AT, { days: 2 })).json(), { job: { state: 'running', progress: { pages: 0 } } })
  })

  t.test('that is done, or was never begun, can be neither paused nor taken up again', async t => {
    const { house, admin } = await openOffice(t)
    const refused = { status: 404, code: 'BACKFILL_NOT_FOUND' }
    t.match((await admin.post(`${AT}/pause`)).json(), refused)
    await admin.post(AT, { days: 1 })
    await changeBackfill(house.store.records, ACCOUNT, job => ({ ...job, state: 'done', doneAt: house.time.now }))
    t.match((await admin.post(`${AT}/resume`)).json(), refused)
  })

  t.test('is begun by nobody else', async t => {
    const { house, admin, job } = await openOffice(t)
    for (const person of [LI, HEAD]) {
      const client = await enter(house, person)
      t.equal((await client.post(AT, { days: 1 })).statusCode, 403, person.role)
    }
    t.equal(await job(), undefined)
    await admin.post(AT, { days: 1 })
    const li = await enter(house, LI)
    t.equal((await li.post(`${AT}/pause`)).statusCode, 403)
    t.match(await job(), { state: 'running' })
  })

  t.test('of an account that is not there, or over no span of days, is refused', async t => {
    const { admin, job } = await openOffice(t)
    t.match((await admin.get(NOBODYS)).json(), { status: 404, code: 'ACCOUNT_NOT_FOUND' })
    t.match((await admin.post(NOBODYS, { days: 1 })).json(), { status: 404, code: 'ACCOUNT_NOT_FOUND' })
    for (const body of [{}, { days: 0 }, { days: 32 }, { days: 1.5 }, { days: 1, from: 3 }])
      t.match((await admin.post(AT, body)).json(), { code: 'INVALID_REQUEST' }, JSON.stringify(body))
    t.equal(await job(), undefined)
  })
})
