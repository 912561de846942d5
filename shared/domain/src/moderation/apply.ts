import type { Draft } from '../draft.ts'
import { askRemovalOf, elect, grantRemovalOf, refuseRemovalOf } from './acts.ts'
import type { ModerationCommand } from './commands.ts'
import { claimModeration, moderationNews } from './sending.ts'

const PREFIXES = ['moderation.', 'comment.remove.', 'comment.elect']

export const isOfModeration = (command: { type: string }): command is ModerationCommand =>
  PREFIXES.some(prefix => command.type.startsWith(prefix))

/** All that is decided, claimed and told about citizens' comments at the platform. */
export function applyModeration(draft: Draft, command: ModerationCommand): void {
  switch (command.type) {
    case 'comment.remove.ask':
      return askRemovalOf(draft, command)
    case 'comment.remove.grant':
      return grantRemovalOf(draft, command)
    case 'comment.remove.refuse':
      return refuseRemovalOf(draft, command)
    case 'comment.elect':
      return elect(draft, command)
    case 'moderation.sending':
      return claimModeration(draft, command)
    default:
      return moderationNews(draft, command)
  }
}
