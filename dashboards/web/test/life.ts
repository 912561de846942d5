import type { Actor } from '@huiyin/schemas/actor.ts'
import type { TicketView } from '@huiyin/schemas/api.ts'
import type { PauseReason } from '@huiyin/schemas/calendar.ts'
import type { EventType } from '@huiyin/schemas/event.ts'
import { moderated } from './moderating.ts'
import { CALLED_BACK_WITHIN } from './working.ts'

/** What the acts of people make of a ticket in the made-up county: the house's rules, as far as its page needs them. */

export type Told = { type: EventType; change: Partial<TicketView> } | { refused: [status: number, code: string] }
type Body = Record<string, unknown> & { text?: string; reason?: string; department?: string }
type Reply = TicketView['replies'][number]
type Dispatch = TicketView['dispatches'][number]

const HOUR = 3_600_000

const replied = (view: TicketView, id: string | undefined, change: Partial<Reply>) => ({
  replies: view.replies.map(reply => (reply.id === id ? { ...reply, ...change } : reply))
})

/** Newer drafts take the place of older ones that nobody has let go. */
const withReply = (view: TicketView, reply: Reply) => ({
  replies: [
    ...view.replies.map(old =>
      old.state === 'drafted' || old.state === 'reviewed' ? { ...old, state: 'superseded' as const } : old
    ),
    reply
  ],
  reply: reply.state
})

function drafted(view: TicketView, body: Body, actor: Actor): Reply {
  return {
    id: `r${view.replies.length + 1}`,
    kind: (body.kind as Reply['kind']) ?? view.writing.kind,
    to: { comment: view.thread[0]!.id, native: 'c', publishedAt: view.openedAt },
    answers: [view.thread[0]!.id],
    text: body.text ?? '',
    hash: `hash-of-${body.text?.length}`,
    state: 'drafted',
    author: actor,
    draftedAt: Date.now(),
    attempt: 0,
    heldBack: view.locked && body.kind !== 'holding' && view.lock?.spokesperson?.id !== actor.id,
    may: [],
    ...(view.writing.important.length > 0 && { important: view.writing.important }),
    ...(body.template !== undefined && { template: 'received@1' }),
    ...(body.promisedAt !== undefined && { promisedAt: body.promisedAt as number })
  }
}

/** What is not urgent waits a moment before it leaves. */
const leaving = ({ urgent }: TicketView) => (urgent ? {} : { leavesAt: Date.now() + CALLED_BACK_WITHIN })

function draft(view: TicketView, body: Body, actor: Actor): Told {
  const reply = drafted(view, body, actor)
  const asIs = reply.kind === 'holding' && reply.template !== undefined
  const alone = view.writing.selfReview && !reply.heldBack
  const reviewed = { ...reply, reviewedBy: actor, reviewedAt: Date.now(), selfReviewed: true }
  if (asIs)
    return {
      type: 'reply.approved',
      change: withReply(view, { ...reply, ...leaving(view), state: 'approved', approvedBy: actor })
    }
  if (!alone) return { type: 'reply.drafted', change: withReply(view, reply) }
  return reply.important
    ? { type: 'reply.reviewed', change: withReply(view, { ...reviewed, state: 'reviewed' }) }
    : {
        type: 'reply.approved',
        change: withReply(view, { ...reviewed, ...leaving(view), state: 'approved', approvedBy: actor })
      }
}

function onReply(view: TicketView, id: string, what: string, body: Body, actor: Actor): Told {
  const reply = view.replies.find(reply => reply.id === id)!
  const at = Date.now()
  const to = (type: EventType, change: Partial<Reply>): Told => ({ type, change: replied(view, id, change) })
  if (what === 'withdraw') return to('reply.superseded', { state: 'superseded' })
  if (what === 'return')
    return to('reply.returned', { state: 'returned', returned: { by: actor, at, reason: body.reason! } })
  if (what === 'confirm-attested')
    return {
      type: 'reply.confirmed',
      change: {
        ...replied(view, id, {
          state: 'confirmed',
          confirmedAt: at,
          attested: { ...reply.attested!, confirmedBy: actor }
        }),
        status: 'answered',
        owed: 0,
        outcome: 'met'
      }
    }
  if (body.hash !== reply.hash) return { refused: [409, 'REPLY_CHANGED'] }
  if (actor.id === reply.author.id) return { refused: [403, 'SECOND_PERSON_NEEDED'] }
  const let_ = { state: 'approved', approvedBy: actor, approvedAt: at, ...leaving(view) } as const
  if (what === 'approve') return to('reply.approved', let_)
  const read = { reviewedBy: actor, reviewedAt: at }
  return reply.important
    ? to('reply.reviewed', { ...read, state: 'reviewed' })
    : to('reply.approved', { ...read, ...let_ })
}

function attest(view: TicketView, body: Body, actor: Actor): Told {
  const attested = { by: actor, at: Date.now(), postedAt: Number(body.postedAt), evidence: String(body.evidence) }
  if (body.reply !== undefined)
    return { type: 'reply.attested', change: replied(view, String(body.reply), { state: 'attesting', attested }) }
  return {
    type: 'reply.attested',
    change: withReply(view, { ...drafted(view, body, actor), state: 'attesting', attested })
  }
}

function send(view: TicketView, body: Body, actor: Actor, ruled?: Dispatch['ruled']): Told {
  const at = Date.now()
  const dispatch: Dispatch = {
    id: `d${view.dispatches.length + 1}`,
    department: body.department!,
    ...(body.assisting !== undefined && { assisting: body.assisting as string[] }),
    state: 'dispatched',
    cycle: 1,
    request: String(body.request ?? view.dispatches.at(-1)?.request),
    by: actor,
    dispatchedAt: at,
    bounceUntil: at + 24 * HOUR,
    may: [],
    ...(ruled ? { ruled } : leaving(view))
  }
  const sign = {
    ...view.clocks[0]!,
    id: `leg-${dispatch.id}`,
    kind: 'leg',
    stage: 'sign',
    dispatch: dispatch.id
  } as const
  return {
    type: ruled ? 'dispatch.ruled' : 'dispatch.sent',
    change: {
      dispatches: [...view.dispatches, dispatch],
      dispatchedTo: { department: dispatch.department, signed: false },
      department: dispatch.department,
      clocks: [
        ...view.clocks.filter(({ kind }) => kind !== 'leg'),
        { ...sign, startedAt: at, dueAt: at + 2 * HOUR, department: dispatch.department }
      ]
    }
  }
}

function onDispatch(view: TicketView, id: string, what: string, body: Body, actor: Actor): Told {
  const at = Date.now()
  const to = (type: EventType, change: Partial<Dispatch>, more: Partial<TicketView> = {}): Told => ({
    type,
    change: { dispatches: view.dispatches.map(one => (one.id === id ? { ...one, ...change } : one)), ...more }
  })
  const over = { clocks: view.clocks.filter(({ kind }) => kind !== 'leg') }
  if (what === 'sign')
    return to(
      'dispatch.signed',
      { state: 'signed', signedBy: actor, signedAt: at },
      {
        clocks: view.clocks.map(clock =>
          clock.kind === 'leg' ? { ...clock, stage: 'handle', dueAt: at + 72 * HOUR } : clock
        )
      }
    )
  if (what === 'return')
    return to(
      'dispatch.returned',
      { state: 'returned', result: { text: body.text!, by: actor, at }, endedAt: at },
      over
    )
  if (what === 'withdraw') return to('dispatch.withdrawn', { state: 'withdrawn', endedAt: at }, over)
  const bounce = { by: actor, at, grounds: String(body.grounds), proposes: String(body.proposes) }
  return to('dispatch.bounced', { state: 'bounced', bounce, endedAt: at }, over)
}

function onClock(view: TicketView, id: string, what: string, body: Body): Told {
  const at = Date.now()
  const paused = { from: at, to: at + 24 * HOUR, reason: body.reason as PauseReason }
  return {
    type: what === 'pause' ? 'clock.paused' : 'clock.resumed',
    change: {
      clocks: view.clocks.map(({ paused: _, ...clock }) =>
        clock.id === id && what === 'pause' ? { ...clock, paused } : clock
      )
    }
  }
}

/** `path` is what stands after the ticket; undefined for what the county does not know. */
export function lifeOf(
  view: TicketView,
  path: string,
  body: Body,
  actor: Actor,
  number: (id: string) => string
): Told | undefined {
  const [what, id = '', then = '', ...further] = path.split('/')
  const rest = then ? [then, ...further] : []
  const at = Date.now()
  const begun = (id: string) => ({ id, by: actor, at, may: [], ...body })
  if (what === 'replies' && !id) return draft(view, body, actor)
  if (what === 'replies') return onReply(view, id, then, body, actor)
  if (what === 'attested') return attest(view, body, actor)
  if (what === 'elected' || what === 'removals') return moderated(view, path, body, actor)
  if (what === 'release') {
    const { spokesperson } = body as { spokesperson?: string }
    const lock = spokesperson
      ? { ...view.lock!, spokesperson: { id: spokesperson, name: '陈主任' } }
      : { ...view.lock!, released: { by: actor.name, at } }
    const replies = view.replies.map(reply => ({ ...reply, heldBack: false }))
    return { type: 'ticket.released', change: { lock, locked: spokesperson !== undefined, replies } }
  }
  if (what === 'dispatches' && !id) return send(view, body, actor)
  if (what === 'dispatches') return onDispatch(view, id, then, body, actor)
  if (what === 'rule') return send(view, body, actor, { by: actor, at, grounds: String(body.grounds) })
  if (what === 'transfer') return { type: 'ticket.transferred', change: { department: body.department! } }
  if (what === 'supervisions' && !id) {
    const made = begun(`s${view.supervised.length + 1}`) as unknown as TicketView['supervised'][number]
    return { type: 'ticket.supervised', change: { supervised: [...view.supervised, made], watched: true } }
  }
  if (what === 'supervisions')
    return {
      type: 'ticket.supervised',
      change: { supervised: view.supervised.map(one => ({ ...one, endedAt: at })), watched: false }
    }
  if (what === 'asks' && !id) {
    const made = begun(`a${view.asks.length + 1}`) as unknown as TicketView['asks'][number]
    return { type: 'ticket.asked', change: { asks: [...view.asks, made], undecided: view.undecided + 1 } }
  }
  if (what === 'asks') {
    const decided = { by: actor, at, granted: body.granted === true }
    return {
      type: 'ticket.decided',
      change: { asks: view.asks.map(one => (one.id === id ? { ...one, decided } : one)), undecided: 0 }
    }
  }
  if (what === 'rating') {
    const satisfaction = { score: Number(body.score), by: actor, at }
    return { type: 'ticket.rated', change: { cycles: view.cycles.map(cycle => ({ ...cycle, satisfaction })) } }
  }
  if (what === 'clocks') return onClock(view, id, then, body)
  if (what === 'merge') {
    const into = { id: String(body.with), number: number(String(body.with)) }
    return {
      type: 'ticket.merged',
      change: { status: 'merged', joined: into.number, links: { ...view.links, mergedInto: into } }
    }
  }
  if (what === 'split')
    return { type: 'ticket.split', change: { status: 'open', links: { absorbed: [], related: view.links.related } } }
  if (what === 'relations' && id) {
    const related = view.links.related.filter(link => link.id !== [id, ...rest].join('/'))
    return { type: 'ticket.unrelated', change: { links: { ...view.links, related } } }
  }
  if (what === 'relations') {
    const other = { id: String(body.other), number: number(String(body.other)) }
    return { type: 'ticket.related', change: { links: { ...view.links, related: [...view.links.related, other] } } }
  }
  return undefined
}
