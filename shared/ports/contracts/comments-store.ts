import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Test } from 'tap'
import type { CommentQuery, Comments } from '../src/comments.ts'
import { type On, puts } from './fixtures.ts'

/** A store that holds some comments, ready for lists. */
export async function filled(t: Test, on: On<Comments>, ...comments: StoredComment[]) {
  const { port } = await on(t)
  await port.putEach(puts(...comments))
  await port.refresh()
  return port
}

/** The ids of all that a query finds, in their own order. */
export const idsOf = async (port: Comments, query: Partial<CommentQuery>) =>
  (await port.search({ sort: 'newest', atMost: 50, ...query })).rows.map(({ id }) => id).sort()

export const read = async (port: Comments, { id, publishedAt }: StoredComment) =>
  (await port.getMany([{ id, publishedAt }]))[0]
