import { acknowledge, commentArrived } from '@huiyin/domain/commands.ts'
import { act } from '@huiyin/ports/act.ts'
import { classification, comment } from '@huiyin/ports/contracts/fixtures.ts'
import { system } from '@huiyin/schemas/actor.ts'
import t from 'tap'
import { at, citizenWrites, HOUR, MINUTE, NOON, once, openHouse, signIn } from './house.ts'

t.test('a reply', async t => {
  t.test('is answered with the ticket as it then stands', async t => {
    const house = await openHouse(t)
    const { get, post } = await signIn(house)
    const id = await citizenWrites(house)
    const before = await get(at(id))
    const seen = before.json().lastTurn
    t.equal(before.headers.etag, `"${seen}"`)

    const answer = await post(`${at(id)}/replies`, { text: '您好，今晚抢修。' }, once('k-1', seen))
    t.equal(answer.statusCode, 200)
    const view = answer.json()
    t.match(view.replies, [{ state: 'approved', text: '您好，今晚抢修。', author: { id: 'admin' } }])
    t.equal(view.history.at(-1).type, 'reply.approved')
    t.same((await get(at(id))).json(), view)
  })

  t.test('to what the citizen has added to meanwhile is refused, naming who was faster', async t => {
    const house = await openHouse(t)
    const { get, post } = await signIn(house)
    const id = await citizenWrites(house)
    const seen = (await get(at(id))).json().lastTurn
    await citizenWrites(house, { comment: 'c2', text: '还有，井盖也坏了', publishedAt: house.time.now })

    const answer = await post(`${at(id)}/replies`, { text: '收到' }, once('k-1', seen))
    t.equal(answer.statusCode, 409)
    t.match(answer.json(), { code: 'SOMEBODY_WAS_FASTER', detail: /^网友 was faster/, status: 409 })
    t.match(answer.headers['content-type'], /^application\/problem\+json/)
  })

  t.test('asked again with the same key is the same answer and one reply', async t => {
    const house = await openHouse(t)
    const { get, post } = await signIn(house)
    const id = await citizenWrites(house)
    const seen = (await get(at(id))).json().lastTurn
    const ask = () => post(`${at(id)}/replies`, { text: '今晚抢修' }, once('k-1', seen))
    const first = await ask()
    const second = await ask()
    t.equal(second.statusCode, 200)
    t.same(second.json(), first.json())
    t.equal(second.json().replies.length, 1)
  })

  t.test('with another text under the same key is refused', async t => {
    const house = await openHouse(t)
    const { get, post } = await signIn(house)
    const id = await citizenWrites(house)
    const seen = (await get(at(id))).json().lastTurn
    await post(`${at(id)}/replies`, { text: '今晚抢修' }, once('k-1', seen))
    const answer = await post(`${at(id)}/replies`, { text: '明晚抢修' }, once('k-1', seen))
    t.equal(answer.statusCode, 422)
    t.equal(answer.json().code, 'KEY_REUSED')
  })

  t.test('while another is under way is refused', async t => {
    const house = await openHouse(t)
    const { get, post } = await signIn(house)
    const id = await citizenWrites(house)
    const seen = (await get(at(id))).json().lastTurn
    const { lastTurn } = (await post(`${at(id)}/replies`, { text: '今晚抢修' }, once('k-1', seen))).json()
    const answer = await post(`${at(id)}/replies`, { text: '明晚抢修' }, once('k-2', lastTurn))
    t.equal(answer.statusCode, 409)
    t.equal(answer.json().code, 'REPLY_UNDER_WAY')
  })

  t.test('has to say which turn its author saw last', async t => {
    const house = await openHouse(t)
    const { post } = await signIn(house)
    const id = await citizenWrites(house)
    const answer = await post(`${at(id)}/replies`, { text: '收到' }, once('k-1'))
    t.equal(answer.statusCode, 428)
    t.equal(answer.json().code, 'SEEN_MISSING')
    const odd = await post(`${at(id)}/replies`, { text: '收到' }, { 'idempotency-key': 'k', 'if-match': '*' })
    t.match(odd.json(), { status: 400, at: 'header/if-match' })
  })

  t.test('has to bear an Idempotency-Key', async t => {
    const house = await openHouse(t)
    const { post } = await signIn(house)
    const id = await citizenWrites(house)
    const answer = await post(`${at(id)}/replies`, { text: '收到' }, { 'if-match': '"1"' })
    t.match(answer.json(), { status: 400, code: 'INVALID_REQUEST', at: 'header/idempotency-key' })
  })

  t.test('to a ticket that is not there is refused', async t => {
    const house = await openHouse(t)
    const { post } = await signIn(house)
    const answer = await post(`${at('weibo/1001/none')}/replies`, { text: '收到' }, once('k-1', 1))
    t.match(answer.json(), { status: 404, code: 'TICKET_NOT_FOUND' })
  })
})

t.test('acknowledging', async t => {
  t.test('shows in the list at once, and until it has run out', async t => {
    const house = await openHouse(t)
    const { get, post } = await signIn(house)
    const id = await citizenWrites(house)
    t.equal((await post(`${at(id)}/acknowledge`, undefined, once('k-1'))).statusCode, 200)
    t.equal((await get('/api/tickets')).json().rows[0].acknowledgedBy, '管理员')
    house.time.now += 2 * HOUR
    t.equal((await get('/api/tickets')).json().rows[0].acknowledgedBy, undefined)
  })

  t.test('takes no body', async t => {
    const house = await openHouse(t)
    const { post } = await signIn(house)
    const id = await citizenWrites(house)
    const answer = await post(`${at(id)}/acknowledge`, { note: 'mine' }, once('k-1'))
    t.match(answer.json(), { status: 400, code: 'INVALID_REQUEST', at: 'body' })
  })
})

t.test('a correction', async t => {
  const unsure = classification({ label: 'other', confidence: 0.3 })

  t.test('shows in the list at once, with who said so, and starts the clock', async t => {
    const house = await openHouse(t)
    const { get, post } = await signIn(house)
    const id = await citizenWrites(house, { classification: unsure })
    t.match((await get('/api/tickets')).json().rows, [{ review: true, reviewWhy: 'unsure', label: 'other' }])

    const answer = await post(`${at(id)}/correct`, { label: 'inquiry', department: '水务局' }, once('k-1'))
    t.equal(answer.statusCode, 200)
    const view = answer.json()
    t.match(view.corrected, { by: '管理员', at: house.time.now, label: 'inquiry', department: '水务局' })
    t.match(
      view.history.find(({ type }: { type: string }) => type === 'ticket.corrected'),
      {
        data: { label: 'inquiry', wasLabel: 'other' }
      }
    )
    const [row] = (await get('/api/tickets')).json().rows
    t.match(row, { review: false, label: 'inquiry', department: '水务局', dueAt: NOON + 24 * HOUR - MINUTE })
    t.equal(row.reviewWhy, undefined)
  })

  t.test('asked again with the same key is made once', async t => {
    const house = await openHouse(t)
    const { post } = await signIn(house)
    const id = await citizenWrites(house)
    const ask = (body: object) => post(`${at(id)}/correct`, body, once('k-1'))
    const first = await ask({ sentiment: 'negative' })
    t.same((await ask({ sentiment: 'negative' })).json(), first.json())
    t.match((await ask({ sentiment: 'positive' })).json(), { status: 422, code: 'KEY_REUSED' })
  })

  t.test('that says nothing, or what there is not, is refused by its place', async t => {
    const house = await openHouse(t)
    const { post } = await signIn(house)
    const id = await citizenWrites(house)
    const refused = async (body: object, at_: string) =>
      t.match((await post(`${at(id)}/correct`, body, once('k'))).json(), { status: 400, at: at_ })
    await refused({}, 'body')
    await refused({ comment: 'weibo/1001/p1/c1/c1' }, 'body')
    await refused({ label: 'praise' }, 'body/label')
    await refused({ level: 'purple' }, 'body/level')
    await refused({ department: '局'.repeat(61) }, 'body/department')
    await refused({ text: 'x' }, 'body/text')
    const elsewhere = await post(`${at(id)}/correct`, { comment: 'weibo/1/2/3/4', label: 'other' }, once('k'))
    t.match(elsewhere.json(), { status: 404, code: 'COMMENT_NOT_ON_TICKET' })
  })
})

t.test('dismissing and opening again', async t => {
  t.test('closes without a reply, and starts the clock from the citizen’s own time again', async t => {
    const house = await openHouse(t)
    const { get, post } = await signIn(house)
    const id = await citizenWrites(house)
    const { lastTurn, dueAt } = (await get(at(id))).json()

    const dismissed = (await post(`${at(id)}/dismiss`, { reason: '重复' }, once('k-1', lastTurn))).json()
    t.match(dismissed, { status: 'dismissed', owed: 0, outcome: 'cancelled' })
    t.notHas(dismissed, { dueAt: Number })

    house.time.now += MINUTE
    const reply = await post(`${at(id)}/replies`, { text: '收到' }, once('k-2', dismissed.lastTurn))
    t.match(reply.json(), { status: 409, code: 'TICKET_CLOSED' })

    const reopened = (await post(`${at(id)}/reopen`, { reason: '误操作' }, once('k-3', dismissed.lastTurn))).json()
    t.match(reopened, { status: 'open', owed: 1, dueAt })
  })
})

t.test('a last word that needs no reply is set aside, and what was never answered is dismissed by it', async t => {
  const house = await openHouse(t)
  const { get, post } = await signIn(house)
  const id = await citizenWrites(house)
  const never = await get(at(id))
  t.notOk(never.json().may.includes('waive'))
  const office = { comment: 'o1', parent: 'c1', ours: true, author: { id: 'office' }, publishedAt: house.time.now }
  const { firstText, firstObservedAt, state, classification: _, ...ours } = comment({ ...office, text: '今晚抢修。' })
  await act(house.desk, id, commentArrived(system('desk'), ours))
  await citizenWrites(house, { comment: 'c9', parent: 'c1', text: '知道了', publishedAt: house.time.now + MINUTE })
  house.time.now += HOUR
  const asked = (await get(at(id))).json()
  t.ok(asked.may.includes('waive'))
  const aside = await post(`${at(id)}/waive`, { reason: '致谢' }, once('w-1', asked.lastTurn))
  t.match(aside.json(), { owed: 0, history: aside.json().history })
  t.ok(aside.json().history.some(({ type }: { type: string }) => type === 'ticket.waived'))
})

t.test('an act is answered while the log is away', async t => {
  const house = await openHouse(t)
  const { post } = await signIn(house)
  const id = await citizenWrites(house)
  await house.events.close()
  const answer = await post(`${at(id)}/acknowledge`, undefined, once('k-1'))
  t.equal(answer.statusCode, 200)
  t.equal(answer.json().history.at(-1).type, 'ticket.acknowledged')
})

t.test('two people who acknowledge at once are both answered', async t => {
  const house = await openHouse(t)
  const { post } = await signIn(house)
  const id = await citizenWrites(house)
  const other = { id: 'wang', name: '王', role: 'operator' }
  const [mine] = await Promise.all([
    post(`${at(id)}/acknowledge`, undefined, once('k-1')),
    act(house.desk, id, acknowledge({ actor: other, id: 'k-2' }))
  ])
  t.equal(mine.statusCode, 200)
})
