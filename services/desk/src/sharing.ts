import { runningClocks } from '@huiyin/domain/clocks/running.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { isOpen } from '@huiyin/domain/work/assign.ts'
import { assignedByRule } from '@huiyin/domain/work/commands.ts'
import { shareOut } from '@huiyin/domain/work/share-out.ts'
import { whyNot } from '@huiyin/domain/work/shares.ts'
import { act, type Desk } from '@huiyin/ports/act.ts'
import type { Leases } from '@huiyin/ports/lease.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { keepTurns, shareRules, sharersOf } from '@huiyin/ports/sharing.ts'
import type { ShareRule } from '@huiyin/schemas/share-rule.ts'
import type { Assignee, Ticket } from '@huiyin/schemas/ticket.ts'
import { DESK } from './run.ts'

/**
 * Shares out what nobody has in hand, those due first.
 *
 * One at a time does it, by a lease. A page of tickets is looked at per tick; what falls to nobody is passed over, and
 * looked at again when the walk begins anew: at its end, and when somebody is free again after nobody was. The newest
 * tickets are looked at with every page. Whose turn it is is kept before the tickets are given: whoever ends in
 * between has lost somebody one turn, and given no ticket twice, for a rule gives only what nobody has.
 */
export interface SharingPorts {
  records: Records
  desk: Desk
  leases: Pick<Leases, 'holds'>
  logger: Logger
}

export const SHARING = 'sharing'
const PAGE = 200
const NEWEST = 50

const WAITING = { status: ['open', 'handling'], unassigned: true } as const

export interface Sharing {
  /** To be called every second, never twice at once; answers how many were given. */
  tick: (now: number) => Promise<number>
}

export function openSharing({ records, desk, leases, logger }: SharingPorts): Sharing {
  let after: string | undefined

  /** The next page of those that nobody has, and the newest: as they stand now, those due first. */
  const nextPage = async (): Promise<Ticket[]> => {
    const isAtBegin = after === undefined
    const page = await desk.tickets.search({ ...WAITING, sort: 'due', atMost: PAGE, ...(after && { after }) })
    after = page.after
    const newest = isAtBegin && !after ? [] : await newestOf()
    const ids = [...new Set([...page.rows, ...newest].map(({ id }) => id))]
    if (ids.length === 0) return []
    const found = await desk.tickets.getMany(ids)
    return found
      .flatMap(one => (one && isOpen(one.document) && !one.document.assigned ? [one.document] : []))
      .toSorted((a, b) => dueOf(a) - dueOf(b))
  }

  const newestOf = async () => (await desk.tickets.search({ ...WAITING, sort: 'newest', atMost: NEWEST })).rows

  /** One that the store will not take is said in the log, and holds up no other. */
  const give = async (ticket: string, to: Assignee, rule: ShareRule): Promise<boolean> => {
    try {
      const { assigned } = await act(desk, ticket, assignedByRule({ actor: DESK, to, rule: rule.id }))
      return assigned?.how === 'rule' && assigned.to.id === to.id
    } catch (error) {
      if (!(error instanceof HuiyinError) || error.code !== 'STORE_REFUSED') throw error
      logger.error({ code: error.code }, 'a ticket could not be shared out')
      return false
    }
  }

  return {
    async tick(now) {
      if (!leases.holds(SHARING)) return 0
      const rules = (await shareRules(records)).filter(({ enabled }) => enabled)
      if (rules.length === 0) return 0
      const standing = await sharersOf({ records, tickets: desk.tickets }, rules, now)
      if (!rules.some(rule => isFree(rule, standing))) {
        after = undefined
        return 0
      }
      const { shares, sharers, last } = shareOut(await nextPage(), rules, standing)
      if (shares.length === 0) return 0
      await keepTurns(records, sharers, last)
      let given = 0
      for (const { ticket, to, rule } of shares) {
        if (!leases.holds(SHARING)) break
        if (await give(ticket, to, rule)) given += 1
      }
      logger.info({ given }, 'tickets were shared out')
      return given
    }
  }
}

const dueOf = (ticket: Ticket) => Math.min(...runningClocks(ticket).map(({ dueAt }) => dueAt), Number.MAX_SAFE_INTEGER)

const isFree = (rule: ShareRule, { sharers }: Awaited<ReturnType<typeof sharersOf>>) =>
  rule.to.some(id => {
    const sharer = sharers.get(id)
    return sharer !== undefined && whyNot(sharer, rule) === undefined
  })
