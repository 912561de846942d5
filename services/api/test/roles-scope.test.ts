import { deliveryId } from '@huiyin/domain/escalation/delivery-id.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { act } from '@huiyin/ports/act.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import t, { type Test } from 'tap'
import { at, enter, type House, once, openHouse } from './house.ts'
import { FOREIGN, OWN, openTown, personOf, type Side, sideOf } from './walk/town.ts'

type Row = { id: string; account: string }
type List = { rows: Row[]; total: number }

/** Two tickets of one account and department, two of another. */
async function openBoth(t: Test) {
  const house = await openTown(t)
  return { house, own: await sideOf(house, OWN), foreign: await sideOf(house, FOREIGN) }
}

const idsOf = ({ rows }: List) => rows.map(({ id }) => id).toSorted()
const ticketsOf = (...sides: Side[]) => sides.flatMap(({ ticket, other }) => [ticket, other]).toSorted()

t.test('who cares for one account', async t => {
  const { house, own, foreign } = await openBoth(t)
  const { get } = await enter(house, personOf('editor'))

  t.test('sees its tickets in lists, in searches and in counts, and no others', async t => {
    t.same(idsOf((await get('/api/tickets')).json()), ticketsOf(own))
    t.equal((await get('/api/tickets')).json().total, 2)
    t.same(idsOf((await get('/api/tickets?account=2002&platform=wechat')).json()), [])
    t.same(idsOf((await get(`/api/tickets?q=${encodeURIComponent('积水')}`)).json()), ticketsOf(own))
    t.same((await get('/api/counts')).json().status, { open: 2 })
  })

  t.test('sees its comments, and no others', async t => {
    const { rows, total } = (await get('/api/comments')).json()
    t.equal(total, 2)
    t.same([...new Set(rows.map(({ account }: Row) => account))], ['1001'])
    t.same((await get('/api/comments?account=2002')).json().rows, [])
  })

  t.test('sees its posts, its items and its account, and no others', async t => {
    for (const { platform, account } of [OWN, FOREIGN]) await keepPost(house, platform, account)
    t.same(
      (await get('/api/posts')).json().rows.map(({ account }: Row) => account),
      ['1001']
    )
    t.same(
      (await get('/api/items')).json().rows.map(({ account }: Row) => account),
      ['1001']
    )
    t.same(
      (await get('/api/accounts')).json().rows.map(({ account }: { account: Row }) => account.id),
      ['1001']
    )
  })

  t.test('is told of an alert of its tickets, and of no others', async t => {
    for (const { ticket } of [own, foreign]) await keepAlert(house, ticket)
    t.same(
      (await get('/api/alerts')).json().rows.map(({ ticket }: { ticket: string }) => ticket),
      [own.ticket]
    )
  })

  t.test('learns of others in a digest only how many they are', async t => {
    const member = (ticket: string) => ({ ticket, number: 'H7Q2-9KXM', kind: 'warn', urgent: false })
    const id = `${own.ticket}/first/1/warn/0/0`
    const digest = [own, foreign].map(({ ticket }) => member(ticket))
    await keepAlert(house, own.ticket, [{ channel: 'wecom', address: 'group' }])
    const to = deliveryId(id, { channel: 'wecom', address: 'group' })
    const value = {
      id: to,
      alert: id,
      digest,
      more: 1,
      channel: 'wecom',
      state: 'sent',
      attempts: 1,
      nextAt: 0,
      madeAt: 0
    }
    await house.store.records.put('delivery', { id: to, value })
    await house.store.records.refresh()
    const [row] = (await get('/api/alerts')).json().rows
    t.match(row.deliveries, [{ digest: { members: [{ ticket: own.ticket }], more: 2 } }])
    t.equal(row.deliveries[0].digest.members.length, 1)
  })

  t.test('is refused each single ticket of another account, in words that say whom to ask', async t => {
    const refused = (await get(at(foreign.ticket))).json()
    t.match(refused, { status: 403, code: 'NOT_ALLOWED', detail: /"editor" may not read this ticket here.*ask/ })
    t.equal((await get(at(own.ticket))).statusCode, 200)
    t.match((await get(at('none'))).json(), { status: 404 })
  })

  t.test('ties none of its tickets to one of another account', async t => {
    const { post, del } = await enter(house, personOf('editor'))
    const before = (await house.store.tickets.get(own.ticket))!.document
    const refused = { status: 403, code: 'NOT_ALLOWED' }
    const seen = once('tie-1', before.lastTurn)
    t.match((await post(`${at(own.ticket)}/merge`, { with: foreign.ticket }, seen)).json(), refused)
    t.match((await post(`${at(own.ticket)}/relations`, { other: foreign.ticket }, once('tie-2'))).json(), refused)
    const other = encodeURIComponent(foreign.ticket)
    t.match((await del(`${at(own.ticket)}/relations/${other}`, undefined, once('tie-3'))).json(), refused)
    t.same((await house.store.tickets.get(own.ticket))!.document, before)
  })

  t.test('sees nothing where none of the accounts is left', async t => {
    const nobody = await enter(house, { ...personOf('editor', 'of-none'), accounts: [] })
    t.same((await nobody.get('/api/tickets')).json().rows, [])
    t.same((await nobody.get('/api/comments')).json().rows, [])
    t.same((await nobody.get('/api/counts')).json().status, {})
  })
})

t.test('a department’s handler', async t => {
  const { house, own, foreign } = await openBoth(t)
  const { get } = await enter(house, personOf('handler'))

  t.test('sees what was dispatched to the department, and nothing else', async t => {
    t.same(idsOf((await get('/api/tickets')).json()), ticketsOf(own))
    t.same((await get('/api/counts')).json().status, { open: 2 })
    t.equal((await get(at(foreign.ticket))).statusCode, 403)
    t.equal((await get('/api/comments')).statusCode, 403)
  })

  t.test('goes on seeing what the department sent back', async t => {
    const { ticket } = await sideOf(house, OWN)
    const { dispatches } = (await house.store.tickets.get(ticket))!.document
    const bounce = {
      type: 'dispatch.bounce',
      actor: personOf('handler'),
      id: 'b-1',
      dispatch: dispatches[0]!.id
    } as const
    await act(house.desk, ticket, { ...bounce, grounds: '不归我们', proposes: '住建局' })
    await house.store.tickets.refresh()
    t.ok(idsOf((await get('/api/tickets')).json()).includes(ticket))
    t.equal((await get(at(ticket))).statusCode, 200)
  })

  t.test('finds colleagues of the department only in the directory', async t => {
    await enter(house, { id: 'other', name: '旁', role: 'handler', department: FOREIGN.department })
    await enter(house, { id: 'mate', name: '伴', role: 'handler', department: OWN.department })
    const { people, departments } = (await get('/api/directory')).json()
    t.same(people.map(({ id }: Actor) => id).toSorted(), ['mate', 'the-handler'])
    t.ok(departments.includes('住建局'))
  })
})

t.test('live views tell of a ticket those who may read it', async t => {
  const { house } = await openBoth(t)
  const origin = await house.app.listen({ port: 0, host: '127.0.0.1' })
  const watched = await Promise.all(
    ['editor', 'handler', 'leader', 'administrator'].map(async role => {
      const { cookie } = await enter(
        house,
        role === 'administrator' ? { id: 'boss', name: '钱', role } : personOf(role)
      )
      return { role, ...(await watch(t, `${origin}/api/events`, cookie)) }
    })
  )
  const foreign = await sideOf(house, FOREIGN, '我的电话13800138000')
  const own = await sideOf(house, OWN, '我的电话13800138000')
  for (const { role, until } of watched) {
    const told = await until(own.other)
    t.ok(told.includes(own.ticket), role)
    t.equal(told.includes(foreign.ticket), role === 'administrator', `${role} of what is foreign`)
    t.equal(told.includes('13800138000'), role !== 'leader', `${role} of a telephone number`)
  }
})

/** What was told until it names an id. */
async function watch(t: Test, url: string, cookie: string) {
  const leaving = new AbortController()
  t.teardown(() => leaving.abort())
  const answer = await fetch(url, { headers: { cookie }, signal: leaving.signal })
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  const until = async (id: string) => {
    let told = ''
    while (!told.includes(`"id":${JSON.stringify(id)}`)) told += (await reader.read()).value ?? ''
    return told
  }
  return { until }
}

t.test('who has several roles may do what any of them may', async t => {
  const house = await openHouse(t)
  const both: Actor = { id: 'both', name: '兼', role: 'auditor', roles: ['auditor', 'maintainer'] }
  const { get } = await enter(house, both)
  t.equal((await get('/api/tickets')).statusCode, 200)
  t.equal((await get('/api/parked')).statusCode, 200)
  const { get: ask } = await enter(house, { ...both, id: 'one', roles: ['auditor'] })
  t.match((await ask('/api/parked')).json(), { status: 403, detail: /"auditor" may not read parked messages; ask/ })
})

t.test('a refusal is logged once, with the role and what it was for, and nothing personal', async t => {
  const lines: object[] = []
  const keep = (fields: object, message: string) => void lines.push({ ...fields, message })
  const house = await openTown(t, { logger: { info: () => {}, warn: keep, error: keep } })
  const foreign = await sideOf(house, FOREIGN)
  const { get, post } = await enter(house, { ...personOf('auditor'), name: '王小明' })
  await post('/api/policies', {})
  await get(at(foreign.ticket))
  t.match(lines, [
    {
      message: 'not allowed',
      route: '/api/policies',
      action: 'rules.configure',
      roles: ['auditor'],
      code: 'NOT_ALLOWED'
    },
    { message: 'not allowed', route: '/api/tickets/:id', action: 'ticket.read', roles: ['auditor'] }
  ])
  t.equal(lines.length, 2)
  for (const personal of ['王小明', 'the-auditor', foreign.ticket, '2002'])
    t.notOk(JSON.stringify(lines).includes(personal), personal)
})

async function keepPost(house: House, platform: string, account: string) {
  const id = `${accountId({ platform, id: account })}/p1`
  const value = { id, platform, account, post: 'p1', foundAt: house.time.now, source: 'hand', looks: [] }
  await house.store.records.put('post', { id, value })
  await house.store.records.refresh()
}

async function keepAlert(house: House, ticket: string, recipients: object[] = []) {
  const id = `${ticket}/first/1/warn/0/0`
  const value = {
    ...{
      id,
      ticket,
      number: 'H7Q2-9KXM',
      key: 'k',
      clock: 'first',
      dueSetBy: 1,
      kind: 'warn',
      point: 0,
      rung: 0,
      repeat: 0
    },
    ...{ urgent: false, level: 'blue', account: '1001', dueAt: 0, dueBy: 0, madeAt: house.time.now, recipients }
  }
  await house.store.records.put('alert', { id, value })
  await house.store.records.refresh()
}
