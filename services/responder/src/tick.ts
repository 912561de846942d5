import { isAway } from '@huiyin/ports/patience.ts'
import { within } from '@huiyin/ports/within.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { openHealth } from './account-health.ts'
import { type Job, jobsOf } from './jobs.ts'
import { type AccountOf, nameOf, type ResponderPorts } from './office.ts'
import { accountRound } from './round.ts'

export type { ResponderPorts } from './office.ts'

/**
 * Brings approved replies to the platform. approved → claimed in the store → sent → read back → confirmed → looked for
 * during a week. A claim whose outcome nobody knows is read back before anything is sent again. Accounts are served
 * side by side, each by one of the responders, one thing after the other: what one platform does to its account delays
 * no other.
 */
export interface Responder {
  /** Starts what is due on every account. Rejects when the store is away; call it as often as you like. */
  tick: (now: number) => Promise<void>
  /** Resolves when nothing is under way. */
  idle: () => Promise<void>
}

const PATIENCE = 1_000
/** So many due tickets are read at first; more only while they are not ours to do. */
const AT_FIRST = 200
const ENOUGH = 100
const AT_MOST = 5_000

export function responder(ports: ResponderPorts): Responder {
  const { logger, patience = PATIENCE } = ports
  const { rounds, begin } = openRounds(ports)
  return {
    tick: async now => {
      const begun = (await begin(now)).map(({ of, round }) =>
        round.catch(error => {
          const code = error instanceof Error && 'code' in error ? error.code : String(error)
          if (isAway(error)) logger.warn({ ...of, code }, 'the store is away; the account is served once it is back')
          else logger.error({ ...of, code }, 'an account could not be served; it is tried again')
        })
      )
      await within(patience, Promise.all(begun))
    },
    idle: async () => {
      await Promise.allSettled(rounds.values())
    }
  }
}

/** One round at `now`, to its end: rejects with what went wrong. */
export async function tick(ports: ResponderPorts, now: number): Promise<void> {
  const begun = await openRounds(ports).begin(now)
  await Promise.all(begun.map(({ round }) => round))
}

function openRounds(ports: ResponderPorts) {
  const health = openHealth(ports.random ?? Math.random)
  const rounds = new Map<string, Promise<void>>()

  const isOurs = (of: AccountOf) => {
    const name = nameOf(of)
    if (rounds.has(name)) return false
    return ports.leases === undefined || ports.leases.holds(name) || (!ports.platform(of) && !ports.known?.(of))
  }

  async function dueTickets(now: number): Promise<Ticket[]> {
    const { tickets } = ports.desk
    for (let atMost = AT_FIRST; ; atMost = Math.min(AT_MOST, atMost * 5)) {
      const ids = await tickets.due('nextSendAt', now, atMost)
      const found = (await tickets.getMany(ids)).flatMap(one => (one ? [one.document] : []))
      const ours = found.filter(ticket => (ticket.nextSendAt ?? Infinity) <= now && isOurs(ticket))
      if (ids.length < atMost || ours.length >= ENOUGH || atMost === AT_MOST) return ours
    }
  }

  function start(of: AccountOf, jobs: readonly Job[]): Promise<void> {
    const name = nameOf(of)
    const round = accountRound(ports, health, of, jobs).finally(() => rounds.delete(name))
    rounds.set(name, round)
    return round
  }

  return {
    rounds,
    begin: async (now: number) => {
      const byAccount = Map.groupBy(await dueTickets(now), nameOf)
      return Array.from(byAccount.values(), tickets => {
        const { platform, account } = tickets[0]!
        const of = { platform, account }
        return {
          of,
          round: start(
            of,
            tickets.flatMap(ticket => jobsOf(ticket, now))
          )
        }
      })
    }
  }
}
