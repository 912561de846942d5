import t from 'tap'
import { runningClock } from '../src/clocks/running.ts'
import { correct, reopen } from '../src/commands.ts'
import { after, arrived, decideOn, HOUR, judged, LI, MINUTE, NINE, said, typesOf, URGENT } from './fixtures.ts'

const asked = said('路灯什么时候修？', NINE)
const UNSURE = judged({ label: 'other', confidence: 0.3 })
const GRAVE = judged({ label: 'complaint', risk: { score: 60, level: 'orange', reasons: [] } })
const open = (of = judged()) => after([arrived(asked, of), NINE + MINUTE])
const by = (id: string) => ({ actor: LI, id })
const again = (of = judged(), observedAt = NINE + 2 * HOUR) => arrived({ ...asked, observedAt }, of)
const more = (text: string, of = judged()) => arrived(said(text, NINE + 2 * HOUR, { comment: '101' }), of)

t.test('a correction', async t => {
  t.test('says what it is about, and what stood before, and no text', async t => {
    const ticket = open(UNSURE)
    const { events } = decideOn(ticket, correct({ ...by('k'), label: 'inquiry', department: '住建局' }), NINE + HOUR)
    t.equal(events[0]?.type, 'ticket.corrected')
    t.same(events[0]?.data, {
      comment: asked.id,
      publishedAt: NINE,
      label: 'inquiry',
      wasLabel: 'other',
      department: '住建局',
      wasDepartment: null
    })
  })

  t.test('ends the review, and starts the clock of what is owed from its own time (R3)', async t => {
    const { ticket } = decideOn(open(UNSURE), correct({ ...by('k'), label: 'complaint' }), NINE + 5 * HOUR)
    t.match(ticket, {
      review: false,
      label: 'complaint',
      corrected: { label: 'complaint', by: LI, at: NINE + 5 * HOUR }
    })
    t.match(runningClock(ticket!), { startedAt: NINE, dueAt: NINE + 24 * HOUR })
  })

  t.test('is taken once although the request was sent twice, and needs not have seen the last turn', async t => {
    const ticket = after([arrived(asked, UNSURE), NINE], [more('在吗', UNSURE), NINE + 2 * HOUR])
    const once = decideOn(ticket, correct({ ...by('k'), label: 'inquiry' }), NINE + 3 * HOUR).ticket!
    t.equal(decideOn(once, correct({ ...by('k'), label: 'inquiry' }), NINE + 4 * HOUR).ticket, once)
    t.throws(() => decideOn(once, correct({ ...by('k'), label: 'other' }), NINE), { code: 'KEY_REUSED' })
    t.equal(once.lastTurn, ticket.lastTurn)
  })

  t.test('outranks whatever a model says later of label, department and sentiment', async t => {
    const set = correct({ ...by('k'), label: 'suggestion', department: '住建局', sentiment: 'neutral' })
    const angry = judged({
      label: 'complaint',
      sentiment: { name: 'negative', score: -1 },
      departments: [{ name: '公安', confidence: 0.9 }]
    })
    const ticket = after([arrived(asked), NINE], [set, NINE + HOUR], [more('还不修！', angry), NINE + 3 * HOUR])
    t.match(ticket, { label: 'suggestion', department: '住建局', sentiment: 'neutral' })
  })

  t.test('to "other" leaves a clock running until the ticket is dismissed', async t => {
    const { ticket, events } = decideOn(open(), correct({ ...by('k'), label: 'other' }), NINE + HOUR)
    t.match(ticket, { label: 'other', status: 'open' })
    t.equal(runningClock(ticket!)?.dueAt, NINE + 24 * HOUR)
    t.same(typesOf(events), ['ticket.corrected'])
  })

  t.test('to "other" does not keep a later question from getting its clock', async t => {
    const closed = decideOn(open(UNSURE), correct({ ...by('k'), label: 'other' }), NINE + HOUR).ticket!
    t.equal(closed.status, 'dismissed')
    const { ticket } = decideOn(closed, more('路灯到底修不修？'), NINE + 3 * HOUR)
    t.match(ticket, { label: 'other', status: 'open' })
    t.equal(runningClock(ticket!)?.dueAt, NINE + 26 * HOUR)
  })

  t.test('to urgent makes it due within the hour, with the other due time kept (R21)', async t => {
    const { ticket } = decideOn(open(), correct({ ...by('k'), urgent: true }), NINE + 5 * HOUR)
    t.equal(ticket?.urgent, true)
    t.match(runningClock(ticket!), { dueAt: NINE + 6 * HOUR, originalDueAt: NINE + 24 * HOUR, startedAt: NINE })
    const late = decideOn(open(), correct({ ...by('k'), urgent: true }), NINE + 23.5 * HOUR).ticket!
    t.equal(runningClock(late)?.dueAt, NINE + 24 * HOUR)
  })

  t.test('to urgent gives a clock to what had none, due within the hour', async t => {
    const { ticket } = decideOn(open(UNSURE), correct({ ...by('k'), urgent: true }), NINE + 5 * HOUR)
    const clock = { startedAt: NINE, dueAt: NINE + 6 * HOUR, originalDueAt: NINE + 24 * HOUR, urgent: true }
    t.match(runningClock(ticket!), clock)
    t.notOk(runningClock(ticket!)?.bornLate)
  })

  t.test('to orange or red is urgent, unless the person says that it is not', async t => {
    t.equal(decideOn(open(), correct({ ...by('k'), level: 'red' }), NINE + HOUR).ticket?.urgent, true)
    const calm = decideOn(open(), correct({ ...by('k'), level: 'red', urgent: false }), NINE + HOUR).ticket
    t.match(calm, { urgent: false, risk: { level: 'red' } })
  })

  t.test('to calm never moves a due time later, also when the clock has to start again', async t => {
    const urgent = after([arrived(asked, { ...URGENT, label: 'inquiry' }), NINE + MINUTE])
    const calm = decideOn(urgent, correct({ ...by('k'), urgent: false, level: 'blue' }), NINE + 2 * MINUTE).ticket!
    t.match(calm, { urgent: false, risk: { level: 'blue', score: 60 } })
    t.equal(runningClock(calm)?.dueAt, NINE + HOUR)
    const away = decideOn(calm, { type: 'dismiss', ...by('d'), seen: calm.lastTurn, reason: '误' }, NINE + 3 * MINUTE)
      .ticket!
    const back = decideOn(away, reopen({ ...by('r'), seen: away.lastTurn, reason: '看错了' }), NINE + 4 * MINUTE)
      .ticket!
    t.equal(runningClock(back)?.dueAt, NINE + HOUR)
  })

  t.test('to calm is not undone by a look that says the same again, by another model neither', async t => {
    const calm = after(
      [arrived(asked, GRAVE), NINE],
      [correct({ ...by('k'), urgent: false, level: 'blue' }), NINE + HOUR]
    )
    for (const look of [GRAVE, { ...GRAVE, risk: { ...GRAVE.risk, score: 62 } }, { ...GRAVE, model: 'newer' }]) {
      const { ticket } = decideOn(calm, again(look), NINE + 3 * HOUR)
      t.match(ticket, { urgent: false, risk: { level: 'blue' } })
    }
  })

  t.test('to calm is overtaken by what gets worse: the same comment, or another (R38)', async t => {
    const calm = after(
      [arrived(asked, GRAVE), NINE],
      [correct({ ...by('k'), urgent: false, level: 'blue' }), NINE + HOUR]
    )
    const red = judged({ risk: { score: 85, level: 'red', reasons: [] } })
    t.match(decideOn(calm, again(red), NINE + 3 * HOUR).ticket, { urgent: true, risk: { level: 'red' } })
    const { ticket, events } = decideOn(calm, more('有人触电了', GRAVE), NINE + 3 * HOUR)
    t.match(ticket, { urgent: true, risk: { level: 'orange' } })
    t.ok(typesOf(events).includes('ticket.scored'))
  })

  t.test('to a graver level is not lowered by a model', async t => {
    const set = after([arrived(asked), NINE], [correct({ ...by('k'), level: 'yellow' }), NINE + HOUR])
    const { ticket } = decideOn(set, again(judged({ risk: { score: 0, level: 'blue', reasons: [] } })), NINE + 3 * HOUR)
    t.match(ticket, { risk: { level: 'yellow', score: 0 } })
  })

  t.test('adds to the one before', async t => {
    const first = decideOn(open(), correct({ ...by('a'), department: '住建局' }), NINE + HOUR).ticket!
    const { ticket } = decideOn(first, correct({ ...by('b'), sentiment: 'negative' }), NINE + 2 * HOUR)
    t.match(ticket?.corrected, { department: '住建局', sentiment: 'negative', at: NINE + 2 * HOUR })
  })

  t.test('names a comment of the citizen, or is refused', async t => {
    const ticket = after([arrived(asked), NINE], [more('还有井盖'), NINE + 2 * HOUR])
    const { events } = decideOn(
      ticket,
      correct({ ...by('k'), comment: said('', NINE, { comment: '101' }).id, label: 'complaint' }),
      NINE + 3 * HOUR
    )
    t.match(events[0]?.data, { publishedAt: NINE + 2 * HOUR })
    const stranger = correct({ ...by('k'), comment: 'weibo/1/2/3/4', label: 'complaint' })
    t.throws(() => decideOn(ticket, stranger, NINE), { code: 'COMMENT_NOT_ON_TICKET' })
  })

  t.test('of a closed ticket is taken, and starts nothing', async t => {
    const outside = said('请拨打12393。', NINE + HOUR, { comment: '600', parent: '100', ours: true })
    const done = after([arrived(asked), NINE], [arrived(outside), NINE + HOUR])
    const { ticket } = decideOn(done, correct({ ...by('k'), label: 'complaint', urgent: true }), NINE + 2 * HOUR)
    t.match(ticket, { status: 'answered', label: 'complaint' })
    t.equal(runningClock(ticket!), undefined)
  })
})
