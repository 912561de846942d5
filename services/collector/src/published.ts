import { digest } from '@huiyin/domain/ids.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'

const REMEMBERED = 50_000

/** What this process has published, so that reading a window again does not flood the log. */
export interface Published {
  /** One observation per comment, and only those that say something new. */
  news: (observations: readonly Observation[]) => Observation[]
  remember: (observations: readonly Observation[]) => void
}

export function createPublished(limit = REMEMBERED): Published {
  const digests = new Map<string, string>()
  return {
    news: observations => {
      const last = new Map(observations.map(one => [one.id, one]))
      return [...last.values()].filter(one => digests.get(one.id) !== digestOf(one))
    },
    remember: observations => {
      for (const one of observations) {
        digests.delete(one.id)
        digests.set(one.id, digestOf(one))
        if (digests.size > limit) digests.delete(digests.keys().next().value!)
      }
    }
  }
}

const digestOf = ({ text, cut, likes, replies, deleted }: Observation) =>
  digest(JSON.stringify([text, cut?.sha256, likes, replies, deleted]))
