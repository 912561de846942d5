import t from 'tap'
import { runningClock } from '../src/clocks/running.ts'
import { attestReply, confirmAttested, withdrawReply } from '../src/replies/commands.ts'
import { arrived, decideOn, HOUR, LI, MINUTE, NINE, said } from './fixtures.ts'
import {
  ALONE,
  ASKED,
  approved,
  by,
  claimed,
  decided,
  decidedBy,
  draftOn,
  last,
  news,
  opened,
  TEXT,
  WANG
} from './replies-fixtures.ts'

const ONE = NINE + HOUR
const TWO = NINE + 2 * HOUR
const ticket = opened()
const attest = (of: Partial<Parameters<typeof attestReply>[0]> = {}, seen = ticket.lastTurn) =>
  attestReply({ ...by(LI), seen, text: TEXT, postedAt: ONE, evidence: '截图 20261123-01', ...of })
const attesting = decided(ticket, TWO, attest())
const confirmBy = (actor: typeof LI) => confirmAttested({ ...by(actor), reply: last(attesting).id })

t.test('a reply posted by hand', async t => {
  t.test('stops no clock before a second person has confirmed it', async t => {
    t.match(last(attesting), { state: 'attesting', attested: { by: LI, at: TWO, postedAt: ONE }, answers: [ASKED.id] })
    t.ok(runningClock(attesting))
    t.throws(() => decideOn(attesting, confirmBy(LI), TWO), { code: 'SECOND_PERSON_NEEDED' })
  })

  t.test('stops it when it was posted, and says that people attested it', async t => {
    const done = decided(attesting, NINE + 26 * HOUR, confirmBy(WANG))
    t.match(done.clocks[0], { stoppedAt: ONE, outcome: 'met', attested: true })
    t.match(last(done), { state: 'confirmed', acceptedAt: ONE, attested: { confirmedBy: WANG } })
    t.match(done, { status: 'answered', cycles: [{ closedAt: ONE }] })
  })

  t.test('may be confirmed by the same person in an office of one', async t => {
    t.equal(last(decidedBy(ALONE, attesting, TWO, confirmBy(LI))).state, 'confirmed')
  })

  t.test('was posted after the citizen wrote, and not later than now', async t => {
    for (const postedAt of [NINE - 1, TWO + 1])
      t.throws(() => decided(ticket, TWO, attest({ postedAt })), { code: 'REPLY_INVALID' })
    t.equal(last(decided(ticket, TWO, attest({ postedAt: NINE }))).state, 'attesting')
    t.equal(last(decided(ticket, TWO, attest({ postedAt: TWO }))).state, 'attesting')
  })

  t.test('answers what was said before it was posted', async t => {
    const more = decided(ticket, TWO, arrived(said('要带身份证吗？', ONE + MINUTE, { comment: '101' })))
    t.same(last(decided(more, TWO, attest({}, more.lastTurn))).answers, [ASKED.id])
  })

  t.test('may be the one that the platform would not take', async t => {
    const gone = claimed(approved(ticket))
    const failed = decided(gone, ONE, news(gone, 'reply.failed', { code: 'NO_REPLY', message: 'post it by hand' }))
    const { id: reply } = last(failed)
    const posted = decided(failed, TWO, attest({ reply }, failed.lastTurn))
    t.match(posted.replies, [{ id: reply, state: 'attesting', text: TEXT }])
    t.equal(last(posted).failure, undefined)
    t.equal(last(decided(posted, TWO, confirmAttested({ ...by(WANG), reply }))).state, 'confirmed')
  })

  t.test('that was approved is not sent besides', async t => {
    const ready = approved(ticket)
    const posted = decided(ready, TWO, attest({ reply: last(ready).id }, ready.lastTurn))
    t.equal(posted.nextSendAt, undefined)
    t.throws(() => claimed(posted), { code: 'REPLY_NOT_APPROVED' })
    const gone = claimed(ready)
    t.throws(() => decided(gone, TWO, attest({ reply: last(gone).id }, gone.lastTurn)), { code: 'REPLY_CHANGED' })
  })

  t.test('takes the place of what somebody was writing', async t => {
    const drafted = decided(ticket, TWO, draftOn(ticket))
    const posted = decided(drafted, TWO, attest({}, drafted.lastTurn))
    t.match(posted.replies, [{ state: 'superseded' }, { state: 'attesting' }])
  })

  t.test('is not the one that the platform removed', async t => {
    const done = decided(attesting, TWO, confirmBy(WANG))
    const removed = decided(done, TWO, news(done, 'reply.removed', {}))
    const again = attest({ reply: last(removed).id }, removed.lastTurn)
    t.throws(() => decided(removed, TWO, again), { code: 'REPLY_CHANGED' })
    t.equal(last(decided(removed, TWO, attest({ postedAt: TWO }, removed.lastTurn))).state, 'attesting')
  })

  t.test('keeps others from writing until it is confirmed or withdrawn', async t => {
    t.throws(() => decided(attesting, TWO, draftOn(attesting)), { code: 'REPLY_UNDER_WAY' })
    const back = decided(attesting, TWO, withdrawReply({ ...by(LI), reply: last(attesting).id }))
    t.equal(last(decided(back, TWO, draftOn(back))).state, 'drafted')
    t.throws(() => decideOn(back, confirmBy(WANG), TWO), { code: 'REPLY_CHANGED' })
  })

  t.test('that the collector sees needs no second person', async t => {
    const seen = said(TEXT, ONE, { comment: '800', parent: '100', ours: true })
    const done = decided(attesting, TWO, arrived(seen))
    t.match(last(done), { state: 'confirmed', native: '800' })
    t.equal(done.clocks[0]?.attested, undefined)
  })

  t.test('says what was posted', async t => {
    const { text: _, ...nothing } = attest() as ReturnType<typeof attest> & { text: string }
    t.throws(() => decided(ticket, TWO, nothing as ReturnType<typeof attest>), { code: 'REPLY_INVALID' })
  })
})
