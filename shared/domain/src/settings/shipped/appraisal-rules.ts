import type { AppraisalRules, Curve } from '@huiyin/schemas/appraisal-rules.ts'

const curve = (...corners: readonly (readonly [at: number, points: number])[]): Curve =>
  corners.map(([at, points]) => ({ at, points }))

/** Of shares from 0 to 1: four of five is a pass. */
const SHARE = curve([0, 0], [0.8, 60], [1, 100])
/** Of judgements from 1 to 5: the middle is a pass. */
const JUDGED = curve([1, 0], [3, 60], [5, 100])

/** A beginning: what a county office of some thousand followers can reach. Each office sets its own. */
export const SHIPPED_APPRAISAL_RULES: AppraisalRules = {
  weights: {
    account: {
      ...{ publications: 10, rhythm: 10, quality: 20 },
      ...{ reads: 8, likes: 4, comments: 4, reposts: 4 },
      ...{ replied: 15, onTime: 15, satisfaction: 5, security: 5 }
    },
    department: { replied: 35, onTime: 45, satisfaction: 10, security: 10 },
    person: {
      ...{ publications: 10, rhythm: 5, quality: 15 },
      ...{ reads: 0, likes: 0, comments: 0, reposts: 0 },
      ...{ replied: 25, onTime: 25, satisfaction: 10, security: 10 }
    }
  },
  curves: {
    publications: curve([0, 0], [4, 60], [8, 80], [20, 100]),
    rhythm: curve([0, 0], [0.6, 60], [1, 100]),
    quality: JUDGED,
    reads: curve([0, 0], [500, 60], [5000, 90], [20_000, 100]),
    likes: curve([0, 0], [5, 60], [50, 90], [200, 100]),
    comments: curve([0, 0], [2, 60], [20, 90], [100, 100]),
    reposts: curve([0, 0], [2, 60], [20, 90], [100, 100]),
    replied: SHARE,
    onTime: SHARE,
    satisfaction: JUDGED,
    security: curve([0, 100], [20, 0])
  },
  least: { ratedPosts: 3, cases: 5, voices: 5 },
  bands: { excellent: 90, good: 80, pass: 60 },
  most: { bonus: 10, deduction: 20 },
  settleDays: 10,
  objectWithin: 5,
  sample: { perAccount: 10, seed: 'huiyin' },
  register: {
    countedDays: 365,
    violations: [
      { id: 'reminder', zh: '提醒', en: 'reminder', points: 1 },
      { id: 'talk', zh: '约谈', en: 'talk', points: 3 },
      { id: 'criticism', zh: '通报批评', en: 'notice of criticism', points: 5 }
    ],
    incidents: { minor: 5, serious: 10, grave: 20 },
    reward: 2,
    training: { perHour: 0.25, most: 2 },
    appealWithin: 5,
    answerWithin: 10
  },
  proposes: { unansweredHours: 24, silentDays: 14, bounces: 3 }
}
