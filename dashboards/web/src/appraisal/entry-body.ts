import type { EntryBody } from '@huiyin/schemas/api-register.ts'
import type { Severity, SubjectKind } from '@huiyin/schemas/appraisal-rules.ts'
import type { Evidence } from '@huiyin/schemas/register.ts'
import { namesIn } from '../form/spec.ts'

/** What the form's values make of an entry. */

/** Objections are raised on a sheet. */
export const ENTERED = ['violation', 'incident', 'reward', 'training'] as const
export type EntryKindEntered = (typeof ENTERED)[number]

type Values = Readonly<Record<string, string>>

const has = (value: string | undefined) => (value ?? '').trim() !== ''
const hoursOf = ({ hours = '' }: Values) => Number(hours.trim())

export function isComplete(values: Values): boolean {
  const { kind, subject, title, at, severity, text, tickets } = values
  if (![subject, title, at].every(has)) return false
  if (kind === 'incident') return has(severity)
  if (kind === 'training') return hoursOf(values) > 0 && participantsOf(values).length > 0
  return kind !== 'violation' || has(text) || has(tickets) // what was seen, or what shows it
}

const participantsOf = ({ people = '', others = '' }: Values) => [
  ...people
    .split(',')
    .filter(Boolean)
    .map(id => ({ id, name: id })),
  ...namesIn(others).map(name => ({ name }))
]

export function bodyOf(values: Values, tickets: readonly string[]): EntryBody {
  const { kind, subjectKind, subject = '', at, title = '', text = '', severity } = values
  const evidence: Evidence[] = tickets.map(id => ({ kind: 'ticket', id }))
  return {
    kind: kind as EntryKindEntered,
    subject: { kind: subjectKind as SubjectKind, id: subject },
    at: Number(at),
    title: title.trim(),
    ...(has(text) && { text: text.trim() }),
    ...(kind === 'incident' && { severity: severity as Severity }),
    ...(kind === 'training' && { training: { hours: hoursOf(values), participants: participantsOf(values) } }),
    ...(evidence.length > 0 && { evidence })
  }
}
