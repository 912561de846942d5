import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { act } from '@huiyin/ports/act.ts'
import { historyRow } from '@huiyin/ports/contracts/fixtures.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t, { type Test } from 'tap'
import { at, enter, type House, signIn } from './house.ts'
import { FOREIGN, OWN, openTown, personOf, sideOf } from './walk/town.ts'

const PHONE = '13800138000'
const SAID = `我家住解放路12号3单元502室，电话${PHONE}，积水很深`

async function openWithPhone(t: Test) {
  const house = await openTown(t)
  return { house, side: await sideOf(house, OWN, SAID) }
}

const PLACES = ({ ticket }: { ticket: string }) => [at(ticket), '/api/tickets', '/api/comments']

t.test('mobile numbers and addresses', async t => {
  const { house, side } = await openWithPhone(t)

  t.test('are read as they are by those who answer', async t => {
    for (const role of ['head', 'collector', 'editor', 'reviewer', 'administrator']) {
      const { get } = await enter(house, personOf(role))
      for (const url of PLACES(side)) t.ok((await get(url)).body.includes(PHONE), `${role} ${url}`)
    }
  })

  t.test('are masked wherever leaders and auditors look', async t => {
    for (const role of ['leader', 'auditor']) {
      const { get } = await enter(house, personOf(role))
      for (const url of PLACES(side)) {
        const { body, statusCode } = await get(url)
        t.equal(statusCode, 200)
        t.notOk(body.includes(PHONE), `${role} ${url}`)
        t.notOk(body.includes('502室'), `${role} ${url}`)
        t.ok(body.includes('138****8000'), `${role} ${url}`)
        t.ok(body.includes('积水很深'), 'what stands around them stays')
      }
    }
  })

  t.test('are masked in what the office wrote too', async t => {
    const { lastTurn } = (await house.store.tickets.get(side.ticket))!.document
    const { accounts: _, ...actor } = personOf('head')
    const watch = { type: 'supervise', actor, id: 's-1', instruction: false, owner: '水务局' } as const
    await act(house.desk, side.ticket, { ...watch, text: `请联系${PHONE}`, dueAt: house.time.now + 60_000 })
    t.type(lastTurn, 'number')
    const { get } = await enter(house, personOf('leader'))
    t.match((await get(at(side.ticket))).json(), { supervised: [{ text: '请联系138****8000' }] })
  })

  t.test('are masked in the reasons that the timeline and the trail tell', async t => {
    const row = historyRow({ ticket: side.ticket, n: 900, type: 'ticket.transferred', data: { why: `请致电${PHONE}` } })
    await house.store.history.add([row, { ...row, id: `${row.id}0`, n: 901, data: { reason: PHONE }, offset: '901' }])
    await house.store.history.refresh()
    const trail = `/api/trail?subject=${encodeURIComponent(side.ticket)}`
    const { get } = await enter(house, personOf('auditor'))
    for (const url of [at(side.ticket), trail]) {
      const { body } = await get(url)
      t.notOk(body.includes(PHONE), url)
      t.ok(body.includes('请致电138****8000'), url)
    }
    t.ok((await (await enter(house, personOf('administrator'))).get(trail)).body.includes(PHONE))
  })

  t.test('are read by a department while it has the case, and masked once it has sent it back', async t => {
    const { get } = await enter(house, personOf('handler'))
    const { ticket } = await sideOf(house, OWN, SAID)
    t.ok((await get(at(ticket))).body.includes(PHONE))
    const [dispatch] = (await house.store.tickets.get(ticket))!.document.dispatches
    const bounce = { type: 'dispatch.bounce', actor: personOf('handler'), id: 'b-1', dispatch: dispatch!.id } as const
    await act(house.desk, ticket, { ...bounce, grounds: '不归我们', proposes: FOREIGN.department })
    const { body } = await get(at(ticket))
    t.notOk(body.includes(PHONE))
    t.ok(body.includes('138****8000'))
  })

  t.test('are masked in what could not be read, for who mends it', async t => {
    const parked = { topic: 'comments', reason: 'x', raw: JSON.stringify({ text: SAID }), cut: false, at: 0 }
    await house.store.records.put('parked', { id: 'p-1', value: parked })
    await house.store.records.refresh()
    const { get, post } = await enter(house, personOf('maintainer'))
    const { body } = await get('/api/parked')
    t.ok(body.includes('积水很深'))
    t.notOk(body.includes(PHONE))
    t.notOk((await post('/api/parked/p-1/replay')).body.includes(PHONE))
    t.match(house.replayed, [['comments', parked.raw]], 'and go back in as they came')
  })

  t.test('are not searched for by those from whom they are masked', async t => {
    const leader = await enter(house, personOf('leader'))
    const editor = await enter(house, personOf('editor'))
    for (const list of ['tickets', 'comments']) {
      const url = `/api/${list}?q=${PHONE}`
      t.match((await leader.get(url)).json(), { status: 403, code: 'NOT_ALLOWED', detail: /read personal data/ })
      t.ok((await editor.get(url)).json().total > 0)
      t.equal((await leader.get(`/api/${list}?q=${encodeURIComponent('积水')}`)).statusCode, 200)
    }
  })

  t.test('are masked for a program whose token does not hold the right, whoever made it', async t => {
    const { post } = await signIn(house)
    for (const [actions, plain] of [
      [['ticket.read'], false],
      [['ticket.read', 'personal.read'], true]
    ] as const) {
      const { token } = (await post('/api/tokens', { name: '报表', actions, days: 30 })).json()
      const headers = { authorization: `Bearer ${token}` }
      for (const url of [at(side.ticket), '/api/tickets'])
        t.equal((await house.app.inject({ url, headers })).body.includes(PHONE), plain, url)
    }
  })

  t.test('do not reach by a picture those from whom they are masked', async t => {
    const picture = `/api/comments/screenshots/${encodeURIComponent(side.comment)}`
    t.equal((await (await enter(house, personOf('leader'))).get(picture)).statusCode, 403)
    t.equal((await (await enter(house, personOf('editor'))).get(picture)).statusCode, 200)
  })
})

/** What the log was told of reveals. */
async function follow(t: Test, { events }: House) {
  const told: HouseEvent[] = []
  const stop = new AbortController()
  const following = (async () => {
    for await (const batch of events.follow({ signal: stop.signal }))
      told.push(...batch.events.filter(({ type }) => type === 'revealed'))
  })()
  t.teardown(() => {
    stop.abort()
    return following
  })
  return told
}

t.test('a reveal', async t => {
  t.test('shows a ticket as it was written, once the log knows who saw it and why', async t => {
    const { house, side } = await openWithPhone(t)
    const told = await follow(t, house)
    const { post } = await enter(house, personOf('leader'))
    const answer = await post('/api/reveals', { ticket: side.ticket, reason: '回访群众' })
    t.equal(answer.statusCode, 200)
    t.ok(answer.body.includes(PHONE))
    await new Promise(setImmediate)
    t.match(told, [
      {
        type: 'revealed',
        actor: { id: 'the-leader', role: 'leader' },
        data: { ticket: side.ticket, reason: '回访群众' }
      }
    ])
    t.notOk(JSON.stringify(told).includes(PHONE))
  })

  t.test('shows a single comment', async t => {
    const { house, side } = await openWithPhone(t)
    const told = await follow(t, house)
    const { post } = await enter(house, personOf('auditor'))
    const reveal = { comment: side.comment, publishedAt: house.time.now, reason: '抽查' }
    t.match((await post('/api/reveals', reveal)).json(), { comment: { text: SAID } })
    t.match((await post('/api/reveals', { ...reveal, comment: 'none' })).json(), {
      status: 404,
      code: 'COMMENT_NOT_FOUND'
    })
    await new Promise(setImmediate)
    t.match(told, [{ data: { comment: side.comment, reason: '抽查' } }])
    t.equal(told.length, 1, 'what was not shown is not kept as shown')
  })

  t.test('is refused without a reason, without a thing, and of what is not one’s own', async t => {
    const { house, side } = await openWithPhone(t)
    const told = await follow(t, house)
    const foreign = await sideOf(house, FOREIGN, SAID)
    const { post } = await enter(house, personOf('leader'))
    for (const body of [{ ticket: side.ticket }, { ticket: side.ticket, reason: '   ' }, { reason: '回访群众' }])
      t.match((await post('/api/reveals', body)).json(), { status: 400 }, JSON.stringify(body))
    const both = { ticket: side.ticket, comment: side.comment, publishedAt: 1, reason: '回访群众' }
    t.match((await post('/api/reveals', both)).json(), { status: 400 })
    const others = [
      { ticket: foreign.ticket, reason: '回访群众' },
      { comment: foreign.comment, publishedAt: house.time.now, reason: '回访群众' }
    ]
    for (const body of others) {
      const answer = await post('/api/reveals', body)
      t.match(answer.json(), { status: 403, code: 'NOT_ALLOWED' })
      t.notOk(answer.body.includes(PHONE))
    }
    await new Promise(setImmediate)
    t.same(told, [])
  })

  t.test('shows nothing while the log is away', async t => {
    const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
    const away = {
      ...events,
      append: async (told: readonly HouseEvent[]) => {
        if (told.some(({ type }) => type === 'revealed'))
          throw new HuiyinError('LOG_UNAVAILABLE', 'The log did not answer')
        return events.append(told)
      }
    }
    const house = await openTown(t, { events: away })
    const side = await sideOf(house, OWN, SAID)
    const { post } = await enter(house, personOf('leader'))
    const answer = await post('/api/reveals', { ticket: side.ticket, reason: '回访群众' })
    t.match(answer.json(), { status: 503, code: 'LOG_UNAVAILABLE' })
    t.notOk(answer.body.includes(PHONE))
  })
})
