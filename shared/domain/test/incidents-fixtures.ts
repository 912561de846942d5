import { system } from '@huiyin/schemas/actor.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Incident } from '@huiyin/schemas/incident.ts'
import type { IncidentRules } from '@huiyin/schemas/incident-rules.ts'
import type { IncidentAct, IncidentCommand } from '../src/incidents/commands.ts'
import { decideIncident } from '../src/incidents/decide.ts'
import type { Signal } from '../src/incidents/signal.ts'
import { SHIPPED_INCIDENT_RULES } from '../src/settings/shipped/incident-rules.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const NOON = Date.UTC(2026, 10, 22, 4)
export const ANALYST = system('analyst')
export const LI = { id: 'li', name: '李敏', role: 'editor' }
export const ZHAO = { id: 'zhao', name: '赵主任', role: 'head' }

/** A signal of one subject with so many members, half of them negative. */
export function signal(total: number, of: Partial<Signal> = {}): Signal {
  const negative = Math.ceil(total / 2)
  return {
    type: total <= 10 ? 'rise' : 'growth',
    subject: 'water',
    at: NOON,
    comments: [],
    total,
    people: total,
    since: NOON - HOUR,
    phrase: '城东停水三天没人管',
    words: ['停水', '城东'],
    windowMs: HOUR,
    observed: total,
    expected: 1,
    spread: [{ platform: 'weibo', account: 'city', comments: total }],
    sentiment: { negative, neutral: total - negative, positive: 0 },
    levels: { blue: total, yellow: 0, orange: 0, red: 0 },
    urgent: 0,
    places: ['城东'],
    departments: ['水务局'],
    ...of
  }
}

export const news = (of: Signal, tells: Record<string, number> = {}, instead?: string): IncidentCommand => ({
  type: 'signal',
  actor: ANALYST,
  signal: of,
  facts: { looked: of.total, tells },
  ...(instead !== undefined && { instead })
})

export type Told = { incident: Incident; events: HouseEvent[] }

/** What a row of commands comes to, each at its own instant. */
export function after(
  commands: readonly (readonly [IncidentCommand, number])[],
  { rules = SHIPPED_INCIDENT_RULES, from }: { rules?: IncidentRules; from?: Told } = {}
): Told {
  let incident = from?.incident
  const events = [...(from?.events ?? [])]
  for (const [command, now] of commands) {
    const decided = decideIncident(incident, command, { id: 'i1', now, rules })
    incident = decided.incident
    events.push(...decided.events)
  }
  if (!incident) throw new Error('these commands open no incident')
  return { incident, events }
}

let key = 0
type Without<A> = A extends unknown ? Omit<A, 'actor' | 'id'> : never

export const by = (actor: typeof LI, act: Without<IncidentAct>): IncidentCommand =>
  ({ ...act, actor, id: `k${++key}` }) as IncidentCommand

export const text = (id: string) => ({ id, hash: `hash of ${id}` })
