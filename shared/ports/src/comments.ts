import type { Query } from '@huiyin/domain/search/query.ts'
import type { Circumstances } from '@huiyin/domain/search/relevance.ts'
import type { CommentRef, StoredComment } from '@huiyin/schemas/comment.ts'
import type { Label, RiskLevel, SentimentName } from '@huiyin/schemas/names.ts'
import type { OfAccount, Page, Put, PutResult, Versioned } from './documents.ts'

export interface CommentFilter {
  /** What a person has asked for, as it was understood. */
  where?: Query
  platform?: readonly string[]
  account?: readonly string[]
  /** Of one of these accounts of the office; an empty list finds nothing. */
  of?: readonly OfAccount[]
  post?: string
  /** The platform's own ids, up to 10,000. */
  posts?: readonly string[]
  key?: string
  label?: readonly Label[]
  level?: readonly RiskLevel[]
  sentiment?: readonly SentimentName[]
  ours?: boolean
  state?: readonly StoredComment['state'][]
  /** publishedAt from (inclusive) and to (exclusive). */
  publishedFrom?: number
  publishedTo?: number
}

/**
 * `newest`, `oldest`: by publishedAt; `risk`: the highest score first, those without one last. Ties: by id.
 * `relevance`: the first 200 by how well they answer `where`, then the others; see docs/search.md.
 */
export type CommentSort = 'newest' | 'oldest' | 'risk' | 'relevance'

export interface CommentQuery extends CommentFilter {
  sort: CommentSort
  /** Of `relevance`: the same on every page of a list; `asOf` is the first page's. */
  ranking?: Circumstances
  atMost: number
  after?: string
}

export type CommentGroup =
  | 'label'
  | 'level'
  | 'sentiment'
  | 'account'
  | 'platform'
  | 'post'
  | 'publishedDay'
  | 'department'
  | 'place'

/** The record of comments. A comment is addressed by its id and exact `publishedAt`. */
export interface Comments {
  /** In the order asked; undefined where there is none. Real-time. */
  getMany: (refs: readonly CommentRef[]) => Promise<(Versioned<StoredComment> | undefined)[]>
  /** Each judged on its own; results in the order given. Durable when it answers. Ids are unique within one call. */
  putEach: (puts: readonly Put<StoredComment>[]) => Promise<PutResult[]>
  /** The comments of one thread, the oldest first; at most `atMost` of the newest. Sees every put answered before. */
  thread: (key: string, atMost: number) => Promise<StoredComment[]>
  search: (query: CommentQuery) => Promise<Page<StoredComment>>
  /** Comments by value; those without a value nowhere, those with several places under each. By `post`: the platform's own id, so ask for one platform at a time. */
  count: (by: CommentGroup, filter: CommentFilter) => Promise<Record<string, number>>
  refresh: () => Promise<void>
}
