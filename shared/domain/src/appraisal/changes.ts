import type { AppraisalRevision, AppraisalSheet } from '@huiyin/schemas/appraisal.ts'

type Change = AppraisalRevision['changes'][number]

/** What is other in a sheet than in the same one of the revision before; undefined where nothing is. */
export function changeOf(before: AppraisalSheet | undefined, after: AppraisalSheet): Change | undefined {
  const indicators = [
    ...after.lines.flatMap(line => {
      const old = before?.lines.find(({ indicator }) => indicator === line.indicator)
      const isSame = old?.raw.value === line.raw.value && old?.points === line.points && old?.weight === line.weight
      return isSame ? [] : [line.indicator]
    }),
    ...(isAdjustedAlike(before, after) ? [] : ['register'])
  ]
  if (before && indicators.length === 0 && before.result === after.result) return
  return {
    subject: after.subject,
    ...(before?.result !== undefined && { from: before.result }),
    ...(after.result !== undefined && { to: after.result }),
    indicators
  }
}

const isAdjustedAlike = (before: AppraisalSheet | undefined, { bonus, deduction }: AppraisalSheet): boolean =>
  before !== undefined && before.bonus.sum === bonus.sum && before.deduction.sum === deduction.sum
