import type { Ticket, Undo } from '@huiyin/schemas/ticket.ts'
import { HuiyinError } from '../errors.ts'

/** Why an act is not taken back, and what to do instead. */

export const undoTooLate = (number: string) =>
  new HuiyinError(
    'UNDO_TOO_LATE',
    `There is nothing on ticket ${number} to take back under this key: an act is undone within a minute, or by another act`
  )

/** `who` is absent where nobody of the house did it; `field` is the ticket's that is not as it was left. */
export const undoOvertaken = (who: string | undefined, field: keyof Ticket) =>
  new HuiyinError(
    'UNDO_OVERTAKEN',
    `${who === undefined ? `Since then ${WORDS[field] ?? 'the ticket'} changed` : `${who} was faster: ${WORDS[field] ?? 'the ticket'} changed`}; read the ticket again`
  )

const WORDS: Partial<Record<keyof Ticket, string>> = {
  met: 'the thread',
  turns: 'what was said',
  lastTurn: 'what was said',
  words: 'what was said',
  owed: 'what is owed',
  clocks: 'a clock',
  replies: 'a reply',
  dispatches: 'a dispatch',
  moderation: 'what is done with a comment',
  acknowledged: 'who cares for it',
  assigned: 'who has it in hand',
  tags: 'the tags',
  asks: 'what was asked',
  label: 'the label',
  risk: 'the risk',
  scores: 'the risk',
  urgent: 'the urgency',
  lock: 'the report upward',
  needs: 'what people are told of',
  supervised: 'who watches it',
  cycles: 'the case'
}

export const notYourAct = ({ by, type }: Pick<Undo, 'by' | 'type'>) =>
  new HuiyinError('NOT_ALLOWED', `${by.name} did it (${type}); only who did it takes it back`)
