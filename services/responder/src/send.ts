import { randomUUID } from 'node:crypto'
import { replacedBy, standingUnder, standsAlone } from '@huiyin/domain/replies/replacing.ts'
import { CLAIM_HOLDS } from '@huiyin/domain/replies/sending.ts'
import { act } from '@huiyin/ports/act.ts'
import type { ReplyOutcome, ReplyTarget } from '@huiyin/ports/platform.ts'
import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import { type Asked, ask, later, type Refused } from './ask.ts'
import { lookBack } from './look-back.ts'
import { troubleOf } from './meaning.ts'
import { type Office, RESPONDER, stillHolds } from './office.ts'

export const targetOf = ({ post, root }: Ticket, native: string): ReplyTarget => ({ post, root, comment: native })

/** An approved reply leaves: claimed in the store before, told in the store after, and looked for. */
export async function send(office: Office, ticket: Ticket, reply: Reply): Promise<void> {
  const unfit = unfitFor(office, ticket, reply)
  if (unfit) return fail(office, ticket, reply, unfit)
  if (!(await stillHolds(office))) return
  const { desk } = office.ports
  const { platform } = office
  const token = randomUUID()
  const replaces = replacedBy(ticket, reply.to.native, platform.capabilities)
  const claim = { hash: reply.hash, token, ...(replaces && { replaces: replaces.id }) }
  const claimed = await act(desk, ticket.id, { type: 'reply.sending', ...of(reply), ...claim })
  const mine = claimed.replies.find(({ id }) => id === reply.id)
  if (mine?.claim?.token !== token) return
  if (await perhapsSent(office, mine)) return // read back when the claim has run out, as what nobody knows of
  const to = targetOf(ticket, reply.to.native)
  if (!(await stillHolds(office)) || desk.clock.now() - mine.claim.at > CLAIM_HOLDS / 2)
    return notLeft(office, ticket, mine)
  const sent = await ask(office, () =>
    replaces && platform.replace ? platform.replace(to, reply.text, reply.id) : platform.reply(to, reply.text, reply.id)
  )
  await tell(office, ticket, mine, sent)
}

/** Approved before this installation took over: the one before may have sent it after the backup (R45). */
async function perhapsSent({ ports }: Office, { attempt, approvedAt, reviewedAt = 0 }: Reply): Promise<boolean> {
  const since = await ports.adoptedAt?.()
  return attempt === 1 && since !== undefined && (approvedAt ?? reviewedAt) < since
}

const of = ({ id: reply }: Reply) => ({ actor: RESPONDER, reply })

function unfitFor({ platform }: Office, ticket: Ticket, { text, to }: Reply): Refused | undefined {
  const { capabilities: can, replyLength } = platform
  const refused = (code: string, why: Refused['why'], message: string): Refused => ({
    outcome: 'refused',
    code,
    message,
    why
  })
  if (!can.reply)
    return refused(
      'NO_REPLY',
      'no-reply',
      'This platform takes no replies from outside; post it by hand, then attest it'
    )
  if (replyLength(text) > can.replyLimit)
    return refused('TOO_LONG', 'too-long', `The platform takes at most ${can.replyLimit} characters`)
  const cannotReplace = !can.replace || !platform.replace
  if (standsAlone(ticket, can) && cannotReplace && standingUnder(ticket, to.native))
    return refused('ONE_REPLY', 'one-reply', 'The platform lets one reply stand, and takes no other in its place')
}

/** The lease or the claim ran out before the request left: it leaves under the next. */
const notLeft = async ({ ports: { desk } }: Office, ticket: Ticket, reply: Reply) =>
  void (await act(desk, ticket.id, {
    type: 'reply.postponed',
    ...of(reply),
    attempt: reply.attempt,
    ...{ code: 'HANDED_OVER', message: 'Another responder sends it', why: 'platform-away' },
    retryAt: desk.clock.now()
  }))

async function tell(office: Office, ticket: Ticket, reply: Reply, asked: Asked<ReplyOutcome>): Promise<void> {
  const { desk } = office.ports
  if (asked.outcome === 'refused') return fail(office, ticket, reply, asked)
  if (asked.outcome === 'waits') return postpone(office, ticket, reply, asked.wait)
  const sent = asked.value
  if (sent.outcome === 'refused') return fail(office, ticket, reply, withMeaning(office, sent))
  if (sent.outcome === 'later') {
    const { code, message, retryAfterMs: after } = sent
    return postpone(office, ticket, reply, later(office, { code, message, why: 'platform-away', after }))
  }
  if (sent.outcome === 'unknown') {
    later(office, { code: 'NO_ANSWER', message: sent.message, why: 'platform-away' })
    return // read back when the claim has run out
  }
  const { native, acceptedAt } = sent
  const news = {
    type: 'reply.sent',
    ...of(reply),
    ...(native && { native }),
    ...(acceptedAt && { acceptedAt })
  } as const
  const after = await act(desk, ticket.id, news)
  const now = after.replies.find(({ id }) => id === reply.id)
  if (now) await lookBack(office, after, now)
}

const withMeaning = ({ of: { platform } }: Office, { code, message }: { code: string; message: string }): Refused => ({
  outcome: 'refused',
  code,
  message,
  why: troubleOf(platform, code, 'refused')
})

type Waits = { code: string; message: string; why: Refused['why']; until: number }

async function postpone({ ports: { desk } }: Office, ticket: Ticket, reply: Reply, { until: retryAt, ...of_ }: Waits) {
  await act(desk, ticket.id, { type: 'reply.postponed', ...of(reply), attempt: reply.attempt, ...of_, retryAt })
}

/** What the platform will not take is shown to people, with the clock running. */
export async function fail(
  { ports: { desk, logger } }: Pick<Office, 'ports'>,
  ticket: Ticket,
  reply: Reply,
  { code, message, why }: Omit<Refused, 'outcome'>
): Promise<void> {
  logger.warn({ ticket: ticket.number, code }, 'the platform did not take a reply')
  await act(desk, ticket.id, { type: 'reply.failed', ...of(reply), code, message, why })
}
