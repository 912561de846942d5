import { digest, threadKey } from '@huiyin/domain/ids.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'

const REMEMBERED = 100_000
/** What the store held is asked anew after so long (ms): news on its way to it may have changed it since. */
const BELIEVED = 10 * 60_000

/** How a comment stood when it was seen last. */
export interface Standing {
  text: string
  deleted: boolean
  /** Taken out of our store by right: nothing of it is told again. */
  erased?: boolean
  likes?: number
  replies?: number
  at: number
}

/** `term`: under which it was passed on or asked for; what another holder told meanwhile is not known here. */
type Remembered = Standing & { term: number; until?: number }

/**
 * What of each comment was passed on last: in this process's memory, else in the store. A comment that nobody here
 * knows is new; one that the store has not got yet is passed on twice, which changes nothing.
 */
export interface Seen {
  /** In the order given; undefined: never seen. */
  of: (observations: readonly Observation[]) => Promise<(Standing | undefined)[]>
  remember: (observations: readonly Observation[]) => void
  /** How many replies a thread's first comment counted when all of them were read here last. */
  repliesOf: (account: Of, post: string, root: string) => { replies?: number } | undefined
  /** All threads of a post were read, whose first comments counted so many replies each. */
  readThreads: (account: Of, post: string, counted: ReadonlyMap<string, number>) => void
}

type Of = Pick<Account, 'platform' | 'id'>

export function openSeen(comments: Pick<Comments, 'getMany'>, limit = REMEMBERED): Seen {
  const memory = new Map<string, Remembered>()
  const threads = new Map<string, number>()

  const isKnown = ({ id, term, observedAt }: Observation) => {
    const one = memory.get(id)
    return one?.term === term && (one.until === undefined || isWithin(one.until - observedAt))
  }

  function put<V>(map: Map<string, V>, id: string, value: V) {
    map.delete(id)
    map.set(id, value)
    if (map.size > limit) map.delete(map.keys().next().value!)
  }
  const keep = (id: string, standing: Remembered) => put(memory, id, standing)

  return {
    of: async observations => {
      const missing = observations.filter(one => !isKnown(one))
      const found = missing.length > 0 ? await comments.getMany(missing) : []
      missing.forEach(({ id, term, observedAt }, i) => {
        const stored = found[i]?.document
        memory.delete(id)
        if (!stored) return
        const standing = standingOf({ ...stored, deleted: stored.state === 'deleted' })
        if (stored.state === 'erased') standing.erased = true
        keep(id, { ...standing, term, until: observedAt + BELIEVED })
      })
      return observations.map(({ id }) => memory.get(id))
    },
    remember: observations => {
      for (const one of observations) keep(one.id, { ...standingOf(one), term: one.term })
    },
    repliesOf: (account, post, root) => {
      const replies = threads.get(threadOf(account, post, root))
      return replies === undefined ? undefined : { replies }
    },
    readThreads: (account, post, counted) => {
      for (const [root, replies] of counted) put(threads, threadOf(account, post, root), replies)
    }
  }
}

const threadOf = ({ platform, id: account }: Of, post: string, root: string) =>
  threadKey({ platform, account, post, root })

/** A clock may have been put back meanwhile. */
const isWithin = (left: number) => left > 0 && left <= BELIEVED

export const standingOf = ({ text, cut, deleted = false, likes, replies, observedAt }: Observation): Standing => ({
  text: digest(text + (cut?.sha256 ?? '')),
  deleted,
  ...(likes !== undefined && { likes }),
  ...(replies !== undefined && { replies }),
  at: observedAt
})
