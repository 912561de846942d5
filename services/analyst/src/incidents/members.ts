import { setTimeout as sleep } from 'node:timers/promises'
import { digest, idOf, ticketId } from '@huiyin/domain/ids.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { CommentRef, Observation } from '@huiyin/schemas/comment.ts'
import type { IncidentMember } from '@huiyin/schemas/incident.ts'
import type { IncidentPorts } from './ports.ts'

/** A comment as it was judged; the text is read, never kept. */
export type Judged = Observation & { classification?: Classification }

/** The desk stores what we have read already; it is waited for so often, in between so long (ms). */
const TRIES = 20
const WAIT = 250

/** The comments of a signal, by the log where they have just come, else by the store. What is nowhere is left out. */
export async function judgedOf(ports: IncidentPorts, refs: readonly CommentRef[]): Promise<Judged[]> {
  const found = new Map<string, Judged>()
  let missing = refs.filter(({ id }) => {
    const recent = ports.recent(id)
    if (recent) found.set(id, { ...recent.observation, ...(recent.classification && withOf(recent.classification)) })
    return !recent
  })
  for (let tries = 0; missing.length > 0 && tries < TRIES; tries++) {
    if (tries > 0) await sleep(WAIT)
    const stored = await ports.comments.getMany(missing)
    for (const one of stored) if (one && one.document.state !== 'erased') found.set(one.document.id, one.document)
    missing = missing.filter((_, i) => !stored[i])
  }
  if (missing.length > 0) ports.logger.warn({ missing: missing.length }, 'comments of a signal are not in the store')
  return refs.flatMap(({ id }) => found.get(id) ?? [])
}

const withOf = (classification: Classification) => ({ classification })

/** What a comment counts for as a member; one that was never judged counts as calm. */
export function memberOf(judged: Judged): IncidentMember {
  const { id, publishedAt, platform, account, author, classification: of } = judged
  return {
    comment: id,
    publishedAt,
    platform,
    account,
    sentiment: of?.sentiment.name ?? 'neutral',
    level: of?.risk.level ?? 'blue',
    urgent: of?.urgent ?? false,
    ...(author.id !== undefined && { author: digest(idOf(platform, author.id)) }),
    ticket: ticketId(judged)
  }
}
