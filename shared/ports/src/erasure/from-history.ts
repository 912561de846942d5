import { withoutTraces } from '@huiyin/domain/erasure/traces.ts'
import type { Erasure, ErasureLeft } from '@huiyin/schemas/erasure.ts'
import type { EventType, HistoryRow } from '@huiyin/schemas/event.ts'
import type { History } from '../history.ts'

const PAGE = 500

/**
 * A page of what happened since the first of the comments: rows whose reasons quote them say nothing any more, and their
 * salts go with it. The trail holds: it has digests alone.
 */
export async function eraseFromHistory(
  history: History,
  { comments = [], traces }: Pick<Erasure, 'comments' | 'traces'>,
  after: string | undefined
): Promise<{ erased: number; after?: string }> {
  if (!traces) return { erased: 0 }
  const from = Math.min(...comments.map(({ publishedAt }) => publishedAt))
  const page = await history.search({ from }, { atMost: PAGE, ...(after !== undefined && { after }) })
  const quoting = page.rows.filter(row => row.redacted !== true && quotes(row, traces))
  if (quoting.length > 0) await history.redact(quoting.map(({ id }) => id))
  return { erased: quoting.length, ...(page.after !== undefined && { after: page.after }) }
}

const quotes = ({ ticket, data }: HistoryRow, traces: NonNullable<Erasure['traces']>) =>
  withoutTraces(data, traces, traces.about.includes(ticket)) !== data

/** What was taken out of the house since, by whom: none of it comes back to be erased. */
const LEAVING: readonly EventType[] = ['exported', 'archive.exported', 'report.sent']
const MOST = 200

export async function whatLeft(history: History, { comments = [] }: Pick<Erasure, 'comments'>): Promise<ErasureLeft[]> {
  const from = Math.min(...comments.map(({ publishedAt }) => publishedAt))
  const left: ErasureLeft[] = []
  for (const type of LEAVING)
    for (const { at, actor, ticket } of (await history.search({ from, type }, { atMost: MOST })).rows)
      left.push({ at, by: actor.name, what: ticket })
  return left.toSorted((a, b) => a.at - b.at).slice(-MOST)
}
