import { randomUUID } from 'node:crypto'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { CLAIM_HOLDS } from '@huiyin/domain/replies/sending.ts'
import { isUnderWay } from '@huiyin/domain/replies/standing.ts'
import { act, type Desk } from '@huiyin/ports/act.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { isAway } from '@huiyin/ports/patience.ts'
import { type Platform, PlatformError, type ReplyTarget } from '@huiyin/ports/platform.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'

/**
 * Brings approved replies to the platform. approved → claimed in the store → sent → read back → confirmed.
 * A claim whose outcome nobody knows is read back before anything is sent again.
 */
export interface ResponderPorts {
  desk: Desk
  /** The platform of an account; undefined when it is not configured here. */
  platform: (of: Ticket) => Platform | undefined
  logger: Logger
}

const RESPONDER = system('responder')
const AT_MOST = 200
const RETRY_AFTER = 30_000

/** One round at `now`: every reply that is due, accounts side by side, one after the other within an account. */
export async function tick(ports: ResponderPorts, now: number): Promise<void> {
  const { desk } = ports
  const ids = await desk.tickets.due('nextSendAt', now, AT_MOST)
  const found = await desk.tickets.getMany(ids)
  const due = found.flatMap(ticket =>
    ticket && (ticket.document.nextSendAt ?? Infinity) <= now ? [ticket.document] : []
  )
  const accounts = Map.groupBy(due, ({ platform, account }) => `${platform}/${account}`)
  await Promise.all(Array.from(accounts.values(), tickets => inTurn(ports, tickets)))
}

async function inTurn(ports: ResponderPorts, tickets: readonly Ticket[]): Promise<void> {
  for (const ticket of tickets) {
    try {
      await respond(ports, ticket)
    } catch (error) {
      if (isAway(error)) throw error
      ports.logger.error(
        { ticket: ticket.number, code: codeOf(error) },
        'a reply could not be handled; it is tried again'
      )
    }
  }
}

const codeOf = (error: unknown) =>
  error instanceof HuiyinError || error instanceof PlatformError ? error.code : String(error)

async function respond(ports: ResponderPorts, ticket: Ticket): Promise<void> {
  const reply = ticket.replies.find(isUnderWay)
  if (!reply) return
  const platform = ports.platform(ticket)
  if (!platform)
    return fail(
      ports,
      ticket,
      reply,
      'NO_ACCOUNT',
      'This account is not connected here; post it by hand, then attest it'
    )
  if (reply.state === 'approved') await send(ports, platform, ticket, reply)
  else await lookBack(ports, platform, ticket, reply)
}

async function send(ports: ResponderPorts, platform: Platform, ticket: Ticket, reply: Reply): Promise<void> {
  const { desk } = ports
  const { reply: can, replyLimit } = platform.capabilities
  if (!can)
    return fail(
      ports,
      ticket,
      reply,
      'NO_REPLY',
      'This platform takes no replies from outside; post it by hand, then attest it'
    )
  if (platform.replyLength(reply.text) > replyLimit) {
    return fail(ports, ticket, reply, 'TOO_LONG', `The platform takes at most ${replyLimit} characters`)
  }
  const token = randomUUID()
  const of = { actor: RESPONDER, reply: reply.id }
  const claimed = await act(desk, ticket.id, { type: 'reply.sending', ...of, hash: reply.hash, token })
  const mine = claimed.replies.find(({ id }) => id === reply.id)
  if (mine?.claim?.token !== token || desk.clock.now() - mine.claim.at > CLAIM_HOLDS / 2) return // paused meanwhile: read back first
  const sent = await postOrExplain(platform, target(ticket, reply), reply.text)
  if (sent.outcome === 'refused') await fail(ports, ticket, reply, sent.code, sent.message)
  if (sent.outcome === 'later') {
    const { code, message } = sent
    const retryAt = desk.clock.now() + sent.retryAfterMs
    await act(desk, ticket.id, { type: 'reply.postponed', ...of, attempt: mine.attempt, code, message, retryAt })
  }
  if (sent.outcome !== 'sent') return
  const { native, acceptedAt } = sent
  const news = { type: 'reply.sent', ...of, ...(native && { native }), ...(acceptedAt && { acceptedAt }) } as const
  const after = await act(desk, ticket.id, news)
  const now = after.replies.find(({ id }) => id === reply.id)
  if (now) await lookBack(ports, platform, after, now)
}

/** A platform that says what to do is an outcome, not an error: the reply waits, or a person has to act. */
async function postOrExplain(platform: Platform, to: ReplyTarget, text: string) {
  try {
    return await platform.reply(to, text)
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    const { code, message, advice, retryAfterMs = RETRY_AFTER } = error
    if (advice === 'retry') return { outcome: 'later', code, message, retryAfterMs } as const
    return { outcome: 'refused', code, message } as const
  }
}

async function lookBack(
  { desk, ...ports }: ResponderPorts,
  platform: Platform,
  ticket: Ticket,
  reply: Reply
): Promise<void> {
  const of = { actor: RESPONDER, reply: reply.id }
  const lookedAt = desk.clock.now()
  const found = await platform.readBack(target(ticket, reply), reply)
  if (found.outcome === 'same') {
    const { native, acceptedAt } = found
    await act(desk, ticket.id, { type: 'reply.confirmed', ...of, ...(native && { native }), acceptedAt })
  } else if (found.outcome === 'absent') {
    await act(desk, ticket.id, { type: 'reply.absent', ...of, attempt: reply.attempt, lookedAt })
  } else if (found.outcome === 'different') {
    await fail(
      { desk, ...ports },
      ticket,
      reply,
      'OTHER_REPLY',
      'Another reply of ours stands under this comment already'
    )
  } else {
    await fail({ desk, ...ports }, ticket, reply, 'COMMENT_GONE', found.message)
  }
}

const target = ({ post, root }: Ticket, { to }: Reply): ReplyTarget => ({ post, root, comment: to.native })

async function fail({ desk, logger }: ResponderPorts, ticket: Ticket, { id }: Reply, code: string, message: string) {
  logger.warn({ ticket: ticket.number, code }, 'the platform did not take a reply')
  await act(desk, ticket.id, { type: 'reply.failed', actor: RESPONDER, reply: id, code, message })
}
