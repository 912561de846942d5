import type { Classification, Risk, RiskReason } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import { normalise, UNITS } from './normalise.ts'
import { reach } from './reach.ts'
import { openListener } from './risk-listener.ts'

/** What a model has said of a comment, as far as the risk score asks. */
export type Labelled = Pick<Classification, 'label' | 'sentiment'>

const LEVELS: readonly { from: number; level: RiskLevel }[] = [
  { from: 80, level: 'red' },
  { from: 55, level: 'orange' },
  { from: 30, level: 'yellow' }
]

/** Blue below 30, yellow below 55, orange below 80, red above. */
export const levelOf = (score: number): RiskLevel => LEVELS.find(({ from }) => score >= from)?.level ?? 'blue'

const COMPLAINT = 8
const NEGATIVE = 10
const EXCLAIMS = 3
const MOST = 100

const reason = (code: string, kind: RiskReason['kind'], points: number): RiskReason => ({ code, kind, points })

function manner(text: string, { label, sentiment }: Labelled): RiskReason[] {
  const reasons: RiskReason[] = []
  if (label === 'complaint') reasons.push(reason('complaint', 'content', COMPLAINT))
  if (sentiment.name === 'negative')
    reasons.push(reason('negative', 'tone', Math.round(NEGATIVE * Math.abs(sentiment.score))))
  if (/[!！]{2}/.test(text)) reasons.push(reason('exclaims', 'tone', EXCLAIMS))
  return reasons.filter(({ points }) => points > 0)
}

const units = new Uint16Array(UNITS)
const listen = openListener()

/**
 * The risk of a comment as a sum of named reasons, capped at 100, and whether it tells of a danger now.
 * Who says it and how it spreads count only beside something said: praise does not grow dangerous by being liked.
 */
export function score(observation: Observation, labelled: Labelled): { risk: Risk; urgent: boolean } {
  const said = listen(units, normalise(observation.text, units))
  const reasons = [...said, ...manner(observation.text, labelled)]
  if (reasons.some(({ kind }) => kind === 'content' || kind === 'danger-now')) reasons.push(...reach(observation))
  const sum = Math.min(
    MOST,
    reasons.reduce((points, reason) => points + reason.points, 0)
  )
  return {
    risk: { score: sum, level: levelOf(sum), reasons },
    urgent: reasons.some(({ kind }) => kind === 'danger-now')
  }
}
