import type { Query } from './query.ts'

/** All texts that a search looks for, also where it wants none of them: what it would tell of by finding or not finding. */
export function saidIn(query: Query): string[] {
  switch (query.type) {
    case 'says':
      return query.phrases.filter(({ weight }) => weight === 1).map(({ tokens }) => tokens.join(' '))
    case 'like':
      return [query.token]
    case 'is':
      return [...query.values]
    case 'not':
      return saidIn(query.of)
    case 'all':
    case 'any':
    case 'some':
      return query.of.flatMap(saidIn)
    default:
      return []
  }
}

/** Words of other spellings that a search asks for, also where it wants none of them. */
export function likesIn(query: Query): string[] {
  if (query.type === 'like') return [query.token]
  if (query.type === 'not') return likesIn(query.of)
  return 'of' in query ? query.of.flatMap(likesIn) : []
}
