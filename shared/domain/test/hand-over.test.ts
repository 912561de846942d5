import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { handOverOf } from '../src/sign-in/hand-over.ts'

const LI = { id: 'li', name: '李静', role: 'editor' }
const WANG = { ...LI, id: 'wang' }
type Part = Partial<Record<keyof Ticket, unknown>>
const ticket = (of: Part) => ({ id: 't', number: 'H7Q2-9KXM', status: 'open', replies: [], ...of }) as unknown as Ticket
const why = (of: Part) => handOverOf(ticket(of), 'li')?.why

t.test('who leaves hands over', async t => {
  t.test('what they have taken on, wrote and has not left, speak for, and asked', async t => {
    t.same(why({ acknowledged: { by: LI } }), ['taken'])
    for (const state of ['drafted', 'reviewed', 'returned', 'attesting'])
      t.same(why({ replies: [{ author: LI, state }] }), ['reply'], state)
    t.same(why({ lock: { since: 1, why: 'x', spokesperson: 'li' } }), ['spokesperson'])
    t.same(why({ asks: [{ by: LI }] }), ['asked'])
    t.same(why({ acknowledged: { by: LI }, asks: [{ by: LI }] }), ['taken', 'asked'])
  })

  t.test('nothing that is another’s, has left, was decided or is over', async t => {
    t.equal(why({ acknowledged: { by: WANG }, replies: [{ author: WANG, state: 'drafted' }] }), undefined)
    for (const state of ['sending', 'sent', 'confirmed', 'superseded'])
      t.equal(why({ replies: [{ author: LI, state }] }), undefined, state)
    t.equal(why({ lock: { spokesperson: 'li', released: {} } }), undefined)
    t.equal(why({ asks: [{ by: LI, decided: {} }] }), undefined)
    for (const status of ['answered', 'dismissed', 'merged'])
      t.equal(why({ status, acknowledged: { by: LI } }), undefined, status)
  })
})
