import { INDICATORS, SUBJECT_KINDS } from '@huiyin/schemas/appraisal-names.ts'
import type { AppraisalRules, IndicatorName, SubjectKind } from '@huiyin/schemas/appraisal-rules.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import { falls, rises } from './curve.ts'
import { hasDecimals, POINT_DECIMALS, RAW_DECIMALS } from './scaled.ts'
import { INDICATOR_WORDS, SUBJECT_WORDS } from './words.ts'

type Said = { where: string; zh: string; en: string }

const refused = (code: string, said: Said): RuleProblem => ({ code, refuses: true, ...said })

/** What is wrong with rules that nobody could follow, or by which the better one would come off worse. */
export const checkAppraisalRules = (rules: AppraisalRules): RuleProblem[] => [
  ...SUBJECT_KINDS.flatMap(kind => checkWeights(rules, kind)),
  ...INDICATORS.flatMap(name => checkCurve(rules, name)),
  ...checkBands(rules),
  ...checkViolations(rules)
]

function checkWeights({ weights }: AppraisalRules, kind: SubjectKind): RuleProblem[] {
  const sum = Object.values(weights[kind]).reduce((a, b) => a + b, 0)
  if (sum === 100) return []
  const { zh, en } = SUBJECT_WORDS[kind]
  return [
    refused('WEIGHTS', {
      where: `weights/${kind}`,
      zh: `${zh}的权重之和应为 100，现为 ${sum}`,
      en: `The weights of ${en} must add to 100; they add to ${sum}`
    })
  ]
}

function checkCurve({ curves }: AppraisalRules, name: IndicatorName): RuleProblem[] {
  const curve = curves[name]
  const where = `curves/${name}`
  const { zh, en } = INDICATOR_WORDS[name]
  const problems: RuleProblem[] = []
  if (curve.some(({ at }, i) => i > 0 && at <= curve[i - 1]!.at))
    problems.push(
      refused('CURVE_ORDER', {
        where,
        zh: `“${zh}”评分曲线的各点应按数值由小到大排列，且不得重复`,
        en: `The corners of the curve of “${en}” must rise from one to the next`
      })
    )
  const isGood = name === 'security' ? falls(curve) : rises(curve)
  if (!isGood)
    problems.push(
      refused('CURVE_TURNS', {
        where,
        zh: name === 'security' ? `“${zh}”扣分越多，得分不得越高` : `“${zh}”数值越高，得分不得越低`,
        en: `By the curve of “${en}” the better one would come off worse`
      })
    )
  if (!curve.every(({ at, points }) => hasDecimals(at, RAW_DECIMALS) && hasDecimals(points, POINT_DECIMALS)))
    problems.push(
      refused('CURVE_DECIMALS', {
        where,
        zh: `“${zh}”评分曲线：数值至多 ${RAW_DECIMALS} 位小数，得分至多 ${POINT_DECIMALS} 位小数`,
        en: `The curve of “${en}” may have ${RAW_DECIMALS} decimals in its figures and ${POINT_DECIMALS} in its points`
      })
    )
  return problems
}

function checkBands({ bands: { excellent, good, pass } }: AppraisalRules): RuleProblem[] {
  if (excellent > good && good > pass) return []
  return [
    refused('BANDS', {
      where: 'bands',
      zh: '等次分数线应依次为优秀 > 良好 > 合格',
      en: 'The bands must fall from excellent over good to pass'
    })
  ]
}

/** Each time it weighs at least what it weighed the time before. */
function checkViolations({ register: { violations, training, reward, incidents } }: AppraisalRules): RuleProblem[] {
  const problems: RuleProblem[] = []
  if (violations.some(({ points }, i) => i > 0 && points < violations[i - 1]!.points))
    problems.push(
      refused('CONSEQUENCES', {
        where: 'register/violations',
        zh: '再次违规的扣分不得少于前一次',
        en: 'A later violation may not take fewer points than the one before'
      })
    )
  const points = [
    ...violations.map(one => one.points),
    ...Object.values(incidents),
    reward,
    training.perHour,
    training.most
  ]
  if (!points.every(one => hasDecimals(one, POINT_DECIMALS)))
    problems.push(
      refused('POINTS_DECIMALS', {
        where: 'register',
        zh: `分值至多 ${POINT_DECIMALS} 位小数`,
        en: `Points may have ${POINT_DECIMALS} decimals`
      })
    )
  return problems
}
