import t from 'tap'
import { ackRow, readAck, signAck } from '../src/ack-link.ts'

const SECRET = 'a-secret-of-this-office'
const NOON = Date.parse('2026-11-23T12:00:00+08:00')
const LINK = {
  ticket: 'H7Q2-9KXM',
  alert: 'weibo/1001/p1/c1/by/citizen-77/first-1/3/breach/0/0',
  recipient: 'li',
  expiresAt: NOON + 3_600_000
}
const token = signAck(LINK, SECRET)

t.test('the token of an acknowledgement link', async t => {
  t.test('says which ticket by its number and which alert by a digest', async t => {
    t.same(readAck(token, SECRET, NOON), {
      ticket: LINK.ticket,
      row: ackRow(LINK.alert, LINK.recipient, SECRET),
      expiresAt: LINK.expiresAt
    })
  })

  t.test('holds nothing of the citizen, and fits into a message', async t => {
    t.notMatch(Buffer.from(token.split('.')[0]!, 'base64url').toString(), /citizen|1001|weibo|li"/)
    t.match(token, /^[\w.-]{60,160}$/)
  })

  t.test('is another for another recipient, and the same for the same', async t => {
    t.not(signAck({ ...LINK, recipient: 'wang' }, SECRET), token)
    t.equal(signAck(LINK, SECRET), token)
  })

  t.test('is refused with any letter changed, cut, doubled or from another office', async t => {
    for (let at = 0; at < token.length; at++) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
      t.throws(() => readAck(changed, SECRET, NOON), { code: 'LINK_INVALID' })
      t.throws(() => readAck(token.slice(0, at), SECRET, NOON), { code: 'LINK_INVALID' })
    }
    for (const wrong of ['', '.', `${token}.`, `${token}${token}`, '路灯', 'x'.repeat(100_000)])
      t.throws(() => readAck(wrong, SECRET, NOON), { code: 'LINK_INVALID', message: /sign in/ })
    t.throws(() => readAck(token, 'another', NOON), { code: 'LINK_INVALID' })
  })

  t.test('ends at the instant of its expiry', async t => {
    t.ok(readAck(token, SECRET, LINK.expiresAt - 1))
    t.throws(() => readAck(token, SECRET, LINK.expiresAt), { code: 'LINK_EXPIRED', message: /newest alert/ })
  })
})
