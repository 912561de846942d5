import { commentId, digest } from '@huiyin/domain/ids.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'

const REMEMBERED = 100_000

/** How a comment stood when it was seen last. */
export interface Standing {
  text: string
  deleted: boolean
  likes?: number
  replies?: number
  at: number
}

/**
 * What of each comment was passed on last: in this process's memory, else in the store. A comment that nobody here
 * knows is new; one that the store has not got yet is passed on twice, which changes nothing.
 */
export interface Seen {
  /** In the order given; undefined: never seen. */
  of: (observations: readonly Observation[]) => Promise<(Standing | undefined)[]>
  remember: (observations: readonly Observation[]) => void
  /** Replies of a thread's first comment at the last look, where it is in memory. */
  repliesOf: (account: Pick<Account, 'platform' | 'id'>, post: string, root: string) => { replies?: number } | undefined
}

export function openSeen(comments: Pick<Comments, 'getMany'>, limit = REMEMBERED): Seen {
  const memory = new Map<string, Standing>()

  function keep(id: string, standing: Standing) {
    memory.delete(id)
    memory.set(id, standing)
    if (memory.size > limit) memory.delete(memory.keys().next().value!)
  }

  return {
    of: async observations => {
      const missing = observations.filter(({ id }) => !memory.has(id))
      const found = missing.length > 0 ? await comments.getMany(missing) : []
      missing.forEach(({ id }, i) => {
        const stored = found[i]?.document
        if (stored) keep(id, standingOf({ ...stored, deleted: stored.state === 'deleted' }))
      })
      return observations.map(({ id }) => memory.get(id))
    },
    remember: observations => {
      for (const one of observations) keep(one.id, standingOf(one))
    },
    repliesOf: ({ platform, id: account }, post, root) =>
      memory.get(commentId({ platform, account, post, root, comment: root }))
  }
}

export const standingOf = ({ text, cut, deleted = false, likes, replies, observedAt }: Observation): Standing => ({
  text: digest(text + (cut?.sha256 ?? '')),
  deleted,
  ...(likes !== undefined && { likes }),
  ...(replies !== undefined && { replies }),
  at: observedAt
})
