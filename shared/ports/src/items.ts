import { storeRefused } from '@huiyin/domain/errors.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import type { OperatorItem } from '@huiyin/schemas/operator-item.ts'
import type { Records } from './records.ts'

/** What waits for a person and is no ticket. One record per thing, for ever: resolved it stands until it comes again. */
const KIND = 'operator-item'
const AT_MOST = 1_000

type About = Pick<OperatorItem, 'kind'> & Partial<Pick<OperatorItem, 'platform' | 'account' | 'about'>>

export const itemId = ({ kind, platform, account = '', about = '' }: About): string =>
  idOf(kind, platform ?? '', account, about)

/** Raises it, or notes that it still stands. True when it was not open before. */
export async function raiseItem(
  records: Records,
  item: Omit<OperatorItem, 'id' | 'since' | 'lastSeenAt' | 'resolvedAt' | 'resolvedBy'>,
  now: number
): Promise<boolean> {
  const id = itemId(item)
  while (true) {
    const found = await records.get<OperatorItem>(KIND, id)
    const before = found?.document.value
    const open = before !== undefined && before.resolvedAt === undefined
    if (open && sameFacts(before.facts, item.facts)) return false
    const value: OperatorItem = { ...item, id, since: open ? before.since : now, lastSeenAt: now }
    const [put] = await records.putEach<OperatorItem>(KIND, [{ entry: { id, value }, version: found?.version }])
    if (put?.outcome === 'put') return !open
    if (put?.outcome === 'refused') throw storeRefused(put.reason)
  }
}

/** Resolves it when it is open. `by`: who did; absent: its cause is gone. True when this call did. */
export async function resolveItem(records: Records, id: string, now: number, by?: string): Promise<boolean> {
  while (true) {
    const found = await records.get<OperatorItem>(KIND, id)
    const before = found?.document.value
    if (!found || !before || before.resolvedAt !== undefined) return false
    const value: OperatorItem = { ...before, resolvedAt: now, ...(by !== undefined && { resolvedBy: by }) }
    const [put] = await records.putEach<OperatorItem>(KIND, [{ entry: { id, value }, version: found.version }])
    if (put?.outcome === 'put') return true
    if (put?.outcome === 'refused') throw storeRefused(put.reason)
  }
}

/** The open ones. */
export async function openItems(records: Records): Promise<OperatorItem[]> {
  const found: OperatorItem[] = []
  for (let after: string | undefined; ; ) {
    const page = await records.list<OperatorItem>(KIND, { atMost: AT_MOST, ...(after !== undefined && { after }) })
    found.push(...page.map(({ value }) => value).filter(({ resolvedAt }) => resolvedAt === undefined))
    if (page.length < AT_MOST) return found
    after = page.at(-1)!.id
  }
}

const sameFacts = (a: OperatorItem['facts'], b: OperatorItem['facts']) => JSON.stringify(a) === JSON.stringify(b)
