import { INCIDENT_LIMITS, type Statement } from '@huiyin/schemas/incident.ts'
import { HuiyinError } from '../errors.ts'
import type { IncidentAct, IncidentNews } from './commands.ts'
import { type IncidentDraft, tellOf } from './draft.ts'
import { settleTracks, stepsByStatement } from './plan.ts'
import { incidentState, statementNotFound } from './refusals.ts'

/**
 * What the office says of an incident. Drafted → approved by a second person → published by hand where the platform
 * takes no posts from us, under a link → confirmed when the collector meets that post, or by a person who saw it.
 */

type ActOf<T extends IncidentAct['type']> = Extract<IncidentAct, { type: T }>
type NewsOf<T extends IncidentNews['type']> = Extract<IncidentNews, { type: T }>

const MINUTE = 60_000
/** First looked for after so long. */
const LOOK_AFTER = MINUTE

/** Throws INCIDENT_STATE where there is no room for another. */
export function draftStatement(draft: IncidentDraft, act: ActOf<'statement.draft'>): void {
  const { incident, actor: by, now } = draft
  if (incident.statements.length >= INCIDENT_LIMITS.statements)
    throw incidentState(incident, `it has ${INCIDENT_LIMITS.statements} statements, the most that one may have`)
  const { id, kind, title, text, cites } = act
  const statement: Statement = {
    ...{ id, kind, title, state: 'drafted', text: { ...text, by: personOf(by), at: now } },
    ...(cites && cites.length > 0 && { cites })
  }
  incident.statements = [...incident.statements, statement]
  tellOf(draft, 'incident.statement', { statement: id, kind, state: 'drafted', hash: text.hash })
}

/** By a second person, and of the very text that they saw. Throws INCIDENT_STATE, NOT_ALLOWED. */
export function approveStatement(draft: IncidentDraft, { statement: id, hash }: ActOf<'statement.approve'>): void {
  const { incident, actor, now, alone } = draft
  const statement = stateOf(draft, id, ['drafted'], 'approved')
  if (statement.text.hash !== hash) throw incidentState(incident, 'its text is another than the one that you saw')
  if (statement.text.by.id === actor.id && !alone)
    throw new HuiyinError('NOT_ALLOWED', 'A statement is approved by a second person; ask a colleague')
  change(draft, statement, { state: 'approved', approved: { by: personOf(actor), at: now } })
}

/** Throws INCIDENT_STATE. */
export function returnStatement(draft: IncidentDraft, { statement: id, reason }: ActOf<'statement.return'>): void {
  const { actor, now } = draft
  const statement = stateOf(draft, id, ['drafted', 'approved'], 'returned')
  change(draft, statement, { state: 'returned', returned: { by: personOf(actor), at: now, reason } })
}

/** It stands at a platform, under a link. Throws INCIDENT_STATE. */
export function publishStatement(draft: IncidentDraft, { statement: id, published }: ActOf<'statement.publish'>): void {
  const { actor, now } = draft
  const statement = stateOf(draft, id, ['approved'], 'published')
  const publication = { ...published, by: personOf(actor), at: now }
  replace(draft, { ...statement, state: 'published', published: publication, lookAt: now + LOOK_AFTER })
  const { platform, account } = published
  tellOf(draft, 'incident.published', { statement: id, kind: statement.kind, platform, account, state: 'published' })
  stepsByStatement(draft, statement)
}

/** Somebody other than who published it has seen it there. Throws INCIDENT_STATE, NOT_ALLOWED. */
export function confirmStatement(draft: IncidentDraft, { statement: id, at }: ActOf<'statement.confirm'>): void {
  const statement = stateOf(draft, id, ['published'], 'confirmed')
  if (statement.published!.by.id === draft.actor.id && !draft.alone)
    throw new HuiyinError(
      'NOT_ALLOWED',
      'What one published oneself is confirmed by a second person, or by the collector'
    )
  confirm(draft, statement, { at: at ?? statement.published!.at })
}

/** The collector has met it. */
export function sawPost(draft: IncidentDraft, { statement: id, at, link }: NewsOf<'post.seen'>): void {
  const statement = draft.incident.statements.find(one => one.id === id)
  if (statement?.state === 'published') confirm(draft, statement, { at, ...(link !== undefined && { link }) })
}

export function missedPost(draft: IncidentDraft, { statement: id, lookAt }: NewsOf<'post.missing'>): void {
  const statement = draft.incident.statements.find(one => one.id === id)
  if (statement?.state !== 'published' || statement.lookAt === undefined) return
  const { lookAt: before, ...rest } = statement
  if (lookAt === undefined) replace(draft, rest)
  else if (lookAt > before) replace(draft, { ...rest, lookAt })
}

function confirm(draft: IncidentDraft, statement: Statement, { at, link }: { at: number; link?: string }): void {
  const { actor, now } = draft
  const { lookAt: _, ...rest } = statement
  const confirmed = { by: personOf(actor), at, foundAt: now, ...(link !== undefined && { link }) }
  replace(draft, { ...rest, state: 'confirmed', confirmed })
  const { kind, published } = statement
  tellOf(draft, 'incident.published', {
    ...{ statement: statement.id, kind, platform: published!.platform, account: published!.account },
    ...{ state: 'confirmed', publishedAt: at }
  })
  settleTracks(draft)
}

function change(draft: IncidentDraft, statement: Statement, to: Partial<Statement> & Pick<Statement, 'state'>): void {
  replace(draft, { ...statement, ...to })
  const { id, kind, text } = statement
  tellOf(draft, 'incident.statement', { statement: id, kind, state: to.state, hash: text.hash })
}

function replace({ incident }: IncidentDraft, statement: Statement): void {
  incident.statements = incident.statements.map(one => (one.id === statement.id ? statement : one))
}

function stateOf({ incident }: IncidentDraft, id: string, from: readonly Statement['state'][], to: string): Statement {
  const statement = incident.statements.find(one => one.id === id)
  if (!statement) throw statementNotFound(incident, id)
  if (from.includes(statement.state)) return statement
  throw incidentState(incident, `a statement that is ${statement.state} cannot be ${to}; expected ${from.join(' or ')}`)
}

const personOf = ({ accounts: _, ...actor }: IncidentDraft['actor']) => actor
