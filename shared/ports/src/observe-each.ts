import { observe } from '@huiyin/domain/observe.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation, StoredComment } from '@huiyin/schemas/comment.ts'
import type { Comments } from './comments.ts'
import type { Put } from './documents.ts'

export type Seen = { observation: Observation; classification?: Classification }

/** A comment that the store will never take, and why. */
export type RefusedComment = { seen: Seen[]; reason: string }

/**
 * Writes what was seen into the store of comments: multi-get, pure `observe`, compare-and-set; losers are read
 * and judged again until none is left. Durable when it resolves.
 */
export async function observeEach(comments: Comments, seen: readonly Seen[]): Promise<RefusedComment[]> {
  const refused: RefusedComment[] = []
  let pending = Map.groupBy(seen, ({ observation }) => observation.id)
  while (pending.size > 0) pending = await round(comments, pending, refused)
  return refused
}

async function round(comments: Comments, pending: Map<string, Seen[]>, refused: RefusedComment[]) {
  const groups = [...pending.values()]
  const found = await comments.getMany(groups.map(([first]) => first!.observation))
  const puts: Put<StoredComment>[] = []
  groups.forEach((group, i) => {
    const before = found[i]
    const next = afterAll(before?.document, group)
    if (next) puts.push({ document: next, ...(before && { version: before.version }) })
  })
  const again = new Map<string, Seen[]>()
  if (puts.length === 0) return again
  const outcomes = await comments.putEach(puts)
  outcomes.forEach((outcome, i) => {
    const { id } = puts[i]!.document
    const group = pending.get(id)!
    if (outcome.outcome === 'conflict') again.set(id, group)
    else if (outcome.outcome === 'refused') refused.push({ seen: group, reason: outcome.reason })
  })
  return again
}

function afterAll(before: StoredComment | undefined, group: readonly Seen[]): StoredComment | undefined {
  let now = before
  for (const { observation, classification } of group) now = observe(now, observation, classification) ?? now
  return now === before ? undefined : now
}
