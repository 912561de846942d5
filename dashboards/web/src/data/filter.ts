import type { TicketRow } from '@huiyin/schemas/api.ts'
import type { Label, PlatformName, RiskLevel, TicketStatus } from '@huiyin/schemas/names.ts'
import type { components } from '../api/types.ts'

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
export type Filter = {
  tab: Tab
  label?: Label
  level?: RiskLevel
  platform?: PlatformName
  q?: string
  sort: Sort
  /** Key of a saved view, which takes the place of the tab. */
  saved?: string
}

const MINUTE = 60_000

/** Due within this many ms is due soon. */
export const SOON = 240 * MINUTE

export const isNarrowed = ({ label, level, platform, q, saved }: Filter) =>
  Boolean(label ?? level ?? platform ?? q ?? saved)

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

/** What lists, counts and bulk acts are asked for, without the order. */
export type Asked = components['schemas']['TicketFilterBody']

/** What a tab and the filters beside it stand for; `view` is asked for instead of the tab, where one is chosen. */
export function asked({ tab, label, level, platform, q }: Filter, view?: Asked): Asked {
  const words = [view?.q && q ? `(${view.q})` : view?.q, q?.trim()].filter(Boolean).join(' ')
  const status = STATUSES[tab]
  return {
    ...view,
    ...(!view && status.length > 0 && { status: [...status] }),
    ...(tab === 'urgent' && { urgent: true }),
    ...(tab === 'mine' && { assignee: ['me'] }),
    ...(tab === 'unassigned' && { unassigned: true }),
    ...(tab === 'overdue' && { overdue: 'true' as const }),
    ...(tab === 'soon' && { dueWithin: SOON / MINUTE }),
    ...(label && { label: [label] }),
    ...(level && { level: [level] }),
    ...(platform && { platform: [platform] }),
    ...(words && { q: words })
  }
}

/** In which order a list comes. */
export const sortOf = ({ tab, sort }: Filter): Sort => (byDue(tab) ? 'due' : sort)

const isLate = ({ dueAt }: TicketRow, now: number) => dueAt !== undefined && dueAt <= now

const isWithin = ({ dueAt }: TicketRow, now: number, ms: number) =>
  dueAt !== undefined && dueAt > now && dueAt <= now + ms

const has = <T>(wanted: readonly T[] | undefined, value: T | undefined) =>
  wanted === undefined || (value !== undefined && wanted.includes(value))

/** Whether a row that came by itself belongs into what `me` (an id) asked for. Words are for the server to find. */
export function belongs(of: Asked, row: TicketRow, now: number, me?: string): boolean {
  const { assignee, tag } = of
  const mine = row.assignedTo?.id
  return (
    of.q === undefined &&
    of.notMine === undefined &&
    has(of.status, row.status) &&
    has(of.label, row.label) &&
    has(of.level, row.risk.level) &&
    has(of.platform, row.platform) &&
    has(of.account, row.account) &&
    has(of.department, row.department) &&
    has(of.reply, row.reply) &&
    (of.urgent === undefined || of.urgent === row.urgent) &&
    (of.review === undefined || of.review === row.review) &&
    (assignee === undefined || (mine !== undefined && assignee.some(id => (id === 'me' ? me : id) === mine))) &&
    (of.unassigned === undefined || of.unassigned === (mine === undefined)) &&
    (tag === undefined || row.tags.some(one => tag.includes(one))) &&
    (of.overdue === undefined || (goesOn(row) && isLate(row, now))) &&
    (of.dueWithin === undefined || (goesOn(row) && isWithin(row, now, of.dueWithin * MINUTE)))
  )
}

const goesOn = ({ status }: TicketRow) => (GOES_ON as readonly TicketStatus[]).includes(status)
