import { levelOf } from '@huiyin/domain/risk-levels.ts'
import type { Classification, Risk, RiskReason } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { normalise, UNITS } from './normalise.ts'
import { reach, type Spread } from './reach.ts'
import { RISK_LEXICON, type RiskLexicon } from './risk-lexicon.ts'
import { besides, openListener, type Read } from './risk-listener.ts'

/** What a model has said of a comment, as far as the risk score asks. */
export type Labelled = Pick<Classification, 'label' | 'sentiment'>

/** What the score takes into account besides the comment: what is not told is absent, never 0. */
export interface RiskContext extends Spread {
  labelled: Labelled
  /** How likely the trained weights think that somebody is in danger now, 0 to 1. */
  danger?: number
}

/** The risk of a comment, and whether it tells of a danger now. */
export interface Scored {
  risk: Risk
  urgent: boolean
}

/** Scores a comment; the same comment in the same context scores the same. `read` spares a second normalise(). */
export type Score = (observation: Observation, context: RiskContext, read?: Read) => Scored

/** The reason that the trained weights give where no word does. */
export const READS_AS_DANGER = 'reads-as-danger'

const EXCLAIMS = /[!！]{2}/

const reason = (code: string, kind: RiskReason['kind'], points: number): RiskReason => ({ code, kind, points })

/** True when some words of two to six characters come so many times in a row. */
function repeats({ units, length }: Read, atLeast: number): boolean {
  for (let width = 2; width <= 6; width++) {
    let same = 0
    for (let i = 1 + width; i < length - 1; i++) {
      same = units[i] === units[i - width] && units[i]! > 0x2f ? same + 1 : 0
      if (same >= width * (atLeast - 1)) return !isOneUnit(units, i, width)
    }
  }
  return false
}

/** 哈哈哈哈 is laughter, no repetition. */
function isOneUnit(units: Uint16Array, at: number, width: number): boolean {
  for (let i = at - width + 1; i < at; i++) if (units[i] !== units[at]) return false
  return true
}

function manner(text: string, read: Read, { label, sentiment }: Labelled, { factors }: RiskLexicon): RiskReason[] {
  const reasons: RiskReason[] = []
  if (label === 'complaint') reasons.push(reason('complaint', 'content', factors.complaint))
  if (sentiment.name === 'negative')
    reasons.push(reason('negative', 'tone', Math.round(factors.negative * Math.abs(sentiment.score))))
  if (EXCLAIMS.test(text)) reasons.push(reason('exclaims', 'tone', factors.exclaims))
  if (repeats(read, factors.repetition.atLeast)) reasons.push(reason('repetition', 'tone', factors.repetition.points))
  return reasons.filter(({ points }) => points > 0)
}

/**
 * Opens the risk score over a lexicon: a sum of named reasons, capped. Who says it and how it spreads count only
 * beside something said: praise does not grow dangerous by being liked.
 */
export function openScore(lexicon: RiskLexicon = RISK_LEXICON): Score {
  const listen = openListener(lexicon)
  const own: Read = { units: new Uint16Array(UNITS), length: 0, at: new Int32Array(UNITS + 1) }
  const readOwn = (text: string): Read => {
    own.length = normalise(text, own.units, own.at)
    return own
  }
  const feared = new Map(lexicon.topics.map(({ code, feared = lexicon.signs.hint.points }) => [code, feared]))
  const stays = new Set(lexicon.topics.filter(({ stays }) => stays).map(({ code }) => code))

  /** A danger that the whole text does not sound like, as content; whoever speaks of dying is believed. */
  const doubted = (told: RiskReason, danger: number): RiskReason => {
    const { supports, refutes } = lexicon.factors.danger
    const isSigns = told.code === 'combination'
    if (told.kind !== 'danger-now' || stays.has(told.code) || danger >= (isSigns ? supports : refutes)) return told
    return { ...told, kind: 'content', points: feared.get(told.code) ?? lexicon.signs.hint.points }
  }

  /** What the words say, weighed by what the whole text sounds like. */
  const heard = (said: RiskReason[], danger: number | undefined): RiskReason[] => {
    if (danger === undefined) return said
    const { points, atLeast } = lexicon.factors.danger
    const weighed = said.map(told => doubted(told, danger))
    const reasons = besides(weighed, lexicon.topics)
    const isTold = reasons.some(({ kind }) => kind === 'danger-now')
    return isTold || danger < atLeast ? reasons : [...reasons, reason(READS_AS_DANGER, 'danger-now', points)]
  }

  return (observation, { labelled, danger, ...spread }, given) => {
    const read = given ?? readOwn(observation.text)
    const reasons = [...heard(listen(read), danger), ...manner(observation.text, read, labelled, lexicon)]
    if (reasons.some(({ kind }) => kind === 'content' || kind === 'danger-now'))
      reasons.push(...reach(observation, spread, lexicon.factors))
    const sum = Math.min(
      lexicon.most,
      reasons.reduce((points, reason) => points + reason.points, 0)
    )
    return {
      risk: { score: sum, level: levelOf(sum), reasons },
      urgent: reasons.some(({ kind }) => kind === 'danger-now')
    }
  }
}

let standard: Score | undefined

/** The risk of a comment by the lexicon of the house. */
export const score: Score = (observation, context, read) => {
  standard ??= openScore()
  return standard(observation, context, read)
}
