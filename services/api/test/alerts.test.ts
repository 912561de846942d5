import { deliveryId, gatheredId } from '@huiyin/domain/escalation/delivery-id.ts'
import type { Alert, AlertRecipient, Delivery } from '@huiyin/schemas/alert.ts'
import t from 'tap'
import { type House, openHouse, signIn } from './house.ts'

const GROUP: AlertRecipient = { channel: 'wecom' }
const LI: AlertRecipient = { channel: 'smtp', address: 'li.jing@example.gov.cn', person: 'li' }

const alert = (ticket: string, of: Partial<Alert> = {}): Alert => ({
  ...{ id: `${ticket}/first-1/3/warn/60000/0`, ticket, number: 'H7Q2-9KXM', clock: 'first-1', dueSetBy: 3 },
  ...{ kind: 'warn', point: 60_000, rung: 0, repeat: 0, urgent: false, level: 'blue' },
  ...{ account: '1001', dueAt: 9, madeAt: 1, recipients: [GROUP] },
  ...of
})

async function keep({ store }: House, one: Alert) {
  await store.records.create('alert', { id: one.id, value: one })
}

async function deliver({ store }: House, one: Alert, recipient: AlertRecipient, of: Partial<Delivery> = {}) {
  const { channel, address } = recipient
  const id = deliveryId(one.id, recipient)
  const value = { id, alert: one, channel, ...(address && { address }), state: 'sent', attempts: 1, ...of }
  await store.records.create('delivery', { id, value })
}

async function openWithLi(t: Parameters<typeof openHouse>[0]) {
  const house = await openHouse(t)
  const contacts = [{ channel: 'smtp', address: LI.address! }]
  await house.store.records.create('staff', { id: 'li', value: { id: 'li', name: '李静', contacts, leave: [] } })
  await house.readRules()
  return house
}

t.test('alerts', async t => {
  t.test('are listed the newest first, of all tickets or of one, with how each recipient was told', async t => {
    const house = await openWithLi(t)
    const { get } = await signIn(house)
    const first = alert('t1', { recipients: [GROUP, LI], rung: 2, repeat: 1, kind: 'breach' })
    await keep(house, first)
    await keep(house, alert('t2', { madeAt: 2 }))
    await deliver(house, first, GROUP, { state: 'sending', claim: { token: 'secret', at: 1 } })
    await deliver(house, first, LI, { state: 'failed', reason: 'no mailbox li.jing@example.gov.cn here' })
    await house.store.records.refresh()

    const { rows, complete } = (await get('/api/alerts')).json()
    t.ok(complete)
    t.match(rows, [
      { ticket: 't2', deliveries: [] },
      {
        ...{ ticket: 't1', rung: 2, repeat: 1 },
        to: [{ channel: 'wecom' }, { channel: 'smtp', person: '李静' }],
        deliveries: [
          { channel: 'wecom', state: 'sending', attempts: 1 },
          { channel: 'smtp', person: '李静', state: 'failed', reason: 'no mailbox … here' }
        ]
      }
    ])
    t.equal((await get('/api/alerts?ticket=t1')).json().rows.length, 1)
  })

  t.test('show nobody’s address, no claim and no digest of what a delivery holds', async t => {
    const house = await openWithLi(t)
    const { get } = await signIn(house)
    const one = alert('t1', { recipients: [LI] })
    await keep(house, one)
    await deliver(house, one, LI, { claim: { token: 'secret', at: 1 }, digest: [one], taken: ['secret'] })
    await house.store.records.refresh()
    const { body } = await get('/api/alerts')
    t.match(JSON.parse(body).rows, [{ deliveries: [{ person: '李静' }] }])
    for (const inside of ['example.gov.cn', 'secret', 'dueSetBy']) t.notOk(body.includes(inside), inside)
  })

  t.test('that were gathered are told by a digest, which names what else it tells', async t => {
    const house = await openWithLi(t)
    const { get } = await signIn(house)
    const [one, two] = [alert('t1', { recipients: [LI], gather: 'late' }), alert('t2', { number: 'AAAA-BBBB' })]
    await keep(house, one)
    await house.store.records.refresh()
    t.match((await get('/api/alerts')).json().rows, [{ gather: 'late', to: [{ person: '李静' }], deliveries: [] }])

    const mark = 'digest/of-li/1'
    const waiting = { alert: one, recipient: LI, mark }
    await house.store.records.create('gathered', { id: gatheredId(one.id, LI), value: waiting })
    await deliver(house, { ...one, id: mark }, LI, { digest: [one, two], more: 3 })
    t.match((await get('/api/alerts')).json().rows[0].deliveries, [
      { person: '李静', state: 'sent', digest: { members: [{ ticket: 't1' }, { number: 'AAAA-BBBB' }], more: 3 } }
    ])
  })

  t.test('that failed on one channel show the other by which they went', async t => {
    const house = await openWithLi(t)
    const { get } = await signIn(house)
    const one = alert('t1', { recipients: [LI] })
    await keep(house, one)
    await deliver(house, one, LI, { state: 'failed', reason: 'away' })
    await deliver(house, one, GROUP)
    await house.store.records.refresh()
    const [{ deliveries }] = (await get('/api/alerts')).json().rows
    t.same(
      deliveries.map(({ channel, state }: Delivery) => `${channel} ${state}`),
      ['wecom sent', 'smtp failed']
    )
  })
})
