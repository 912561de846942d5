import { INCIDENT_LIMITS, type Incident, type IncidentMember } from '@huiyin/schemas/incident.ts'
import type { IncidentAct, IncidentNews } from './commands.ts'
import { type IncidentDraft, tellOf } from './draft.ts'
import { countedOf, figuresData, figuresOfMembers, NO_FIGURES, plus } from './figures.ts'
import { judge, settleLevel } from './level.ts'
import { beginProcedure } from './plan.ts'
import { incidentState } from './refusals.ts'
import { isLive, raiseProcedure, stepOf, summed } from './signals.ts'
import { owe } from './telling.ts'

/**
 * Comments that people add or take out, and incidents that become one or two. The younger joins the elder; whose
 * members they were is found by following `mergedInto`. What is split off becomes an incident of its own.
 */

type ActOf<T extends IncidentAct['type']> = Extract<IncidentAct, { type: T }>
type NewsOf<T extends IncidentNews['type']> = Extract<IncidentNews, { type: T }>

export function joinMembers(draft: IncidentDraft, { members: all, already = [] }: ActOf<'join'>): void {
  const { incident } = draft
  const members = all.filter(({ comment }) => !already.includes(comment))
  if (members.length === 0) return
  incident.more = plus(incident.more ?? NO_FIGURES, figuresOfMembers(members))
  recount(draft)
  const [first] = members
  if (first)
    tellOf(draft, 'incident.joined', { ...figuresData(incident), comment: first.comment, joined: members.length })
  raise(draft)
}

export function partMembers(draft: IncidentDraft, { members }: ActOf<'part'>): void {
  const out = takeOut(draft, members)
  const [first] = out
  if (!first) return
  tellOf(draft, 'incident.parted', { ...figuresData(draft.incident), comment: first.comment, parted: out.length })
  settleLevel(draft)
}

/** These become an incident of their own, `into`; the new one is told by `split.from`. Throws INCIDENT_STATE. */
export function splitOff(draft: IncidentDraft, { members, into }: ActOf<'split'>): void {
  const { incident } = draft
  const out = takeOut(draft, members)
  if (out.length === 0 || incident.figures.comments === 0)
    throw incidentState(incident, 'some of its members can be split off, and some have to stay')
  tellOf(draft, 'incident.split', { ...figuresData(incident), into, split: out.length })
  settleLevel(draft)
}

/** Throws INCIDENT_STATE where there is no room to remember them. */
function takeOut(draft: IncidentDraft, members: readonly IncidentMember[]): IncidentMember[] {
  const { incident } = draft
  const gone = new Set(incident.parted)
  const out = members.filter(({ comment }) => !gone.has(comment))
  if (gone.size + out.length > INCIDENT_LIMITS.parted)
    throw incidentState(incident, `no more than ${INCIDENT_LIMITS.parted} comments can be taken out of it`)
  incident.parted = [...incident.parted, ...out.map(({ comment }) => comment)]
  incident.less = plus(incident.less ?? NO_FIGURES, figuresOfMembers(out))
  recount(draft)
  return out
}

function recount(draft: IncidentDraft): void {
  draft.incident.figures = countedOf(draft.incident)
  judge(draft)
}

function raise(draft: IncidentDraft): void {
  if (settleLevel(draft)) raiseProcedure(draft)
  const { incident, rules } = draft
  incident.step = Math.max(incident.step, stepOf(rules, incident.figures.comments))
}

/** Joins an elder one, which is told by `absorbed`. Throws INCIDENT_STATE. */
export function mergeInto(draft: IncidentDraft, { elder }: ActOf<'merge'>): void {
  const { incident } = draft
  if (elder.id === incident.id || !isElder(elder, incident))
    throw incidentState(incident, 'the younger joins the elder; merge the other one into this')
  if (!isLive(elder)) throw incidentState(incident, `the elder is ${elder.state}; reopen it first`)
  incident.state = 'merged'
  incident.mergedInto = elder.id
  incident.owes = []
  tellOf(draft, 'incident.merged', { into: elder.id })
}

type Born = Pick<Incident, 'id' | 'bornAt'>

/** By birth, then by id: of two there is always one. */
export const isElder = (a: Born, than: Born): boolean =>
  a.bornAt < than.bornAt || (a.bornAt === than.bornAt && a.id < than.id)

/** What the younger counted counts here from now on. */
export function absorb(draft: IncidentDraft, { younger }: NewsOf<'absorbed'>): void {
  const { incident } = draft
  if (incident.absorbed.includes(younger.id)) return
  incident.absorbed = [...incident.absorbed, younger.id].slice(-INCIDENT_LIMITS.subjects)
  const known = new Set(incident.subjects.map(({ id }) => id))
  incident.subjects = [...incident.subjects, ...younger.subjects.filter(({ id }) => !known.has(id))].slice(
    -INCIDENT_LIMITS.subjects
  )
  if (younger.more) incident.more = plus(incident.more ?? NO_FIGURES, younger.more)
  if (younger.less) incident.less = plus(incident.less ?? NO_FIGURES, younger.less)
  incident.parted = [...new Set([...incident.parted, ...younger.parted])].slice(-INCIDENT_LIMITS.parted)
  const given = incident.instructions ?? []
  const more = (younger.instructions ?? []).filter(({ id, done }) => !done && !given.some(one => one.id === id))
  if (more.length > 0) incident.instructions = [...given, ...more].slice(-INCIDENT_LIMITS.instructions)
  incident.looked += younger.looked
  incident.tells = summed(incident.tells, younger.tells)
  incident.since = Math.min(incident.since, younger.since)
  incident.lastAt = Math.max(incident.lastAt, younger.lastAt)
  recount(draft)
  tellOf(draft, 'incident.merged', { ...figuresData(incident), younger: younger.id })
  if (isLive(incident)) raise(draft)
}

/** The first news of an incident that was split off. */
export function beginSplit(draft: IncidentDraft, { elder, title, figures, at }: NewsOf<'split.from'>): void {
  const { incident, rules } = draft
  if (incident.n > 0) return
  Object.assign(incident, {
    ...{ title: title.slice(0, 200), words: elder.words, places: elder.places, departments: elder.departments },
    ...{ splitFrom: elder.id, since: at, lastAt: at, more: figures, looked: elder.looked, tells: elder.tells }
  })
  incident.trend = 'steady'
  recount(draft)
  incident.level = incident.found
  incident.step = stepOf(rules, incident.figures.comments)
  const n = tellOf(draft, 'incident.opened', {
    ...{ subject: `split/${elder.id}`, since: at, nature: incident.nature },
    ...figuresData(incident)
  })
  beginProcedure(draft, rules.procedures[incident.level])
  owe(draft, { why: 'opened', n, at: draft.now })
}
