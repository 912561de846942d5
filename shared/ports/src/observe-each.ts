import { observe } from '@huiyin/domain/observe.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation, StoredComment } from '@huiyin/schemas/comment.ts'
import type { Comments } from './comments.ts'
import type { Put, Versioned } from './documents.ts'

export type Seen = { observation: Observation; classification?: Classification }

/** A comment that the store will never take, and why. */
export type RefusedComment = { seen: Seen[]; reason: string }

/** Told of ids while they are written. */
export interface Observing {
  /** Their words were erased by right. */
  onErased?: (id: string) => void
  /** Nobody had seen them before. */
  onMade?: (id: string) => void
}

/**
 * Writes what was seen into the store of comments: pure `observe` and compare-and-set. What seems to be heard of for the
 * first time is created without a read; whoever stood there already is read, as are losers, and judged again until none
 * is left. Durable when it resolves.
 */
export async function observeEach(
  comments: Comments,
  seen: readonly Seen[],
  { onErased, onMade }: Observing = {}
): Promise<RefusedComment[]> {
  const refused: RefusedComment[] = []
  const said = Map.groupBy(seen, ({ observation }) => observation.id)
  const [fresh, known] = [new Map<string, Seen[]>(), new Map<string, Seen[]>()]
  for (const [id, group] of said) (group.some(wasSeenBefore) ? known : fresh).set(id, group)
  let pending: Groups = new Map([...(await written(comments, fresh, { refused, onMade })), ...known])
  while (pending.size > 0) pending = await round(comments, pending, refused, onErased)
  return refused
}

type Groups = Map<string, Seen[]>

/** Only a guess: who is wrong either way pays with one more question to the store. */
const wasSeenBefore = ({ observation: { before, deleted } }: Seen) => before !== undefined || deleted === true

async function round(
  comments: Comments,
  pending: Groups,
  refused: RefusedComment[],
  onErased?: (id: string) => void
): Promise<Groups> {
  const found = await comments.getMany(Array.from(pending.values(), ([first]) => first!.observation))
  for (const one of found) if (one?.document.state === 'erased') onErased?.(one.document.id)
  return written(comments, pending, { found, refused })
}

type Writing = {
  found?: readonly (Versioned<StoredComment> | undefined)[]
  refused: RefusedComment[]
  onMade?: ((id: string) => void) | undefined
}

/** Puts what came of each over what was found; answers those for whom somebody was faster. */
async function written(comments: Comments, groups: Groups, { found = [], refused, onMade }: Writing): Promise<Groups> {
  const puts: Put<StoredComment>[] = []
  Array.from(groups.values()).forEach((group, i) => {
    const before = found[i]
    const next = afterAll(before?.document, group)
    if (next) puts.push({ document: next, ...(before && { version: before.version }) })
  })
  const again: Groups = new Map()
  if (puts.length === 0) return again
  const outcomes = await comments.putEach(puts)
  outcomes.forEach((outcome, i) => {
    const { id } = puts[i]!.document
    const group = groups.get(id)!
    if (outcome.outcome === 'put') onMade?.(id)
    else if (outcome.outcome === 'conflict') again.set(id, group)
    else if (outcome.outcome === 'refused') refused.push({ seen: group, reason: outcome.reason })
  })
  return again
}

function afterAll(before: StoredComment | undefined, group: readonly Seen[]): StoredComment | undefined {
  let now = before
  for (const { observation, classification } of group) now = observe(now, observation, classification) ?? now
  return now === before ? undefined : now
}
