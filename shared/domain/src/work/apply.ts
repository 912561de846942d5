import type { Draft } from '../draft.ts'
import { assignByRule, assignTicket, handOver, unassignTicket } from './assign.ts'
import type { WorkCommand } from './commands.ts'
import { takeNote } from './notes.ts'
import { tagTicket } from './tags.ts'

const WORK: ReadonlySet<string> = new Set<WorkCommand['type']>([
  'assign',
  'unassign',
  'tag',
  'note',
  'assigned.by-rule',
  'handed.over'
])

export const isOfWork = (command: { type: string }): command is WorkCommand => WORK.has(command.type)

/** Does what people share among themselves; an act throws a HuiyinError with what its author must know. */
export function applyWork(draft: Draft, command: WorkCommand): void {
  switch (command.type) {
    case 'assign':
      return assignTicket(draft, command)
    case 'unassign':
      return unassignTicket(draft, command)
    case 'tag':
      return tagTicket(draft, command)
    case 'note':
      return takeNote(draft, command)
    case 'assigned.by-rule':
      return assignByRule(draft, command)
    case 'handed.over':
      return handOver(draft, command)
  }
}
