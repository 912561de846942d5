import { Incident } from '@huiyin/schemas/incident.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import fc from 'fast-check'
import t from 'tap'
import type { IncidentCommand } from '../src/incidents/commands.ts'
import { decideIncident } from '../src/incidents/decide.ts'
import { incidentDueAt } from '../src/incidents/due.ts'
import { replayIncident } from '../src/incidents/replay.ts'
import { isGraver } from '../src/risk-levels.ts'
import { SHIPPED_INCIDENT_RULES as RULES } from '../src/settings/shipped/incident-rules.ts'
import { ANALYST, by, HOUR, LI, NOON, news, signal, type Told, text, ZHAO } from './incidents-fixtures.ts'

const parse = parser(Incident, 'incident')

/** Signals of up to three subjects, in whatever order, doubled and late. */
const signals = fc
  .record({
    subject: fc.constantFrom('water', 'gas', 'bus'),
    total: fc.integer({ min: 1, max: 200 }),
    observed: fc.integer({ min: 1, max: 200 }),
    type: fc.constantFrom('rise', 'growth', 'growth', 'calm'),
    at: fc.integer({ min: NOON - 5 * HOUR, max: NOON + 5 * HOUR }),
    safe: fc.boolean()
  })
  .map(({ total, safe, ...of }) => news(signal(total, of), safe ? {} : { safety: total }))

const otherNews: fc.Arbitrary<IncidentCommand> = fc.oneof(
  fc.constant({ type: 'looked', actor: ANALYST } as const),
  fc
    .integer({ min: 1, max: 5 })
    .map(n => ({ type: 'told', actor: ANALYST, ns: [n], letter: `l${n}`, recipients: 2 }) as const),
  fc.integer({ min: 1, max: 5 }).map(n => ({ type: 'digested', actor: ANALYST, ns: [n], digest: 'd' }) as const),
  fc
    .integer({ min: 1, max: 5 })
    .map(n => ({ type: 'received', actor: ANALYST, letter: `l${n}`, by: 'x', at: NOON }) as const),
  fc.integer({ min: 0, max: 50 }).map(through => ({ type: 'published', actor: ANALYST, through }) as const),
  fc
    .constantFrom('s1', 'unknown')
    .map(statement => ({ type: 'post.seen', actor: ANALYST, statement, at: NOON }) as const),
  fc.constantFrom('s1', 'unknown').map(statement => ({ type: 'post.missing', actor: ANALYST, statement }) as const)
)

/** Acts that see the last turn, as far as one can from outside; many are refused. */
const acts = fc.constantFrom<(seen: number) => IncidentCommand>(
  seen => by(ZHAO, { type: 'level', level: 'orange', reason: '研判', seen }),
  seen => by(ZHAO, { type: 'level', level: 'blue', reason: '研判', seen }),
  seen => by(ZHAO, { type: 'dismiss', reason: '误报', seen }),
  seen => by(ZHAO, { type: 'reopen', reason: '再起', seen }),
  seen => by(ZHAO, { type: 'close', reason: '完', seen }),
  () => by(LI, { type: 'mute', until: NOON + 90 * HOUR }),
  () => by(LI, { type: 'unmute' }),
  () => by(LI, { type: 'note', text: text('n') }),
  () => by(LI, { type: 'statement.draft', kind: 'holding', title: '通报', text: text('t') }),
  () => by(LI, { type: 'step', step: 'clarify', state: 'done' }),
  () => by(LI, { type: 'step', step: 'hold', state: 'skipped', reason: '无需' })
)

type Move = { command: IncidentCommand | ((seen: number) => IncidentCommand); after: number }
const moves = fc.array(
  fc.record({ command: fc.oneof(signals, otherNews, acts), after: fc.integer({ min: 0, max: HOUR }) }),
  { maxLength: 40 }
)
const newsOnly = fc.array(fc.record({ command: signals, after: fc.integer({ min: 0, max: 20 * 60_000 }) }), {
  maxLength: 40
})

const isRefusal = (error: unknown) => error instanceof Error && error.name === 'HuiyinError'

/** Everything that came of the moves; `each` sees every decision. */
function play(
  all: readonly Move[],
  each: (before: Incident | undefined, after: Incident, now: number) => void = () => {}
) {
  let told: Partial<Told> & { events: Told['events'] } = { events: [] }
  let now = NOON
  for (const { command, after } of all) {
    now += after
    const { incident: before } = told
    const made = typeof command === 'function' ? command(before?.lastTurn ?? 0) : command
    try {
      const decided = decideIncident(before, made, { id: 'i1', now, rules: RULES })
      if (decided.incident) each(before, decided.incident, now)
      told = { ...(decided.incident && { incident: decided.incident }), events: [...told.events, ...decided.events] }
    } catch (error) {
      if (!isRefusal(error) || typeof command !== 'function') throw error // news is never refused
    }
  }
  return { ...told, now }
}

const rank = ['blue', 'yellow', 'orange', 'red'] as const

t.test('whatever happens to an incident, in whatever order', async t => {
  t.test('it stays within its schema, and its events have no gap', async () => {
    fc.assert(
      fc.property(moves, all => {
        const { incident, events } = play(all)
        if (incident) parse(structuredClone(incident))
        return events.every(({ n }, i) => n === i + 1) && (incident?.n ?? 0) === events.length
      })
    )
  })

  t.test('its events alone tell how it stands', async () => {
    fc.assert(
      fc.property(moves, all => {
        const { incident, events } = play(all)
        const then = replayIncident(events)
        if (!incident || !then) return incident === undefined
        return (
          then.state === incident.state &&
          then.level === incident.level &&
          then.figures.comments === incident.figures.comments &&
          then.figures.negative === incident.figures.sentiment.negative &&
          then.notes === incident.notes.length
        )
      })
    )
  })

  t.test('the same news again changes nothing', async () => {
    fc.assert(
      fc.property(newsOnly, signals, (all, one) => {
        const { incident, now } = play(all)
        const once = decideIncident(incident, one, { id: 'i1', now, rules: RULES })
        const twice = decideIncident(once.incident, one, { id: 'i1', now, rules: RULES })
        return twice.events.length === 0 && JSON.stringify(twice.incident) === JSON.stringify(once.incident)
      })
    )
  })

  t.test('of each subject the most that was told counts, in whatever order it came', async () => {
    fc.assert(
      fc.property(newsOnly, all => {
        const { incident } = play(all)
        const most = new Map<string, number>()
        for (const { command } of all) {
          if (typeof command === 'function' || command.type !== 'signal') continue
          const { type, subject, total } = command.signal
          if (type !== 'calm') most.set(subject, Math.max(total, most.get(subject) ?? 0))
        }
        const sum = [...most.values()].reduce((a, b) => a + b, 0)
        return (incident?.figures.comments ?? 0) === sum
      })
    )
  })

  t.test('without a person its level falls only after as long as the rules say', async () => {
    fc.assert(
      fc.property(newsOnly, all => {
        let lowerSince: number | undefined
        play(all, (before, after, now) => {
          if (before && isGraver(before.level, after.level) && now - (lowerSince ?? now) < RULES.lowerAfter)
            throw new Error(`fell after ${now - (lowerSince ?? now)} ms`)
          lowerSince = after.lowerSince
        })
        return true
      })
    )
  })

  t.test('a level that a person has set is never undercut by the table', async () => {
    fc.assert(
      fc.property(moves, all => {
        play(all, (_, { set, level }) => {
          if (set && rank.indexOf(level) < rank.indexOf(set.level)) throw new Error(`${level} below ${set.level}`)
        })
        return true
      })
    )
  })

  t.test('a muted, closed or dismissed one never owes a letter about growing', async () => {
    fc.assert(
      fc.property(moves, all => {
        play(all, (before, after, now) => {
          const fresh = after.owes.filter(({ n }) => n > (before?.n ?? 0))
          const isSilent = after.muted && now < after.muted.until && !isGraver(after.level, after.muted.level)
          if (isSilent && fresh.length > 0) throw new Error(`told ${fresh[0]!.why} while muted`)
          if (after.state === 'dismissed' && fresh.length > 0) throw new Error('told of a false alarm')
        })
        return true
      })
    )
  })

  t.test('what is owed, or due, has an instant at which somebody looks', async () => {
    fc.assert(
      fc.property(moves, all => {
        const { incident } = play(all)
        if (!incident || incident.owes.length === 0) return true
        return incidentDueAt(incident, RULES) !== undefined
      })
    )
  })
})
