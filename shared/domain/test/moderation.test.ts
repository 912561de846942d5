import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { runningClock } from '../src/clocks/running.ts'
import { undo } from '../src/commands.ts'
import { askRemoval, electComment, grantRemoval, refuseRemoval } from '../src/moderation/commands.ts'
import { OUTGOING_WAIT } from '../src/undo/outgoing.ts'
import { arrived, DESK, HOUR, LI, MINUTE, NINE, said } from './fixtures.ts'
import { ASKED, by, confirmed, decided, HEAD, opened, WANG, WHICH } from './replies-fixtures.ts'

const TEN = NINE + HOUR
const WHY = { ground: 'insult-or-privacy', text: '公开他人住址，依据个人信息保护法' } as const
const complaint = opened({ label: 'complaint' })
const EARLIER = TEN - OUTGOING_WAIT
const asked = decided(complaint, EARLIER, askRemoval({ ...by(LI), ...WHICH, ...WHY }))
const one = ({ moderation }: Ticket) => moderation!.at(-1)!
const moderation = one(asked).id
const granted = decided(asked, EARLIER, grantRemoval({ ...by(HEAD), moderation }))
const claimed = decided(granted, TEN, { type: 'moderation.sending', actor: DESK, moderation, token: 'a' })
const done = (attempt = 1) => ({ type: 'moderation.done', actor: DESK, moderation, attempt }) as const
const removed = decided(claimed, TEN, done())
const gone = arrived(said(ASKED.text, NINE, { deleted: true, observedAt: TEN + HOUR }))

t.test('the removal of a citizen’s comment', async t => {
  t.test('is asked on a legal ground and granted by a head who is another person', async t => {
    t.match(one(asked), { state: 'asked', ...WHY, by: LI })
    t.throws(() => decided(asked, TEN, grantRemoval({ ...by(WANG), moderation })), { code: 'NOT_ALLOWED' })
    const byHead = decided(complaint, TEN, askRemoval({ ...by(HEAD), ...WHICH, ...WHY }))
    t.throws(() => decided(byHead, TEN, grantRemoval({ ...by(HEAD), moderation: one(byHead).id })), {
      code: 'SECOND_PERSON_NEEDED'
    })
    t.match(one(granted), { state: 'granted', decided: { by: HEAD } })
    t.equal(granted.nextSendAt, TEN)
  })

  t.test('is not asked twice, nor by a department, nor of a comment that is not on the ticket', async t => {
    const again = askRemoval({ ...by(WANG), ...WHICH, ...WHY })
    t.throws(() => decided(asked, TEN, again), { code: 'MODERATION_OPEN' })
    const chen = { id: 'chen', name: '陈工', role: 'handler', department: '住建局' }
    t.throws(() => decided(complaint, TEN, askRemoval({ ...by(chen), ...WHICH, ...WHY })), { code: 'NOT_ALLOWED' })
    t.throws(() => decided(complaint, TEN, askRemoval({ ...by(LI), ...WHY, comment: 'x', native: 'x' })), {
      code: 'COMMENT_NOT_ON_TICKET'
    })
  })

  t.test('that the head refuses leaves the comment where it is, and may be asked anew', async t => {
    const refused = decided(asked, TEN, refuseRemoval({ ...by(HEAD), moderation, reason: '属于批评意见' }))
    t.match(one(refused), { state: 'refused', decided: { reason: '属于批评意见' } })
    t.equal(refused.nextSendAt, undefined)
    t.throws(() => decided(refused, TEN, grantRemoval({ ...by(HEAD), moderation })), { code: 'MODERATION_DECIDED' })
    t.match(one(decided(refused, TEN, askRemoval({ ...by(WANG), ...WHICH, ...WHY }))), { state: 'asked' })
  })

  t.test('reaches the platform ten seconds later, and is taken back until then', async t => {
    const claim = { type: 'moderation.sending', actor: DESK, moderation, token: 'a' } as const
    t.throws(() => decided(granted, TEN - 1, claim), { code: 'MODERATION_DECIDED' })
    const key = granted.undo!.at(-1)!.of
    const back = decided(granted, TEN - 1, undo({ ...by(HEAD), of: key }))
    t.match(one(back), { state: 'asked' })
    t.equal(back.nextSendAt, undefined)
    t.throws(() => decided(claimed, TEN, undo({ ...by(HEAD), of: key })), { code: 'UNDO_OVERTAKEN' })
  })

  t.test('settles no complaint: the clock runs on when the comment is seen to be gone', async t => {
    for (const ticket of [
      decided(removed, TEN + HOUR, gone),
      decided(decided(claimed, TEN, gone), TEN + HOUR, done())
    ]) {
      t.match(ticket, { status: 'open', owed: [{ native: '100' }], turns: [{ deleted: true, byOffice: true }] })
      t.match(runningClock(ticket), { kind: 'first', startedAt: NINE })
    }
  })

  t.test('leaves the citizen owed when the reply to it is taken down', async t => {
    const answered = confirmed(decided(removed, TEN + HOUR, gone), TEN + 2 * HOUR, { kind: 'interim' })
    const reply = answered.replies.at(-1)!.id
    const down = decided(answered, TEN + 3 * HOUR, { type: 'reply.removed', actor: DESK, reply })
    t.match(down.owed, [{ native: '100' }])
  })

  t.test('that its author made first ends the clock as ever', async t => {
    t.match(decided(granted, TEN + HOUR, gone), { owed: [], clocks: [{ outcome: 'cancelled' }, {}] })
  })

  t.test('is claimed by one responder, and again only when its claim has run out', async t => {
    const claim = (token: string) => ({ type: 'moderation.sending', actor: DESK, moderation, token }) as const
    t.throws(() => decided(claimed, TEN + MINUTE / 3, claim('b')), { code: 'MODERATION_DECIDED' })
    t.match(one(decided(claimed, TEN + MINUTE, claim('b'))), { state: 'sending', attempt: 2 })
    t.throws(() => decided(asked, TEN, claim('a')), { code: 'MODERATION_DECIDED' })
  })

  t.test('that the platform postpones or refuses says why', async t => {
    const of = { actor: DESK, moderation, attempt: 1, code: '45009', message: 'quota', why: 'quota' } as const
    const later = decided(claimed, TEN, { type: 'moderation.postponed', ...of, retryAt: TEN + HOUR })
    t.match(one(later), { state: 'granted', trouble: { why: 'quota' } })
    t.equal(later.nextSendAt, TEN + HOUR)
    const failed = decided(claimed, TEN, { type: 'moderation.failed', ...of })
    t.match(one(failed), { state: 'failed', trouble: { code: '45009' } })
    t.equal(failed.nextSendAt, undefined)
    t.match(decided(failed, TEN + HOUR, gone), { owed: [] }, 'it was not us who removed it')
  })
})

t.test('a comment is shown to the public by one operator, and no longer by another', async t => {
  const shown = decided(complaint, EARLIER, electComment({ ...by(LI), ...WHICH, elected: true }))
  t.match(one(shown), { kind: 'elect', elected: true, state: 'granted' })
  t.throws(() => decided(shown, TEN, electComment({ ...by(WANG), ...WHICH, elected: false })), {
    code: 'MODERATION_OPEN'
  })
  const { id } = one(shown)
  const stands = decided(
    shown,
    TEN,
    { type: 'moderation.sending', actor: DESK, moderation: id, token: 'a' },
    { type: 'moderation.done', actor: DESK, moderation: id, attempt: 1 }
  )
  t.match(one(stands), { state: 'done', doneAt: TEN })
  t.match(one(decided(stands, TEN, electComment({ ...by(WANG), ...WHICH, elected: false }))), { elected: false })
})
