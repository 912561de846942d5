import { classification } from '@huiyin/ports/contracts/fixtures.ts'
import t from 'tap'
import { at, citizenWrites, HOUR, type House, MINUTE, openHouse, signIn } from './house.ts'

/** Three citizens under two accounts: a calm inquiry, an urgent complaint and a suggestion of long ago. */
async function threeTickets(house: House) {
  const { now } = house.time
  const inquiry = await citizenWrites(house, { comment: 'c1', root: 'c1', text: '请问几点开门' })
  const complaint = await citizenWrites(house, {
    comment: 'c2',
    root: 'c2',
    author: { id: 'u2', name: '城北' },
    text: '煤气泄漏没人管',
    classification: classification({
      label: 'complaint',
      urgent: true,
      risk: { score: 80, level: 'red', reasons: [{ code: 'danger-to-life', kind: 'danger-now', points: 80 }] }
    })
  })
  const suggestion = await citizenWrites(house, {
    account: '2002',
    comment: 'c3',
    root: 'c3',
    author: { id: 'u3' },
    text: '建议多种树',
    publishedAt: now - 30 * HOUR,
    classification: classification({ label: 'suggestion' })
  })
  return { inquiry, complaint, suggestion }
}

const idsOf = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id)

t.test('the list of tickets', async t => {
  const house = await openHouse(t)
  const { get } = await signIn(house)
  const { inquiry, complaint, suggestion } = await threeTickets(house)
  const listed = async (query: string) => idsOf((await get(`/api/tickets?${query}`)).json())

  t.test('shows what is due first, and the account’s name where it is known', async t => {
    const list = (await get('/api/tickets')).json()
    t.same(idsOf(list), [suggestion, complaint, inquiry])
    t.equal(list.total, 3)
    t.equal(list.now, house.time.now)
    t.match(list.rows[2], { accountName: '云溪发布', excerpt: '请问几点开门', citizen: '城南居民', owed: 1 })
    t.equal(list.rows[0].accountName, '2002')
  })

  t.test('narrows by every filter', async t => {
    t.same(await listed('label=complaint'), [complaint])
    t.same(await listed('label=complaint&label=suggestion'), [suggestion, complaint])
    t.same(await listed('level=red'), [complaint])
    t.same(await listed('urgent=true'), [complaint])
    t.same(await listed('urgent=false'), [suggestion, inquiry])
    t.same(await listed('account=2002'), [suggestion])
    t.same(await listed('platform=wechat'), [])
    t.same(await listed('department=%E6%B0%B4%E5%8A%A1'), [])
    t.same(await listed('review=true'), [])
    t.same(await listed('status=answered'), [])
    t.same(await listed('overdue=true'), [suggestion])
    t.same(await listed(`q=${encodeURIComponent('煤气')}`), [complaint])
  })

  t.test('sorts by risk and by age', async t => {
    t.equal((await listed('sort=risk'))[0], complaint)
    t.equal((await listed('sort=newest'))[2], suggestion)
  })

  t.test('goes on where the page before ended', async t => {
    const first = (await get('/api/tickets?atMost=2')).json()
    const second = (await get(`/api/tickets?atMost=2&after=${encodeURIComponent(first.after)}`)).json()
    t.same([...idsOf(first), ...idsOf(second)], [suggestion, complaint, inquiry])
    t.equal(second.after, undefined)
    const odd = await get(`/api/tickets?sort=risk&after=${encodeURIComponent(first.after)}`)
    t.match(odd.json(), { status: 400, code: 'INVALID_REQUEST' })
  })

  t.test('refuses what it does not know, naming the place and what was expected', async t => {
    const refused = async (query: string) => (await get(`/api/tickets?${query}`)).json()
    t.match(await refused('colour=red'), {
      type: 'urn:huiyin:problem:invalid-request',
      title: 'Bad Request',
      status: 400,
      code: 'INVALID_REQUEST',
      at: 'query/colour',
      detail: /known: q, status, label/
    })
    t.match(await refused('sort=colour'), { at: 'query/sort', detail: /one of due, newest, risk; it was "colour"/ })
    t.match(await refused('status=open&status=odd'), {
      at: 'query/status/1',
      detail: /open, handling, answered, dismissed, merged/
    })
    for (const atMost of ['0', '201', '3.7', 'x', ''])
      t.match(await refused(`atMost=${atMost}`), { status: 400, at: 'query/atMost' }, atMost)
    t.match(await refused('urgent=1'), { at: 'query/urgent', detail: /boolean/ })
    t.match(await refused('overdue=false'), { at: 'query/overdue' })
  })
})

t.test('the counts', async t => {
  const house = await openHouse(t)
  const { get, post } = await signIn(house)
  const { inquiry } = await threeTickets(house)
  const { lastTurn } = (await get(at(inquiry))).json()
  await post(`${at(inquiry)}/dismiss`, { reason: '重复' }, { 'idempotency-key': 'k', 'if-match': `"${lastTurn}"` })

  t.test('are of all tickets by status, else of those that wait', async t => {
    t.same((await get('/api/counts')).json(), {
      status: { open: 2, dismissed: 1 },
      label: { complaint: 1, suggestion: 1 },
      level: { red: 1, blue: 1 },
      overdue: 1,
      urgent: 1
    })
  })
})

t.test('a ticket', async t => {
  t.test('shows its thread, its clocks and how long a reply may be', async t => {
    const house = await openHouse(t)
    const { get } = await signIn(house)
    const id = await citizenWrites(house, { text: '<b>路灯</b>坏了', likes: 3, place: '浙江' })
    const view = (await get(at(id))).json()
    t.match(view, {
      id,
      replyLimit: 140,
      thread: [{ text: '<b>路灯</b>坏了', author: '城南居民', likes: 3, place: '浙江', label: 'inquiry', ours: false }],
      clocks: [{ kind: 'first', dueAt: view.dueAt }],
      turns: [{ by: 'citizen' }]
    })
    t.same(
      ['met', 'commands', 'unpublished', 'words'].filter(inside => inside in view),
      []
    )
  })

  t.test('is found by an id with slashes, percent signs and Chinese letters', async t => {
    const house = await openHouse(t)
    const { get } = await signIn(house)
    const odd = { account: '云溪/发布 %2F', comment: '评论#1?', root: '评论#1?', author: { id: 'a@b.c' } }
    const id = await citizenWrites(house, odd)
    t.equal((await get(at(id))).json().id, id)
  })

  t.test('that is not there is a problem', async t => {
    const house = await openHouse(t)
    const { get } = await signIn(house)
    const answer = await get(at('weibo/none'))
    t.equal(answer.statusCode, 404)
    t.match(answer.headers['content-type'], /^application\/problem\+json/)
    t.match(answer.json(), { code: 'TICKET_NOT_FOUND', detail: /weibo\/none/ })
  })

  t.test('keeps an erased comment’s words to itself', async t => {
    const house = await openHouse(t)
    const { get } = await signIn(house)
    await citizenWrites(house, { comment: 'c9', text: '我的电话是123', state: 'erased' })
    const id = await citizenWrites(house)
    const { thread } = (await get(at(id))).json()
    const erased = thread.find(({ state }: { state: string }) => state === 'erased')
    t.equal(erased.text, '')
    t.notOk('author' in erased)
  })
})

t.test('the search over comments', async t => {
  const house = await openHouse(t)
  const { get } = await signIn(house)
  const { complaint } = await threeTickets(house)
  const praise = { comment: 'c4', root: 'c4', author: { id: 'u4' }, text: '点赞' }
  await citizenWrites(house, { ...praise, classification: classification({ label: 'complaint' }), ours: false })
  const listed = async (query: string) => (await get(`/api/comments?${query}`)).json()

  t.test('finds words, and leads to the ticket', async t => {
    const { rows, total } = await listed(`q=${encodeURIComponent('煤气')}`)
    t.equal(total, 1)
    t.match(rows, [{ text: '煤气泄漏没人管', ticket: complaint, accountName: '云溪发布', risk: { level: 'red' } }])
  })

  t.test('narrows by label, level, account and time', async t => {
    t.equal((await listed('label=suggestion')).total, 1)
    t.equal((await listed('level=red&label=complaint')).total, 1)
    t.equal((await listed('account=2002')).total, 1)
    t.equal((await listed(`from=${house.time.now - HOUR}`)).total, 3)
    t.equal((await listed(`to=${house.time.now - HOUR}`)).total, 1)
  })

  t.test('pages, the newest first', async t => {
    const first = await listed('atMost=3')
    const second = await listed(`atMost=3&after=${encodeURIComponent(first.after)}`)
    t.equal(first.rows.length + second.rows.length, 4)
    t.equal(second.rows.at(-1).text, '建议多种树')
  })

  t.test('refuses an instant that is none', async t => {
    t.match(await listed('from=yesterday'), { status: 400, at: 'query/from', detail: /it was "yesterday"/ })
  })
})

t.test('parked messages', async t => {
  const { park } = await import('@huiyin/ports/parking.ts')

  t.test('are listed, and put on their topic again as they came', async t => {
    const house = await openHouse(t)
    const { get, post } = await signIn(house)
    const parked = { topic: 'comments', raw: '{"broken":', reason: 'not JSON', at: house.time.now }
    const id = await park(house.store.records, parked)
    await house.store.records.refresh()
    t.same((await get('/api/parked')).json(), { rows: [{ id, ...parked, cut: false }] })

    house.time.now += MINUTE
    const answer = await post(`/api/parked/${id}/replay`)
    t.equal(answer.statusCode, 200)
    t.equal(answer.json().replayedAt, house.time.now)
    t.same(house.replayed, [['comments', '{"broken":']])
  })

  t.test('are paged', async t => {
    const house = await openHouse(t)
    const { get } = await signIn(house)
    for (const raw of ['a', 'b', 'c']) await park(house.store.records, { topic: 'comments', raw, reason: 'r', at: 1 })
    await house.store.records.refresh()
    const first = (await get('/api/parked?atMost=2')).json()
    const second = (await get(`/api/parked?atMost=2&after=${first.after}`)).json()
    t.equal(first.rows.length, 2)
    t.equal(second.rows.length, 1)
    t.notOk('after' in second)
  })

  t.test('that were too long to be kept whole are not replayed', async t => {
    const house = await openHouse(t)
    const { post } = await signIn(house)
    const raw = 'x'.repeat(300_000)
    const id = await park(house.store.records, { topic: 'comments', raw, reason: 'too long', at: 1 })
    t.match((await post(`/api/parked/${id}/replay`)).json(), { status: 409, code: 'PARKED_IS_CUT' })
    t.same(house.replayed, [])
  })

  t.test('that are not there are a problem', async t => {
    const { post } = await signIn(await openHouse(t))
    t.match((await post('/api/parked/none/replay')).json(), { status: 404, code: 'PARKED_NOT_FOUND' })
  })
})
