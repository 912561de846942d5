import { shareOut } from '@huiyin/domain/work/share-out.ts'
import { inOrder, type Sharers, whyNot } from '@huiyin/domain/work/shares.ts'
import { shareRules, sharersOf } from '@huiyin/ports/sharing.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { SharePreview, ShareRule } from '@huiyin/schemas/share-rule.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { ApiPorts } from './ports.ts'
import { ticketsFor } from './scope.ts'
import { WAITING } from './ticket-filter.ts'

const PAGE = 200
const MOST = 1000

/** How the open tickets that nobody has, a thousand at most and those due first, would fall now. */
export async function previewShares(ports: ApiPorts, actor: Actor, changed?: ShareRule): Promise<SharePreview> {
  const saved = await shareRules(ports.records)
  const rules = inOrder(changed ? [...saved.filter(({ id }) => id !== changed.id), changed] : saved)
  const standing = await sharersOf(ports, rules, ports.clock.now())
  const { rows, total } = await unassigned(ports, actor)
  const { shares, left } = shareOut(rows, rules, standing)
  const gets = tallied(shares.map(({ to }) => to.id))
  const byRule = tallied(shares.map(({ rule }) => rule.id))
  return {
    rows: Array.from(standing.sharers.keys()).map(id => rowOf(id, standing.sharers, rules, gets[id] ?? 0)),
    rules: rules.map(({ id, name }) => ({ id, name, shares: byRule[id] ?? 0 })),
    left: left.length,
    looked: rows.length,
    total
  }
}

function rowOf(id: string, sharers: Sharers, rules: readonly ShareRule[], gets: number): SharePreview['rows'][number] {
  const sharer = sharers.get(id)!
  const reasons = rules.filter(({ to }) => to.includes(id)).map(rule => whyNot(sharer, rule))
  const why = reasons.every(one => one !== undefined) ? reasons[0] : undefined
  return { id, name: sharer.actor?.name ?? id, inHand: sharer.inHand, gets, ...(why && { why }) }
}

function tallied(ids: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1
  return counts
}

async function unassigned(ports: ApiPorts, actor: Actor): Promise<{ rows: Ticket[]; total: number }> {
  const rows: Ticket[] = []
  for (let after: string | undefined; ; ) {
    const page = await ports.tickets.search({
      ...{ ...WAITING, ...ticketsFor(ports, actor), unassigned: true, sort: 'due', atMost: PAGE },
      ...(after !== undefined && { after })
    })
    rows.push(...page.rows)
    after = page.after
    if (after === undefined || rows.length >= MOST) return { rows, total: page.total }
  }
}
