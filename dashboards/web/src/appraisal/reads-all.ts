import type { Actor } from '@huiyin/schemas/actor.ts'

const ALL: ReadonlySet<string> = new Set(['administrator', 'head', 'leader', 'auditor'])

/** Who reads the appraisals of everybody; others read what is about themselves, their accounts or their department. */
export const readsAll = (actor: Actor | undefined): boolean =>
  actor !== undefined && !actor.department && (actor.roles ?? [actor.role]).some(role => ALL.has(role))
