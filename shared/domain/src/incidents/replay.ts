import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { IncidentState, Scale, Statement, Step, Trend } from '@huiyin/schemas/incident.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'

/** What is known of an incident from its events alone, as far as they go. */
export interface Replayed {
  /** Number and instant of the last event. */
  n: number
  at: number
  state: IncidentState
  level: RiskLevel
  scale: Scale
  trend: Trend
  nature: string
  figures: Counted
  curve: ({ n: number; at: number } & Counted)[]
  /** The steps that were touched, the statements and the letters, by their ids. */
  steps: Record<string, Step['state']>
  statements: Record<string, Statement['state']>
  late: string[]
  notes: number
  received: number
  /** Instructions by their ids, and whether they are done. */
  instructions: Record<string, boolean>
  mergedInto?: string
  mutedUntil?: number
}

export type Counted = {
  comments: number
  people: number
  urgent: number
  negative: number
  neutral: number
  positive: number
  accounts: number
  platforms: number
}

const COUNTED = ['comments', 'people', 'urgent', 'negative', 'neutral', 'positive', 'accounts', 'platforms'] as const

const NOTHING: Counted = {
  ...{ comments: 0, people: 0, urgent: 0, negative: 0 },
  ...{ neutral: 0, positive: 0, accounts: 0, platforms: 0 }
}

type Told = Pick<HouseEvent, 'n' | 'at' | 'type' | 'data'>

/** How it stood after these events, in their order; undefined before the first. */
export function replayIncident(events: readonly Told[]): Replayed | undefined {
  const [first] = events
  if (!first) return undefined
  const start: Replayed = {
    ...{ n: 0, at: first.at, state: 'open', level: 'blue', scale: 'small', trend: 'rising', nature: '' },
    ...{ figures: NOTHING, curve: [], steps: {}, statements: {}, late: [], notes: 0, received: 0, instructions: {} }
  }
  for (const event of events) follow(start, event)
  return start
}

function follow(so: Replayed, event: Told): void {
  so.n = event.n
  so.at = event.at
  if (typeof event.data.comments === 'number' && typeof event.data.negative === 'number') count(so, event)
  FOLLOWS[event.type]?.(so, event.data)
}

function count(so: Replayed, { n, at, data }: Told): void {
  const figures = Object.fromEntries(COUNTED.map(what => [what, Number(data[what] ?? 0)])) as Counted
  so.figures = figures
  so.curve.push({ n, at, ...figures })
  so.scale = data.scale as Scale
  so.trend = data.trend as Trend
}

type Data = HouseEvent['data']
type Follow = (so: Replayed, data: Data) => void

const become =
  (state: IncidentState): Follow =>
  so => {
    so.state = state
  }

const noteStatement: Follow = (so, { statement, state }) => {
  so.statements[String(statement)] = state as Statement['state']
}

const FOLLOWS: Partial<Record<HouseEvent['type'], Follow>> = {
  'incident.opened': (so, { level, nature }) => {
    so.state = 'open'
    so.level = level as RiskLevel
    so.nature = String(nature)
  },
  'incident.levelled': (so, { level }) => {
    so.level = level as RiskLevel
  },
  'incident.calmed': become('calm'),
  'incident.closed': become('closed'),
  'incident.dismissed': become('dismissed'),
  'incident.reopened': become('open'),
  'incident.grown': so => {
    if (so.state === 'calm') so.state = 'open'
  },
  'incident.merged': (so, { into }) => {
    if (into === undefined) return
    so.state = 'merged'
    so.mergedInto = String(into)
  },
  'incident.stepped': (so, { step, state, track }) => {
    if (step !== undefined) so.steps[String(step)] = state as Step['state']
    else if (track !== undefined) so.late.push(String(track))
  },
  'incident.statement': noteStatement,
  'incident.published': noteStatement,
  'incident.noted': so => {
    so.notes += 1
  },
  'incident.received': so => {
    so.received += 1
  },
  'incident.instructed': (so, { instruction }) => {
    so.instructions[String(instruction)] = false
  },
  'incident.instruction-done': (so, { instruction }) => {
    so.instructions[String(instruction)] = true
  },
  'incident.muted': (so, { until }) => {
    so.mutedUntil = Number(until)
  },
  'incident.unmuted': so => {
    delete so.mutedUntil
  }
}
