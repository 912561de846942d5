import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import { LIMITS, type Scored, type ScorePoint, type Ticket } from '@huiyin/schemas/ticket.ts'
import { digest } from './ids.ts'
import { isUrgent } from './opening.ts'
import { BOUNDS, decides, graver, isGraver, levelOf, levelWithHysteresis } from './risk-levels.ts'
import { SIMILAR } from './similar-steps.ts'

/**
 * The risk of a ticket is the highest of its comments. Of each text of each comment the ticket keeps what every
 * model said at what moment, as far as the level follows from it: so a newer look by the same model may raise and
 * lower it, while another text or another model only raises, and news late or doubled ends in the same risk.
 */
export type Scores = Readonly<Record<string, Scored>>

const keyOf = ({ id, text }: Observation) => `${digest(id)}.${digest(text)}`

/** Whether the risk of this comment counts for the ticket, under whatever text. */
export const isScored = ({ scores = {}, owed }: Ticket, { id }: Observation): boolean =>
  owed.some(({ comment }) => comment === id) || Object.keys(scores).some(key => key.startsWith(`${digest(id)}.`))

/** What a ticket knows of its risk; one written before it kept that has its risk as a floor. */
export const scoresOf = ({ scores, risk: { score, reasons } }: Ticket): Scores =>
  scores ?? { before: { points: [{ at: 0, score, model: '', reasons }] } }

/** The scores after one more look at a comment; the same object when it tells nothing new. */
export function withLook(scores: Scores, seen: Observation, of: Classification): { scores: Scores; scored: Scored } {
  const key = keyOf(seen)
  const reasons = of.risk.reasons.map(({ code }) => code).slice(0, 50)
  const point = { at: seen.observedAt, score: of.risk.score, model: of.model, reasons }
  const before = scores[key]
  const scored = withPoint(before, point, isUrgent(of))
  return { scores: scored === before ? scores : capped({ ...scores, [key]: scored }), scored }
}

function withPoint(before: Scored | undefined, point: ScorePoint, urgent: boolean): Scored {
  const known = before?.points ?? []
  const isOld = known.some(({ at, score, model }) => at === point.at && score === point.score && model === point.model)
  const points = isOld ? known : decisive([...known, point])
  if (before && (before.urgent || !urgent) && !points.some(kept => !known.includes(kept))) return before
  return { ...before, points, ...(urgent && { urgent }) }
}

/** Of each model its newest word, and for each bound the newest that says on which side of it the level is. */
function decisive(points: readonly ScorePoint[]): ScorePoint[] {
  return [...byModel(points).values()].flatMap(said => {
    const settling = BOUNDS.map(bound => said.findLast(({ score }) => decides(score, bound)))
    return said.filter((point, i) => i === said.length - 1 || settling.includes(point))
  })
}

/** By time; at the same moment the graver word is the later one. */
const byModel = (points: readonly ScorePoint[]) =>
  Map.groupBy(
    points.toSorted((a, b) => a.at - b.at || a.score - b.score),
    ({ model }) => model
  )

/** A thread of endless comments: those that score least are let go. */
function capped(scores: Scores): Scores {
  const entries = Object.entries(scores)
  if (entries.length <= LIMITS.scores) return scores
  return Object.fromEntries(entries.toSorted(strongestFirst).slice(0, LIMITS.scores))
}

const strongestFirst = ([a, of]: [string, Scored], [b, other]: [string, Scored]) =>
  newest(other).score - newest(of).score || (a < b ? -1 : 1)

/** The newest word of the model that now scores it highest. */
const newest = ({ points }: Scored): ScorePoint =>
  [...byModel(points).values()].map(said => said.at(-1)!).reduce((a, b) => (b.score > a.score ? b : a))

const levelNow = ({ points }: Scored): RiskLevel =>
  [...byModel(points).values()]
    .map(
      said => said.reduce<RiskLevel | undefined>((level, { score }) => levelWithHysteresis(score, level), undefined)!
    )
    .reduce(graver)

/** Whether a comment says something worse than what a person knew when they judged otherwise. */
export const saysWorse = (scored: Scored): boolean =>
  !scored.known || isGraver(levelNow(scored), scored.known.level) || (scored.urgent === true && !scored.known.urgent)

/**
 * The risk as it stands: the highest score with its reasons, and the gravest level. Where a person has set the level,
 * it never falls below theirs, and rises above it only by what is worse than what they knew. `similar`: how many others
 * said the same when the ticket was born.
 */
export function riskOf(
  said: Scores,
  set: RiskLevel | undefined,
  similar?: Ticket['similar'] | undefined
): Ticket['risk'] {
  const scores = similar ? lifted(said, similar.points) : said
  const [strongest] = Object.entries(scores).toSorted(strongestFirst)
  const { score, reasons } = strongest ? newest(strongest[1]) : { score: 0, reasons: [] }
  const speaking = set === undefined ? Object.values(scores) : Object.values(said).filter(saysWorse)
  return { score, level: speaking.map(levelNow).reduce(graver, set ?? levelOf(0)), reasons }
}

const MOST = 100

/** What many say at once weighs more, whoever scored it. */
const lifted = (scores: Scores, points: number): Scores =>
  Object.fromEntries(
    Object.entries(scores).map(([key, scored]) => [
      key,
      {
        ...scored,
        points: scored.points.map(({ score, reasons, ...point }) => ({
          ...point,
          score: Math.min(MOST, score + points),
          reasons: [...reasons.slice(0, 49), SIMILAR]
        }))
      }
    ])
  )

/** A person has judged: what is known by now speaks no more against their word. */
export const asKnown = (scores: Scores): Scores =>
  Object.fromEntries(
    Object.entries(scores).map(([key, scored]) => [
      key,
      { ...scored, known: { level: levelNow(scored), urgent: scored.urgent === true } }
    ])
  )
