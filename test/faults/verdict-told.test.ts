import type { Alert, Delivery } from '@huiyin/schemas/alert.ts'
import t from 'tap'
import { type Arrived, CHANNELS } from './receivers.ts'
import { judgeTold } from './town/verdict-told.ts'

const NUMBER = 'H7Q2-9KXM'

const told = (reference: string, more: Partial<Arrived> = {}): Arrived => ({
  ...{ channel: CHANNELS.urgent, number: NUMBER, reference, repeated: false, said: '', at: 0 },
  ...more
})
const owed = (id: string, more: Partial<Alert> = {}) =>
  ({ id, number: NUMBER, urgent: true, recipients: [{ channel: CHANNELS.urgent }], ...more }) as Alert
const wrongWith = (arrived: Arrived[], alerts: Alert[], deliveries: Delivery[] = []) =>
  judgeTold(arrived, alerts, deliveries).length

t.test('the verdict on what was told', async t => {
  t.test('is good when each alert was told once', async t => {
    t.equal(wrongWith([told('1'), told('2')], [owed('1'), owed('2')]), 0)
  })
  t.test('is good when one was told again and said so, as often as its channel may', async t => {
    const again = told('1', { repeated: true })
    t.equal(wrongWith([told('1'), again], [owed('1')]), 0)
    t.equal(wrongWith([told('1'), again, again], [owed('1')]), 1)
  })
  t.test('finds the same message twice without a mark, even where more was owed', async t => {
    t.equal(wrongWith([told('1'), told('1')], [owed('1'), owed('2')]), 1)
  })
  t.test('finds one alert told alone and in a digest', async t => {
    t.equal(wrongWith([told('1'), told('digest')], [owed('1')]), 1)
  })
  t.test('counts what was owed to the channel only', async t => {
    const elsewhere = owed('2', { recipients: [{ channel: CHANNELS.normal }] })
    t.equal(wrongWith([told('1'), told('2')], [owed('1'), elsewhere]), 1)
  })
  t.test('finds a repeat of what is not urgent', async t => {
    const calm = owed('1', { urgent: false })
    const delivery = { id: '1/group', alert: calm, perhapsRepeated: true } as Delivery
    t.equal(wrongWith([told('1')], [calm], [delivery]), 1)
  })
})
