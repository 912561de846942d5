import { logUnavailable } from '@huiyin/domain/errors.ts'
import t, { type Test } from 'tap'
import { at, enter, type House, once, type Person } from './house.ts'
import { key, openOffice, viewed } from './talking.ts'

const QIAN = { id: 'qian', name: '钱编', role: 'editor' }
const SUN = { id: 'sun', name: '孙审', role: 'reviewer' }
const STORM = {
  name: '暴雨积水',
  steps: [
    { type: 'tag', add: ['暴雨'] },
    { type: 'correct', department: '水务局' },
    { type: 'assign', to: 'qian' },
    { type: 'dispatch', department: '水务局', request: '请抽排' }
  ]
}

async function office(t: Test) {
  const { house, id, head } = await openOffice(t, { text: '路口积水很深' })
  const [qian, sun] = [await enter(house, QIAN), await enter(house, SUN)]
  return { house, id, head, qian, sun }
}

const uses = async (
  person: Person,
  id: string,
  macro: string,
  more: { key?: string; seen?: number; from?: string } = {}
) => {
  const { lastTurn } = await viewed(person, id)
  const body = { macro, ...(more.from && { from: more.from }) }
  return person.post(`${at(id)}/macro`, body, once(more.key ?? key(), more.seen ?? lastTurn))
}
const document = async ({ store }: House, id: string) => (await store.tickets.get(id))!.document

t.test('a macro', async t => {
  t.test('is neither written nor removed while the log does not take it', async t => {
    const { house, qian } = await office(t)
    await qian.put('/api/macros/storm', STORM)
    house.events.append = async () => {
      throw logUnavailable(new Error('away'))
    }
    t.match((await qian.put('/api/macros/other', STORM)).json(), { status: 503, code: 'LOG_UNAVAILABLE' })
    t.match((await qian.del('/api/macros/storm')).json(), { status: 503, code: 'LOG_UNAVAILABLE' })
    t.match((await qian.get('/api/macros')).json(), { rows: [{ id: 'storm' }] })
    t.equal((await qian.get('/api/macros')).json().rows.length, 1)
  })

  t.test('is written, listed with what one may, changed over what was seen, and removed', async t => {
    const { qian, sun } = await office(t)
    const made = (await qian.put('/api/macros/storm', STORM)).json()
    t.match(made, { id: 'storm', ...STORM, by: '钱编', may: true })
    t.match((await sun.get('/api/macros')).json(), { rows: [{ id: 'storm', may: false }] })
    t.match((await qian.put('/api/macros/storm', { ...STORM, name: '另一个' })).json(), { code: 'SOMEBODY_WAS_FASTER' })
    const changed = await qian.put('/api/macros/storm', { ...STORM, name: '内涝' }, { 'if-match': `"${made.tag}"` })
    t.match(changed.json(), { name: '内涝' })
    t.match((await sun.put('/api/macros/x', STORM)).json(), { status: 403 })
    t.match((await qian.put('/api/macros/x', { ...STORM, steps: [{ type: 'tag' }] })).json(), { at: 'body/steps/0' })
    t.equal((await qian.del('/api/macros/storm')).statusCode, 200)
    t.match((await qian.del('/api/macros/storm')).json(), { status: 404, code: 'MACRO_NOT_FOUND' })
    t.same((await qian.get('/api/macros')).json(), { rows: [] })
  })

  t.test('does its steps one after the other as single acts, and the same once more changes nothing', async t => {
    const { house, qian, id } = await office(t)
    await qian.put('/api/macros/storm', STORM)
    const answer = (await uses(qian, id, 'storm', { key: 'k' })).json()
    t.same(answer.done, STORM.steps)
    const ticket = await document(house, id)
    t.match(ticket, {
      tags: ['暴雨'],
      department: '水务局',
      assigned: { to: { id: 'qian', name: '钱编' }, how: 'hand' },
      dispatches: [{ department: '水务局', by: { id: 'qian' } }]
    })
    t.equal(answer.lastTurn, ticket.lastTurn)
    t.same((await uses(qian, id, 'storm', { key: 'k', seen: 0 })).json(), answer)
    t.same(await document(house, id), ticket)
    await qian.put('/api/macros/other', { name: '另', steps: [{ type: 'acknowledge' }] })
    t.match((await uses(qian, id, 'other', { key: 'k' })).json(), { status: 422, code: 'KEY_REUSED' })
  })

  t.test('stops at the first refusal and says what was done', async t => {
    const { house, qian, sun, id } = await office(t)
    await qian.put('/api/macros/storm', STORM)
    const answer = (await uses(sun, id, 'storm')).json()
    t.same(answer.done, STORM.steps.slice(0, 3))
    t.match(answer.refused, { step: 3, what: { type: 'dispatch' }, code: 'NOT_ALLOWED' })
    t.match(await document(house, id), { tags: ['暴雨'], department: '水务局', dispatches: [] })
  })

  t.test('does nothing over what its author did not see: another’s turn, or who has it in hand', async t => {
    const { house, qian, head, id } = await office(t)
    await qian.put('/api/macros/close', { name: '关', steps: [{ type: 'dismiss', reason: '重复' }] })
    t.match((await uses(qian, id, 'close', { seen: 0 })).json(), {
      done: [],
      refused: { step: 0, code: 'SOMEBODY_WAS_FASTER' }
    })
    t.match((await qian.post(`${at(id)}/macro`, { macro: 'close' }, once('x'))).json(), { code: 'SEEN_MISSING' })
    await qian.put('/api/macros/mine', { name: '我', steps: [{ type: 'assign', to: 'qian' }] })
    await head.post(`${at(id)}/assign`, { to: 'zhao' }, once('a'))
    t.match((await uses(qian, id, 'mine')).json(), { refused: { code: 'SOMEBODY_WAS_FASTER' } })
    t.match((await uses(qian, id, 'mine', { from: 'zhao' })).json(), { done: [{ type: 'assign' }] })
    t.match(await document(house, id), { assigned: { to: { id: 'qian' } } })
  })

  t.test('counts its own turns as seen', async t => {
    const { house, qian, id } = await office(t)
    const steps = [
      { type: 'dispatch', department: '水务局', request: '请抽排' },
      { type: 'dismiss', reason: '已转办' }
    ]
    await qian.put('/api/macros/pass', { name: '转', steps })
    await house.store.tickets.get(id)
    const answer = (await uses(qian, id, 'pass')).json()
    t.ok(answer.done.length === 2 || answer.refused.code === 'EXCEPTION_NEEDED', JSON.stringify(answer))
    t.not(answer.refused?.code, 'SOMEBODY_WAS_FASTER')
  })

  t.test('writes a reply from the template that is in use, for review', async t => {
    const { house, qian, head, id } = await office(t)
    const template = { version: 1, name: '收到', kind: 'interim', text: '{{citizen}}您好，{{number}}号诉求正在办理。' }
    const put = (who: Person, of: object) => who.put('/api/templates/storm', { ...template, effectiveFrom: 0, ...of })
    t.equal((await put(qian, {})).statusCode, 200)
    await qian.put('/api/macros/tell', { name: '答', steps: [{ type: 'reply', template: 'storm' }] })
    t.match((await uses(qian, id, 'tell')).json(), { refused: { code: 'TEMPLATE_NOT_FOUND' } })
    t.equal((await put(head, { approve: true })).statusCode, 200)
    t.match((await uses(qian, id, 'tell')).json(), { done: [{ type: 'reply' }] })
    const [reply] = (await document(house, id)).replies
    t.match(reply, {
      state: 'drafted',
      kind: 'interim',
      author: { id: 'qian' },
      template: 'storm@1',
      text: /您好，.{9}号/
    })
    const bulk = { act: { type: 'macro', macro: 'tell' }, on: { ids: [id] } }
    t.match((await qian.post('/api/jobs', bulk, once('j'))).json(), { status: 400, at: 'body/act/macro' })
  })

  t.test('is tried and run on many tickets with the steps that it had when it was tried', async t => {
    const { qian, id } = await office(t)
    const { tag } = (await qian.put('/api/macros/storm', STORM)).json()
    const act = { type: 'macro', macro: 'storm' }
    const tried = (await qian.post('/api/jobs', { act, on: { ids: [id] }, dryRun: true }, once('d'))).json().dryRun
    t.match(tried, { changed: 1, refused: 0 })
    await qian.put('/api/macros/storm', { ...STORM, steps: [{ type: 'acknowledge' }] }, { 'if-match': `"${tag}"` })
    t.match((await qian.post('/api/jobs', { act, on: { list: tried.list } }, once('r'))).json(), {
      job: { act, total: 1 }
    })
  })
})
