import type { Draft } from '../draft.ts'
import { absorb, part } from './absorb.ts'
import type { LinkCommand } from './commands.ts'
import { repeatReply } from './echo.ts'
import { merge, split } from './merge.ts'
import { noteRelated, relate, unrelate } from './relate.ts'

/** What changes by the links between tickets (R26, R27). */
export function applyLink(draft: Draft, command: LinkCommand): void {
  switch (command.type) {
    case 'merge':
      return merge(draft, command)
    case 'split':
      return split(draft, command)
    case 'relate':
      return relate(draft, command)
    case 'unrelate':
      return unrelate(draft, command)
    case 'ticket.absorbed':
      return absorb(draft, command)
    case 'ticket.parted':
      return part(draft, command)
    case 'elder.replied':
      return repeatReply(draft, command)
    default:
      return noteRelated(draft, command)
  }
}
