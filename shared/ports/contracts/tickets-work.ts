import type { Test } from 'tap'
import type { TicketQuery, Tickets } from '../src/tickets.ts'
import { HOUR, NOON, type On, reply, runningUntil, ticket, versionOf } from './fixtures.ts'
import { filled, idsOf } from './tickets-store.ts'

/** What queues of work ask for. */
export async function work(t: Test, on: On<Tickets>) {
  t.test('by who has it in hand, its tags, its reply and when it is due', async t => {
    const by = { id: 'zhao', name: '赵宏', role: 'head' }
    const inHand = (id: string) => ({ assigned: { to: { id, name: id }, by, at: NOON, how: 'hand' as const } })
    const attested = { by, at: NOON, postedAt: NOON, evidence: 'x' }
    const port = await filled(
      t,
      on,
      ticket({ id: 'a', ...inHand('li'), tags: ['夜间施工', 'VIP'], replies: [reply('r1', 'drafted')] }),
      ticket({ id: 'b', ...inHand('wang'), tags: ['VIP'], clocks: [runningUntil(NOON)] }),
      ticket({ id: 'c', replies: [reply('r1', 'drafted'), { ...reply('r2', 'attesting'), attested }] }),
      ticket({ id: 'd', status: 'answered', ...inHand('li'), clocks: [], replies: [reply('r1', 'confirmed')] }),
      ticket({ id: 'e', status: 'handling', clocks: [] })
    )
    const asked: [Partial<TicketQuery>, string[]][] = [
      [{ assigned: ['li'] }, ['a', 'd']],
      [{ assigned: ['li', 'wang'], status: ['open'] }, ['a', 'b']],
      [{ assigned: [] }, []],
      [{ unassigned: true }, ['c', 'e']],
      [{ unassigned: false }, ['a', 'b', 'd']],
      [{ unassigned: true, assigned: ['li'] }, []],
      [{ tag: ['VIP'] }, ['a', 'b']],
      [{ tag: ['夜间施工', 'nowhere'] }, ['a']],
      [{ tag: ['vip'] }, []],
      [{ tag: [] }, []],
      [{ reply: ['drafted', 'reviewed'] }, ['a']],
      [{ reply: ['attesting'] }, ['c']],
      [{ reply: ['confirmed'] }, []],
      [{ replyNotBy: 'li' }, ['c']],
      [{ replyNotBy: 'zhao' }, ['a']],
      [{ reply: ['drafted', 'attesting'], replyNotBy: 'wang' }, ['a', 'c']],
      [{ dueFrom: NOON }, ['a', 'b', 'c']],
      [{ dueFrom: NOON + 1 }, ['a', 'c']],
      [{ dueFrom: NOON, dueBefore: NOON + HOUR }, ['b']],
      [{ dueFrom: NOON + HOUR, dueBefore: NOON + HOUR }, []]
    ]
    for (const [query, ids] of asked) t.strictSame(await idsOf(port, query), ids, JSON.stringify(query))
    t.strictSame(await port.count('assigned', {}), { li: 2, wang: 1 })
    t.strictSame(await port.count('assigned', { status: ['open', 'handling'] }), { li: 1, wang: 1 })
  })

  t.test('no longer with whom it was taken from', async t => {
    const { port } = await on(t)
    const by = { id: 'zhao', name: '赵宏', role: 'head' }
    const assigned = { to: { id: 'li', name: '李静' }, by, at: NOON, how: 'hand' as const }
    const made = await port.putIfUnchanged(ticket({ id: 'a', assigned, tags: ['x'] }))
    await port.putIfUnchanged(ticket({ id: 'a' }), versionOf(made))
    await port.refresh()
    t.strictSame(await idsOf(port, { assigned: ['li'] }), [])
    t.strictSame(await idsOf(port, { tag: ['x'] }), [])
    t.strictSame(await idsOf(port, { unassigned: true }), ['a'])
  })
}
