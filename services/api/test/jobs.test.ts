import { logUnavailable } from '@huiyin/domain/errors.ts'
import { act } from '@huiyin/ports/act.ts'
import { type BulkJob, changeBulkJob, keepRefused } from '@huiyin/ports/bulk-jobs.ts'
import { classification } from '@huiyin/ports/contracts/fixtures.ts'
import { frozenRows } from '@huiyin/ports/frozen-lists.ts'
import type { DryRun, JobView } from '@huiyin/schemas/api-jobs.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import t, { type Test } from 'tap'
import { citizenWrites, enter, HOUR, type House, once, openHouse, type Person } from './house.ts'
import { key } from './talking.ts'

const ZHAO = { id: 'zhao', name: '赵宏', role: 'head' }
const LI = { id: 'li', name: '李静', role: 'editor' }
const SUN = { id: 'sun', name: '孙采', role: 'collector', accounts: ['weibo/1001'] }
const COMPLAINT = { classification: classification({ label: 'complaint' }) }
const DISMISS = { type: 'dismiss', reason: '重复' }

let count = 0
async function asks(house: House, of: object = {}): Promise<string> {
  const native = `c${++count}`
  house.time.now += 1000
  return citizenWrites(house, {
    comment: native,
    root: native,
    author: { id: `u${count}`, name: `网友${count}` },
    ...of
  })
}

async function office(t: Test, citizens = 0) {
  const house = await openHouse(t)
  const [zhao, li, sun] = [await enter(house, ZHAO), await enter(house, LI), await enter(house, SUN)]
  const ids: string[] = []
  for (let i = 0; i < citizens; i++) ids.push(await asks(house))
  return { house, zhao, li, sun, ids }
}

const job = (person: Person, body: object, named = key()) => person.post('/api/jobs', body, once(named))
const dry = async (person: Person, act: object, on: object): Promise<DryRun> =>
  (await job(person, { act, on, dryRun: true })).json().dryRun
const rowsOf = (house: House, list: string) => frozenRows(house.store.records, list, { from: 0, atMost: 200 })

async function told({ events }: House, ...types: string[]) {
  const seen: HouseEvent[] = []
  while ((await events.lag('test')) > 0)
    for await (const batch of events.read({ group: 'test', atMost: 5000 })) {
      seen.push(...batch.events)
      await batch.commit()
      break
    }
  return seen.filter(({ type }) => types.includes(type))
}

t.test('a dry run', async t => {
  t.test('says what would become of all that match, and why, and changes nothing', async t => {
    const { house, li, ids } = await office(t, 8)
    for (let i = 0; i < 7; i++) await asks(house, COMPLAINT)
    await li.post(`/api/tickets/${encodeURIComponent(ids[0]!)}/dismiss`, { reason: '重复' }, once('d', 2))
    const before = await house.store.tickets.getMany(ids)
    const found = await dry(li, DISMISS, { filter: { platform: ['weibo'] } })
    t.match(found, {
      ...{ total: 15, judged: 15, changed: 7, unchanged: 1, refused: 7 },
      why: [{ code: 'EXCEPTION_NEEDED', count: 7 }],
      expiresAt: house.time.now + HOUR
    })
    t.same([found.examples.changed.length, found.examples.refused.length, found.examples.unchanged.length], [5, 5, 1])
    t.match(found.examples.refused[0], { code: 'EXCEPTION_NEEDED', message: String, number: /-/, excerpt: String })
    t.same(await house.store.tickets.getMany(ids), before)
    t.equal((await rowsOf(house, found.list)).length, 15)
  })

  t.test('freezes the list that was seen: what comes later is not in it, what matches no more still is', async t => {
    const { house, li, ids } = await office(t, 3)
    const { list } = await dry(li, DISMISS, { filter: { status: ['open'] } })
    await asks(house)
    await li.post(`/api/tickets/${encodeURIComponent(ids[0]!)}/dismiss`, { reason: '重复' }, once('d', 2))
    t.same((await rowsOf(house, list)).map(([id]) => id).toSorted(), ids.toSorted())
    t.match((await job(li, { act: DISMISS, on: { list } })).json(), { job: { total: 3, state: 'waiting' } })
  })

  t.test(
    'of tickets by their ids names those that there are not, or that are another’s, without their words',
    async t => {
      const { house, sun } = await office(t)
      const own = await asks(house, { text: '路灯坏了' })
      const foreign = await asks(house, { platform: 'wechat', account: '2002', text: '秘密' })
      const found = await dry(sun, { type: 'acknowledge' }, { ids: [own, foreign, 'none', own] })
      t.match(found, { total: 3, changed: 1, refused: 2 })
      t.match(
        found.examples.refused.map(({ code, excerpt }) => [code, excerpt]),
        [
          ['NOT_ALLOWED', ''],
          ['TICKET_NOT_FOUND', '']
        ]
      )
      t.match(found.examples.changed, [{ ticket: own, excerpt: '路灯坏了' }])
      const all = await dry(sun, { type: 'acknowledge' }, { filter: {} })
      t.equal(all.total, 1)
    }
  )

  t.test('goes one at a time for each person', async t => {
    const { house, li, zhao } = await office(t, 1)
    const body = { act: DISMISS, on: { filter: {} }, dryRun: true }
    const { tickets } = house.store
    const { refresh } = tickets
    const gate = Promise.withResolvers<void>()
    tickets.refresh = () => gate.promise // the store is slow
    const both = [job(li, body), job(li, body)]
    t.match((await Promise.race(both)).json(), { status: 429, code: 'TOO_MANY_REQUESTS' })
    const other = job(zhao, body)
    tickets.refresh = refresh
    gate.resolve()
    t.same((await Promise.all(both)).map(({ statusCode }) => statusCode).toSorted(), [200, 429])
    t.same([(await other).statusCode, (await job(li, body)).statusCode], [200, 200])
  })

  t.test('is refused for what the asker may do nowhere, and for what is unclear', async t => {
    const { li, sun, ids } = await office(t, 1)
    const refused = async (person: Person, body: object) => (await job(person, body)).json()
    t.match(await refused(sun, { act: DISMISS, on: { ids }, dryRun: true }), { status: 403, code: 'NOT_ALLOWED' })
    for (const [body, at] of [
      [{ act: DISMISS, on: {}, dryRun: true }, 'body/on'],
      [{ act: DISMISS, on: { ids, filter: {} }, dryRun: true }, 'body/on'],
      [{ act: DISMISS, on: { filter: {} } }, 'body/on/filter'],
      [{ act: DISMISS, on: { list: 'x' }, dryRun: true }, 'body/on/list'],
      [{ act: { type: 'tag' }, on: { ids }, dryRun: true }, 'body/act'],
      [{ act: { type: 'correct' }, on: { ids }, dryRun: true }, 'body/act'],
      [{ act: { type: 'assign', to: 'nobody' }, on: { ids }, dryRun: true }, 'body/act/to'],
      [{ act: { type: 'dismiss' }, on: { ids }, dryRun: true }, undefined],
      [{ act: DISMISS, on: { ids: Array.from({ length: 2001 }, (_, i) => `t${i}`) }, dryRun: true }, undefined]
    ] as const)
      t.match(await refused(li, body), { status: 400, code: 'INVALID_REQUEST', ...(at && { at }) }, JSON.stringify(at))
    t.match(await refused(li, { act: { type: 'macro', macro: 'none' }, on: { ids }, dryRun: true }), {
      code: 'MACRO_NOT_FOUND'
    })
  })
})

t.test('a run', async t => {
  t.test('of a list is made once, told in the log, and is nobody else’s', async t => {
    const { house, li, zhao, ids } = await office(t, 4)
    const { list } = await dry(li, DISMISS, { filter: {} })
    t.match((await job(zhao, { act: DISMISS, on: { list } })).json(), { status: 404, code: 'JOB_NOT_FOUND' })
    const other = await job(li, { act: { type: 'acknowledge' }, on: { list } })
    t.match(other.json(), { status: 409, code: 'JOB_STATE' })
    const made: JobView = (await job(li, { act: DISMISS, on: { list } })).json().job
    const again: JobView = (await job(li, { act: DISMISS, on: { list } })).json().job
    t.match(made, { id: list, total: ids.length, state: 'waiting', by: { id: 'li', name: '李静' }, act: DISMISS })
    t.same(again, made)
    t.match(await told(house, 'job.made'), [{ ticket: `job/${list}`, actor: { id: 'li' }, data: { total: 4 } }])
  })

  t.test('by ids goes at once, once per key; another request under the key is refused', async t => {
    const { li, ids } = await office(t, 2)
    const body = { act: { type: 'tag', add: ['暴雨'] }, on: { ids } }
    const made = (await job(li, body, 'k1')).json().job
    t.match((await job(li, body, 'k1')).json().job, { id: made.id, total: 2 })
    t.match((await job(li, { ...body, on: { ids: [ids[0]] } }, 'k1')).json(), { status: 422, code: 'KEY_REUSED' })
    t.not((await job(li, body, 'k2')).json().job.id, made.id)
    t.match((await li.get('/api/tags')).json(), { tags: ['暴雨'] })
  })

  t.test('of a list that has expired is refused', async t => {
    const { house, li } = await office(t, 1)
    const { list } = await dry(li, DISMISS, { filter: {} })
    house.time.now += HOUR
    t.match((await job(li, { act: DISMISS, on: { list } })).json(), { code: 'JOB_NOT_FOUND' })
  })

  t.test('that the log does not take is not begun, and is once it does', async t => {
    const { house, li, ids } = await office(t, 1)
    const { append } = house.events
    const body = { act: { type: 'acknowledge' }, on: { ids } }
    house.events.append = async () => {
      throw logUnavailable(new Error('away'))
    }
    t.match((await job(li, body, 'k')).json(), { status: 503, code: 'LOG_UNAVAILABLE' })
    t.same(await house.store.records.due('bulk-job', house.time.now, 10), [])
    house.events.append = append
    t.match((await job(li, body, 'k')).json(), { job: { state: 'waiting' } })
    await house.store.records.refresh()
    t.equal((await house.store.records.due('bulk-job', house.time.now, 10)).length, 1)
  })

  t.test('is seen, page by page of what was refused, by who made it and by administrators', async t => {
    const { house, li, zhao, ids } = await office(t, 2)
    const boss = await enter(house, { id: 'boss', name: '钱', role: 'administrator' })
    const { id } = (await job(li, { act: { type: 'acknowledge' }, on: { ids } })).json().job
    const began = house.time.now
    house.time.now += 10_000
    const rows = Array.from({ length: 7 }, (_, i) => ({ ticket: `t${i}`, number: 'A', code: 'X', message: 'x' }))
    await keepRefused(house.store.records, id, 0, rows.slice(0, 4))
    await keepRefused(house.store.records, id, 100, rows.slice(4))
    await house.store.records.refresh()
    await changeBulkJob(
      house.store.records,
      id,
      (row): BulkJob => ({
        ...row,
        ...{ state: 'running', startedAt: began, total: 200, done: 100, changed: 93, refused: 7, cursor: '100' }
      })
    )
    const seen = (await li.get(`/api/jobs/${id}?atMost=3`)).json()
    t.match(seen, {
      job: { state: 'running', rate: 10, left: 10_000, changed: 93 },
      refused: { rows: rows.slice(0, 3) }
    })
    const next = (await li.get(`/api/jobs/${id}?atMost=3&after=${seen.refused.after}`)).json()
    t.same(next.refused.rows, rows.slice(3, 6))
    const last = (await li.get(`/api/jobs/${id}?atMost=3&after=${next.refused.after}`)).json()
    t.same(last.refused, { rows: rows.slice(6) })
    t.match((await li.get(`/api/jobs/${id}?after=x`)).json(), { status: 400, code: 'INVALID_REQUEST' })
    t.match((await zhao.get(`/api/jobs/${id}`)).json(), { status: 403, code: 'NOT_ALLOWED' })
    t.equal((await boss.get(`/api/jobs/${id}`)).statusCode, 200)
    t.match((await li.get('/api/jobs')).json(), { rows: [{ id }] })
    t.match((await zhao.get('/api/jobs')).json(), { rows: [] })
    t.match((await boss.get('/api/jobs')).json(), { rows: [{ id }] })
    t.match((await li.get('/api/jobs/none')).json(), { status: 404, code: 'JOB_NOT_FOUND' })
  })

  t.test('is cancelled by who made it, told with what was done, and not once it has ended', async t => {
    const { house, li, zhao, ids } = await office(t, 2)
    const { id } = (await job(li, { act: { type: 'acknowledge' }, on: { ids } })).json().job
    t.match((await zhao.post(`/api/jobs/${id}/cancel`)).json(), { status: 403 })
    const { append } = house.events
    house.events.append = async () => {
      throw logUnavailable(new Error('away'))
    }
    t.match((await li.post(`/api/jobs/${id}/cancel`)).json(), { status: 503, code: 'LOG_UNAVAILABLE' })
    t.match((await li.get(`/api/jobs/${id}`)).json(), { job: { state: 'waiting' } }, 'nothing is cancelled untold')
    house.events.append = append
    t.match((await li.post(`/api/jobs/${id}/cancel`)).json(), { job: { state: 'cancelled', cancelledBy: '李静' } })
    t.equal((await li.post(`/api/jobs/${id}/cancel`)).statusCode, 200)
    t.match(await told(house, 'job.cancelled'), [{ ticket: `job/${id}`, data: { total: 2, done: 0 } }])
    await changeBulkJob(house.store.records, id, (row): BulkJob => ({ ...row, state: 'cancelled', endedAt: 1 }))
    t.match((await li.post(`/api/jobs/${id}/cancel`)).json(), { status: 409, code: 'JOB_STATE' })
  })

  t.test('is taken back by who made it within a minute of its end, as a job of its own', async t => {
    const { house, li, zhao, ids } = await office(t, 2)
    const { id } = (await job(li, { act: { type: 'acknowledge' }, on: { ids } })).json().job
    t.match((await li.post(`/api/jobs/${id}/undo`)).json(), { status: 409, code: 'JOB_STATE' })
    const endedAt = house.time.now
    const ended = { state: 'done', done: 2, changed: 2, endedAt, startedAt: endedAt } as const
    await changeBulkJob(house.store.records, id, (row): BulkJob => ({ ...row, ...ended }))
    t.match((await li.get(`/api/jobs/${id}`)).json(), { job: { undoUntil: endedAt + 60_000 } })
    t.match((await zhao.post(`/api/jobs/${id}/undo`)).json(), { status: 403 })
    const back = (await li.post(`/api/jobs/${id}/undo`)).json()
    t.match(back, { act: { type: 'undo', job: id }, total: 2, state: 'waiting' })
    house.time.now += 60_000
    t.match((await li.post(`/api/jobs/${id}/undo`)).json(), { id: back.id })
    t.notOk('undoUntil' in (await li.get(`/api/jobs/${id}`)).json().job)
    const late = (await job(li, { act: { type: 'unassign' }, on: { ids } })).json().job
    await changeBulkJob(house.store.records, late.id, (row): BulkJob => ({ ...row, ...ended }))
    t.match((await li.post(`/api/jobs/${late.id}/undo`)).json(), { status: 409, code: 'UNDO_TOO_LATE' })
  })

  t.test('takes the last turn of each ticket as it stood when the list was seen', async t => {
    const { house, li, ids } = await office(t, 1)
    const { list } = await dry(li, DISMISS, { ids })
    const { lastTurn } = (await house.store.tickets.get(ids[0]!))!.document
    await act(house.desk, ids[0]!, {
      ...{ type: 'dispatch', actor: ZHAO, id: 'x', seen: lastTurn, department: '水务局', request: '请抽排' }
    })
    t.same(await rowsOf(house, list), [[ids[0], lastTurn]])
  })
})
