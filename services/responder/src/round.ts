import { HuiyinError } from '@huiyin/domain/errors.ts'
import { ticketNumber } from '@huiyin/domain/ids.ts'
import { isSettled } from '@huiyin/domain/moderation/acts.ts'
import { isUnderWay } from '@huiyin/domain/replies/reply-state.ts'
import { watchedAt } from '@huiyin/domain/replies/watch.ts'
import { act } from '@huiyin/ports/act.ts'
import { isAway } from '@huiyin/ports/patience.ts'
import { PlatformError } from '@huiyin/ports/platform.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Health, Wait } from './account-health.ts'
import { inOrder, type Job } from './jobs.ts'
import { lookAgain, lookBack } from './look-back.ts'
import { moderate } from './moderate.ts'
import { type AccountOf, nameOf, type Office, RESPONDER, type ResponderPorts } from './office.ts'
import { fail, send } from './send.ts'
import { waitFor } from './wait.ts'

const MINUTE = 60_000
/** A ticket that waits shorter than this is only found again. */
const WORTH_WRITING = 10_000

/** What is due for one account, one after the other, urgent replies first. Rejects when the store is away. */
export async function accountRound(ports: ResponderPorts, health: Health, of: AccountOf, jobs: readonly Job[]) {
  const name = nameOf(of)
  const clock = ports.desk.clock
  const platform = ports.platform(of)
  const waited = new Set<string>()
  let tried = 0
  for (const job of inOrder(jobs)) {
    if (platform && ports.leases && !ports.leases.holds(name)) return
    const now = clock.now()
    const wait = blocked(ports, of, now) ?? health.waits(name, now)
    if (wait) {
      const isLong = wait.until - now >= WORTH_WRITING
      if (isLong && !waited.has(job.ticket)) await waitFor({ ports }, job.ticket, wait)
      waited.add(job.ticket)
    } else if (!platform) await withoutPlatform(ports, job)
    else if (health.isBroken(name) && tried > 0)
      return // one thing at a time, as a probe
    else {
      tried += 1
      await handle({ ports, of, name, platform, health }, job)
    }
  }
}

/** Why the account is not to be used now, by what people have done to it. */
function blocked({ paused, known, platform }: ResponderPorts, of: AccountOf, now: number): Wait | undefined {
  const until = now + MINUTE
  if (paused?.(of)) return { why: 'account-paused', code: 'PAUSED', message: 'A person has paused the account', until }
  if (platform(of) || !known?.(of)) return
  return { why: 'account-stopped', code: 'UNREADABLE', message: 'The account cannot be opened here', until }
}

async function handle(office: Office, job: Job): Promise<void> {
  const { ports, health, name } = office
  try {
    const ticket = (await ports.desk.tickets.get(job.ticket))?.document
    if (ticket) await doJob(office, ticket, job)
  } catch (error) {
    if (isAway(error)) throw error
    const code = codeOf(error)
    if (error instanceof HuiyinError)
      return ports.logger.warn(
        { ticket: ticketNumber(job.ticket), code },
        'a ticket changed meanwhile; it is looked at again'
      )
    ports.logger.error(
      { ticket: ticketNumber(job.ticket), code },
      'something of a ticket could not be done; it is tried again'
    )
    const now = ports.desk.clock.now()
    const wait = health.failed(name, { why: 'platform-away', code, message: 'Something went wrong here' }, now)
    await waitFor(office, job.ticket, wait)
  }
}

const codeOf = (error: unknown) =>
  error instanceof HuiyinError || error instanceof PlatformError
    ? error.code
    : error instanceof Error
      ? error.name
      : 'UNKNOWN'

/** By the ticket as it stands now: search lags behind, and another may have been faster. */
async function doJob(office: Office, ticket: Ticket, { kind, id }: Job): Promise<void> {
  const { ports, of } = office
  const now = ports.desk.clock.now()
  const isDue = (at: number | undefined) => at !== undefined && at <= now
  if (kind === 'moderation') {
    const one = ticket.moderation?.find(one => one.id === id && !isSettled(one))
    return one && isDue(one.nextAt) ? moderate(office, ticket, one) : undefined
  }
  const reply = ticket.replies.find(reply => reply.id === id)
  if (!reply) return
  if (kind === 'reply') {
    if (!isUnderWay(reply) || !isDue(reply.nextAt ?? now)) return
    return reply.state === 'approved' ? send(office, ticket, reply) : lookBack(office, ticket, reply)
  }
  if (!isDue(watchedAt(ticket, reply))) return
  const until = ports.looksWait?.(of, now)
  if (until === undefined) return lookAgain(office, ticket, reply)
  const wait: Wait = { why: 'quota', code: 'BUDGET', message: 'No calls are left for looks', until }
  await waitFor(office, ticket.id, wait, true)
}

/** The account is none of ours any more: people post by hand, and nobody looks. */
async function withoutPlatform(ports: ResponderPorts, { ticket: id, kind, id: which }: Job): Promise<void> {
  const { desk } = ports
  const ticket = (await desk.tickets.get(id))?.document
  if (!ticket) return
  const reply = ticket.replies.find(({ id }) => id === which)
  const why = { code: 'NO_ACCOUNT', message: 'This account is not connected here; post it by hand, then attest it' }
  if (kind === 'reply' && reply) return fail({ ports }, ticket, reply, { ...why, why: 'no-account' })
  if (kind === 'look' && reply) {
    const lookedAt = desk.clock.now()
    await act(desk, id, { type: 'reply.looked', actor: RESPONDER, reply: which, lookedAt, found: 'gone' })
  }
  const one = ticket.moderation?.find(({ id }) => id === which)
  if (kind === 'moderation' && one)
    await waitFor({ ports }, id, { ...why, why: 'no-account', until: desk.clock.now() + 60 * MINUTE })
}
