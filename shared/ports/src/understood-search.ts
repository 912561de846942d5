import type { Searched } from '@huiyin/domain/search/query.ts'
import { openSynonyms, type SynonymsOf } from '@huiyin/domain/search/synonyms.ts'
import { type Understood, understand } from '@huiyin/domain/search/understand.ts'
import type { Cut } from '@huiyin/domain/search-text.ts'
import type { Synonyms } from '@huiyin/schemas/synonyms.ts'
import type { AccountBook } from './accounts.ts'
import { houseSetting } from './house-settings.ts'
import type { Records } from './records.ts'

export interface UnderstandingPorts {
  records: Pick<Records, 'get'>
  cut: Cut
  book: Pick<AccountBook, 'rows'>
}

/**
 * A search as this house understands it at `now` (UTC in ms): its synonyms, its accounts by name. `wide`: what has only
 * some of the plain words is found too, for answers by relevance. Rejects with QUERY_INVALID.
 */
export async function understoodSearch(
  { records, cut, book }: UnderstandingPorts,
  what: Searched,
  text: string,
  now: number,
  wide = false
): Promise<Understood> {
  const synonyms = await synonymsFor(records)
  return understand(text, { what, now, cut, synonyms, wide, idsOf: idsOf(book) })
}

/** Words that mean the same, as the office has them now. */
export const synonymsFor = async (records: Pick<Records, 'get'>): Promise<SynonymsOf> =>
  synonymsOf(await houseSetting(records, 'synonyms'))

const opened = new WeakMap<Synonyms, SynonymsOf>()

function synonymsOf(setting: Synonyms): SynonymsOf {
  const known = opened.get(setting) ?? openSynonyms(setting)
  opened.set(setting, known)
  return known
}

/** An account is asked for by its name too. */
const idsOf =
  (book: UnderstandingPorts['book']) =>
  (field: 'account' | 'department', name: string): string[] =>
    field === 'account'
      ? book
          .rows()
          .filter(({ account }) => account.name === name)
          .map(({ account }) => account.id)
      : []
