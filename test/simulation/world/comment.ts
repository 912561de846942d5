import { commentId, threadKey, ticketId } from '@huiyin/domain/ids.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Classified } from '@huiyin/schemas/comment.ts'
import type { Judged } from '../reference/facts.ts'

/** A comment as it stands at the platform. */
export interface Written {
  platform: 'weibo' | 'wechat'
  account: string
  post: string
  root: string
  comment: string
  parent?: string
  citizen: string
  text: string
  publishedAt: number
  judged: Judged
  ours?: boolean
  /** Whose ticket our own reply belongs to. */
  ticket?: string
}

export const ticketOf = (of: Written) => of.ticket ?? ticketId({ ...of, author: { id: of.citizen } })
export const idOfComment = (of: Written) => commentId(of)

/** As a collector saw it and the classifier judged it. */
export function seen(of: Written, observedAt: number, changes: { deleted?: true; likes?: number } = {}): Classified {
  const { platform, account, post, root, comment, parent, citizen, text, publishedAt, judged, ours = false } = of
  const id = commentId(of)
  const key = threadKey(of)
  const observation = {
    id,
    key,
    ...{ platform, account, post, root, comment, text, publishedAt, observedAt, ours },
    ...(parent !== undefined && { parent }),
    author: ours ? { id: account } : { id: citizen, name: citizen },
    term: 1,
    source: 'poll' as const,
    history: false,
    ...changes
  }
  return { id, key, observation, ...(!ours && { classification: classificationOf(judged, text) }) }
}

const MOOD = { negative: -0.6, neutral: 0, positive: 0.7 } as const

function classificationOf({ label, confidence, urgent, mood }: Judged, text: string): Classification {
  return {
    model: 'simulation-1',
    words: text,
    label,
    confidence,
    sentiment: { name: mood, score: MOOD[mood] },
    risk: {
      score: urgent ? 60 : 10,
      level: urgent ? 'orange' : 'blue',
      reasons: urgent ? [{ code: 'danger-to-life', kind: 'danger-now', points: 60 }] : []
    },
    urgent,
    departments: [{ name: '城乡建设', confidence: 0.8 }]
  }
}
