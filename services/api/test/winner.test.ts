import t from 'tap'
import { at, once } from './house.ts'
import { does, key, openOffice, viewed } from './talking.ts'

const MINUTE = 60_000

t.test('who was faster', async t => {
  t.test('is whoever gave the ticket away, whatever others did since', async t => {
    const { house, li, wang, head, id } = await openOffice(t)
    await wang.post(`${at(id)}/assign`, { to: 'wang' }, once(key()))
    house.time.now += 2 * MINUTE
    await head.post(`${at(id)}/tags`, { add: ['防汛'] }, once(key()))
    const late = (await li.post(`${at(id)}/assign`, { to: 'li' }, once(key()))).json()
    t.match(late, { status: 409, code: 'SOMEBODY_WAS_FASTER', winner: { name: '王敏', type: 'ticket.assigned' } })
  })

  t.test('is nobody where a rule or the time refuses', async t => {
    const { house, li, wang, id } = await openOffice(t)
    const tags = Array.from({ length: 20 }, (_, i) => `标签${i}`)
    await wang.post(`${at(id)}/tags`, { add: tags.slice(0, 10) }, once(key()))
    await wang.post(`${at(id)}/tags`, { add: tags.slice(10) }, once(key()))
    const none = (await li.post(`${at(id)}/undo`, { of: 'none' }, once(key()))).json()
    t.match(none, { code: 'UNDO_TOO_LATE' })
    t.notOk(none.winner)
    house.time.now += 2 * MINUTE
    const full = (await li.post(`${at(id)}/tags`, { add: ['防汛'] }, once(key()))).json()
    t.match(full, { code: 'TOO_MANY' })
    t.notOk(full.winner, 'he has long seen what stands there')
  })

  t.test('is whoever did what one has not seen, however long ago', async t => {
    const { house, li, wang, id } = await openOffice(t)
    const { lastTurn } = await viewed(li, id)
    await does(wang, id, '/correct', { label: 'inquiry' })
    await does(wang, id, '/dismiss', { reason: '重复' })
    house.time.now += 2 * MINUTE
    const late = (await li.post(`${at(id)}/dismiss`, { reason: '重复' }, once(key(), lastTurn))).json()
    t.match(late, { status: 409, winner: { name: '王敏', type: 'ticket.dismissed' } })
  })
})

t.test('what is only asked about is no act that was done under the same key', async t => {
  const { li, id } = await openOffice(t)
  const { may } = await viewed(li, id)
  for (const named of ['may', 'dry:0']) await li.post(`${at(id)}/tags`, { add: [named] }, once(named))
  t.same((await viewed(li, id)).may, may)
  const body = { act: { type: 'acknowledge' }, on: { ids: [id] }, dryRun: true }
  t.match((await li.post('/api/jobs', body, once(key()))).json(), { dryRun: { changed: 1, refused: 0 } })
})
