import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { openLetterLinks } from '@huiyin/ports/letter-links.ts'
import {
  deliveriesOf,
  LETTER_DELIVERIES,
  makeLetterDeliveries,
  resolveRecipients,
  sendLetter
} from '@huiyin/ports/letters.ts'
import { system } from '@huiyin/schemas/actor.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Letter, LetterDelivery } from '@huiyin/schemas/letter.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t, { type Test } from 'tap'
import { enter, HOUR, openHouse } from './house.ts'

const HEAD = { id: 'zhao', name: '赵科长', role: 'head' }
const LI = { id: 'li', name: '李静', role: 'editor' }
const HANDLER = { id: 'chen', name: '陈工', role: 'handler', department: '水务局' }

async function openOffice(t: Test) {
  const told: HouseEvent[] = []
  const log = memoryEventLog<HouseEvent>({ parse: parser(HouseEvent, 'event') })
  const append: typeof log.append = events => {
    told.push(...events.filter(({ type }) => type.startsWith('letter.')))
    return log.append(events)
  }
  const house = await openHouse(t, {}, { store: memoryStore({ searchLags: true }), events: { ...log, append } })
  const { records } = house.store
  const people = { head: await enter(house, HEAD), li: await enter(house, LI), handler: await enter(house, HANDLER) }

  /** As the alerter leaves it. */
  const sent = async (letter: Letter, n = 0) => {
    await makeLetterDeliveries(records, letter, { n, now: house.time.now })
    for (const { delivery } of await deliveriesOf(records, letter)) {
      const value: LetterDelivery = { ...delivery, state: 'sent', sentAt: house.time.now, attempts: 1 }
      await records.put(LETTER_DELIVERIES, { id: value.id, value })
    }
  }
  return { ...people, house, records, told, sent }
}

const letterOf = (now: number, of: Partial<Letter> = {}): Letter => ({
  id: 'report/weekly-47/sent',
  ...{ about: 'report', of: 'weekly-47', title: '<b>周报</b>', lines: ['本周收到评论 1200 条。'], urgent: false },
  ...{ receipt: true, by: system('analyst'), madeAt: now },
  to: [
    { channel: 'smtp', address: 'li@office.example', person: 'li', name: '李静' },
    { channel: 'smtp', address: 'chen@water.example', person: 'chen', name: '陈工' },
    { channel: 'wecom', name: '工作群' }
  ],
  ...of
})
const at = (id: string, more = '') => `/api/letters/${encodeURIComponent(id)}${more}`

t.test('a letter', async t => {
  t.test('is found by what it is about, with who stands how, and says nobody’s address', async t => {
    const { house, records, head, handler, sent } = await openOffice(t)
    const letter = letterOf(house.time.now, { urgent: true })
    await sendLetter(records, letter)
    await sendLetter(records, letterOf(house.time.now, { id: 'incident/i1/rose', about: 'incident', of: 'i1' }))
    await sent(letter)
    const { rows } = (await head.get('/api/letters?about=report&of=weekly-47')).json()
    t.match(rows, [{ id: letter.id, counts: { recipients: 3, sent: 3, received: 0, late: 0, waiting: 0, failed: 0 } }])
    t.equal((await head.get('/api/letters')).json().rows.length, 2)
    house.time.now += HOUR
    const view = await head.get(at(letter.id))
    t.match(view.json(), {
      n: 1,
      counts: { late: 3 },
      to: [{ name: '李静', sent: [{ n: 0, state: 'sent', late: true }] }]
    })
    t.notMatch(view.body, 'office.example')
    t.equal((await handler.get(at(letter.id))).statusCode, 403)
    t.equal((await head.get(at('report/none'))).json().code, 'LETTER_NOT_FOUND')
  })

  t.test('is listed with all others, the newest first, a page at a time', async t => {
    const { house, records, head } = await openOffice(t)
    for (let i = 0; i < 52; i++) {
      const about = i % 2 === 0 ? 'report' : 'incident'
      const letter = letterOf(house.time.now + i, { id: `${about}/x/${i}`, about, of: 'x' })
      await sendLetter(records, letter)
      await sendLetter(records, { ...letter, madeAt: letter.madeAt + 1_000 }) // tried again: it is the same letter
    }
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
    const { rows, after } = (await head.get('/api/letters')).json()
    const rest = (await head.get(`/api/letters?after=${encodeURIComponent(after)}`)).json()
    const all = [...ids(rows), ...ids(rest.rows)]
    t.same([all.length, new Set(all).size, all[0], all.at(-1)], [52, 52, 'incident/x/51', 'report/x/0'])
    t.same([rows.length, rest.after], [50, undefined])
    const reports = ids((await head.get('/api/letters?about=report')).json().rows)
    t.same([reports.length, reports[0]], [26, 'report/x/50'])
  })

  t.test('is received by whom it went to, once, and by nobody else', async t => {
    const { house, records, head, li, handler, sent, told } = await openOffice(t)
    const letter = letterOf(house.time.now, { to: letterOf(0).to.slice(0, 1) })
    await sendLetter(records, letter)
    await sent(letter)
    t.match((await li.get('/api/me/letters')).json().rows, [{ id: letter.id, received: false, lines: [/1200/] }])
    t.same((await handler.get('/api/me/letters')).json().rows, [])
    t.equal((await handler.post(at(letter.id, '/receive'))).json().code, 'LETTER_NOT_FOUND')
    for (let i = 0; i < 2; i++) t.equal((await li.post(at(letter.id, '/receive'))).statusCode, 200)
    t.match(told, [{ type: 'letter.received', actor: { id: 'li' }, data: { letter: letter.id, person: 'li' } }])
    t.equal(told.length, 1)
    t.match((await li.get('/api/me/letters')).json().rows, [{ received: true }])
    t.match((await head.get(at(letter.id))).json(), {
      counts: { received: 1 },
      to: [{ sent: [{ received: { by: { id: 'li', name: '李静' } } }] }]
    })
  })

  t.test('is sent again to each whom somebody named, whoever was faster and wherever it broke off', async t => {
    const { house, records, head, sent, told } = await openOffice(t)
    const letter = letterOf(house.time.now)
    await sendLetter(records, letter)
    await sent(letter)
    const { to, n } = (await head.get(at(letter.id))).json()
    const lengths = async (refs?: string[]) =>
      (await head.post(at(letter.id, '/resend'), { n, ...(refs && { to: refs }) }))
        .json()
        .to.map((one: { sent: object[] }) => one.sent.length)
    t.same(await lengths([to[0].ref]), [2, 1, 1])
    t.same(await lengths([to[1].ref]), [2, 2, 1], 'another who saw the same is not answered with nothing done')
    t.same(await lengths(), [2, 2, 2], 'what is missing of it is made')
    t.same(await lengths(), [2, 2, 2])
    t.equal(told.filter(({ type }) => type === 'letter.resent').length, 3)
  })

  t.test('shows no personal data, and what somebody searches for to nobody else', async t => {
    const { house, records, head, li } = await openOffice(t)
    const lines = ['联系电话 13800138000']
    await sendLetter(records, letterOf(house.time.now, { lines, title: '13800138000 的来信' }))
    t.notMatch((await head.get(at('report/weekly-47/sent'))).body, '13800138000')
    const id = 'search/s1/finds'
    await sendLetter(
      records,
      letterOf(house.time.now, { id, about: 'search', of: 's1', to: letterOf(0).to.slice(0, 1) })
    )
    t.equal((await head.get(at(id))).json().code, 'LETTER_NOT_FOUND')
    t.equal((await head.post(at(id, '/resend'), { n: 1 })).json().code, 'LETTER_NOT_FOUND')
    t.same((await head.get('/api/letters?about=search')).json().rows, [])
    t.equal((await li.get(at(id))).json().id, id)
  })

  t.test('is sent again to whom the person names, once however often they ask', async t => {
    const { house, records, head, li, sent, told } = await openOffice(t)
    const letter = letterOf(house.time.now)
    await sendLetter(records, letter)
    t.equal((await head.post(at(letter.id, '/resend'), { n: 1 })).json().code, 'SOMEBODY_WAS_FASTER', 'not sent yet')
    await sent(letter)
    const { to, n } = (await head.get(at(letter.id))).json()
    const body = { n, to: [to[1].ref] }
    t.equal((await li.post(at(letter.id, '/resend'), body)).statusCode, 403)
    for (let i = 0; i < 2; i++) {
      const again = (await head.post(at(letter.id, '/resend'), body)).json()
      t.same(
        again.to.map((one: { sent: object[] }) => one.sent.length),
        [1, 2, 1]
      )
    }
    t.equal(told.filter(({ type }) => type === 'letter.resent').length, 1)
    t.equal((await head.post(at(letter.id, '/resend'), { n: 2, to: ['nobody'] })).statusCode, 400)
    t.equal((await head.post(at(letter.id, '/resend'), { n: 9 })).json().code, 'SOMEBODY_WAS_FASTER')
  })
})

t.test('the link in a letter', async t => {
  t.test('shows what it is without changing anything, and its button says that it was received', async t => {
    const { house, records, sent, told } = await openOffice(t)
    const letter = letterOf(house.time.now)
    await sendLetter(records, letter)
    await sent(letter)
    const [{ delivery } = await Promise.reject()] = await deliveriesOf(records, letter)
    const token = await openLetterLinks(records).issue(delivery.id, house.time.now + 24 * HOUR)
    const url = `/n/${token}`
    const looked = await house.app.inject(url)
    t.match(looked.body, '&lt;b&gt;周报&lt;/b&gt;')
    t.match(looked.body, '<button>')
    t.notMatch(looked.body, /1200|li@office/)
    t.equal(told.length, 0)
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    for (let i = 0; i < 2; i++) {
      const pressed = await house.app.inject({ method: 'POST', url, headers: form, payload: '' })
      t.match(pressed.body, /已于 .* 签收/)
      t.notMatch(pressed.body, '<button>')
    }
    t.match(told, [{ type: 'letter.received', actor: { id: 'link:li', role: 'recipient' } }])
    t.equal(told.length, 1)
    t.equal((await house.app.inject(`${url}x`)).statusCode, 400)
    house.time.now += 25 * HOUR
    t.match((await house.app.inject(url)).body, '链接已过期')
  })
})

t.test('whom a letter is for', async t => {
  t.test('is named by person, role, duty, group or address, each address once, with leave and deputy', async t => {
    const { house, records } = await openOffice(t)
    const now = house.time.now
    const contact = (address: string) => [{ channel: 'smtp', address }]
    const person = (id: string, name: string, of: object = {}) => ({
      id,
      name,
      contacts: contact(`${id}@x.cn`),
      leave: [],
      ...of
    })
    const people = () => ({
      persons: [
        person('zhao', '赵科长', { leave: [{ from: now - 1, to: now + HOUR }], deputy: 'li' }),
        person('li', '李静', { contacts: [...contact('li@x.cn'), { channel: 'wecom', address: '13800138000' }] }),
        person('sun', '孙局', { role: '分管领导' })
      ],
      departments: [{ department: '水务局', contacts: contact('water@x.cn') }],
      rosters: [],
      channels: ['smtp', 'wecom']
    })
    const to = await resolveRecipients(
      { records, people },
      [
        { kind: 'role', role: 'head' },
        { kind: 'person', person: 'li' },
        { kind: 'role', role: '分管领导' },
        { kind: 'department-head', department: '水务局' },
        { kind: 'channel', channel: 'wecom' },
        { kind: 'channel', channel: 'sms' },
        { kind: 'address', channel: 'smtp', address: 'duty@city.cn', name: '市政务公开办' }
      ],
      { urgent: false, by: ['smtp'] },
      now
    )
    t.same(to, [
      { channel: 'smtp', address: 'li@x.cn', person: 'li', name: '李静' },
      { channel: 'smtp', address: 'sun@x.cn', person: 'sun', name: '孙局' },
      { channel: 'smtp', address: 'water@x.cn', name: '水务局值班' },
      { channel: 'wecom', name: 'wecom' },
      { channel: 'smtp', address: 'duty@city.cn', name: '市政务公开办' }
    ])
  })
})
