import type { AdjustmentLine, AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import type { AppraisalRules } from '@huiyin/schemas/appraisal-rules.ts'
import type { RegisterEntry } from '@huiyin/schemas/register.ts'
import { dividedBy, POINT_DECIMALS, scaled, unscaled } from './scaled.ts'

type Adjusted = Pick<AppraisalSheet, 'adjustments' | 'training' | 'bonus' | 'deduction'>

const sumOf = (points: readonly number[]): number =>
  unscaled(
    points.reduce((sum, one) => sum + scaled(one, POINT_DECIMALS), 0n),
    POINT_DECIMALS
  )

/** hours × points of an hour, rounded half up to 2 decimals. */
const ofTraining = (hours: number, perHour: number): number =>
  unscaled(dividedBy(scaled(hours, 2) * scaled(perHour, 2), 100n), POINT_DECIMALS)

/** What the register adds to a result and takes from it, entry by entry, with the caps that the rules set. */
export function adjustmentsOf(entries: readonly RegisterEntry[], { register, most }: AppraisalRules): Adjusted {
  const adjustments = entries
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .flatMap(({ id, kind, title, at, training, ruling }): AdjustmentLine[] => {
      if (kind === 'training') {
        const { hours } = training!
        return [{ entry: id, kind, title, at, hours, points: ofTraining(hours, register.training.perHour) }]
      }
      return kind === 'violation' || kind === 'reward' ? [{ entry: id, kind, title, at, points: ruling!.points }] : []
    })
  const of = (kind: AdjustmentLine['kind']) => adjustments.filter(one => one.kind === kind)
  const trained = sumOf(of('training').map(({ points }) => points))
  const training = {
    hours: sumOf(of('training').map(({ hours = 0 }) => hours)),
    sum: trained,
    counts: Math.min(trained, register.training.most)
  }
  const bonus = sumOf([...of('reward').map(({ points }) => points), training.counts])
  const deduction = sumOf(of('violation').map(({ points }) => points))
  return {
    adjustments: adjustments.slice(0, 500),
    training,
    bonus: { sum: bonus, counts: Math.min(bonus, most.bonus) },
    deduction: { sum: deduction, counts: Math.min(deduction, most.deduction) }
  }
}
