import type { Draft } from '../draft.ts'
import { attestReply, confirmAttested } from './attest.ts'
import type { ReplyCommand } from './commands.ts'
import { draftReply } from './draft-reply.ts'
import { releaseReplies } from './lock.ts'
import { approveReply, returnReply, reviewReply, withdrawReply } from './review.ts'
import { claim, replyNews } from './sending.ts'

/** All that is decided, claimed and told about replies. */
export function applyReply(draft: Draft, command: ReplyCommand): void {
  switch (command.type) {
    case 'reply.draft':
      return draftReply(draft, command)
    case 'reply.review':
      return reviewReply(draft, command)
    case 'reply.return':
      return returnReply(draft, command)
    case 'reply.approve':
      return approveReply(draft, command)
    case 'reply.withdraw':
      return withdrawReply(draft, command)
    case 'reply.attest':
      return attestReply(draft, command)
    case 'reply.confirm-attested':
      return confirmAttested(draft, command)
    case 'reply.release':
      return releaseReplies(draft, command)
    case 'reply.sending':
      return claim(draft, command)
    default:
      return replyNews(draft, command)
  }
}
