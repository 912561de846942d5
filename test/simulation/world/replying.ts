import {
  approveReply,
  attestReply,
  confirmAttested,
  draftReply,
  releaseReplies,
  returnReply,
  reviewReply
} from '@huiyin/domain/replies/commands.ts'
import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import { pick, type Random } from '@huiyin/simulator/random.ts'
import { DAY, HOUR, MINUTE } from '../reference/minutes.ts'
import { HEAD, others, type Work } from './office.ts'
import { lasting } from './rhythm.ts'

const SHARES = { byHand: 0.03, promises: 0.15, returned: 0.03, names: 0.2 } as const

export const wantsResult = ({ label }: Ticket) => label === 'complaint' || label === 'suggestion'

export const isReturned = ({ dispatches, cycles }: Ticket) =>
  dispatches.some(({ state, cycle }) => state === 'returned' && cycle === cycles.at(-1)!.n)

/** What is said: the answer, how it stands, or that it was seen. */
function kindOf(random: Random, ticket: Ticket): Reply['kind'] {
  const mayClose = !wantsResult(ticket) || isReturned(ticket)
  const luck = random()
  if (mayClose) return luck < 0.85 ? 'final' : luck < 0.93 ? 'interim' : 'holding'
  return luck < 0.55 ? 'interim' : luck < 0.9 ? 'holding' : 'final'
}

const delay = (random: Random, { urgent }: Ticket) => lasting(random, 2 * MINUTE, urgent ? 12 * MINUTE : HOUR)

/** Writes an answer, or says that one was posted by hand; ms until somebody goes on with it. */
export async function writeReply({ ticket, actor, random, office, town }: Work): Promise<number> {
  const { id, lastTurn: seen, clocks } = ticket
  const kind = kindOf(random, ticket)
  const key = office.key()
  const text = `您好，您反映的情况我们在${kind === 'final' ? '处理后答复' : '核实'}。（${key}）`
  office.replies.set(text, { ticket: id, reply: text })
  const first = clocks.some(clock => clock.kind === 'first' && clock.stoppedAt === undefined)
  const promisedAt = town.now() + lasting(random, 4 * DAY, 14 * DAY)
  const promises = first && kind !== 'final' && random() < SHARES.promises ? { promisedAt } : {}
  if (random() < SHARES.byHand) {
    const postedAt = town.now() - lasting(random, MINUTE, 4 * MINUTE)
    const command = attestReply({ actor, id: key, seen, text, kind, postedAt, evidence: '截图' })
    const done = await office.does(id, command, { kind: 'drafted', reply: text, as: kind })
    if (done) town.note(id, { at: town.now(), kind: 'attested', reply: text })
    return delay(random, ticket)
  }
  const template = kind === 'holding' && { template: { ref: 't1@1', unchanged: true, approved: random() < 0.7 } }
  const command = draftReply({ actor, id: key, seen, text, kind, ...promises, ...(template || {}) })
  await office.does(id, command, { kind: 'drafted', reply: text, as: kind, ...promises })
  return delay(random, ticket)
}

/** The next person's part in a reply that is on its way; undefined when there is none to be done. */
export async function bringOn(work: Work): Promise<number | undefined> {
  const { ticket, random, office } = work
  const reply = ticket.replies.findLast(({ state }) => UNDER_WAY.has(state))
  if (!reply) return
  const { id } = ticket
  const { id: of, hash, author } = reply
  const other = pick(random, others(author))
  if (reply.state === 'drafted') {
    if (random() < SHARES.returned)
      await office.does(id, returnReply({ actor: other, id: office.key(), reply: of, reason: '请再核实' }))
    else if (isLocked(ticket, reply)) await release(work)
    else await office.does(id, reviewReply({ actor: other, id: office.key(), reply: of, hash }))
  } else if (reply.state === 'reviewed') {
    if (isLocked(ticket, reply)) await release(work)
    else await office.does(id, approveReply({ actor: HEAD, id: office.key(), reply: of, hash }))
  } else if (reply.state === 'attesting') {
    const { postedAt } = reply.attested!
    await office.does(id, confirmAttested({ actor: other, id: office.key(), reply: of }), {
      kind: 'shown',
      reply: reply.text,
      acceptedAt: postedAt
    })
  }
  return delay(random, ticket)
}

const UNDER_WAY = new Set(['drafted', 'reviewed', 'approved', 'sending', 'sent', 'attesting'])

const isLocked = ({ lock }: Ticket, { kind, author }: Reply) =>
  lock !== undefined && !lock.released && kind !== 'holding' && lock.spokesperson !== author.id

/** The head lets the ticket go, or names the author to speak on it. */
async function release({ ticket, random, office }: Work): Promise<void> {
  const author = ticket.replies.at(-1)?.author.id
  const named = author !== undefined && random() < SHARES.names
  const command = releaseReplies({ actor: HEAD, id: office.key(), ...(named && { spokesperson: author }) })
  await office.does(ticket.id, command, named ? { kind: 'spokesperson-named' } : { kind: 'released' })
}
