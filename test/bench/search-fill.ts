import type { Comments } from '@huiyin/ports/comments.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Label, RiskLevel } from '@huiyin/schemas/names.ts'
import { generate } from './generate.ts'

const PUTS = 2_000
const MONTH = 30 * 24 * 3_600_000

/** When the first comment was published (UTC in ms); the last one a month later. */
export const FIRST = Date.UTC(2026, 9, 1)

/** Puts `n` comments of one month, and waits until lists show them; gives back the puts a second. */
export async function fillComments(comments: Comments, n: number): Promise<number> {
  const began = performance.now()
  let batch: { document: StoredComment }[] = []
  let i = 0
  for (const seen of generate(n, { repeats: false, from: FIRST, step: Math.max(1, Math.floor(MONTH / n)) })) {
    batch.push({
      document: { ...seen, firstText: seen.text, firstObservedAt: seen.observedAt, ...judged(i), state: 'visible' }
    })
    i += 1
    if (batch.length < PUTS && i < n) continue
    const failed = (await comments.putEach(batch)).find(({ outcome }) => outcome !== 'put')
    if (failed) throw new Error(`A put of a new comment ended as ${JSON.stringify(failed)}`)
    batch = []
  }
  await comments.refresh()
  return (n / (performance.now() - began)) * 1000
}

const LABELS: readonly Label[] = ['inquiry', 'suggestion', 'complaint', 'other']
const DEPARTMENTS = ['城乡建设', '交通运输', '劳动和社会保障', '教育文体', '卫生计生', '环境保护', '商贸旅游']
const PLACES = ['云溪区', '和平路', '城南新区', '江边', '老车站']

/** What a classifier would have said, dealt out in turn: a list is as long, whoever judged. */
function judged(i: number): Pick<StoredComment, 'classification' | 'place'> {
  const score = (i * 7919) % 101
  return {
    place: PLACES[i % PLACES.length]!,
    classification: {
      model: 'dealt-1',
      words: '',
      label: LABELS[(i * 31) % LABELS.length]!,
      confidence: 0.9,
      sentiment: { name: i % 3 === 0 ? 'negative' : 'neutral', score: 0 },
      risk: { score, level: levelOf(score), reasons: [] },
      urgent: false,
      departments: [{ name: DEPARTMENTS[(i * 17) % DEPARTMENTS.length]!, confidence: 0.8 }],
      places: i % 4 === 0 ? [{ name: PLACES[(i >> 2) % PLACES.length]!, from: 0, to: 1 }] : []
    }
  }
}

function levelOf(score: number): RiskLevel {
  if (score >= 90) return 'red'
  if (score >= 75) return 'orange'
  return score >= 50 ? 'yellow' : 'blue'
}
