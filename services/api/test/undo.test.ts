import { DEFAULT_RULES } from '@huiyin/domain/rules.ts'
import { type Capabilities, NO_CAPABILITIES } from '@huiyin/schemas/capabilities.ts'
import t from 'tap'
import { ticketView } from '../src/ticket-view.ts'
import { at, citizenWrites, once } from './house.ts'
import { does, isPosted, key, LI, lastOf, openOffice, type Person, viewed, writes } from './talking.ts'

const MINUTE = 60_000
const SECOND = 1_000

const takesBack = (person: Person, id: string, of: string) => person.post(`${at(id)}/undo`, { of }, once(key()))

t.test('what a person just did', async t => {
  t.test('is offered to be taken back, to them alone and for a minute, and is', async t => {
    const { house, li, wang, id } = await openOffice(t)
    const before = await viewed(li, id)
    const named = key()
    const done = (await does(li, id, '/acknowledge', undefined, named)).json()
    t.same(done.undo, { of: named, type: 'acknowledge', until: house.time.now + MINUTE })
    t.notOk('undo' in (await viewed(wang, id)))
    t.match((await takesBack(wang, id, named)).json(), { status: 403, code: 'NOT_ALLOWED' })

    const undone = await takesBack(li, id, named)
    t.equal(undone.statusCode, 200)
    t.notOk('undo' in undone.json())
    t.equal(undone.json().acknowledgedBy, before.acknowledgedBy)
    t.match(undone.json().history.at(-1), { type: 'act.undone', data: { of: named, type: 'acknowledge' } })
    t.equal((await takesBack(li, id, named)).statusCode, 200, 'twice is once')
  })

  t.test('is refused after the minute, and when somebody was faster, with the name', async t => {
    const { house, li, wang, id } = await openOffice(t)
    const named = key()
    await does(li, id, '/correct', { label: 'inquiry' }, named)
    await does(wang, id, '/correct', { label: 'suggestion' })
    t.match((await takesBack(li, id, named)).json(), { status: 409, code: 'UNDO_OVERTAKEN', detail: /王敏 was faster/ })
    t.notOk('undo' in (await viewed(li, id)))
    const other = key()
    await does(li, id, '/acknowledge', undefined, other)
    house.time.now += MINUTE
    t.match((await takesBack(li, id, other)).json(), { status: 409, code: 'UNDO_TOO_LATE' })
  })

  t.test('is refused when the citizen wrote since', async t => {
    const { house, li, id } = await openOffice(t)
    const named = key()
    await does(li, id, '/correct', { label: 'inquiry' }, named)
    await citizenWrites(house, { comment: 'c2', text: '还有，井盖也坏了', publishedAt: house.time.now })
    t.match((await takesBack(li, id, named)).json(), { code: 'UNDO_OVERTAKEN' })
  })
})

t.test('what leaves the house', async t => {
  t.test('says until when it can be withdrawn, and is', async t => {
    const { house, li, wang, id } = await openOffice(t)
    t.equal((await viewed(li, id)).writing.waits, 10 * SECOND)
    const { id: reply, hash } = await writes(li, id)
    const approved = (await does(wang, id, `/replies/${reply}/review`, { hash })).json()
    const leavesAt = house.time.now + 10 * SECOND
    t.match(approved, { leavesAt, replies: [{ state: 'approved', leavesAt }] })
    t.ok(lastOf(approved).may.includes('reply.withdraw'))
    const back = (await does(wang, id, `/replies/${reply}/withdraw`)).json()
    t.equal(lastOf(back).state, 'superseded')
    t.notOk('leavesAt' in back)
  })

  t.test('is put right once it has left, by what the platform can', async t => {
    const { house, li, wang, id } = await openOffice(t)
    const { id: reply, hash } = await writes(li, id, { kind: 'interim' })
    await does(wang, id, `/replies/${reply}/review`, { hash })
    t.notOk('correction' in lastOf(await viewed(li, id)))
    await isPosted(house, id)
    const ticket = (await house.store.tickets.get(id))!.document
    const seenWith = (can: Partial<Capabilities>) => {
      const account = { name: '云溪发布', can: { ...NO_CAPABILITIES, reply: true, ...can } }
      const around = { account, thread: [], history: [], notes: [], actor: LI, rules: DEFAULT_RULES }
      return lastOf(ticketView(ticket, { ...around, now: house.time.now })).correction
    }
    t.same(seenWith({ replyAgain: true }), { how: 'further', by: 'reply.draft' })
    t.same(seenWith({ replace: true }), { how: 'replace', by: 'reply.draft' })
    t.same(seenWith({}), { how: 'by-hand' }, 'the platform lets one reply stand, and takes no other in its place')
  })

  t.test('is a dispatch that is withdrawn or given to another', async t => {
    const { house, li, id } = await openOffice(t)
    const sent = (await does(li, id, '/dispatches', { department: '水务局', request: '请抽排积水' })).json()
    t.match(sent.dispatches, [{ leavesAt: house.time.now + 10 * SECOND }])
    house.time.now += MINUTE
    const later = await viewed(li, id)
    t.notOk('leavesAt' in later)
    t.ok(later.dispatches[0]!.may.includes('dispatch.withdraw'))
    t.ok(later.may.includes('transfer'))
  })
})
