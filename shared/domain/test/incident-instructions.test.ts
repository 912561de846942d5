import t from 'tap'
import { incidentDueAt } from '../src/incidents/due.ts'
import { letterOf } from '../src/incidents/letter.ts'
import { replayIncident } from '../src/incidents/replay.ts'
import { SHIPPED_INCIDENT_RULES as RULES } from '../src/settings/shipped/incident-rules.ts'
import { ANALYST, after, by, HOUR, LI, NOON, news, signal, text, ZHAO } from './incidents-fixtures.ts'

const opened = [news(signal(10)), NOON] as const
const instruct = (of: { dueAt?: number } = {}) => by(ZHAO, { type: 'instruct', text: text('w1'), ...of })
const looked = { type: 'looked', actor: ANALYST } as const
const code = (of: string) => ({ code: of })

t.test('an instruction on an incident', async t => {
  t.test('is told to people, even while the incident is muted', async t => {
    const muted = by(LI, { type: 'mute', until: NOON + HOUR })
    const { incident, events } = after([opened, [muted, NOON], [instruct(), NOON]])
    t.match(incident.owes, [{ why: 'instructed', of: incident.instructions![0]!.id }])
    t.match(events.at(-1), { type: 'incident.instructed', actor: { id: 'zhao' } })
    const again = after([[by(LI, { type: 'mute', until: NOON + 2 * HOUR }), NOON]], { from: { incident, events } })
    t.equal(again.incident.owes.length, 1, 'who mutes it keeps nobody from hearing of what was said before')
  })

  t.test('is a turn: who decides has to have seen it', async t => {
    const { incident, events } = after([opened, [instruct(), NOON]])
    t.equal(incident.lastTurn, events.at(-1)!.n)
  })

  t.test('keeps the letter by which people were told', async t => {
    const { incident, events } = after([opened, [instruct(), NOON]])
    const told = {
      type: 'told',
      actor: ANALYST,
      ns: [events.at(-1)!.n],
      letter: 'incident/i1/2',
      recipients: 3
    } as const
    t.match(after([[told, NOON]], { from: { incident, events } }).incident.instructions, [{ letter: told.letter }])
  })

  t.test('is answered once, and holds the closing back until then', async t => {
    const from = after([opened, [instruct(), NOON]])
    const { steps, instructions } = from.incident
    const done = steps.map(({ id }) => [by(LI, { type: 'step', step: id, state: 'done' }), NOON] as const)
    const close = { type: 'close', reason: '完', seen: from.incident.lastTurn } as const
    t.throws(() => after([...done, [by(ZHAO, close), NOON]], { from }), code('INCIDENT_STATE'))
    const answer = { type: 'instruction.done', instruction: instructions![0]!.id, text: text('w2') } as const
    const answered = after([...done, [by(LI, answer), NOON + HOUR]], { from })
    t.match(answered.incident.instructions, [{ done: { by: { id: 'li' }, at: NOON + HOUR, text: { id: 'w2' } } }])
    t.throws(() => after([[by(LI, answer), NOON]], { from: answered }), code('INCIDENT_STATE'))
    t.equal(after([[by(ZHAO, close), NOON]], { from: answered }).incident.state, 'closed')
    t.match(replayIncident(answered.events), { instructions: { [instructions![0]!.id]: true } })
    t.throws(() => after([[by(LI, { ...answer, instruction: 'x' }), NOON]], { from }), code('INSTRUCTION_NOT_FOUND'))
  })

  t.test('whose deadline passes is told of once', async t => {
    const from = after([opened, [instruct({ dueAt: NOON + HOUR }), NOON]])
    const { incident } = from
    t.equal(incidentDueAt({ ...incident, owes: [], tracks: [] }, RULES), NOON + HOUR)
    const late = after(
      [
        [looked, NOON + HOUR],
        [looked, NOON + 2 * HOUR]
      ],
      { from }
    ).incident
    t.same(
      late.owes.map(({ why }) => why),
      ['opened', 'instructed', 'late']
    )
    t.match(letterOf(late, late.owes.at(-1)!, '马上办').lines, [/逾期/, '赵主任 批示：马上办', /期限/])
    t.throws(() => after([[instruct({ dueAt: NOON }), NOON]], { from }), code('INCIDENT_STATE'))
  })

  t.test('goes on in the elder when the younger has joined it', async t => {
    const younger = { ...after([opened, [instruct(), NOON]]).incident, id: 'i2' }
    const { incident } = after([opened, [{ type: 'absorbed', actor: ANALYST, younger }, NOON]])
    t.match(incident.instructions, [{ id: younger.instructions![0]!.id }])
  })
})
