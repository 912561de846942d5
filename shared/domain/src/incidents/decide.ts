import type { HouseEvent } from '@huiyin/schemas/event.ts'
import { INCIDENT_LIMITS, type Incident } from '@huiyin/schemas/incident.ts'
import type { IncidentRules } from '@huiyin/schemas/incident-rules.ts'
import { type IncidentAct, type IncidentCommand, type IncidentNews, isIncidentAct } from './commands.ts'
import { type IncidentDraft, refuseUnseenOf, rememberAct, tellOf, wasTakenBy } from './draft.ts'
import { finishInstruction, instruct, tellLateInstructions } from './instructions.ts'
import { settleLevel } from './level.ts'
import { absorb, beginSplit, joinMembers, mergeInto, partMembers, splitOff } from './links.ts'
import { changeStep, tellLate } from './plan.ts'
import { incidentClosed, incidentNotFound } from './refusals.ts'
import { emptyIncident, isLive, takeSignal } from './signals.ts'
import {
  approveStatement,
  confirmStatement,
  draftStatement,
  missedPost,
  publishStatement,
  returnStatement,
  sawPost
} from './statements.ts'
import { close, dismiss, mute, reopen, review, setLevel, unmute } from './states.ts'
import { noteTold } from './telling.ts'

/** The incident after a command, and the events that the command caused; the same and none when it changed nothing. */
export type IncidentDecision = { incident: Incident | undefined; events: HouseEvent[] }

export type IncidentCircumstances = {
  id: string
  now: number
  rules: IncidentRules
  /** One person alone can sign in: they approve what they wrote themselves. */
  alone?: boolean
}

/**
 * The one place where incidents change. Pure: the same incident, command, instant and rules give the same decision.
 * News is never refused; an act throws a HuiyinError with what its author must know.
 */
export function decideIncident(
  incident: Incident | undefined,
  command: IncidentCommand,
  { id, now, rules, alone = false }: IncidentCircumstances
): IncidentDecision {
  const act = isIncidentAct(command) ? command : undefined
  if (!incident && act) throw incidentNotFound(id)
  if (!incident && !OPENS.has(command.type)) return { incident: undefined, events: [] }
  if (incident && act && wasTakenBy(incident, act)) return { incident, events: [] }
  const start = incident ?? emptyIncident(id, now, rules)
  const draft: IncidentDraft = { incident: { ...start }, events: [], actor: command.actor, now, rules, alone }
  if (act) applyAct(draft, act)
  else applyNews(draft, command as IncidentNews)
  if (act) rememberAct(draft.incident, act)
  if (draft.incident.n === 0) return { incident: undefined, events: [] }
  const same = !act && draft.events.length === 0 && isSame(draft.incident, start)
  return same ? { incident, events: [] } : { incident: draft.incident, events: draft.events }
}

const OPENS: ReadonlySet<string> = new Set<IncidentNews['type']>(['signal', 'split.from'])

const isSame = (a: Incident, b: Incident) =>
  (Object.keys({ ...a, ...b }) as (keyof Incident)[]).every(field => a[field] === b[field])

function applyNews(draft: IncidentDraft, news: IncidentNews): void {
  switch (news.type) {
    case 'signal':
      return takeSignal(draft, news)
    case 'looked':
      return lookAgain(draft)
    case 'told':
      return noteTold(draft, news)
    case 'digested':
      return giveToDigest(draft, news)
    case 'received':
      return noteReceived(draft, news)
    case 'published':
      return forgetPublished(draft, news.through)
    case 'post.seen':
      return sawPost(draft, news)
    case 'post.missing':
      return missedPost(draft, news)
    case 'absorbed':
      return absorb(draft, news)
    case 'split.from':
      return beginSplit(draft, news)
  }
}

/** What can be done to one that is done. */
const AFTERWARDS: ReadonlySet<string> = new Set<IncidentAct['type']>(['reopen', 'note', 'review', 'statement.confirm'])

function applyAct(draft: IncidentDraft, act: IncidentAct): void {
  if (!isLive(draft.incident) && !AFTERWARDS.has(act.type)) throw incidentClosed(draft.incident)
  refuseUnseenOf(draft, act)
  switch (act.type) {
    case 'note':
      return addNote(draft, act)
    case 'step':
      return changeStep(draft, act)
    case 'statement.draft':
      return draftStatement(draft, act)
    case 'statement.approve':
      return approveStatement(draft, act)
    case 'statement.return':
      return returnStatement(draft, act)
    case 'statement.publish':
      return publishStatement(draft, act)
    case 'statement.confirm':
      return confirmStatement(draft, act)
    default:
      return applyToWhole(draft, act)
  }
}

type OfPart = 'note' | 'step' | `statement.${string}`

function applyToWhole(draft: IncidentDraft, act: Exclude<IncidentAct, { type: OfPart }>): void {
  switch (act.type) {
    case 'level':
      return setLevel(draft, act)
    case 'mute':
      return mute(draft, act)
    case 'unmute':
      return unmute(draft)
    case 'join':
      return joinMembers(draft, act)
    case 'part':
      return partMembers(draft, act)
    case 'split':
      return splitOff(draft, act)
    case 'merge':
      return mergeInto(draft, act)
    case 'dismiss':
      return dismiss(draft, act)
    case 'reopen':
      return reopen(draft, act)
    case 'review':
      return review(draft, act)
    case 'close':
      return close(draft, act)
    case 'instruct':
      return instruct(draft, act)
    case 'instruction.done':
      return finishInstruction(draft, act)
  }
}

/** Time has passed. */
function lookAgain(draft: IncidentDraft): void {
  if (!isLive(draft.incident)) return
  settleLevel(draft)
  tellLate(draft)
  tellLateInstructions(draft)
}

function addNote(
  draft: IncidentDraft,
  { id, text, cites, links, files }: Extract<IncidentAct, { type: 'note' }>
): void {
  const { incident, actor, now } = draft
  const { accounts: _, ...by } = actor
  const note = {
    ...{ id, text: { ...text, by, at: now } },
    ...(cites && cites.length > 0 && { cites }),
    ...(links && links.length > 0 && { links }),
    ...(files && files.length > 0 && { files })
  }
  incident.notes = [...incident.notes, note].slice(-INCIDENT_LIMITS.notes)
  tellOf(draft, 'incident.noted', { note: id, hash: text.hash })
}

function giveToDigest({ incident }: IncidentDraft, { ns, digest }: Extract<IncidentNews, { type: 'digested' }>): void {
  if (!incident.owes.some(({ n, digest }) => ns.includes(n) && digest === undefined)) return
  incident.owes = incident.owes.map(owed =>
    ns.includes(owed.n) && owed.digest === undefined ? { ...owed, digest } : owed
  )
}

function noteReceived(draft: IncidentDraft, { letter, by, at }: Extract<IncidentNews, { type: 'received' }>): void {
  const { incident } = draft
  const report = incident.reports.find(one => one.letter === letter)
  const receipt = `${letter}/${by}`
  if (!report || incident.receipts?.includes(receipt)) return
  incident.receipts = [...(incident.receipts ?? []), receipt].slice(-INCIDENT_LIMITS.receipts)
  incident.reports = incident.reports.map(one => (one.letter === letter ? { ...one, received: one.received + 1 } : one))
  tellOf(draft, 'incident.received', { letter, at })
}

function forgetPublished({ incident }: IncidentDraft, through: number): void {
  if (!incident.unpublished.some(({ n }) => n <= through)) return
  incident.unpublished = incident.unpublished.filter(({ n }) => n > through)
  if (incident.unpublished.length === 0) delete incident.unpublishedSince
}
