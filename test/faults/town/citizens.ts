import { setTimeout as sleep } from 'node:timers/promises'
import { commentId } from '@huiyin/domain/ids.ts'
import { pick, type Random } from '@huiyin/simulator/random.ts'
import type { Simulator } from '@huiyin/simulator/simulator.ts'
import type { SimComment, SimPost } from '@huiyin/simulator/things.ts'

/** A comment that a citizen wrote, and the id that the house must give it. */
export interface Written {
  id: string
  comment: SimComment
}

const SHARES = { answers: 0.25, bySame: 0.4 } as const
const RECENT = 40

export interface Citizens {
  written: readonly Written[]
  /** Writes until the signal, so many a second. */
  live: (perSecond: number, signal: AbortSignal) => Promise<void>
}

/** Citizens who go on writing under the posts, answer each other, and come back to their own threads. */
export function openCitizens(
  { control }: Simulator,
  posts: readonly SimPost[],
  { texts, random }: { texts: Iterator<string>; random: Random }
): Citizens {
  const written: Written[] = []
  const recent = new Map<string, SimComment[]>()

  function write(): void {
    const { platform, account, id: post } = pick(random, posts)
    const there = recent.get(post) ?? []
    const above =
      platform !== 'wechat' && there.length > 0 && random() < SHARES.answers ? pick(random, there) : undefined
    const comes = above && random() < SHARES.bySame ? { as: above.author!.id } : {}
    const text = texts.next().value as string
    const comment = control.postComment({
      ...{ platform, account, post, text },
      ...(above && { parent: above.id }),
      ...comes
    })
    recent.set(post, [...there, comment].slice(-RECENT))
    const { root, id } = comment
    written.push({ id: commentId({ platform, account, post, root, comment: id }), comment })
  }

  return {
    written,
    async live(perSecond, signal) {
      const begun = performance.now()
      for (let n = 1; !signal.aborted; n++) {
        const wait = begun + (n * 1000) / perSecond - performance.now()
        await sleep(Math.max(0, wait), undefined, { signal }).catch(() => {})
        if (!signal.aborted) write()
      }
    }
  }
}
