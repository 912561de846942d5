import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { formatPlace, parsePlace } from '../src/data/address.ts'
import { asked, belongs } from '../src/data/filter.ts'
import { ApiProblem } from '../src/data/http.ts'
import { arrivals, hear } from '../src/data/rows.ts'
import { speak } from '../src/language.ts'
import { standingOf } from '../src/ticket/case/link-standing.ts'
import { conflictWords, standingWords } from '../src/ticket/conflict-words.ts'
import { eventDetail } from '../src/ticket/event-detail.ts'
import { leavingOf } from '../src/ticket/undo/leaving.ts'
import { calling, canTake, found, namedIn, parts, readsNote, withName } from '../src/ticket/work/colleagues.ts'
import { offered, tagOf } from '../src/ticket/work/tag-words.ts'
import { WORDS } from '../src/words.ts'
import { COLLEAGUE, HEAD, OPERATOR, tickets, WATER } from './texts.ts'

const SECOND = 1_000
const NOW = Date.UTC(2026, 10, 21, 6, 30) // 14:30 in Beijing
const UNDOABLE = join(import.meta.dirname, '../../../shared/domain/src/undo/table.ts')

const [ticket] = tickets(NOW) as [ReturnType<typeof tickets>[number]]
const assigned = { ...ticket, assignedTo: { id: 'li-wen', name: '李雯' } }

t.test('the pile of one’s own and of nobody', async t => {
  t.test('holds whatever goes on, and is kept in the address', async t => {
    t.match(asked({ tab: 'mine', sort: 'due' }), { status: ['open', 'handling'], assignee: ['me'] })
    t.match(asked({ tab: 'unassigned', sort: 'due' }), { status: ['open', 'handling'], unassigned: true })
    t.equal(formatPlace(parsePlace('?tab=mine')), '?tab=mine')
  })

  t.test('takes in by itself what was given to who looks', async t => {
    const mine = asked({ tab: 'mine', sort: 'due' })
    const nobodys = asked({ tab: 'unassigned', sort: 'due' })
    t.ok(belongs(mine, assigned, NOW, 'li-wen'))
    t.notOk(belongs(mine, assigned, NOW, 'zhou-ming'))
    t.notOk(belongs(mine, ticket, NOW, 'li-wen'))
    t.ok(belongs(nobodys, ticket, NOW, 'li-wen'))
    t.notOk(belongs(nobodys, assigned, NOW, 'li-wen'))
    t.notOk(belongs(mine, { ...assigned, status: 'answered' }, NOW, 'li-wen'))
  })
})

t.test('a pile tells of what changed hands since it was asked for; a list of statuses does not', async t => {
  const heard = hear(new Map(), [{ row: assigned, type: 'ticket.assigned', order: 1 }])
  const belongs = () => true
  t.equal(arrivals([], heard, { since: 0, belongs, byHands: true }), 1)
  t.equal(arrivals([], heard, { since: 0, belongs }), 0)
  t.equal(arrivals([assigned], heard, { since: 0, belongs, byHands: true }), 0)
})

t.test('a name in a note', async t => {
  const longer = { id: 'zhou-minghua', name: '周明华', role: 'operator' }
  const people = [HEAD, COLLEAGUE, longer, WATER]

  t.test('is being written from the @ to the caret, until a blank or a comma', async t => {
    t.same(calling('请@周', 3), { from: 1, q: '周' })
    t.same(calling('请@', 2), { from: 1, q: '' })
    t.equal(calling('请@周明 看', 6), undefined)
    t.equal(calling('请@周，', 4), undefined)
    t.equal(calling('请@周', 1), undefined, 'the caret stands before it')
    t.equal(calling('没有', 2), undefined)
  })

  t.test('takes the place of what was written of it', async t => {
    t.same(withName('请@周看看', { from: 1, q: '周' }, '周明'), { text: '请@周明 看看', caret: 5 })
    t.same(withName('@z 好', { from: 0, q: 'z' }, '周明'), { text: '@周明 好', caret: 4 })
  })

  t.test('is the longest that stands there, and tells all who bear it', async t => {
    t.same(namedIn('@周明华 与@吴工，另@谁', people), ['zhou-minghua', 'wu'])
    t.same(namedIn('@周明 @周明', people), ['zhou-ming'])
    t.same(namedIn('@周明', [...people, { ...COLLEAGUE, id: 'zhou-2' }]), ['zhou-ming', 'zhou-2'])
    t.same(
      parts('问@周明华了吗', people).map(({ text }) => text),
      ['问', '@周明华', '了吗']
    )
    t.equal(
      parts('a@b @吴工 c', people)
        .map(({ text }) => text)
        .join(''),
      'a@b @吴工 c'
    )
  })

  t.test('is found by its letters or the id, those that begin so first', async t => {
    t.same(
      found([longer, { ...HEAD, name: '小周' }, COLLEAGUE], '周').map(({ name }) => name),
      ['周明华', '周明', '小周']
    )
    t.same(
      found(people, 'WU').map(({ name }) => name),
      ['吴工']
    )
    t.equal(found(people, '').length, people.length)
  })

  t.test('is offered of those who read the note', async t => {
    const inside = { department: undefined, shared: false }
    t.ok(readsNote(COLLEAGUE, inside))
    t.notOk(readsNote(WATER, inside))
    t.ok(readsNote(WATER, { ...inside, shared: true }))
    t.ok(readsNote(WATER, { department: '水务局', shared: false }))
  })
})

t.test('a ticket is given to people of the office who answer, not to departments or auditors', async t => {
  t.same([OPERATOR, HEAD, WATER].map(canTake), [true, true, false])
  t.notOk(canTake({ id: 'a', name: 'A', role: 'auditor' }))
  t.ok(canTake({ id: 'a', name: 'A', role: 'auditor', roles: ['auditor', 'editor'] }))
})

t.test('a tag is kept without blanks around it, and offered where it is not there yet', async t => {
  t.equal(tagOf('  夜间  照明 '), '夜间 照明')
  t.equal(tagOf('   '), undefined)
  t.equal(tagOf('长'.repeat(40))?.length, 30)
  t.same(offered(['占道', '夜间', '夜市'], ['夜市'], '夜'), ['夜间'])
})

t.test('what was let go', async t => {
  const reply = { id: 'r1', state: 'approved', leavesAt: NOW + 10 * SECOND }
  const dispatch = { id: 'd1', leavesAt: NOW + 4 * SECOND }
  const view = (replies: object[], dispatches: object[]) =>
    ({ replies, dispatches }) as unknown as Parameters<typeof leavingOf>[0]

  t.test('can be called back until it leaves, the first of several before the others', async t => {
    t.match(leavingOf(view([reply], [dispatch]), NOW), { what: 'dispatch', at: NOW + 4 * SECOND })
    t.match(leavingOf(view([reply], [dispatch]), NOW + 4 * SECOND), { what: 'reply' })
    t.equal(leavingOf(view([reply], [dispatch]), NOW + 10 * SECOND), undefined)
  })

  t.test('waits no more when it was withdrawn, or has left', async t => {
    t.equal(leavingOf(view([{ ...reply, state: 'superseded' }], [{ ...dispatch, endedAt: NOW }]), NOW), undefined)
    t.equal(leavingOf(view([{ ...reply, state: 'sending' }], [{ id: 'd1' }]), NOW), undefined)
  })

  t.test('has words for every act that can be taken back', async t => {
    const table = readFileSync(UNDOABLE, 'utf8')
    const acts = [...table.matchAll(/^ {2}'?([a-z.]+)'?: (?:alone|whole)\(/gm)].map(([, name]) => name!)
    t.ok(acts.length > 20, `${acts.length} acts were read`)
    t.same(
      acts.filter(name => !Object.hasOwn(WORDS, `did.${name}`)),
      []
    )
  })
})

t.test('a conflict', async t => {
  speak('zh')
  const winner = { name: '周明', type: 'ticket.dismissed', at: NOW - 60 * SECOND } as const
  const of = (who: string | undefined, more = {}) => ({
    kind: 'faster' as const,
    who,
    latest: ticket,
    error: new ApiProblem('SOMEBODY_WAS_FASTER', 409, '', more)
  })

  t.test('tells who was first, what they did and when', async t => {
    t.equal(conflictWords(of('周明', { winner }), NOW), '周明 比您先处理了这条工单：标为无需回复（14:29）')
    t.equal(conflictWords(of('周明'), NOW), '周明 比您先处理了这条工单')
    t.equal(conflictWords(of(undefined), NOW), '网友又留了言')
  })

  t.test('tells how the ticket stands now', async t => {
    t.equal(standingWords(ticket), '待处理')
    t.equal(
      standingWords({ ...assigned, acknowledgedBy: '周明', dispatchedTo: { department: '水务局', signed: false } }),
      '待处理 · 待水务局签收 · 李雯 承办 · 周明 处理中'
    )
  })
})

t.test('the timeline tells which tags came and went, and what was taken back', async t => {
  speak('zh')
  t.equal(
    eventDetail({ type: 'ticket.tagged', data: { added: '夜间\n照明', removed: '占道' } }, NOW),
    '+夜间 +照明 −占道'
  )
  t.equal(eventDetail({ type: 'act.undone', data: { type: 'dismiss' } }, NOW), '标为无需回复')
})

t.test('a link for a department is good until it is revoked or its time is over', async t => {
  const link = { id: 'l', to: '值班室', by: OPERATOR, at: NOW, expiresAt: NOW + SECOND }
  t.equal(standingOf(link, NOW), 'stands')
  t.equal(standingOf({ ...link, openedAt: NOW }, NOW), 'used')
  t.equal(standingOf({ ...link, openedAt: NOW }, NOW + SECOND), 'expired')
  t.equal(standingOf({ ...link, endedAt: NOW }, NOW + SECOND), 'ended')
})
