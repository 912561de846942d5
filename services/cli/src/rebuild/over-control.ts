import type { RebuildAsked, Rebuilds } from '@huiyin/ports/rebuilds.ts'
import type { Ask, RebuildQuestion } from '../control/messages.ts'

/** The rebuild of the process that owns the folder, over a conversation with it. */
export function rebuildOver(ask: <T>(message: Ask) => Promise<T>): Rebuilds {
  const over =
    <T>(what: RebuildQuestion) =>
    (of?: unknown) =>
      ask<T>({ ask: 'rebuild', what, ...(of !== undefined && { of }) })
  return { status: over('status'), start: over('start'), work: over('work'), stop: over('stop'), drop: over('drop') }
}

/** Answers what was asked so. */
export function answerRebuild(desk: Rebuilds, what: RebuildQuestion, of: unknown): Promise<unknown> {
  if (what === 'start') return desk.start(of as RebuildAsked)
  if (what === 'drop') return desk.drop(of as Parameters<Rebuilds['drop']>[0])
  return desk[what]()
}
