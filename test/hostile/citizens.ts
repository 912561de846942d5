import { commentId } from '@huiyin/domain/ids.ts'
import { pick, type Random } from '@huiyin/simulator/random.ts'
import type { Simulator } from '@huiyin/simulator/simulator.ts'
import type { SimComment, SimPost } from '@huiyin/simulator/things.ts'
import type { Arrival } from './arrivals.ts'
import type { Discovery } from './discovery.ts'
import { MINUTE } from './time.ts'
import { said } from './words.ts'

/** Of what is known for a while so much is changed. */
const SHARES = { answers: 0.25, deleted: 0.03, edited: 0.1, liked: 0.03 } as const
const RECENT = 30
const SETTLED = 3 * MINUTE

/** Those who write, answer each other, change and delete. */
export interface Citizens {
  /** Writes what has come until now, and changes what was written before. */
  act: (now: number) => void
  /** Somebody waits for an answer to it, or has one: its author lets it stand. */
  protect: (comment: string) => void
  isDoomed: (comment: string) => boolean
  written: () => number
  changes: Changes
}

/** By id of the comment: when its author did it last. */
export interface Changes {
  deleted: Map<string, number>
  edited: Map<string, number>
}

export const idOfComment = (comment: SimComment): string => commentId({ ...comment, comment: comment.id })

export function openCitizens(
  { control }: Pick<Simulator, 'control'>,
  arrivals: readonly Arrival[],
  { random, discovery }: { random: Random; discovery: Discovery }
): Citizens {
  const recent = new Map<SimPost, SimComment[]>()
  const alone: SimComment[] = []
  const answered = new Set<string>()
  const changes: Changes = { deleted: new Map(), edited: new Map() }
  let next = 0

  function write({ at, post }: Arrival): void {
    if (post.gone) return
    const { platform, account } = post
    const latest = recent.get(post) ?? []
    const answers = platform !== 'wechat' && latest.length > 0 && random() < SHARES.answers
    const above = answers ? pick(random, latest) : undefined
    if (above) answered.add(idOfComment(above))
    const parent = above && { parent: above.id }
    const comment = control.postComment({
      platform,
      account,
      post: post.id,
      text: said(random, next),
      publishedAt: at,
      ...parent
    })
    recent.set(post, [...latest, comment].slice(-RECENT))
    alone.push(comment)
  }

  const which = ({ platform, account, post, id }: SimComment) => ({ platform, account, post, comment: id })

  /** Takes a comment that the house knows for a while, and whose author may still change it. */
  function taken(now: number): SimComment | undefined {
    if (alone.length === 0) return undefined
    const at = Math.floor(random() * alone.length)
    const comment = alone[at]!
    if (now - comment.publishedAt < SETTLED) return undefined
    const id = idOfComment(comment)
    if (!discovery.isKnown(id) || answered.has(id) || changes.deleted.has(id)) return undefined
    return comment
  }

  function remove(comment: SimComment, now: number): void {
    const post = [...recent.keys()].find(({ id }) => id === comment.post)
    if (post)
      recent.set(
        post,
        recent.get(post)!.filter(one => one !== comment)
      )
    control.deleteComment(which(comment))
    changes.deleted.set(idOfComment(comment), now)
  }

  function edit(comment: SimComment, now: number): void {
    control.editComment(which(comment), `${comment.text}，改过`)
    changes.edited.set(idOfComment(comment), now)
  }

  function change(now: number, share: number, act: (comment: SimComment) => void, count: number): void {
    for (let left = count * share; left > 0; left--) {
      const comment = random() < left ? taken(now) : undefined
      if (comment) act(comment)
    }
  }

  return {
    act: now => {
      const before = next
      for (let arrival = arrivals[next]; arrival && arrival.at <= now; arrival = arrivals[next]) {
        next += 1
        write(arrival)
      }
      const count = next - before
      change(now, SHARES.deleted, comment => remove(comment, now), count)
      change(now, SHARES.liked, comment => control.likeComment(which(comment), 1 + comment.likes * 20), count)
      const edits = (comment: SimComment) => comment.platform === 'mastodon' && edit(comment, now)
      change(now, SHARES.edited, edits, count)
    },
    protect: comment => answered.add(comment),
    isDoomed: comment => changes.deleted.has(comment),
    written: () => next,
    changes
  }
}
