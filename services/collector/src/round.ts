import { idOf } from '@huiyin/domain/ids.ts'
import { park } from '@huiyin/ports/parking.ts'
import type { CommentPage, NativeUnreadable, Platform } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { toObservation } from './observation.ts'
import type { Published } from './published.ts'
import type { CollectorPorts } from './run.ts'

/** Kind of the records that keep where each account was read up to; ids by `idOf(platform, account)`. */
export const CURSOR = 'cursor'

export interface Cursor {
  cursor: unknown
  at: number
  term: number
}

type Round = Pick<CollectorPorts, 'comments' | 'records' | 'clock'> & {
  published: Published
  term: (account: Account) => number | undefined
}

/** Reads an account until there is no more. Rejects with whatever went wrong; what was published stays so. */
export async function pollRound(ports: Round, account: Account, platform: Platform): Promise<void> {
  const { records, clock, term } = ports
  const id = idOf(account.platform, account.id)
  let cursor = (await records.get<Cursor>(CURSOR, id))?.document.value.cursor
  while (true) {
    const held = term(account)
    if (held === undefined) return
    const observedAt = clock.now()
    const page = await platform.poll(cursor)
    await publish(ports, page, { account, observedAt, term: held })
    if (term(account) !== held) return // another instance goes on from the cursor that stands
    // Published before committed: after a crash in between the page is read again.
    if (!same(cursor, page.cursor)) {
      await records.put<Cursor>(CURSOR, { id, value: { cursor: page.cursor, at: clock.now(), term: held } })
    }
    if (!page.more) return
    cursor = page.cursor
  }
}

type Seen = { account: Account; observedAt: number; term: number }

async function publish(ports: Round, page: CommentPage, seen: Seen): Promise<void> {
  const { comments, records, published } = ports
  const { observations, unreadable } = readEach(page, seen)
  const news = published.news(observations)
  if (news.length > 0) await comments.append(news)
  published.remember(news)
  const topic = `poll/${seen.account.platform}/${seen.account.id}`
  for (const { raw, reason } of unreadable) await park(records, { topic, raw, reason, at: seen.observedAt })
}

function readEach(page: CommentPage, seen: Seen) {
  const observations: Observation[] = []
  const unreadable: NativeUnreadable[] = [...page.unreadable]
  for (const comment of page.comments) {
    try {
      observations.push(toObservation(comment, seen))
    } catch (error) {
      unreadable.push({ raw: JSON.stringify(comment), reason: String(error) })
    }
  }
  return { observations, unreadable }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
