import { closesWith } from '@huiyin/domain/cases/close-by-label.ts'
import { activeDispatch } from '@huiyin/domain/cases/dispatch-state.ts'
import { runningClock } from '@huiyin/domain/clocks/running.ts'
import { ticketNumber } from '@huiyin/domain/ids.ts'
import { placeOf } from '@huiyin/domain/replies/draft-reply.ts'
import { importantWhy } from '@huiyin/domain/replies/important.ts'
import { isHeldBack } from '@huiyin/domain/replies/lock.ts'
import { replacedBy, standsAlone } from '@huiyin/domain/replies/replacing.ts'
import { isBeingWritten, isUnderWay } from '@huiyin/domain/replies/reply-state.ts'
import { policyAt } from '@huiyin/domain/rules.ts'
import { leavesAt } from '@huiyin/domain/undo/outgoing.ts'
import { readsNote } from '@huiyin/domain/work/notes.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type {
  DispatchView,
  LinksView,
  LockView,
  ModerationView,
  NoteView,
  ReplyView,
  TicketView
} from '@huiyin/schemas/api.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Rules } from '@huiyin/schemas/policy.ts'
import { type Moderation, REMOVAL_GROUNDS, type Reply, type Ticket, TROUBLE_WORDS } from '@huiyin/schemas/ticket.ts'
import { clockView } from './clock-view.ts'
import { type May, mayOn } from './may.ts'
import type { AccountFacts } from './ports.ts'
import { leavesFirst, undoView } from './undo-view.ts'
import { judgedComment, ticketRow } from './views.ts'

/** A whole ticket as one person sees it. Pure. */

type Around = {
  account: AccountFacts | undefined
  thread: readonly StoredComment[]
  history: readonly HouseEvent[]
  /** Those that they may read. */
  notes: readonly NoteView[]
  rules: Rules
  /** Who looks at it. */
  actor: Actor
  /** Name of the ticket's spokesperson, where there is one who can sign in. */
  spokesperson?: string | undefined
  now: number
}

/** All that is known of a ticket and its case, and what who asks may do about it at `now` (UTC in ms). */
export function ticketView(ticket: Ticket, around: Around): TicketView {
  const { account, thread, history, now, rules, notes } = around
  const { actor } = around
  const may = mayOn(ticket, { ...around, ...(account?.can && { can: account.can }) })
  const lock = lockOf(ticket, around)
  const undo = undoView(ticket, around)
  const waiting = leavesFirst(ticket, now)
  return {
    ...ticketRow(ticket, account, now),
    post: ticket.post,
    ...(ticket.postTitle !== undefined && { postTitle: ticket.postTitle }),
    ...(ticket.link !== undefined && { link: ticket.link }),
    reasons: ticket.risk.reasons,
    ...(ticket.places && { places: ticket.places }),
    ...(ticket.corrected && { corrected: { ...ticket.corrected, by: ticket.corrected.by.name } }),
    turns: ticket.turns,
    clocks: ticket.clocks.map(clock => clockView(clock, ticket, { rules, may, now })),
    cycles: ticket.cycles,
    replies: ticket.replies.map(reply => replyView(reply, ticket, { may, account })),
    writing: writingOf(ticket, around),
    ...(account?.replyLimit !== undefined && { replyLimit: account.replyLimit }),
    dispatches: dispatchesOf(ticket, around, may),
    asks: (ticket.asks ?? []).map(one => ({ ...one, may: may.of(one.id) })),
    moderation: (ticket.moderation ?? []).map(one => moderationView(one, may)),
    supervised: (ticket.supervised ?? []).map(one => ({ ...one, may: may.of(one.id) })),
    ...(undo && { undo }),
    ...(waiting !== undefined && { leavesAt: waiting }),
    ...(lock && { lock }),
    links: linksOf(ticket),
    notes: [...notes],
    noteCount: ticket.notes?.filter(one => readsNote(actor, one)).length ?? 0,
    needs: openNeeds(ticket),
    may: may.all,
    thread: thread.map(judgedComment),
    history: timeline(history, ticket.unpublished).filter(event => mayKnowOf(event, actor))
  }
}

type OfReply = { may: May; account: AccountFacts | undefined }

function replyView({ claim: _, watch: __, ...reply }: Reply, ticket: Ticket, { may, account }: OfReply): ReplyView {
  const { state, to } = reply
  const willLeave = isBeingWritten({ state }) || isUnderWay({ state })
  const replaces = reply.replaces ?? (willLeave ? replacedIn(ticket, to.native, account) : undefined)
  const trouble = troubleOf(reply)
  return {
    ...reply,
    ...(replaces !== undefined && { replaces }),
    ...(trouble && { trouble }),
    heldBack: isHeldBack(ticket, reply),
    ...correctionOf(reply, ticket, { may, account }),
    may: may.of(reply.id)
  }
}

/** Id of the reply that one to this comment would replace. */
const replacedIn = (ticket: Ticket, native: string | undefined, account: AccountFacts | undefined) =>
  native !== undefined && account?.can ? replacedBy(ticket, native, account.can)?.id : undefined

/** What has left is not taken back: it is put right by what the platform can. */
function correctionOf({ state }: Reply, ticket: Ticket, { may, account }: OfReply): Pick<ReplyView, 'correction'> {
  const can = account?.can
  if (state !== 'confirmed' || !can) return {}
  const again = standsAlone(ticket, can) ? (can.replace ? 'replace' : 'by-hand') : 'further'
  const how = can.reply ? again : 'by-hand'
  const begins = (['reply.draft', 'reopen'] as const).find(name => may.all.includes(name))
  return { correction: { how, ...(how !== 'by-hand' && begins && { by: begins }) } }
}

/** Why it has not left yet, or never will, in words; the platform's own stand beside them. */
function troubleOf({ failure, waits, state }: Pick<Reply, 'failure' | 'waits' | 'state'>): ReplyView['trouble'] {
  if (state === 'failed' && failure) {
    const { why = 'refused', code, message } = failure
    return { why, ...TROUBLE_WORDS[why], code, message }
  }
  if (!waits) return
  const { why, code, message, until } = waits
  return { why, ...TROUBLE_WORDS[why], code, message, until }
}

const moderationView = ({ claim: _, trouble, ...one }: Moderation, may: May): ModerationView => ({
  ...one,
  ...(one.ground && { words: REMOVAL_GROUNDS[one.ground] }),
  ...(trouble && { trouble: { ...trouble, ...TROUBLE_WORDS[trouble.why] } }),
  may: may.of(one.id)
})

function writingOf(ticket: Ticket, { account, actor, rules, now }: Around): TicketView['writing'] {
  const { promiseWithin, selfReview } = policyAt(rules, now)
  const kind = closesWith(ticket, 'final', now) ? 'final' : 'interim'
  const replaces = replacedIn(ticket, placeOf(ticket), account)
  return {
    ...(account?.replyLimit !== undefined && { limit: account.replyLimit }),
    kind,
    important: importantWhy(ticket, {}),
    waits: leavesAt(ticket, now) - now,
    selfReview: selfReview && !isHeldBack(ticket, { kind, author: actor }),
    ...(replaces !== undefined && { replaces }),
    ...(runningClock(ticket)?.kind === 'first' && { promiseUntil: now + promiseWithin })
  }
}

function dispatchesOf(ticket: Ticket, { rules, now }: Around, may: May): DispatchView[] {
  const active = activeDispatch(ticket)
  const { within } = policyAt(rules, now).bounce
  return ticket.dispatches.map(one => ({
    ...one,
    ...(one === active && { bounceUntil: one.dispatchedAt + within }),
    may: may.of(one.id)
  }))
}

function lockOf({ lock }: Ticket, { spokesperson: name }: Around): LockView | undefined {
  if (!lock) return
  const { since, why, released, spokesperson: id } = lock
  return {
    since,
    why,
    ...(released && { released: { by: released.by.name, at: released.at } }),
    ...(id !== undefined && { spokesperson: { id, ...(name !== undefined && { name }) } })
  }
}

const linkOf = (id: string) => ({ id, number: ticketNumber(id) })

const linksOf = ({ mergedInto, absorbed = [], related = [] }: Ticket): LinksView => ({
  ...(mergedInto !== undefined && { mergedInto: linkOf(mergedInto) }),
  absorbed: absorbed.map(linkOf),
  related: related.map(linkOf)
})

const openNeeds = ({ needs = [] }: Ticket) =>
  needs
    .filter(({ ended }) => !ended)
    .map(({ kind, subject, at, urgent, level, worsened }) => {
      const worst = worsened.at(-1)
      return { kind, subject, at, urgent: worst?.urgent ?? urgent, level: worst?.level ?? level }
    })

/** That the office has written a note for itself is not told to departments. */
const mayKnowOf = ({ type, actor: by, data }: HouseEvent, actor: Actor) =>
  type !== 'note.added' || readsNote(actor, { by, shared: data.shared === true })

/** The history may lag behind the ticket: what it has not got yet stands in the ticket itself. */
function timeline(history: readonly HouseEvent[], unpublished: readonly HouseEvent[]): HouseEvent[] {
  const written = new Set(history.map(({ n }) => n))
  return [...history, ...unpublished.filter(({ n }) => !written.has(n))].toSorted((a, b) => a.n - b.n)
}
