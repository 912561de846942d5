import { PRIVATE } from '@huiyin/domain/replies/replacing.ts'
import { act } from '@huiyin/ports/act.ts'
import type { ReadBack } from '@huiyin/ports/platform.ts'
import { spendingOn } from '@huiyin/ports/spending.ts'
import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import { type Asked, ask } from './ask.ts'
import { type Office, RESPONDER } from './office.ts'
import { fail, targetOf } from './send.ts'
import { waitFor } from './wait.ts'

const of = ({ id: reply }: Reply) => ({ actor: RESPONDER, reply })

const read = (office: Office, ticket: Ticket, reply: Reply): Promise<Asked<ReadBack>> => {
  const { text, native } = reply
  const asked = { text, ...(native !== undefined && { native }) }
  return ask(office, () =>
    spendingOn('read-back', () => office.platform.readBack(targetOf(ticket, reply.to.native), asked))
  )
}

/** Whether a reply that has left stands there: it is confirmed, looked for again, or a person has to know. */
export async function lookBack(office: Office, ticket: Ticket, reply: Reply): Promise<void> {
  const { desk } = office.ports
  if (!office.platform.capabilities.readBack) return takeItsWord(office, ticket, reply)
  const lookedAt = desk.clock.now()
  const asked = await read(office, ticket, reply)
  if (asked.outcome === 'waits') return waitFor(office, ticket.id, asked.wait)
  if (asked.outcome === 'refused')
    return asked.why === 'post-gone' ? fail(office, ticket, reply, asked) : takeItsWord(office, ticket, reply)
  const found = asked.value
  if (found.outcome === 'gone') return fail(office, ticket, reply, goneFrom(ticket, found.message))
  if (found.outcome === 'same') {
    const { native, acceptedAt } = found
    await act(desk, ticket.id, { type: 'reply.confirmed', ...of(reply), ...(native && { native }), acceptedAt })
  } else if (found.outcome === 'absent' || (await standsStill(office, ticket, reply))) {
    await act(desk, ticket.id, { type: 'reply.absent', ...of(reply), attempt: reply.attempt, lookedAt })
  } else {
    const message = 'Another reply of ours stands under this comment already'
    await fail(office, ticket, reply, { code: 'OTHER_REPLY', message, why: 'one-reply' })
  }
}

/** A private message cannot be looked for at all: that says nothing of the citizen's. */
const goneFrom = ({ post }: Ticket, message: string) =>
  post === PRIVATE
    ? ({ code: 'OUTCOME_UNKNOWN', message, why: 'unknown' } as const)
    : ({ code: 'COMMENT_GONE', message, why: 'comment-gone' } as const)

/** The one that it is to replace has not been taken away yet. */
async function standsStill(office: Office, ticket: Ticket, { replaces }: Reply): Promise<boolean> {
  const before = ticket.replies.find(({ id }) => id === replaces)
  if (!before) return false
  const asked = await read(office, ticket, before)
  return asked.outcome === 'answered' && asked.value.outcome === 'same'
}

/** A platform that cannot be asked is believed when it said that it took it; of anything else only a person can tell. */
async function takeItsWord(office: Office, ticket: Ticket, reply: Reply): Promise<void> {
  const { desk } = office.ports
  const { native, acceptedAt = reply.sentAt } = reply
  if (acceptedAt !== undefined) {
    const news = { type: 'reply.confirmed', ...of(reply), ...(native && { native }), acceptedAt } as const
    return void (await act(desk, ticket.id, news))
  }
  const message = 'Nobody can ask whether it arrived: look there, and attest it or send it again'
  await fail(office, ticket, reply, { code: 'OUTCOME_UNKNOWN', message, why: 'unknown' })
}

/** Looks for a confirmed reply again (R5); one of ours that was changed there still stands. */
export async function lookAgain(office: Office, ticket: Ticket, reply: Reply): Promise<void> {
  const { desk } = office.ports
  const lookedAt = desk.clock.now()
  const looked = (found: 'there' | 'absent' | 'gone') =>
    act(desk, ticket.id, { type: 'reply.looked', ...of(reply), lookedAt, found })
  if (!office.platform.capabilities.readBack) return void (await looked('gone'))
  const asked = await read(office, ticket, reply)
  if (asked.outcome === 'waits') return waitFor(office, ticket.id, asked.wait)
  const found = asked.outcome === 'answered' ? asked.value : ({ outcome: 'gone' } as const)
  if (found.outcome === 'absent' || found.outcome === 'gone') return void (await looked(found.outcome))
  const isAnother =
    found.outcome === 'different' &&
    found.native !== undefined &&
    reply.native !== undefined &&
    found.native !== reply.native
  await looked(isAnother ? 'absent' : 'there')
}
