import type { QueueRow, TicketView } from '@huiyin/schemas/api.ts'
import t from 'tap'
import { signIn } from './house.ts'
import { openOffice } from './office.ts'
import { ticketFor, ticketUntil } from './tickets.ts'

const TEXT = '城北路口的红绿灯坏了一个星期，天天堵车，什么时候能修好？'
const MORE = '请问社保卡丢了，到哪里可以补办，需要带什么材料？'

t.test('what a citizen writes is given to somebody before anybody looks', async t => {
  const office = await openOffice({ folder: t.testdir() })
  t.teardown(office.close)
  const client = await signIn(office)
  const asked = async (path: string) => (await client('GET', path)).body
  const rule = { id: 'all', name: '轮流', order: 1, when: {}, to: ['admin'], capacity: 1, enabled: true }
  t.equal((await client('PUT', '/share-rules/all', rule)).status, 200)
  const [post] = office.posts
  const writes = (text: string) =>
    office.simulator.control.postComment({ platform: 'wechat', account: post!.account, post: post!.id, text })

  writes(TEXT)
  const { id } = await ticketFor(client, TEXT, 'wechat')
  const given = await ticketUntil(client, id, 'somebody who has it', ({ assignedTo }) => assignedTo !== undefined)

  await t.test('with the rule in its timeline', async t => {
    t.match(given.assignedTo, { id: 'admin' })
    const told = given.history.find(({ type }) => type === 'ticket.assigned')
    t.match(told, { actor: { role: 'system' }, data: { how: 'rule', rule: 'all', to: 'admin' } })
  })

  await t.test('and stands in their queue', async t => {
    const { rows }: { rows: QueueRow[] } = await asked('/queues')
    const mine = rows.find(({ name }) => name === 'mine')!
    t.equal(mine.count, 1)
    t.same(
      (await asked(`/tickets?${mine.query}`)).rows.map((row: TicketView) => row.id),
      [id]
    )
  })

  await t.test('the next one stays with nobody until they can take more', async t => {
    writes(MORE)
    const next = await ticketFor(client, MORE, 'wechat')
    const queues: { rows: QueueRow[] } = await asked('/queues')
    t.match(queues.rows, [
      { name: 'mine', count: 1 },
      { name: 'unassigned', count: 1 }
    ])
    const [saved] = (await asked('/share-rules')).rows
    const changed = await client('PUT', '/share-rules/all', { ...rule, capacity: 2 }, { 'if-match': saved.tag })
    t.equal(changed.status, 200)
    await ticketUntil(client, next.id, 'somebody who has it', ({ assignedTo }) => assignedTo?.id === 'admin')
  })
})
