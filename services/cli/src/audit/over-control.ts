import type { Ask, AuditQuestion } from '../control/messages.ts'
import type { AuditDesk } from './desk.ts'

/** The trail of the process that owns the folder, over a conversation with it. */
export function auditOver(ask: <T>(message: Ask) => Promise<T>): AuditDesk {
  const over =
    <T>(what: AuditQuestion) =>
    (of?: unknown) =>
      ask<T>({ ask: 'audit', what, ...(of !== undefined && { of }) })
  return {
    heads: over('heads'),
    links: over('links'),
    at: over('at'),
    range: over('range'),
    between: over('between'),
    anchors: over('anchors'),
    key: over('key'),
    anchor: over('anchor'),
    kept: over('kept'),
    keep: over('keep'),
    exporting: over('exporting')
  }
}

/** Answers what was asked so. */
export const answerAudit = async (desk: AuditDesk, what: AuditQuestion, of: unknown): Promise<unknown> =>
  (await (desk[what] as (of: unknown) => Promise<unknown>)(of)) ?? null
