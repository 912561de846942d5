import { erasedComment } from '@huiyin/domain/erasure/stub.ts'
import { withoutTraces } from '@huiyin/domain/erasure/traces.ts'
import type { Erasure } from '@huiyin/schemas/erasure.ts'
import type { Comments } from '../comments.ts'
import { changeComment } from './find.ts'

const THREAD = 1_000

/** Leaves a stub of each comment, and takes their words out of the office's own in the same threads that quote them. */
export async function eraseComments(
  comments: Comments,
  { comments: refs = [], traces }: Pick<Erasure, 'comments' | 'traces'>
): Promise<number> {
  let erased = 0
  const keys = new Set<string>()
  for (const ref of refs) {
    const [found] = await comments.getMany([ref])
    if (found) keys.add(found.document.key)
    const changed = await changeComment(comments, ref, one => (one.state === 'erased' ? one : erasedComment(one)))
    if (changed) erased += 1
  }
  await comments.refresh()
  if (!traces) return erased
  for (const key of keys)
    for (const own of (await comments.thread(key, THREAD)).filter(({ ours }) => ours))
      await changeComment(comments, own, one => withoutTraces(one, traces, true))
  return erased
}
