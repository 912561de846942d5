import type { TicketView } from '@huiyin/schemas/api.ts'
import type { TemplateList } from '@huiyin/schemas/api-templates.ts'
import t from 'tap'
import type { Client } from './house.ts'
import { LI, OWNER, openOfficeOfTwo } from './office-of-two.ts'
import { clockOf, does, HOUR, lastReply, ticketFor, ticketUntil, view, wholeSecond } from './tickets.ts'

const COMPLAINT = '河西路口的工地半夜十二点还在打桩，吵得全楼睡不着，投诉了也没人管。'
const REQUEST = '请今晚到现场核实夜间施工，依法处理'
const RESULT = '已责令该工地22时至次日6时停工，并立案查处。'
const ANSWER = '您好，该工地已被责令22时至次日6时停工并立案查处，今晚起有执法人员值守。'

t.test('a complaint, from the comment to the rating', async t => {
  const { li, head, writes, stands } = await openOfficeOfTwo(t)
  const { publishedAt } = writes(COMPLAINT)
  const { id, dueAt } = await ticketFor(li, COMPLAINT, 'weibo')

  await t.test('opens a ticket that owes a reply and a result', async t => {
    const opened = await ticketUntil(li, id, 'four eyes', ({ writing }) => !writing.selfReview) // rules for two are read
    t.match(opened, { status: 'open', label: 'complaint', department: OWNER, locked: false })
    t.equal(dueAt, wholeSecond(publishedAt) + 24 * HOUR)
    t.equal(clockOf(opened, 'first')?.dueAt, dueAt)
    t.match(clockOf(opened, 'close'), { target: { kind: 'WORKDAYS', days: 5 } })
  })

  await t.test('is told at once by an approved template that it was seen', async t => {
    const { name, kind, text, effectiveFrom } = await templateFor(head, id, 'received')
    const approval = { version: 1, name, kind, text, effectiveFrom, approve: true }
    t.match(await head('PUT', '/templates/received', approval), { status: 200, body: { inForce: true } })
    const { filled, values } = await templateFor(li, id, 'received')
    const template = { id: 'received', version: 1, values }
    const sent = await does(li, id, 'replies', { text: filled, kind: 'holding', template })
    t.match(lastReply(sent.body), { state: 'approved', template: 'received@1', author: { id: LI.id } })
    const held = await ticketUntil(li, id, 'it is told', ({ status }) => status !== 'open')
    t.match(held, { status: 'handling', owed: 0 })
    t.match(clockOf(held, 'first'), { outcome: 'met', stoppedAt: lastReply(held).acceptedAt })
    t.notOk(clockOf(held, 'close')?.stoppedAt)
    t.ok(stands(filled!))
  })

  await t.test('goes to its department, which signs for it and returns the result', async t => {
    const sent: TicketView = (await does(li, id, 'dispatches', { department: OWNER, request: REQUEST })).body
    t.match(sent, { dispatchedTo: { department: OWNER, signed: false } })
    t.match(clockOf(sent, 'leg'), { stage: 'sign', department: OWNER })
    const dispatch = `dispatches/${sent.dispatches[0]!.id}`
    t.match((await does(head, id, `${dispatch}/sign`)).body, { dispatchedTo: { signed: true } })
    const returned: TicketView = (await does(head, id, `${dispatch}/return`, { text: RESULT })).body
    t.match(returned, { status: 'handling', dispatches: [{ state: 'returned', result: { text: RESULT } }] })
    const legs = returned.clocks.filter(({ kind }) => kind === 'leg')
    t.same(
      legs.map(({ stage, outcome }) => `${stage} ${outcome}`),
      ['sign met', 'handle met']
    )
    t.equal(returned.writing.kind, 'final')
  })

  await t.test(
    'is answered once another has reviewed it and the head approved it, and the platform shows it',
    async t => {
      const written = lastReply((await does(li, id, 'replies', { text: ANSWER, important: true })).body)
      t.match(written, { kind: 'final', state: 'drafted', important: ['policy'] })
      const says = (who: Client, act: string) => does(who, id, `replies/${written.id}/${act}`, { hash: written.hash })
      t.match(await says(li, 'review'), { status: 403, body: { code: 'SECOND_PERSON_NEEDED' } })
      t.match(lastReply((await says(head, 'review')).body), { state: 'reviewed', reviewedBy: { id: 'admin' } })
      t.match(await says(li, 'approve'), { status: 403, body: { code: 'SECOND_PERSON_NEEDED' } })
      t.notOk(stands(ANSWER))
      t.match(lastReply((await says(head, 'approve')).body), { state: 'approved' })
      const done = await ticketUntil(li, id, 'it is done', ({ status }) => status === 'answered')
      const reply = lastReply(done)
      t.match(reply, { state: 'confirmed', author: { id: LI.id }, native: String })
      t.notOk(reply.selfReviewed)
      t.ok(stands(ANSWER))
      t.match(clockOf(done, 'close'), { outcome: 'met', stoppedAt: reply.acceptedAt })
      t.same(
        done.cycles.map(({ how }) => how),
        ['result-told']
      )
    }
  )

  await t.test('is rated by what the citizen said afterwards', async t => {
    const rated: TicketView = (await does(li, id, 'rating', { score: 5 })).body
    t.match(rated.cycles, [{ how: 'result-told', satisfaction: { score: 5, by: { id: LI.id } } }])
  })

  await t.test('explains each of its due times, in Chinese and English', async t => {
    const { clocks } = await view(li, id)
    t.same(
      clocks.map(({ kind, stage }) => stage ?? kind),
      ['first', 'close', 'sign', 'handle']
    )
    for (const one of clocks) {
      const { why, calendar, policy } = one
      t.equal(why?.explanation.dueAt, one.dueAt)
      const day = dayOf(one)
      t.match(why?.zh, `应于 ${day.zh}（`)
      t.match(why?.zh, `日历 ${calendar}，规则 ${policy}。`)
      t.match(why?.en, new RegExp(`due \\w{3} ${day.en} `))
      t.match(why?.en, `calendar ${calendar}, policy ${policy}.`)
    }
  })
})

/** A template as it is offered for a ticket, with what is known of it. */
async function templateFor(client: Client, ticket: string, id: string) {
  const { rows, values } = (await client('GET', `/templates?ticket=${encodeURIComponent(ticket)}`)).body as TemplateList
  return { ...rows.find(row => row.id === id)!, values }
}

/** The day in China; what is due when a day ends is due on that day. */
function dayOf({ dueAt, target }: TicketView['clocks'][number]) {
  const there = new Date(target.kind === 'WORKDAYS' ? dueAt - 1 : dueAt)
  const parts = (language: string, month: 'numeric' | 'short') => {
    const format = new Intl.DateTimeFormat(language, {
      timeZone: 'Asia/Shanghai',
      year: 'numeric',
      month,
      day: 'numeric'
    })
    return Object.fromEntries(format.formatToParts(there).map(({ type, value }) => [type, value]))
  }
  const [number, name] = [parts('en-US', 'numeric'), parts('en-US', 'short')]
  return { zh: `${number.year}年${number.month}月${number.day}日`, en: `${name.day} ${name.month} ${name.year}` }
}
