import type { AppraisalSheet, IndicatorLine, Period } from '@huiyin/schemas/appraisal.ts'
import { INDICATORS_OF } from '@huiyin/schemas/appraisal-names.ts'
import type { AppraisalRules, IndicatorName } from '@huiyin/schemas/appraisal-rules.ts'
import { adjustmentsOf } from './adjustments.ts'
import { pointsOf } from './curve.ts'
import { behindOf, rawOf } from './raw.ts'
import { bandOf, baseOf, productOf, resultOf } from './result.ts'
import { type Appraised, subjectKey } from './subjects.ts'
import type { Counted } from './tally.ts'

export interface SheetOptions {
  appraisal: string
  revision: number
  period: Period
  asOf: number
  rules: AppraisalRules
}

/** How the subject stands, before it is compared with the others. `earlier`: its sheet of the period before. */
export function sheetOf(
  appraised: Appraised,
  counted: Counted,
  options: SheetOptions,
  earlier?: AppraisalSheet
): AppraisalSheet {
  const { appraisal, revision, period, asOf, rules } = options
  const { subject } = appraised
  const names: readonly IndicatorName[] = INDICATORS_OF[subject.kind]
  const lines = names.map(name => withBefore(lineOf(name, appraised, counted, options), earlier))
  const { sum, weight, base } = baseOf(lines)
  const adjusted = adjustmentsOf(counted.entries, rules)
  const result = base === undefined ? undefined : resultOf(base, adjusted.bonus.counts, adjusted.deduction.counts)
  return {
    ...{ id: `${appraisal}/${revision}/${subjectKey(subject)}`, appraisal, revision, period, asOf, subject },
    ...{ lines, sum, weight },
    ...(base !== undefined && { base }),
    ...adjusted,
    ...(result !== undefined && { result, band: bandOf(result, rules) }),
    posts: counted.posts.toSorted((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1)),
    postsTotal: counted.postsTotal,
    notCounted: { undated: counted.undated, gone: counted.gone },
    ...(earlier && { before: beforeOf(earlier) })
  }
}

function lineOf(
  indicator: IndicatorName,
  { subject, accounts }: Appraised,
  counted: Counted,
  { period, rules }: SheetOptions
): IndicatorLine {
  const raw = rawOf(indicator, { counted, period, rules, publishes: accounts.length > 0 })
  const weights: Partial<Record<IndicatorName, number>> = rules.weights[subject.kind]
  const weight = weights[indicator] ?? 0
  const curve = rules.curves[indicator]
  const points = raw.value === undefined ? undefined : pointsOf(curve, raw.value)
  return {
    ...{ indicator, raw, curve, weight },
    ...(points !== undefined && { points, product: productOf(points, weight) }),
    behind: behindOf(indicator, counted, postsQuery(accounts, period))
  }
}

/** Who answers for several accounts asks for the posts of each. */
function postsQuery([account, ...more]: readonly string[], { from, to }: Period): string | undefined {
  const [platform, id, ...rest] = account?.split('/') ?? []
  if (more.length > 0 || rest.length > 0 || platform === undefined || id === undefined) return
  return `/api/posts?platform=${platform}&account=${id}&from=${from}&to=${to}`
}

function withBefore(line: IndicatorLine, earlier: AppraisalSheet | undefined): IndicatorLine {
  const before = earlier?.lines.find(({ indicator }) => indicator === line.indicator)
  if (!before) return line
  const { points, raw } = before
  return {
    ...line,
    before: { ...(raw.value !== undefined && { value: raw.value }), ...(points !== undefined && { points }) }
  }
}

const beforeOf = ({ appraisal, result, band }: AppraisalSheet) => ({
  appraisal,
  ...(result !== undefined && { result }),
  ...(band !== undefined && { band })
})
