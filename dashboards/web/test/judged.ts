import type { Judgement } from '../src/ticket/why/judgement.ts'

/** What a model said of the made-up comments, as the api tells it; of those that are not here it said nothing. */

type Kind = Judgement['risk']['reasons'][number]['kind']
type Told = Pick<Judgement, 'label' | 'confidence' | 'sentiment' | 'departments' | 'office'> & {
  /** Words that weighed: answer, words, weight. */
  weighed: [answer: 'label' | 'sentiment' | 'department', words: string, weight: number][]
  reasons: [code: string, kind: Kind, points: number, words?: string][]
  places?: string[]
  score: number
  level: Judgement['risk']['level']
}

const TOLD: Record<string, Told> = {
  新华路老桥栏杆: {
    label: 'complaint',
    confidence: 0.93,
    sentiment: { name: 'negative', score: -0.7 },
    departments: [
      { name: '交通运输', confidence: 0.71 },
      { name: '城乡建设', confidence: 0.2 }
    ],
    office: '交通运输局',
    weighed: [
      ['label', '断了一截', 1],
      ['label', '能不能今天就派人', 0.5],
      ['label', '昨天', 0.2],
      ['sentiment', '差点掉下去', 1],
      ['department', '老桥栏杆', 1]
    ],
    reasons: [
      ['minors-in-danger', 'danger-now', 45, '孩子们每天放学从那儿过，昨天差点掉下去'],
      ['public-safety', 'content', 25, '栏杆断了'],
      ['complaint', 'content', 5],
      ['negative', 'tone', 7]
    ],
    places: ['新华路'],
    score: 82,
    level: 'red'
  },
  停水通知说: {
    label: 'complaint',
    confidence: 0.91,
    sentiment: { name: 'negative', score: -0.62 },
    departments: [{ name: '城乡建设', confidence: 0.66 }],
    office: '水务局',
    weighed: [
      ['label', '没来水', 1],
      ['label', '到底几点有个准信', 0.7],
      ['label', '连药都没法冲', 0.4],
      ['label', '现在', 0.2],
      ['sentiment', '到底', 1],
      ['sentiment', '没法', 0.5],
      ['department', '停水', 1],
      ['department', '恢复', 0.4]
    ],
    reasons: [
      ['livelihood', 'content', 18, '没来水'],
      ['unheard', 'tone', 12, '到底几点有个准信'],
      ['negative', 'tone', 6],
      ['similar', 'spread', 10, '17']
    ],
    score: 46,
    level: 'yellow'
  },
  跟没答一样: {
    label: 'other',
    confidence: 0.48,
    sentiment: { name: 'negative', score: -0.5 },
    departments: [],
    weighed: [
      ['label', '呵呵', 1],
      ['label', '让我们等', 0.6],
      ['sentiment', '跟没答一样', 1]
    ],
    reasons: [
      ['negative', 'tone', 12],
      ['sarcasm', 'tone', 15, '呵呵']
    ],
    score: 27,
    level: 'yellow'
  }
}

/** Where some words stand in a text. */
function place(text: string, words: string): { from: number; to: number } | undefined {
  const from = text.indexOf(words)
  return from < 0 ? undefined : { from, to: from + words.length }
}

export function judged(text: string): { classification?: Judgement } {
  const told = Object.entries(TOLD).find(([start]) => text.includes(start))?.[1]
  if (!told) return {}
  const { weighed, reasons, places = [], score, level, ...answers } = told
  return {
    classification: {
      model: 'test-1',
      ...answers,
      urgent: reasons.some(([, kind]) => kind === 'danger-now'),
      evidence: weighed.map(([answer, words, weight]) => ({ answer, weight, ...place(text, words)! })),
      places: places.map(name => ({ name, ...place(text, name)! })),
      risk: {
        score,
        level,
        reasons: reasons.map(([code, kind, points, words]) => {
          const found = words === undefined ? undefined : place(text, words)
          return {
            code,
            kind,
            points,
            ...(words !== undefined && { evidence: words }),
            ...(found && { at: [found.from, found.to] as [number, number] })
          }
        })
      }
    }
  }
}
