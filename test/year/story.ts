import { bounceDispatch, dispatch, rate, returnDispatch, signDispatch } from '@huiyin/domain/cases/commands.ts'
import { type Command, commentArrived, dismiss } from '@huiyin/domain/commands.ts'
import { decide } from '@huiyin/domain/decide.ts'
import { commentId, ticketId } from '@huiyin/domain/ids.ts'
import { approveReply, draftReply, releaseReplies, reviewReply } from '@huiyin/domain/replies/commands.ts'
import { DEFAULT_RULES } from '@huiyin/domain/rules.ts'
import type { Observation, StoredComment } from '@huiyin/schemas/comment.ts'
import type { ReplyKind, Ticket } from '@huiyin/schemas/ticket.ts'
import { pick, type Random } from '@huiyin/simulator/random.ts'
import { DEPARTMENTS, DESK, EDITORS, HEAD, handlerOf, REVIEWER } from './people.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What became of one comment: the ticket, and what the office and the citizen said after it. */
export type Story = { comments: StoredComment[]; ticket?: Ticket }

type Of = { random: Random; until: number }

/** Lets an office live through one comment's case, through the real decisions; nothing happens at `until` or later. */
export function storyOf(comment: StoredComment, { random, until }: Of): Story {
  const id = ticketId(comment)
  const said: StoredComment[] = [comment]
  let ticket: Ticket | undefined
  let n = 0
  const act = (command: Command, at: number) => {
    if (at < until) ticket = decide(ticket, command, { id, now: at, rules: DEFAULT_RULES }).ticket ?? ticket
  }
  const by = <A>(actor: A) => {
    n += 1
    return { actor, id: `${id}:${n}` }
  }
  const known = comment.firstObservedAt
  act(commentArrived(DESK, observed(comment), comment.classification), known)
  if (!ticket) return { comments: said }

  /** Drafted, reviewed, claimed, sent and read back. */
  function answer(at: number, kind: ReplyKind): void {
    if (at >= until || (kind === 'interim' && ticket!.owed.length === 0)) return
    if (ticket!.status === 'answered' || ticket!.status === 'dismissed') return
    const editor = pick(random, EDITORS)
    if (ticket!.lock && !ticket!.lock.released) act(releaseReplies(by(HEAD)), known)
    const draftAt = Math.max(known, at - 5 * MINUTE)
    act(draftReply({ ...by(editor), seen: ticket!.lastTurn, text: `您反映的事项已收悉，${at}。`, kind }), draftAt)
    const { id: reply, hash, important } = ticket!.replies.at(-1)!
    act(reviewReply({ ...by(REVIEWER), reply, hash }), draftAt + MINUTE)
    if (important?.length) act(approveReply({ ...by(HEAD), reply, hash }), draftAt + MINUTE)
    act({ type: 'reply.sending', actor: DESK, reply, hash, token: 'a' }, at)
    const native = `r${comment.comment}-${n}`
    act({ type: 'reply.sent', actor: DESK, reply, native }, at)
    act({ type: 'reply.confirmed', actor: DESK, reply, acceptedAt: at }, at)
    said.push(ownReply(comment, native, at))
  }

  const chance = random()
  const asks = ticket.label === 'inquiry' || ticket.label === 'other'
  if (chance < 0.1 && asks && ticket.status === 'open') {
    act(dismiss({ ...by(HEAD), seen: ticket.lastTurn, reason: '与本单位无关' }), known + HOUR)
    return { comments: said, ticket }
  }
  const department = pick(random, DEPARTMENTS)
  const dispatched = !asks && random() < 0.6
  const backAt = dispatched ? depart(department) : undefined
  if (chance < 0.13) return { comments: said, ticket } // nobody ever answers
  const wait = chance < 0.25 ? 26 * HOUR + random() * 3 * DAY : 10 * MINUTE + random() ** 2 * 20 * HOUR
  const first = Math.round(known + (ticket.urgent ? wait / 24 : wait))
  answer(first, asks ? 'final' : 'interim')
  if (backAt !== undefined) answer(Math.max(first, backAt) + HOUR, 'final')
  if (random() < 0.08) comeBack(first + Math.round(random() * 10 * DAY) + HOUR)
  if (random() < 0.25 && ticket.cycles.at(-1)!.closedAt !== undefined)
    act(
      rate({ ...by(pick(random, EDITORS)), score: 1 + Math.floor(random() * 5) }),
      ticket.cycles.at(-1)!.closedAt! + DAY
    )
  return { comments: said, ticket }

  /** When the department told its result, if ever. */
  function depart(department: string): number | undefined {
    const at = known + 20 * MINUTE
    act(dispatch({ ...by(HEAD), seen: ticket!.lastTurn, department, request: '请核实办理' }), at)
    const sent = ticket!.dispatches.at(-1)
    if (!sent || at >= until) return
    const who = handlerOf(department)
    if (random() < 0.1) {
      const proposes = DEPARTMENTS.find(other => other !== department)!
      act(bounceDispatch({ ...by(who), dispatch: sent.id, grounds: '不属于职责范围', proposes }), at + 2 * HOUR)
      return
    }
    const signedAt = at + Math.round(random() ** 2 * 8 * HOUR) + 10 * MINUTE
    act(signDispatch({ ...by(who), dispatch: sent.id }), signedAt)
    if (random() < 0.1) return
    const backAt = signedAt + Math.round(random() * 7 * DAY)
    act(returnDispatch({ ...by(who), dispatch: sent.id, text: '已处理' }), backAt)
    return backAt
  }

  function comeBack(at: number): void {
    if (at >= until) return
    const again = {
      ...comment,
      comment: `${comment.comment}b`,
      parent: comment.comment,
      publishedAt: at,
      observedAt: at + MINUTE
    }
    const second: StoredComment = { ...again, id: commentId(again), firstObservedAt: at + MINUTE, state: 'visible' }
    said.push(second)
    act(commentArrived(DESK, observed(second), second.classification), at + MINUTE)
    answer(at + Math.round(random() * 30 * HOUR) + 10 * MINUTE, ticket!.label === 'inquiry' ? 'final' : 'interim')
  }
}

function observed({ firstText, firstObservedAt, state, classification, ...observation }: StoredComment): Observation {
  return observation
}

function ownReply(to: StoredComment, native: string, at: number): StoredComment {
  const { classification: _, likes: __, replies: ___, ...rest } = to
  const own = { ...rest, comment: native, parent: to.comment, publishedAt: at, observedAt: at }
  const text = '您反映的事项已收悉。'
  return {
    ...{ ...own, id: commentId(own), author: { id: to.account }, ours: true },
    ...{ text, firstText: text, firstObservedAt: at, state: 'visible' }
  }
}
