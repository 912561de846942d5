import { LIMITS } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import {
  attach,
  bounceDispatch,
  dispatch,
  linkDispatch,
  returnDispatch,
  signDispatch,
  transfer,
  unlinkDispatch,
  withdrawDispatch
} from '../src/cases/commands.ts'
import { holderOf } from '../src/cases/link.ts'
import { acted, by, CHEN, complaint, DAY, HOUSING, refusedAs, TEN, WATER } from './dispatch-fixtures.ts'
import { decideOn, LI, MINUTE } from './fixtures.ts'

/** A case that the housing office has, and a link to it for its duty desk. */
function linked(days?: number) {
  const before = complaint()
  const sent = acted(before, [
    dispatch({ ...by(LI), seen: before.lastTurn, department: HOUSING, request: '请修路灯' }),
    TEN
  ])
  const { id } = sent.dispatches[0]!
  const link = { id: 'l1', to: '住建局值班', ...(days !== undefined && { days }) }
  const ticket = acted(sent, [linkDispatch({ ...by(LI), dispatch: id, link }), TEN + MINUTE])
  const holder = { actor: holderOf(link, { department: HOUSING }), dispatch: id }
  return { ticket, id, holder, link: ticket.dispatches[0]!.links![0]! }
}

const typesOf = (events: readonly { type: string }[]) => events.map(({ type }) => type)

t.test('who holds a link', async t => {
  t.test('signs, is told of as who opened it first, and only once', async t => {
    const { ticket, holder } = linked()
    const signed = decideOn(ticket, signDispatch({ ...holder, id: 's' }), TEN + 2 * MINUTE)
    t.same(typesOf(signed.events).slice(0, 2), ['dispatch.opened', 'dispatch.signed'])
    t.match(signed.ticket!.dispatches, [{ state: 'signed', links: [{ openedAt: TEN + 2 * MINUTE }] }])
    const done = decideOn(signed.ticket!, returnDispatch({ ...holder, id: 'r', text: '已修好' }), TEN + 3 * MINUTE)
    t.notOk(typesOf(done.events).includes('dispatch.opened'))
    t.match(done.ticket!.dispatches, [{ state: 'returned', result: { by: { name: '住建局值班', role: 'recipient' } } }])
  })

  t.test('may do so until it expires, not at that moment', async t => {
    const { ticket, holder, link } = linked(1)
    t.equal(link.expiresAt, TEN + MINUTE + DAY)
    const sign = signDispatch({ ...holder, id: 's' })
    t.ok(decideOn(ticket, sign, link.expiresAt - 1).events.length > 0)
    t.throws(() => decideOn(ticket, sign, link.expiresAt), refusedAs('LINK_EXPIRED'))
  })

  t.test('may do nothing once it is revoked, and nothing by a link that was never made', async t => {
    const { ticket, holder, id } = linked()
    const revoked = acted(ticket, [unlinkDispatch({ ...by(LI), dispatch: id, link: 'l1' }), TEN + 2 * MINUTE])
    for (const act of [
      signDispatch({ ...holder, id: 's' }),
      returnDispatch({ ...holder, id: 'r', text: '已修好' }),
      bounceDispatch({ ...holder, id: 'b', grounds: '不归我们', proposes: WATER })
    ]) {
      t.throws(() => decideOn(revoked, act, TEN + 3 * MINUTE), refusedAs('LINK_EXPIRED'))
      const other = { ...act, actor: { ...holder.actor, id: 'link:l2' } }
      t.throws(() => decideOn(ticket, other, TEN + 3 * MINUTE), refusedAs('LINK_INVALID'))
    }
  })

  t.test('may not do what the office does, nor act on the dispatch that follows', async t => {
    const { ticket, holder } = linked()
    const { actor } = holder
    const now = TEN + 2 * MINUTE
    for (const act of [
      withdrawDispatch({ ...holder, id: 'w', reason: '不归我们' }),
      transfer({ actor, id: 't', department: WATER, reason: '不归我们' }),
      linkDispatch({ ...holder, id: 'l', link: { id: 'l9', to: '别人' } }),
      unlinkDispatch({ ...holder, id: 'u', link: 'l1' }),
      attach({ actor, id: 'a', attachment: { id: 'f', bytes: 1 } })
    ])
      t.throws(() => decideOn(ticket, act, now), refusedAs('NOT_ALLOWED'), act.type)
    const moved = acted(ticket, [transfer({ ...by(LI), department: WATER, reason: '属水务职责' }), now])
    const second = moved.dispatches[1]!.id
    t.throws(
      () => decideOn(moved, signDispatch({ actor, id: 's', dispatch: second }), now + MINUTE),
      refusedAs('LINK_INVALID')
    )
  })
})

t.test('links are made by the office, once each; what was revoked is never made anew', async t => {
  const { ticket, id } = linked(1)
  const make = (name: string, actor = LI) =>
    linkDispatch({ ...by(actor), dispatch: id, link: { id: name, to: '值班', days: 1 } })
  t.throws(() => decideOn(ticket, make('l2', CHEN), TEN + 2 * MINUTE), refusedAs('NOT_ALLOWED'))
  t.same(decideOn(ticket, make('l1'), TEN + 2 * MINUTE).events, [])
  let full = acted(ticket, [unlinkDispatch({ ...by(LI), dispatch: id, link: 'l1' }), TEN + 2 * MINUTE])
  for (let n = 2; n <= LIMITS.dispatchLinks; n++) full = acted(full, [make(`l${n}`), TEN + 2 * MINUTE])
  t.throws(() => decideOn(full, make('more'), TEN + 3 * MINUTE), refusedAs('TOO_MANY'))
  const later = acted(full, [make('more'), TEN + 2 * DAY])
  const names = later.dispatches[0]!.links!.map(link => link.id)
  t.equal(names.length, LIMITS.dispatchLinks)
  t.ok(names.includes('l1') && names.includes('more') && !names.includes('l2'))
})
