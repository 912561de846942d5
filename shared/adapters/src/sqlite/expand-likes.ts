import { isLike } from '@huiyin/domain/search/like.ts'
import type { Query } from '@huiyin/domain/search/query.ts'
import type { SqliteFile } from './file.ts'

type Like = Extract<Query, { type: 'like' }>

/** Puts in the place of every `like` the words of the table that are like it. */
export async function expandLikes(file: SqliteFile, query: Query, table: string): Promise<Query> {
  switch (query.type) {
    case 'all':
    case 'any':
    case 'some':
      return { ...query, of: await Promise.all(query.of.map(part => expandLikes(file, part, table))) }
    case 'not':
      return { ...query, of: await expandLikes(file, query.of, table) }
    case 'like':
      return {
        type: 'says',
        phrases: (await wordsLike(file, query, table)).map(token => ({ tokens: [token], weight: 1 }))
      }
    default:
      return query
  }
}

async function wordsLike(file: SqliteFile, like: Like, table: string): Promise<string[]> {
  const letters = Array.from(like.token)
  const from = letters[0] ?? ''
  const rows = await file.query<{ term: string }>({
    sql: `
      select term from temp.${table}_terms
      where term >= :from and term < :from || char(0x10ffff) and length(term) between :shortest and :longest
    `,
    parameters: { from, shortest: letters.length - like.edits, longest: letters.length + like.edits }
  })
  return rows.map(({ term }) => term).filter(term => isLike(like.token, term, like.edits))
}
