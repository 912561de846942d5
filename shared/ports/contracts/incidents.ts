import { incidentSubject } from '@huiyin/domain/incidents/draft.ts'
import type { Signal } from '@huiyin/domain/incidents/signal.ts'
import { SHIPPED_INCIDENT_RULES as rules } from '@huiyin/domain/settings/shipped/incident-rules.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Incident, IncidentMember, IncidentRow } from '@huiyin/schemas/incident.ts'
import t from 'tap'
import {
  actOnIncident,
  claimMembers,
  INCIDENT,
  INCIDENT_MEMBER,
  INCIDENT_ROW,
  incidentOf,
  membersOf,
  moveMembers
} from '../src/incidents.ts'
import { openPublisher } from '../src/publisher.ts'
import type { Records } from '../src/records.ts'
import { type ContractOptions, HOUR, MINUTE, NOON, type Opened, opener } from './fixtures.ts'

const ANALYST = system('analyst')
const LI = { id: 'li', name: '李敏', role: 'editor' }

const signal = (total: number): Signal => ({
  ...{ type: 'growth', subject: 'water', at: NOON, comments: [], total, people: total, since: NOON, phrase: '停水' },
  ...{ words: [], windowMs: HOUR, observed: total, expected: 1, urgent: 0, places: [], departments: [] },
  spread: [{ platform: 'weibo', account: '1001', comments: total }],
  sentiment: { negative: total, neutral: 0, positive: 0 },
  levels: { blue: total, yellow: 0, orange: 0, red: 0 }
})

const member = (n: number): IncidentMember => ({
  ...{ comment: `weibo/1001/p1/c${n}`, publishedAt: NOON + n, platform: 'weibo', account: '1001' },
  ...{ sentiment: 'negative', level: 'blue', urgent: false, ticket: `t${n}` }
})

/** The desk of incidents over records; its log is kept, and can be away. */
function deskOn(records: Records) {
  const log: HouseEvent[] = []
  const publisher = openPublisher({
    append: async (events: readonly HouseEvent[]) => void log.push(...events)
  } as never)
  const desk = { records, publisher, clock: { now: () => NOON }, rules }
  const grow = (total: number, by = desk) =>
    actOnIncident(by, 'i1', {
      ...{ type: 'signal', actor: ANALYST, signal: signal(total), facts: { looked: 0, tells: {} } }
    })
  return { desk, log, grow }
}

/** What incidents ask of the records: one act at a time, found when due, listed by small rows, members claimed once. */
export function incidentsContract(name: string, open: () => Promise<Opened<Records>>, options: ContractOptions = {}) {
  const on = opener(open)
  t.test(`${name} incidents`, options, async t => {
    t.test('lose nothing when twenty act at once, and number their events without a gap', async t => {
      const { port, again } = await on(t)
      const [one, other] = [deskOn(port), deskOn(again ? await again() : port)]
      await one.grow(12)
      const note = (n: number) =>
        actOnIncident(n % 2 ? other.desk : one.desk, 'i1', {
          ...{ type: 'note', text: { id: `n${n}`, hash: 'h' }, actor: LI, id: `k${n}` }
        })
      await Promise.all([...Array.from({ length: 20 }, (_, n) => note(n)), other.grow(30)])
      await one.desk.publisher.idle()
      await other.desk.publisher.idle()
      const incident = await incidentOf(port, 'i1')
      t.equal(incident.notes.length, 20)
      t.equal(incident.figures.comments, 30)
      const told = new Set(
        [...one.log, ...other.log].filter(({ ticket }) => ticket === incidentSubject('i1')).map(e => e.n)
      )
      t.strictSame(
        [...told].toSorted((a, b) => a - b),
        Array.from({ length: incident.n }, (_, i) => i + 1)
      )
    })

    t.test('are one when two open them at once', async t => {
      const { port, again } = await on(t)
      const other = deskOn(again ? await again() : port)
      await Promise.all([deskOn(port).grow(12), other.grow(12), other.grow(12)])
      const incident = await incidentOf(port, 'i1')
      t.strictSame([incident.owes.length, incident.figures.comments], [1, 12])
    })

    t.test('are found when something is due, and listed by a row of few words', async t => {
      const { port } = await on(t)
      const { grow, desk } = deskOn(port)
      await grow(12)
      await port.refresh()
      const due = await port.due<Incident>(INCIDENT, NOON + MINUTE, 10)
      t.strictSame(
        due.map(({ id }) => id),
        ['i1'],
        'a letter is owed'
      )
      const told = { type: 'told', actor: ANALYST, ns: [1], letter: 'l', recipients: 1 } as const
      await actOnIncident(desk, 'i1', told)
      const { n } = await incidentOf(port, 'i1')
      await desk.publisher.idle()
      await actOnIncident(desk, 'i1', { type: 'published', actor: ANALYST, through: n })
      await port.refresh()
      t.strictSame(await port.due(INCIDENT, NOON + MINUTE, 10), [])
      t.equal((await port.due(INCIDENT, NOON + 48 * HOUR, 10)).length, 1, 'its deadline')
      const rows = await port.list<IncidentRow>(INCIDENT_ROW, { atMost: 10 })
      t.match(rows, [{ value: { id: 'i1', state: 'open', comments: 12 } }])
    })

    t.test('have each comment once, in the order of publication, and let go of it for good', async t => {
      const { port } = await on(t)
      const members = [3, 1, 2].map(member)
      t.equal((await claimMembers(port, 'i1', members)).length, 3)
      t.strictSame(await claimMembers(port, 'i2', members.slice(0, 1)), [], 'the first has it')
      t.equal((await claimMembers(port, 'i1', members)).length, 3, 'claimed again it is the same')
      await moveMembers(port, [member(2).comment], { of: ['i1'] })
      await moveMembers(port, [member(3).comment], { of: ['i1'], to: 'i2' })
      await port.refresh()
      const ids = async (of: string) => (await membersOf(port, of, { atMost: 10 })).map(({ value }) => value.comment)
      t.strictSame(await ids('i1'), [member(1).comment])
      t.strictSame(await ids('i2'), [member(3).comment])
      t.strictSame(await claimMembers(port, 'i1', [member(2)]), [], 'a person took it out')
      t.equal((await port.get<IncidentMember>(INCIDENT_MEMBER, member(2).comment))?.document.value.incident, undefined)
    })
  })
}
