import type { Observation } from '@huiyin/schemas/comment.ts'
import { ticketId } from './ids.ts'

/**
 * Whose ticket a comment belongs to: a citizen's to their own; ours to the one of the citizen whom it answers,
 * looked for among the comments of the thread. Undefined when that comment is not known (yet).
 */
export function addressee(seen: Observation, thread: readonly Observation[]): string | undefined {
  if (!seen.ours) return ticketId(seen)
  const answered = thread.find(({ comment, ours }) => comment === (seen.parent ?? seen.root) && !ours)
  return answered && ticketId(answered)
}
