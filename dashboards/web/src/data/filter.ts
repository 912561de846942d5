import type { TicketRow } from '@huiyin/schemas/api.ts'
import type { Label, PlatformName, RiskLevel, TicketStatus } from '@huiyin/schemas/names.ts'
import type { paths } from '../api/types.ts'

/** What a list shows. The address bar holds it, the server is asked for it, live rows are judged by it. */

/** What waits for who looks, beside what stands in which status. */
export const PILES = ['mine', 'unassigned'] as const
export type Pile = (typeof PILES)[number]

/** Whether a tab is a pile: who has a ticket in hand decides what is in it. */
export const isPile = (tab: Tab): tab is Pile => (PILES as readonly Tab[]).includes(tab)

export const TABS = [
  'open',
  'handling',
  'soon',
  'overdue',
  'urgent',
  'answered',
  'dismissed',
  'merged',
  'all',
  ...PILES
] as const
export const SORTS = ['due', 'newest', 'risk'] as const
export const LABELS = ['inquiry', 'suggestion', 'complaint', 'other'] as const satisfies readonly Label[]
export const LEVELS = ['red', 'orange', 'yellow', 'blue'] as const satisfies readonly RiskLevel[]
export const PLATFORMS = [
  'wechat',
  'weibo',
  'douyin',
  'kuaishou',
  'mastodon',
  'other'
] as const satisfies readonly PlatformName[]

export type Tab = (typeof TABS)[number]
export type Sort = (typeof SORTS)[number]
export type Filter = { tab: Tab; label?: Label; level?: RiskLevel; platform?: PlatformName; q?: string; sort: Sort }

/** Due within this many ms is due soon. */
export const SOON = 4 * 3_600_000

export const isNarrowed = ({ label, level, platform, q }: Filter) => Boolean(label ?? level ?? platform ?? q)

/** What one looks at first in a tab, where the address bar says nothing. */
export const usualSort = (tab: Tab): Sort =>
  tab === 'answered' || tab === 'dismissed' || tab === 'merged' || tab === 'all' ? 'newest' : 'due'

/** Where something may still fall due: in time is owed what a citizen waits for, and what a department handles. */
const GOES_ON = ['open', 'handling'] as const satisfies readonly TicketStatus[]

/** Which statuses a tab holds; none: all of them. */
const STATUSES = {
  open: ['open'],
  handling: ['handling'],
  soon: GOES_ON,
  overdue: GOES_ON,
  urgent: GOES_ON,
  mine: GOES_ON,
  unassigned: GOES_ON,
  answered: ['answered'],
  dismissed: ['dismissed'],
  merged: ['merged'],
  all: []
} as const satisfies Record<Tab, readonly TicketStatus[]>

const byDue = (tab: Tab) => tab === 'soon' || tab === 'overdue'

type Asked = NonNullable<paths['/api/tickets']['get']['parameters']['query']>

/** The query of `GET /api/tickets`. */
export function params({ tab, label, level, platform, q, sort }: Filter): Asked {
  const words = q?.trim()
  const status = STATUSES[tab]
  return {
    ...(status.length > 0 && { status: [...status] }),
    ...(tab === 'urgent' && { urgent: true }),
    ...(tab === 'mine' && { assignee: ['me'] }),
    ...(tab === 'unassigned' && { unassigned: true }),
    ...(tab === 'overdue' && { overdue: 'true' as const }),
    sort: byDue(tab) ? 'due' : sort,
    ...(label && { label: [label] }),
    ...(level && { level: [level] }),
    ...(platform && { platform: [platform] }),
    ...(words && { q: words })
  }
}

/** What the server does not filter by: how near the due time is. */
export const keeps = ({ tab }: Filter, row: TicketRow, now: number) => tab !== 'soon' || isSoon(row, now)

const isLate = ({ dueAt }: TicketRow, now: number) => dueAt !== undefined && dueAt <= now

const isSoon = ({ dueAt }: TicketRow, now: number) => dueAt !== undefined && dueAt > now && dueAt <= now + SOON

/** Further pages hold nothing for this tab: the list comes by due time, and the last row is beyond. */
export const isBeyond = ({ tab }: Filter, last: TicketRow | undefined, now: number) =>
  tab === 'soon' && last !== undefined && (last.dueAt === undefined || last.dueAt > now + SOON)

/** Whether a row that came by itself belongs into the list of `me` (an id). Words are for the server to find. */
export function belongs(filter: Filter, row: TicketRow, now: number, me?: string): boolean {
  const { tab, label, level, platform, q } = filter
  const statuses: readonly TicketStatus[] = STATUSES[tab]
  return (
    !q &&
    (statuses.length === 0 || statuses.includes(row.status)) &&
    (label === undefined || row.label === label) &&
    (level === undefined || row.risk.level === level) &&
    (platform === undefined || row.platform === platform) &&
    (tab !== 'urgent' || row.urgent) &&
    (tab !== 'mine' || row.assignedTo?.id === me) &&
    (tab !== 'unassigned' || row.assignedTo === undefined) &&
    (tab !== 'overdue' || isLate(row, now)) &&
    keeps(filter, row, now)
  )
}
