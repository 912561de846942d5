import { HuiyinError } from '@huiyin/domain/errors.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { asksForPersonal } from '@huiyin/domain/search/personal.ts'
import type { Query } from '@huiyin/domain/search/query.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { SEARCHES, savedSearches, type Telling } from '@huiyin/ports/saved-searches.ts'
import { type UnderstandingPorts, understoodSearch } from '@huiyin/ports/understood-search.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { SavedSearch } from '@huiyin/schemas/saved-search.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'

const FRESH_FOR = 10_000
const SIGNERS = 'person'

/** A search that somebody is told of, as it is understood now, and its owner as they stand now. */
export type Asked = { search: SavedSearch & { tell: Telling }; query: Query; owner: Actor }

export type SearchPorts = UnderstandingPorts & { records: Pick<Records, 'get' | 'getMany' | 'list'> }

/**
 * The searches whose owners are to be told, read anew every ten seconds: what `today` means, what an account is called
 * and who may see what can change. A search that is not understood any more, or not allowed to its owner, finds nothing.
 */
export function openSearches(ports: SearchPorts): (now: number) => Promise<readonly Asked[]> {
  let known: { at: number; asked: readonly Asked[] } | undefined
  return async now => {
    if (known && now - known.at < FRESH_FOR && now >= known.at) return known.asked
    const some = (await ports.records.list(SEARCHES, { atMost: 1 })).length > 0
    known = { at: now, asked: some ? await allAsked(ports, now) : [] }
    return known.asked
  }
}

async function allAsked(ports: SearchPorts, now: number): Promise<Asked[]> {
  const told = (await savedSearches(ports.records)).filter(isTold)
  const people = [...new Set(told.map(({ person }) => person))]
  const found = await ports.records.getMany<StoredUser>(SIGNERS, people)
  const owners = new Map(people.map((person, i) => [person, found[i]?.document.value]))
  const asked: Asked[] = []
  for (const search of told) {
    const owner = owners.get(search.person)
    if (owner === undefined || (owner.state ?? 'active') !== 'active') continue
    const query = await queryOf(ports, search, now)
    if (!query || (asksForPersonal(search.q, query) && !mayDo(owner.actor, 'personal.read'))) continue
    asked.push({ search, query, owner: owner.actor })
  }
  return asked
}

const isTold = (search: SavedSearch): search is Asked['search'] => search.tell !== 'never'

async function queryOf(ports: SearchPorts, { what, q }: SavedSearch, now: number): Promise<Query | undefined> {
  try {
    return (await understoodSearch(ports, what, q, now)).query
  } catch (error) {
    if (error instanceof HuiyinError && error.code === 'QUERY_INVALID') return
    throw error
  }
}
