import t from 'tap'
import { attestReply, confirmAttested } from '../src/replies/commands.ts'
import { arrived, DESK, HOUR, judged, LI, MINUTE, NINE } from './fixtures.ts'
import { answered, at, confirmed, idOf, joined, opened, passedOn, splitting, spoken, told } from './links-fixtures.ts'

const TEN = NINE + HOUR
const elder = opened('1', NINE)
const younger = opened('2', TEN)

t.test("the elder's reply on a merged ticket", async t => {
  const { elder: both, younger: merged } = joined(elder, younger, TEN)
  const replied = answered(both, TEN + HOUR, '今晚八点前恢复供水。')

  t.test('R26: is a reply of its own, approved with the same text, to whom it was written for', async t => {
    const echoed = at(merged, TEN + HOUR, passedOn(replied))
    const [said] = replied.replies
    t.match(echoed.replies, [
      {
        state: 'approved',
        repeats: said!.id,
        text: said!.text,
        hash: said!.hash,
        to: { comment: idOf('2') },
        answers: [idOf('2')],
        author: said!.author,
        reviewedBy: said!.reviewedBy
      }
    ])
    t.not(echoed.replies[0]!.id, said!.id)
    t.equal(echoed.nextSendAt, TEN + HOUR)
  })

  t.test('told twice is said once', async t => {
    const echoed = at(merged, TEN + HOUR, passedOn(replied))
    t.same(at(echoed, TEN + HOUR, passedOn(replied)), echoed)
    const delivered = confirmed(echoed, echoed.replies[0]!, TEN + 2 * HOUR)
    t.same(at(delivered, TEN + 2 * HOUR, passedOn(replied)), delivered)
  })

  t.test('R27: does not answer what was said after it was written', async t => {
    const spoke = at(merged, TEN + HOUR, arrived(spoken('2', TEN + HOUR, '2b')))
    const echoed = at(spoke, TEN + HOUR, passedOn(replied))
    t.same(echoed.replies[0]!.answers, [idOf('2')])
    const delivered = confirmed(echoed, echoed.replies[0]!, TEN + 2 * HOUR)
    t.match(delivered.owed, [{ comment: idOf('2', '2b') }])
  })

  t.test('is not said where another answer is on its way', async t => {
    const outside = { ...spoken('2', TEN + 30 * MINUTE, '2r'), ours: true, parent: '2' }
    const answeredThere = at(merged, TEN + 31 * MINUTE, arrived(outside))
    t.same(at(answeredThere, TEN + HOUR, passedOn(replied)).replies, [])
  })

  t.test('is not said on a ticket that was split, nor after that', async t => {
    const alone = at(merged, TEN + HOUR, splitting(merged))
    t.same(at(alone, TEN + HOUR, passedOn(replied)).replies, [])
    const echoed = at(merged, TEN + HOUR, passedOn(replied))
    t.match(at(echoed, TEN + HOUR, splitting(echoed)).replies, [{ state: 'failed', failure: { code: 'SPLIT' } }])
  })

  t.test('leaves a lock behind that the elder was released from', async t => {
    const locked = { ...merged, lock: { since: TEN, why: 'red' } }
    const echoed = at(locked, TEN + HOUR, passedOn(replied))
    t.ok(echoed.lock?.released)
    t.match(confirmed(echoed, echoed.replies[0]!, TEN + 2 * HOUR), { owed: [] })
  })

  t.test('is not said where it was reported upward since, and the elder is locked by that', async t => {
    const grave = { ...merged, n: merged.n + 1, lock: { since: TEN + HOUR + MINUTE, why: 'red' } }
    t.same(at(grave, TEN + 2 * HOUR, passedOn(replied)), grave)
    const spoke = at(grave, TEN + 2 * HOUR, arrived(spoken('2', TEN + HOUR, '2b')))
    t.match(at(replied, TEN + 2 * HOUR, told(spoke)).lock, { why: 'red' })
  })

  t.test('that no platform takes is posted there by hand, and counts when a second person has seen it', async t => {
    const echoed = at(merged, TEN + HOUR, passedOn(replied))
    const { id: reply } = echoed.replies[0]!
    const refused = { type: 'reply.failed', actor: DESK, reply, code: 'NO_REPLY', message: '' } as const
    const postedAt = TEN + 90 * MINUTE
    const failed = at(echoed, TEN + HOUR, refused)
    const by = { actor: LI, id: 'a', seen: failed.lastTurn, reply, postedAt, evidence: '截图' }
    const attested = at(failed, TEN + 2 * HOUR, attestReply(by))
    const wang = { id: 'wang', name: '王强', role: 'operator' }
    const done = at(attested, TEN + 2 * HOUR, confirmAttested({ actor: wang, id: 'c', reply }))
    t.match(done, { status: 'merged', owed: [] })
    t.match(at(replied, TEN + 3 * HOUR, told(done)), { status: 'answered', cycles: [{ closedAt: postedAt }] })
  })

  t.test('tells the result once to one who was answered before', async t => {
    const handling = answered(opened('4', TEN, judged({ label: 'complaint' })), TEN + HOUR)
    const { elder: both, younger: merged } = joined(elder, handling, TEN + 2 * HOUR)
    const replied = answered(both, TEN + 4 * HOUR)
    const echoed = at(merged, TEN + 4 * HOUR, passedOn(replied))
    t.match(echoed.replies.at(-1), { state: 'approved', kind: 'final', answers: [], to: { comment: idOf('4') } })
    const delivered = confirmed(echoed, echoed.replies.at(-1)!, TEN + 5 * HOUR)
    const again = { ...replied, replies: replied.replies.map(reply => ({ ...reply, id: 'another' })) }
    t.equal(at(delivered, TEN + 6 * HOUR, passedOn(again)).replies.length, delivered.replies.length)
  })
})
