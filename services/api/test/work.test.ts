import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t, { type Test } from 'tap'
import { at, citizenWrites, enter, HOUR, once, openHouse, type Person } from './house.ts'

const LI = { id: 'li', name: '李静', role: 'editor' }
const WANG = { id: 'wang', name: '王强', role: 'reviewer' }
const ZHAO = { id: 'zhao', name: '赵宏', role: 'head' }
const SUN = { id: 'sun', name: '孙县长', role: 'leader' }
const WATER = { id: 'chen', name: '陈工', role: 'handler', department: '水务局' }
const ROADS = { id: 'lu', name: '路工', role: 'handler', department: '住建局' }
const ELSEWHERE = { id: 'fang', name: '方圆', role: 'editor', accounts: ['wechat/2002'] }

async function onSqlite(t: Test) {
  const { store, log, close } = await openSqlite({ folder: t.testdir() })
  t.teardown(close)
  const events = log('events', { parse: parser(HouseEvent, 'event') })
  const house = await openHouse(t, {}, { store, events })
  const people = await Promise.all([LI, WANG, ZHAO, SUN, WATER, ROADS, ELSEWHERE].map(one => enter(house, one)))
  const [li, wang, zhao, sun, water, roads] = people as [Person, Person, Person, Person, Person, Person]
  return { ...house, li, wang, zhao, sun, water, roads }
}

let keys = 0
const key = () => once(`work-${++keys}`)

/** The newest event of the ticket that was answered. */
const lastOf = (answer: Awaited<ReturnType<Person['get']>>): HouseEvent => answer.json().history.at(-1)

t.test('somebody takes a ticket in hand', async t => {
  const house = await onSqlite(t)
  const { li, wang } = house
  const id = await citizenWrites(house)
  const before = (await li.get(at(id))).json()
  t.ok(before.may.includes('assign'))
  t.notOk(before.may.includes('unassign'))

  const taken = await li.post(`${at(id)}/assign`, { to: 'li' }, key())
  t.equal(taken.statusCode, 200)
  t.same(taken.json().assignedTo, { id: 'li', name: '李静' })
  t.equal(taken.json().lastTurn, before.lastTurn, 'it is no turn')
  t.ok(taken.json().may.includes('unassign'))

  await t.test('over whom one did not see nobody assigns, and hears who was faster', async t => {
    const late = await wang.post(`${at(id)}/assign`, { to: 'wang' }, key())
    t.match([late.statusCode, late.json().code], [409, 'SOMEBODY_WAS_FASTER'])
    t.match(late.json().detail, /李静 was faster/)
  })
  await t.test('given again to whom has it, it is the same', async t => {
    const again = await wang.post(`${at(id)}/assign`, { to: 'li' }, key())
    t.equal(again.statusCode, 200)
    t.equal(again.json().n, taken.json().n)
  })
  await t.test('it is given on by who saw whose it was', async t => {
    const on = await wang.post(`${at(id)}/assign`, { to: 'wang', from: 'li' }, key())
    t.same(on.json().assignedTo, { id: 'wang', name: '王强' })
    t.equal((await li.post(`${at(id)}/unassign`, { from: 'li' }, key())).statusCode, 409)
    const nobody = await li.post(`${at(id)}/unassign`, { from: 'wang' }, key())
    t.equal(nobody.json().assignedTo, undefined)
    t.match(lastOf(taken), { type: 'ticket.assigned', data: { to: 'li', from: null, how: 'hand' } })
    t.match(lastOf(on), { type: 'ticket.assigned', data: { to: 'wang', from: 'li', how: 'hand' } })
    t.match(lastOf(nobody), { type: 'ticket.unassigned', data: { from: 'wang', how: 'hand' } })
  })
  await t.test('to who cannot work on it it is not given', async t => {
    for (const to of ['nobody', 'sun', 'chen', 'fang']) {
      const refused = await li.post(`${at(id)}/assign`, { to }, key())
      t.match([refused.statusCode, refused.json().at], [400, 'body/to'], to)
    }
    t.equal((await house.sun.post(`${at(id)}/assign`, { to: 'li' }, key())).statusCode, 403)
  })
  await t.test('acknowledging it gives it to nobody', async t => {
    t.equal((await li.post(`${at(id)}/acknowledge`, undefined, key())).json().assignedTo, undefined)
  })
  await t.test('it stays when the case is closed and opened again', async t => {
    const { lastTurn } = (await li.post(`${at(id)}/assign`, { to: 'li' }, key())).json()
    const closed = await li.post(`${at(id)}/dismiss`, { reason: '重复' }, once('close', lastTurn))
    t.same(closed.json().assignedTo, { id: 'li', name: '李静' })
    t.equal((await wang.post(`${at(id)}/assign`, { to: 'wang', from: 'li' }, key())).json().code, 'TICKET_CLOSED')
    const opened = await li.post(`${at(id)}/reopen`, { reason: '还要答' }, once('open', closed.json().lastTurn))
    t.same(opened.json().assignedTo, { id: 'li', name: '李静' })
  })
})

t.test('fifty who reach for one ticket: one has it, all others hear their name', async t => {
  const house = await onSqlite(t)
  const id = await citizenWrites(house)
  const crowd = Array.from({ length: 50 }, (_, n) => ({ id: `p${n}`, name: `员工${n}`, role: 'editor' }))
  const people = await Promise.all(crowd.map(one => enter(house, one)))
  const answers = await Promise.all(people.map((one, n) => one.post(`${at(id)}/assign`, { to: `p${n}` }, key())))
  const won = answers.filter(({ statusCode }) => statusCode === 200)
  t.equal(won.length, 1)
  const { name } = won[0]!.json().assignedTo
  for (const lost of answers.filter(one => one !== won[0]))
    t.match([lost.statusCode, lost.json().detail], [409, new RegExp(`^${name} was faster`)])
})

t.test('tags are the office’s own words', async t => {
  const house = await onSqlite(t)
  const { li } = house
  const id = await citizenWrites(house)
  const tagged = await li.post(`${at(id)}/tags`, { add: ['夜间施工', '回访'] }, key())
  t.same(tagged.json().tags, ['夜间施工', '回访'])
  t.same((await li.post(`${at(id)}/tags`, { add: ['重点'], remove: ['回访', '没有'] }, key())).json().tags, [
    '夜间施工',
    '重点'
  ])
  t.same((await li.get('/api/tags')).json(), { tags: ['回访', '夜间施工', '重点'] })
  t.same(
    (await li.get('/api/tickets?tag=重点')).json().rows.map(({ tags }: { tags: string[] }) => tags),
    [['夜间施工', '重点']]
  )
  t.equal((await li.get('/api/tickets?tag=回访')).json().total, 0)
  t.equal((await li.post(`${at(id)}/tags`, {}, key())).statusCode, 400)
  t.equal((await li.post(`${at(id)}/tags`, { add: [' x'] }, key())).statusCode, 400, 'no blanks around it')
  const many = Array.from({ length: 19 }, (_, n) => `t${n}`)
  t.equal((await li.post(`${at(id)}/tags`, { add: many }, key())).json().code, 'TOO_MANY')
})

t.test('notes stay inside the house', async t => {
  const house = await onSqlite(t)
  const { li, wang, sun, water, roads, time } = house
  const id = await citizenWrites(house)
  const { lastTurn } = (await li.get(at(id))).json()
  await li.post(`${at(id)}/dispatches`, { department: '水务局', request: '请抽排' }, once('send', lastTurn))
  const sent = once('note-1')
  const body = { text: '市民电话 13800138000，请先回电', mentions: ['wang', 'sun', 'li'] }
  const first = await li.post(`${at(id)}/notes`, body, sent)
  t.equal(first.statusCode, 200)
  t.match(first.json().notes, [
    { by: { id: 'li', name: '李静' }, text: body.text, mentions: [{ name: '王强' }, {}, {}], shared: false }
  ])
  t.notMatch(JSON.stringify(first.json().history), /回电/, 'no text in an event')

  await t.test('sent again it is the same note; under its key another is none', async t => {
    t.equal((await li.post(`${at(id)}/notes`, body, sent)).json().notes.length, 1)
    t.equal((await li.post(`${at(id)}/notes`, { ...body, text: '别的' }, sent)).json().code, 'KEY_REUSED')
    t.equal((await li.get(at(id))).json().notes[0].text, body.text)
  })
  await t.test('a department reads its own and what is shared with it, and hears of no other', async t => {
    time.now += 1000
    await li.post(`${at(id)}/notes`, { text: '请水务局周五前反馈', shared: true, mentions: ['chen'] }, key())
    time.now += 1000
    await water.post(`${at(id)}/notes`, { text: '泵车明早到' }, key())
    const theirs = (await water.get(at(id))).json()
    t.same(
      theirs.notes.map(({ text }: { text: string }) => text),
      ['请水务局周五前反馈', '泵车明早到']
    )
    t.equal(theirs.noteCount, 2)
    t.equal((await water.get('/api/tickets')).json().rows[0].noteCount, 2)
    t.equal(theirs.history.filter(({ type }: HouseEvent) => type === 'note.added').length, 1, 'their own')
    const more = await li.post(`${at(id)}/notes`, { text: '内部' }, key())
    t.equal(lastOf(more).type, 'note.added')
    const known: HouseEvent[] = (await water.get(at(id))).json().history
    t.notOk(known.some(({ id }) => id === lastOf(more).id))
    const ours = (await li.get(at(id))).json()
    t.equal(ours.notes.length, 4)
    t.equal(ours.noteCount, 4)
    t.equal((await roads.get(at(id))).statusCode, 403)
  })
  await t.test('who does not read personal data reads it masked', async t => {
    t.match((await sun.get(at(id))).json().notes[0].text, /138\*+8000/)
  })
  await t.test('who is named is told until they have read it', async t => {
    const told = (await wang.get('/api/me/mentions')).json()
    t.match([told.unread, told.rows], [1, [{ ticket: id, by: '李静', text: body.text, read: false }]])
    t.match((await sun.get('/api/me/mentions')).json().rows[0].text, /138\*+8000/)
    t.equal((await li.get('/api/me/mentions')).json().rows.length, 0, 'who names themselves knows it')
    t.same((await wang.post('/api/me/mentions/read', { ids: [told.rows[0].id] })).json(), { unread: 0 })
    t.match((await wang.get('/api/me/mentions')).json(), { unread: 0, rows: [{ read: true }] })
    t.equal((await water.get('/api/me/mentions')).json().unread, 1)
    t.same((await water.post('/api/me/mentions/read', {})).json(), { unread: 0 })
    t.equal((await sun.get('/api/me/mentions')).json().unread, 1, 'of others nothing was marked')
  })
  t.equal((await li.post(`${at(id)}/notes`, { text: ' \n ' }, key())).statusCode, 400, 'blanks are no note')
  await t.test('nobody is named who could not read it', async t => {
    for (const [who, shared] of [
      ['nobody', false],
      ['lu', true],
      ['fang', false],
      ['chen', false]
    ] as const) {
      const refused = await li.post(`${at(id)}/notes`, { text: 'x', mentions: [who], shared }, key())
      t.match([refused.statusCode, refused.json().at], [400, 'body/mentions/0'], who)
    }
    t.equal((await li.get(at(id))).json().notes.length, 4)
  })
})

t.test('queues count what their query lists', async t => {
  const house = await onSqlite(t)
  const { li, wang, zhao, water, time } = house
  const ids: string[] = []
  for (const n of [1, 2, 3, 4]) {
    const author = { id: `u${n}`, name: `网友${n}` }
    ids.push(
      await citizenWrites(house, {
        comment: `c${n}`,
        root: `c${n}`,
        author,
        text: `积水${n}`,
        publishedAt: time.now - 23 * HOUR
      })
    )
  }
  await li.post(`${at(ids[0]!)}/assign`, { to: 'li' }, key())
  await li.post(`${at(ids[1]!)}/assign`, { to: 'wang' }, key())
  const { lastTurn } = (await li.get(at(ids[2]!))).json()
  await li.post(`${at(ids[2]!)}/replies`, { text: '已安排抽排，请放心。' }, once('draft', lastTurn))
  const counted = async (who: Person) => {
    const { rows } = (await who.get('/api/queues')).json()
    for (const { name, query, count } of rows)
      t.equal((await who.get(`/api/tickets?${query}`)).json().total, count, `${name}: ${query}`)
    return Object.fromEntries(rows.map(({ name, count }: { name: string; count: number }) => [name, count]))
  }
  t.match(await counted(li), { mine: 1, unassigned: 2, 'due-next': 4, overdue: 0 })
  t.match(await counted(wang), { mine: 1, 'replies-to-review': 1 })
  t.equal((await counted(li))['replies-to-review'], 0, 'not one’s own')
  t.equal((await counted(zhao))['replies-to-review'], 1)
  t.match(await counted(water), { unassigned: 0 }, 'a department counts what it has')
  time.now += 2 * HOUR
  t.match(await counted(await enter(house, LI)), { 'due-next': 0, overdue: 4 })
})

t.test('people see who else is at a ticket', async t => {
  const house = await onSqlite(t)
  const { li, wang, roads, time } = house
  const id = await citizenWrites(house)
  const url = `${at(id)}/presence`
  t.same((await li.post(url, { doing: 'reading' })).json().rows, [])
  const since = time.now
  time.now += 15_000
  t.same((await wang.post(url, { doing: 'writing' })).json().rows, [
    { id: 'li', name: '李静', doing: 'reading', since }
  ])
  time.now += 15_000
  t.same((await li.post(url, { doing: 'reading' })).json().rows, [
    { id: 'wang', name: '王强', doing: 'writing', since: since + 15_000 }
  ])
  await t.test('not after 45 s of silence', async t => {
    time.now += 30_000
    t.same((await li.post(url, { doing: 'reading' })).json().rows, [])
  })
  await t.test('not after they have gone', async t => {
    await wang.post(url, { doing: 'reading' })
    t.equal((await wang.del(url)).statusCode, 204)
    t.same((await li.post(url, { doing: 'writing' })).json().rows, [])
  })
  t.equal((await roads.post(url, { doing: 'reading' })).statusCode, 403)
  t.equal((await li.post(url, { doing: 'sleeping' })).statusCode, 400)
})
