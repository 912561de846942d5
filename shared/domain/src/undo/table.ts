import type { Act } from '../commands.ts'
import type { Action } from '../roles/table.ts'

/**
 * Which acts can be taken back within a minute. `alone`: it touches nothing that decides about anything else, so that
 * only its own fields have to be as it left them. `whole`: whatever the citizen, the platform or others bring since is
 * decided by what it changed, so that nothing may have come. `no`: `instead` says which act takes its effect back; what
 * has left the house, or has been told to another ticket, is not undone here.
 */
export type Undoable = { undo: 'alone' | 'whole'; action: Action } | { undo: 'no'; instead?: Act['type'] }

const alone = (action: Action): Undoable => ({ undo: 'alone', action })
const whole = (action: Action): Undoable => ({ undo: 'whole', action })
const no = (instead?: Act['type']): Undoable => ({ undo: 'no', ...(instead && { instead }) })

/** By the name of an act; `action` is the right that undoing it needs as well. */
export const UNDOABLE: Record<Act['type'], Undoable> = {
  acknowledge: alone('ticket.acknowledge'),
  assign: alone('ticket.assign'),
  unassign: alone('ticket.assign'),
  tag: alone('ticket.tag'),
  ask: alone('case.ask'),
  rate: alone('case.rate'),

  dismiss: whole('ticket.close'),
  waive: whole('ticket.close'),
  reopen: whole('ticket.close'),
  correct: whole('ticket.triage'),
  pause: whole('clock.pause'),
  resume: whole('clock.pause'),
  supervise: whole('case.supervise'),
  'supervise.end': whole('case.supervise'),
  'ask.decide': whole('case.decide'),
  'dispatch.sign': whole('dispatch.handle'),
  'dispatch.return': whole('dispatch.handle'),
  'dispatch.bounce': whole('dispatch.handle'),
  'dispatch.withdraw': whole('dispatch.send'),

  // until it leaves: the responder's claim changes the reply
  'reply.draft': whole('reply.draft'),
  'reply.review': whole('reply.review'),
  'reply.approve': whole('reply.approve'),
  'reply.return': whole('reply.review'),
  'reply.release': whole('reply.release'),
  'comment.remove.ask': whole('comment.remove'),
  'comment.remove.refuse': whole('comment.remove.decide'),
  'comment.remove.grant': whole('comment.remove.decide'),
  'comment.elect': whole('comment.elect'),

  dispatch: no('dispatch.withdraw'),
  'dispatch.rule': no('dispatch.rule'),
  transfer: no('transfer'),
  'reply.attest': no('reply.withdraw'),
  'reply.confirm-attested': no(),
  'reply.withdraw': no('reply.draft'),
  merge: no('split'),
  split: no('merge'),
  relate: no('unrelate'),
  unrelate: no('relate'),
  note: no(),
  attach: no(),
  'dispatch.link': no('dispatch.unlink'),
  'dispatch.unlink': no('dispatch.link'),
  undo: no()
}
