import type { Procedure, Statement, Step } from '@huiyin/schemas/incident.ts'
import type { IncidentAct } from './commands.ts'
import { type IncidentDraft, tellOf } from './draft.ts'
import { incidentState, stepNotFound } from './refusals.ts'
import { owe } from './telling.ts'

/** The procedure of a level: its tracks, which are deadlines of their own, and the steps that are to be done by them. */

/** Begins the procedure that the level asks for; one that was begun is not begun again. */
export function beginProcedure(draft: IncidentDraft, procedure: Procedure): void {
  const { incident, now, rules } = draft
  incident.procedure = procedure
  const tracks = rules.tracks.filter(
    one => one.procedure === procedure && !incident.tracks.some(({ id }) => id === one.id)
  )
  incident.tracks = [
    ...incident.tracks,
    ...tracks.map(({ id, name, within, by }) => ({ id, name, procedure, by, startedAt: now, dueAt: now + within }))
  ]
  const steps = rules.plan.filter(one => one.procedure === procedure && !incident.steps.some(({ id }) => id === one.id))
  incident.steps = [
    ...incident.steps,
    ...steps.map(({ id, name, owner, track, byStatement }): Step => {
      const dueAt = incident.tracks.find(one => one.id === track)?.dueAt
      return {
        ...{ id, name, procedure, owner, state: 'open' },
        ...(track !== undefined && { track }),
        ...(dueAt !== undefined && { dueAt }),
        ...(byStatement !== undefined && { byStatement })
      }
    })
  ]
  settleTracks(draft)
}

/** A person has lowered it to a general matter: what is left of the plan falls away, and says why. */
export function endPlan(draft: IncidentDraft, reason: string): void {
  const { incident, actor: by, now } = draft
  incident.tracks = incident.tracks.filter(({ procedure, metAt }) => procedure === 'general' || metAt !== undefined)
  incident.steps = incident.steps.map(step =>
    step.procedure === 'major' && step.state === 'open' ? { ...step, state: 'skipped', reason, by, at: now } : step
  )
}

/** Says how a step stands, or who sees to it. Throws STEP_NOT_FOUND, INCIDENT_STATE. */
export function changeStep(draft: IncidentDraft, act: Extract<IncidentAct, { type: 'step' }>): void {
  const { incident, actor: by, now } = draft
  const step = incident.steps.find(({ id }) => id === act.step)
  if (!step) throw stepNotFound(incident, act.step)
  const { state = step.state, reason, owner = step.owner } = act
  if (state === 'skipped' && !reason) throw incidentState(incident, `say why the step "${step.id}" is skipped`)
  const { reason: _, ...rest } = step
  const next: Step = { ...rest, state, owner, by, at: now, ...(reason !== undefined && { reason }) }
  incident.steps = incident.steps.map(one => (one === step ? next : one))
  tellOf(draft, 'incident.stepped', { step: step.id, state, was: step.state, ...(owner !== step.owner && { owner }) })
  settleTracks(draft)
}

/** A statement was published: the steps that wait for one of its kind are done. */
export function stepsByStatement(draft: IncidentDraft, { kind }: Pick<Statement, 'kind'>): void {
  const { incident, actor: by, now } = draft
  for (const step of incident.steps) {
    if (step.byStatement !== kind || step.state !== 'open') continue
    incident.steps = incident.steps.map(one => (one === step ? { ...step, state: 'done', by, at: now } : one))
    tellOf(draft, 'incident.stepped', { step: step.id, state: 'done', was: 'open' })
  }
  settleTracks(draft)
}

/** What ends a track by now: a statement that stands published, or all its steps. */
export function settleTracks({ incident, now }: IncidentDraft): void {
  const published = incident.statements.flatMap(({ published, confirmed }) => confirmed?.at ?? published?.at ?? [])
  incident.tracks = incident.tracks.map(track => {
    const steps = incident.steps.filter(step => step.track === track.id)
    const isMet =
      track.by === 'published' ? published.length > 0 : steps.length > 0 && steps.every(({ state }) => state !== 'open')
    if (!isMet && track.metAt !== undefined && track.by === 'steps') {
      const { metAt: _, ...again } = track // a step was opened again
      return again
    }
    if (!isMet || track.metAt !== undefined) return track
    const metAt = track.by === 'published' ? Math.max(track.startedAt, Math.min(...published)) : now
    return { ...track, metAt }
  })
}

/** Deadlines that have passed unmet are told, each once. */
export function tellLate(draft: IncidentDraft): void {
  const { incident, now } = draft
  for (const track of incident.tracks) {
    if (track.metAt !== undefined || track.lateAt !== undefined || now < track.dueAt) continue
    incident.tracks = incident.tracks.map(one => (one.id === track.id ? { ...one, lateAt: now } : one))
    const n = tellOf(draft, 'incident.stepped', { track: track.id, late: true, dueAt: track.dueAt })
    owe(draft, { why: 'late', n, at: track.dueAt, of: track.id })
  }
}
