import type { Actor } from '@huiyin/schemas/actor.ts'
import type { TicketView } from '@huiyin/schemas/api.ts'

/** Who may do what in the made-up county. */

type Act = TicketView['may'][number]

const when = (holds: boolean, ...acts: Act[]): Act[] => (holds ? acts : [])

/** The ticket as this person sees it. */
export function asSeenBy(actor: Actor, view: TicketView): TicketView {
  const head = actor.role === 'head' || actor.role === 'administrator'
  const office = actor.department === undefined
  const goesOn = view.status === 'open' || view.status === 'handling'
  const underWay = view.replies.some(({ state }) => ['approved', 'sending', 'sent', 'attesting'].includes(state))
  const active = view.dispatches.find(({ endedAt }) => endedAt === undefined)
  const bounced = view.dispatches.some(({ bounce }) => bounce)
  const replies = view.replies.map(reply => {
    const { state, heldBack, author } = reply
    const another = author.id !== actor.id
    const pending = state === 'drafted' || state === 'reviewed'
    return {
      ...reply,
      may: [
        ...when(state === 'drafted' && another && !heldBack, 'reply.review'),
        ...when(state === 'reviewed' && head && another && !heldBack, 'reply.approve'),
        ...when(pending && another, 'reply.return'),
        ...when(pending || state === 'returned' || state === 'failed', 'reply.edit'),
        ...when(pending || state === 'approved' || state === 'failed', 'reply.attest'),
        ...when(pending || state === 'approved', 'reply.withdraw'),
        ...when(state === 'attesting' && reply.attested?.by.id !== actor.id, 'reply.confirm-attested')
      ] as Act[]
    }
  })
  const dispatches = view.dispatches.map(dispatch => {
    const theirs = dispatch.endedAt === undefined && (office || actor.department === dispatch.department)
    const own = theirs && !office
    return {
      ...dispatch,
      may: [
        ...when(theirs && dispatch.state === 'dispatched', 'dispatch.sign'),
        ...when(theirs, 'dispatch.return'),
        ...when(own && !dispatch.ruled, 'dispatch.bounce'),
        ...when(theirs && office, 'dispatch.withdraw', 'dispatch.link')
      ]
    }
  })
  const clocks = view.clocks.map(clock => ({
    ...clock,
    may: when(clock.stoppedAt === undefined && office, clock.paused ? 'resume' : 'pause')
  }))
  const asks = view.asks.map(ask => ({ ...ask, may: when(!ask.decided && ask.by.id !== actor.id, 'ask.decide') }))
  const supervised = view.supervised.map(one => ({ ...one, may: when(one.endedAt === undefined, 'supervise.end') }))
  const own: Act[] = [
    'correct',
    'tag',
    'note',
    'attach',
    ...when(office, 'assign'),
    ...when(office && view.assignedTo !== undefined, 'unassign'),
    'relate',
    ...when(view.links.related.length > 0, 'unrelate'),
    ...when(goesOn && office, 'acknowledge', 'dismiss'),
    ...when(view.status === 'dismissed' || view.status === 'answered', 'reopen'),
    ...when(goesOn && !underWay && view.owed > 0, 'reply.draft', 'reply.attest'),
    ...when(view.locked && head, 'reply.release'),
    ...when(goesOn && office && !active, 'dispatch'),
    ...when(goesOn && head && bounced, 'dispatch.rule'),
    ...when(goesOn && office, 'transfer', 'supervise', 'ask.extend', 'ask.close-without-result', 'merge'),
    ...when(goesOn && view.urgent, 'ask.lower'),
    ...when(goesOn && head, 'supervise.instruct'),
    ...when(view.status === 'merged', 'split'),
    ...when(view.status === 'answered', 'rate'),
    ...when(office && view.platform === 'wechat', 'comment.remove.ask', 'comment.elect')
  ]
  const moderation = (view.moderation ?? []).map(one => ({
    ...one,
    may: when(one.state === 'asked' && head && one.by.id !== actor.id, 'comment.remove.grant', 'comment.remove.refuse')
  }))
  return { ...view, replies, dispatches, clocks, asks, supervised, moderation, may: own }
}

const WORKING = [
  'session.own',
  'ticket.read',
  'ticket.acknowledge',
  'comment.read',
  'post.read',
  'account.read',
  'item.read'
]
const KEEPING: ReadonlySet<string> = new Set(['administrator', 'head', 'maintainer', 'auditor'])

/** What the county grants somebody: enough for the views that it answers. */
export const grantsOf = ({ role, roles, department }: Actor): string[] =>
  !department && (roles ?? [role]).some(one => KEEPING.has(one))
    ? [...WORKING, 'people.read', ...(role === 'administrator' ? ['account.configure'] : [])]
    : WORKING
