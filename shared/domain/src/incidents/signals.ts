import { INCIDENT_LIMITS, type Incident, type IncidentLook, type TellWhy } from '@huiyin/schemas/incident.ts'
import type { IncidentRules } from '@huiyin/schemas/incident-rules.ts'
import { ticketNumber } from '../ids.ts'
import type { IncidentNews } from './commands.ts'
import { type IncidentDraft, incidentSubject, tellOf } from './draft.ts'
import { countedOf, figuresData, figuresOfSignal, NO_FIGURES } from './figures.ts'
import { judge, settleLevel, trendOf } from './level.ts'
import { beginProcedure } from './plan.ts'
import type { Signal } from './signal.ts'
import { owe } from './telling.ts'

/** What the watch tells of a subject: an incident opens, grows, is calm, or stirs again after it was done. */

type SignalNews = Extract<IncidentNews, { type: 'signal' }>
const HOUR = 3_600_000

/** An incident of which nothing is known yet but its name. */
export const emptyIncident = (id: string, at: number, rules: IncidentRules): Incident => ({
  id,
  number: ticketNumber(incidentSubject(id)),
  state: 'open',
  title: '',
  words: [],
  places: [],
  departments: [],
  since: at,
  bornAt: at,
  lastAt: at,
  subjects: [],
  figures: NO_FIGURES,
  parted: [],
  looked: 0,
  tells: {},
  nature: rules.natures.at(-1)!.id,
  scale: 'small',
  trend: 'rising',
  impact: 'single',
  level: 'blue',
  found: 'blue',
  procedure: 'general',
  step: 0,
  looks: [],
  peak: 0,
  tracks: [],
  steps: [],
  statements: [],
  notes: [],
  owes: [],
  reports: [],
  absorbed: [],
  lastTurn: 0,
  commands: [],
  n: 0,
  unpublished: []
})

/** Whether something is done with it: who is closed, dismissed or merged takes no part. */
export const isLive = ({ state }: Pick<Incident, 'state'>) => state === 'open' || state === 'calm'

export function takeSignal(draft: IncidentDraft, { signal, facts, instead }: SignalNews): void {
  const { incident } = draft
  if (incident.state === 'merged') return // the elder is told
  const known = incident.subjects.find(({ id }) => id === signal.subject)
  if (known && !isNews(known, signal)) return
  const opening = incident.n === 0
  if (opening && signal.type === 'calm') return
  if (signal.type === 'calm') return becomeCalm(draft, signal)
  count(incident, signal, instead)
  look(draft, signal)
  incident.looked += facts.looked
  incident.tells = summed(incident.tells, facts.tells)
  describe(incident, signal)
  judge(draft)
  if (opening) return open(draft, signal)
  if (!isLive(incident) && !stirs(draft)) return void tellOf(draft, 'incident.grown', figuresData(incident))
  grow(draft, signal)
}

const isNews = ({ at, figures }: Incident['subjects'][number], signal: Signal) =>
  signal.total > figures.comments || (signal.type === 'calm' && signal.at > at)

function count(incident: Incident, signal: Signal, instead: string | undefined): void {
  const others = incident.subjects.filter(({ id }) => id !== signal.subject && id !== instead)
  const subject = { id: signal.subject, at: signal.at, figures: figuresOfSignal(signal) }
  incident.subjects = [...others, subject].slice(-INCIDENT_LIMITS.subjects)
  incident.figures = countedOf(incident)
  if (incident.calm) incident.calm = incident.calm.filter(id => id !== signal.subject && id !== instead)
  incident.since = Math.min(incident.since, signal.since)
  incident.lastAt = Math.max(incident.lastAt, signal.at)
}

function look({ incident, rules }: IncidentDraft, signal: Signal): void {
  const rate = (signal.observed * HOUR) / Math.max(1, signal.windowMs)
  incident.trend = trendOf(rules, rate, incident.looks.at(-1)?.rate)
  incident.peak = Math.max(incident.peak, rate)
  const { comments, sentiment } = incident.figures
  addLook(incident, { at: signal.at, comments, ...sentiment, rate })
}

/** By time; of too many every second one of the older half is let go. */
function addLook(incident: Incident, one: IncidentLook): void {
  const looks = [...incident.looks, one].toSorted((a, b) => a.at - b.at || a.comments - b.comments)
  const half = Math.floor(looks.length / 2)
  incident.looks = looks.length <= INCIDENT_LIMITS.looks ? looks : looks.filter((_, i) => i >= half || i % 2 === 0)
}

/** How many comments tell each nature, of both. */
export const summed = (
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>
): Record<string, number> =>
  Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map(id => [id, (a[id] ?? 0) + (b[id] ?? 0)]))

/** The subject that has most of it gives it its title. */
function describe(incident: Incident, signal: Signal): void {
  const most = incident.subjects.reduce((a, b) => (b.figures.comments > a.figures.comments ? b : a))
  if (most.id === signal.subject || incident.title === '') {
    incident.title = signal.phrase.slice(0, 200)
    incident.words = [...signal.words]
      .map(word => word.slice(0, 100))
      .filter(Boolean)
      .slice(0, INCIDENT_LIMITS.words)
  }
  incident.places = named(incident.places, signal.places, INCIDENT_LIMITS.places)
  incident.departments = named(incident.departments, signal.departments, INCIDENT_LIMITS.departments)
}

const named = (before: readonly string[], more: readonly string[], atMost: number) =>
  [...new Set([...more, ...before])]
    .filter(Boolean)
    .map(name => name.slice(0, 100))
    .slice(0, atMost)

function open(draft: IncidentDraft, signal: Signal): void {
  const { incident, rules } = draft
  incident.level = incident.found
  incident.raised = raisedBy(signal)
  incident.step = stepOf(rules, incident.figures.comments)
  const n = tellOf(draft, 'incident.opened', {
    subject: signal.subject,
    since: incident.since,
    nature: incident.nature,
    ...figuresData(incident)
  })
  beginProcedure(draft, rules.procedures[incident.level])
  owe(draft, { why: 'opened', n, at: signal.at })
}

function grow(draft: IncidentDraft, signal: Signal): void {
  const { incident, rules } = draft
  const again = !isLive(incident)
  if (again || incident.state === 'calm') stir(draft, again)
  const n = tellOf(draft, 'incident.grown', { subject: signal.subject, at: signal.at, ...figuresData(incident) })
  const rose = settleLevel(draft)
  const step = stepOf(rules, incident.figures.comments)
  const stepped = step > incident.step
  incident.step = Math.max(incident.step, step)
  if (rose) raiseProcedure(draft)
  const why: TellWhy | undefined = again ? 'reopened' : rose ? 'level' : stepped ? 'step' : undefined
  if (why) owe(draft, { why, n, at: signal.at, ...(stepped && { of: String(step) }) })
}

const raisedBy = ({ at, windowMs, observed, expected, people }: Signal): Incident['raised'] => ({
  ...{ at, windowMs: Math.round(windowMs), observed: Math.round(observed), expected: Math.max(0, expected) },
  people: people ?? 0
})

/** A plan that was begun goes on at a lower level; only a person ends it. */
export function raiseProcedure(draft: IncidentDraft): void {
  const { incident, rules } = draft
  const asked = rules.procedures[incident.level]
  if (asked !== incident.procedure && incident.procedure === 'general') beginProcedure(draft, asked)
}

/** It is open again, from here on. */
function stir(draft: IncidentDraft, again: boolean): void {
  const { incident } = draft
  incident.state = 'open'
  delete incident.calmSince
  if (!again) return
  delete incident.closed
  delete incident.dismissed
  delete incident.set
  tellOf(draft, 'incident.reopened', { why: 'grew', comments: incident.figures.comments })
}

/** The last number of members that was reached at which people are told. */
export const stepOf = ({ steps }: IncidentRules, comments: number): number =>
  Math.max(0, ...steps.filter(step => comments >= step))

/** A false alarm stays silent until it has grown by the factor; one that was closed by as many as the first step. */
function stirs({ incident, rules }: IncidentDraft): boolean {
  const { comments } = incident.figures
  if (incident.dismissed) return comments >= incident.dismissed.comments * rules.falseAlarmFactor
  return comments >= (incident.closed?.comments ?? 0) + Math.min(...rules.steps)
}

/** Nothing out of the ordinary comes any more; of several subjects all are calm. */
function becomeCalm(draft: IncidentDraft, signal: Signal): void {
  const { incident, now } = draft
  incident.subjects = incident.subjects.map(one => (one.id === signal.subject ? { ...one, at: signal.at } : one))
  incident.calm = [...new Set([...(incident.calm ?? []), signal.subject])]
  const isAll = incident.subjects.every(({ id }) => incident.calm!.includes(id))
  if (incident.state !== 'open' || !isAll) return
  incident.state = 'calm'
  incident.calmSince = now
  incident.trend = 'falling'
  judge(draft)
  tellOf(draft, 'incident.calmed', figuresData(incident))
  settleLevel(draft)
}
