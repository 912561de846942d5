import { setTimeout as sleep } from 'node:timers/promises'
import { commentId } from '@huiyin/domain/ids.ts'
import { pick, type Random } from '@huiyin/simulator/random.ts'
import type { Simulator } from '@huiyin/simulator/simulator.ts'
import type { SimComment, SimPost } from '@huiyin/simulator/things.ts'

/** What becomes of a comment once it was collected. */
type Fate = 'stays' | 'edited' | 'deleted'

/** A comment as it stands at its platform. */
export interface Written {
  id: string
  comment: SimComment
  fate: Fate
}

interface Plan {
  texts: readonly string[]
  /** In ms. */
  over: number
  random: Random
  /** Ids of the comments that were collected. */
  collected: () => Promise<ReadonlySet<string>>
}

const SHARES = { deleted: 0.06, edited: 0.25, answers: 0.2 } as const
const RECENT = 20
const LOOK_EVERY = 3_000
/** Words by which an edited comment is told. */
const EDITED = '（已更正）'

/**
 * Citizens write the texts under the posts, evenly over the time given; some answer each other where the platform lets
 * them. Once they were collected some are deleted, and at Mastodon, which alone lets them be, some are edited.
 */
export function citizens({ control }: Simulator, posts: readonly SimPost[], { texts, over, random, collected }: Plan) {
  const written: Written[] = []

  function write(text: string): void {
    const { platform, account, id: post } = pick(random, posts)
    const above = platform !== 'wechat' && random() < SHARES.answers ? pickRecent(post) : undefined
    const comment = control.postComment({ platform, account, post, text, ...(above && { parent: above.comment.id }) })
    const { root, id } = comment
    written.push({ id: commentId({ platform, account, post, root, comment: id }), comment, fate: fateOf(comment) })
  }

  function pickRecent(post: string): Written | undefined {
    const there = written.filter(({ comment, fate }) => comment.post === post && fate === 'stays').slice(-RECENT)
    return there.length > 0 ? pick(random, there) : undefined
  }

  function fateOf({ platform }: SimComment): Fate {
    if (random() < SHARES.deleted) return 'deleted'
    return platform === 'mastodon' && random() < SHARES.edited ? 'edited' : 'stays'
  }

  async function meetFates(): Promise<void> {
    let open = written.filter(({ fate }) => fate !== 'stays')
    for (let met = 0; met < written.length || open.length > 0; await sleep(LOOK_EVERY)) {
      const known = await collected()
      for (const { comment, fate } of open.filter(({ id }) => known.has(id))) {
        const { platform, account, post, id, text } = comment
        const which = { platform, account, post, comment: id }
        if (fate === 'deleted') control.deleteComment(which)
        else control.editComment(which, text + EDITED)
      }
      open = [...open.filter(({ id }) => !known.has(id)), ...written.slice(met).filter(({ fate }) => fate !== 'stays')]
      met = written.length
    }
  }

  return {
    written: (): readonly Written[] => written,
    /** Resolves when all is written and has met its fate. */
    async live(): Promise<void> {
      const begun = performance.now()
      const fates = sleep(LOOK_EVERY).then(meetFates)
      for (const [i, text] of texts.entries()) {
        await sleep(Math.max(0, begun + (over * i) / texts.length - performance.now()))
        write(text)
      }
      await fates
    }
  }
}
