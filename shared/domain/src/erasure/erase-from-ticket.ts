import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Traces } from '@huiyin/schemas/erasure.ts'
import type { Reply, Ticket, Turn } from '@huiyin/schemas/ticket.ts'
import { remove } from '../arrive.ts'
import { type Draft, tell } from '../draft.ts'
import { digest, textHash } from '../ids.ts'
import { isBeingWritten, isUnderWay } from '../replies/reply-state.ts'
import { ERASED, hasTraces, withoutTraces } from './traces.ts'

/** News that a citizen's words were erased by right. */
export interface WordsErased {
  type: 'words.erased'
  actor: Actor
  /** Id of the erasure. */
  erasure: string
  /** Ids of the comments. */
  comments: readonly string[]
  traces: Traces
  /** What the segmenter had made of them. */
  words: readonly string[]
}

/** Whether a reply that is on its way quotes what is erased: it may not change before it has arrived. */
export const waitsForReply = ({ replies }: Ticket, traces: Traces): boolean =>
  replies.some(reply => isUnderWay(reply) && hasTraces(reply, traces, true))

/**
 * Takes the words out of whatever the ticket holds: excerpts, drafts and replies that quote them, reasons, results. Done
 * twice it is done once. A reply being written that quoted them is superseded; one that stands in public is looked for no
 * more. The comments are owed no answer from then on, as if their author had removed them (R28). The citizen's name goes
 * when nothing of theirs is left on the ticket.
 */
export function eraseFromTicket(draft: Draft, { erasure, comments, traces, words }: WordsErased): void {
  for (const comment of comments) {
    const isOwed = draft.ticket.owed.some(one => one.comment === comment)
    const stands = draft.ticket.turns.some(one => one.comment === comment && !one.deleted)
    if (isOwed || stands) remove(draft, { id: comment, observedAt: draft.now })
  }
  const { ticket } = draft
  const isGone = (id: string | undefined) => id !== undefined && comments.includes(id)
  const { replies, turns, undo, unpublished, words: said, scores, ...rest } = ticket
  const isAbout = traces.about.includes(ticket.id)
  const next: Ticket = {
    ...withoutTraces(rest, traces, isAbout),
    turns: turns.map(turn =>
      isGone(turn.comment) ? emptied(turn) : turn.by === 'office' ? withoutTraces(turn, traces, isAbout) : turn
    ),
    replies: replies.map(reply => replyWithout(reply, traces, isAbout)),
    unpublished: withoutTraces(unpublished, traces, isAbout),
    words: words.reduce((left, one) => (one ? left.replace(one, '').replaceAll('  ', ' ').trim() : left), said),
    ...(scores && { scores: renamed(scores, comments) })
  }
  const isEmpty = next.turns.every(turn => turn.by === 'office' || turn.excerpt === ERASED)
  if (isEmpty && isAbout) {
    next.words = ''
    if (next.citizen.name !== undefined) next.citizen = next.citizen.id === undefined ? {} : { id: next.citizen.id }
  }
  if (undo && !hasTraces(undo, traces, isAbout)) next.undo = undo // what people may take back would bring the words back
  if (JSON.stringify(sorted(next)) === JSON.stringify(sorted(ticket))) return
  draft.ticket = next
  tell(draft, 'comment.erased', { erasure, comments: turns.filter(({ comment }) => isGone(comment)).length })
}

const emptied = (turn: Turn): Turn => (turn.excerpt === ERASED ? turn : { ...turn, excerpt: ERASED })

const sorted = (ticket: Ticket) => Object.entries(ticket).sort(([a], [b]) => (a < b ? -1 : 1))

function replyWithout(reply: Reply, traces: Traces, near: boolean): Reply {
  if (isUnderWay(reply) && !isBeingWritten(reply)) return reply
  const next = withoutTraces(reply, traces, near)
  if (next === reply) return reply
  const { watch: _, ...kept } = next
  const state = isBeingWritten(reply) ? ('superseded' as const) : reply.state
  return { ...kept, hash: textHash(next.text), state }
}

/** The key of a score holds a digest of the text, by which a text could be guessed. */
const renamed = (scores: NonNullable<Ticket['scores']>, comments: readonly string[]): NonNullable<Ticket['scores']> => {
  const marks = comments.map(digest)
  const gone = (key: string) => marks.find(mark => key.startsWith(`${mark}.`) && key !== `${mark}.erased`)
  const entries = Object.entries(scores)
  if (!entries.some(([key]) => gone(key))) return scores
  return Object.fromEntries(entries.map(([key, of]) => [gone(key) ? `${gone(key)}.erased` : key, of]))
}
