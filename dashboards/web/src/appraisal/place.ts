import type { SubjectKind } from '@huiyin/schemas/appraisal-rules.ts'
import type { EntryKind, EntryState } from '@huiyin/schemas/register.ts'
import { useMemo } from 'react'
import { oneOf } from '../data/address.ts'
import { useQueryString, visit } from '../data/query-string.ts'

/** Where one stands: among appraisals, in the register, or among posts to rate; and what is open there. */

export const PARTS = ['appraisals', 'register', 'rating'] as const
export type Part = (typeof PARTS)[number]

export const SUBJECT_KINDS = ['account', 'department', 'person'] as const satisfies readonly SubjectKind[]

export const ENTRY_KINDS = [
  'violation',
  'incident',
  'reward',
  'training',
  'objection'
] as const satisfies readonly EntryKind[]
export const ENTRY_STATES = [
  'proposed',
  'decided',
  'appealed',
  'upheld',
  'changed',
  'withdrawn'
] as const satisfies readonly EntryState[]

/** Nothing's id: something new is begun. */
export const NEW = 'new'

export type AppraisalPlace = {
  part: Part
  /** Id of an appraisal, `job:` and that of its making, of an entry, or NEW. */
  open?: string | undefined
  /** Of an appraisal: whose sheet, and which revision of it. */
  subject?: string | undefined
  revision?: number | undefined
  kind?: EntryKind | undefined
  state?: EntryState | undefined
  subjectKind?: SubjectKind | undefined
  /** Of the rating: 2026-3. */
  period?: string | undefined
}

export function parseAppraisalPlace(search: string): AppraisalPlace {
  const query = new URLSearchParams(search)
  const text = (name: string) => query.get(name) || undefined
  const revision = Number(query.get('revision'))
  return {
    part: oneOf(PARTS, query.get('part')) ?? 'appraisals',
    open: text('open'),
    subject: text('subject'),
    revision: Number.isInteger(revision) && revision > 0 ? revision : undefined,
    kind: oneOf(ENTRY_KINDS, query.get('kind')),
    state: oneOf(ENTRY_STATES, query.get('state')),
    subjectKind: oneOf(SUBJECT_KINDS, query.get('of')),
    period: /^\d{4}-[1-4]$/.test(query.get('period') ?? '') ? text('period') : undefined
  }
}

export function formatAppraisalPlace({ part, subjectKind, ...rest }: AppraisalPlace): string {
  const query = new URLSearchParams({ view: 'appraisal' })
  if (part !== 'appraisals') query.set('part', part)
  for (const [name, value] of Object.entries({ of: subjectKind, ...rest }))
    if (value !== undefined) query.set(name, String(value))
  return `?${query}`
}

export const goInAppraisal = (place: AppraisalPlace, options?: { replace?: boolean }) =>
  visit(formatAppraisalPlace(place), options)

export function useAppraisalPlace(): AppraisalPlace {
  const search = useQueryString()
  return useMemo(() => parseAppraisalPlace(search), [search])
}
