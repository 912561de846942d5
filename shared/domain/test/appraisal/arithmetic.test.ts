import { checkAppraisalRules } from '@huiyin/domain/appraisal/check-rules.ts'
import { pointsOf } from '@huiyin/domain/appraisal/curve.ts'
import { quotientOf } from '@huiyin/domain/appraisal/raw.ts'
import { bandOf, baseOf, productOf, ranked, resultOf } from '@huiyin/domain/appraisal/result.ts'
import { SHIPPED_APPRAISAL_RULES as RULES } from '@huiyin/domain/settings/shipped/appraisal-rules.ts'
import { INDICATORS } from '@huiyin/schemas/appraisal-names.ts'
import fc from 'fast-check'
import t from 'tap'

const WEIGHTS = RULES.weights.account
const raw = fc.integer({ min: 0, max: 300_000_000 }).map(n => n / 10_000)
/** Raw figures of an account; some are not told. */
const figures = fc.record(
  Object.fromEntries(INDICATORS.map(name => [name, fc.option(raw, { nil: undefined })])) as Record<
    (typeof INDICATORS)[number],
    fc.Arbitrary<number | undefined>
  >
)
type Figures = { [N in (typeof INDICATORS)[number]]: number | undefined }

const linesOf = (given: Figures) =>
  INDICATORS.map(name => {
    const value = given[name]
    const weight = WEIGHTS[name]
    return value === undefined ? { weight } : { weight, points: pointsOf(RULES.curves[name], value) }
  })

t.test('the arithmetic of an appraisal', async t => {
  t.test('rounds what is divided once, half up', async t => {
    t.equal(quotientOf({ numerator: 2, denominator: 3 }), 0.6667)
    t.equal(quotientOf({ numerator: 1, denominator: 8 }), 0.125)
    t.equal(quotientOf({ numerator: 10_001, denominator: 20_000 }), 0.5001, '0.50005 is a tie')
    t.equal(quotientOf({ numerator: 12, denominator: 92, factor: 30 }), 3.913)
  })

  t.test('reads points off a straight line between two corners', async t => {
    const curve = [
      { at: 0, points: 0 },
      { at: 0.8, points: 60 },
      { at: 1, points: 100 }
    ]
    t.equal(pointsOf(curve, 0.4), 30)
    t.equal(pointsOf(curve, 0.8), 60)
    t.equal(pointsOf(curve, 0.9), 80)
    t.equal(pointsOf(curve, 0.9876), 97.52)
    t.equal(pointsOf(curve, 7), 100, 'level after the last corner')
    t.equal(
      pointsOf(
        [
          { at: 1, points: 5 },
          { at: 2, points: 6 }
        ],
        0
      ),
      5,
      'level before the first'
    )
    t.equal(pointsOf(RULES.curves.security, 5), 75, 'and falls where less is better')
  })

  t.test('adds up exactly, whatever fractions do', async t => {
    const lines = [
      { points: 0.1, weight: 30 },
      { points: 0.2, weight: 70 }
    ]
    t.equal(productOf(0.1, 3), 0.3)
    t.same(baseOf(lines), { sum: 17, weight: 100, base: 0.17 })
  })

  t.test('leaves out what is not told, as if the other weights made up the whole', async t => {
    const told = [
      { points: 80, weight: 20 },
      { points: 50, weight: 10 }
    ]
    t.same(baseOf([...told, { weight: 70 }]), { sum: 2100, weight: 30, base: 70 })
    t.same(baseOf([{ weight: 100 }]), { sum: 0, weight: 0 }, 'and without any figure there is no result')
  })

  t.test('a missing figure neither lifts nor lowers a subject that has the same points in all others', async () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.subarray([...INDICATORS], { minLength: 1 }),
        (points, told) => {
          const lines = INDICATORS.map(name => ({
            weight: WEIGHTS[name],
            ...(told.includes(name) && { points: points / 100 })
          }))
          return baseOf(lines).base === points / 100
        }
      )
    )
  })

  t.test('a result is within 0 and 100, and has two decimals', async () => {
    fc.assert(
      fc.property(
        figures,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (given, bonus, minus) => {
          const { base } = baseOf(linesOf(given))
          if (base === undefined) return INDICATORS.every(name => given[name] === undefined)
          const result = resultOf(base, bonus, minus)
          return base >= 0 && base <= 100 && result >= 0 && result <= 100 && Math.round(result * 100) / 100 === result
        }
      )
    )
  })

  t.test('a better raw figure never lowers the result', async () => {
    fc.assert(
      fc.property(figures, fc.constantFrom(...INDICATORS), raw, (given, name, more) => {
        const value = given[name]
        if (value === undefined) return true
        const better = name === 'security' ? Math.max(0, value - more) : value + more
        const before = baseOf(linesOf(given)).base!
        const after = baseOf(linesOf({ ...given, [name]: better })).base!
        return after >= before
      }),
      { numRuns: 1000 }
    )
  })

  t.test('the sum is the sum of the products, to the last hundredth', async () => {
    fc.assert(
      fc.property(figures, given => {
        const lines = linesOf(given)
        const products = lines.flatMap(({ points, weight }) =>
          points === undefined ? [] : [productOf(points, weight)]
        )
        const cents = products.reduce((sum, product) => sum + Math.round(product * 100), 0)
        return baseOf(lines).sum === cents / 100
      })
    )
  })

  t.test('equal results share a place, and the next is so many further', async t => {
    const places = ranked([{ result: 80 }, { result: 90 }, {}, { result: 90 }, { result: 70 }]).map(
      ({ rank }) => rank?.place
    )
    t.same(places, [3, 1, undefined, 1, 4])
  })

  t.test('a band begins at its own points', async t => {
    t.same(
      [90, 89.99, 80, 60, 59.99].map(result => bandOf(result, RULES)),
      ['excellent', 'good', 'good', 'pass', 'fail']
    )
  })
})

t.test('rules of appraisal', async t => {
  t.same(checkAppraisalRules(RULES), [], 'those that are shipped are sound')

  const codes = (change: object) =>
    checkAppraisalRules({ ...RULES, ...change }).map(({ code, where }) => `${code} ${where}`)

  t.test('are refused whose weights do not add to 100', async t => {
    const weights = { ...RULES.weights, department: { ...RULES.weights.department, replied: 36 } }
    t.same(codes({ weights }), ['WEIGHTS weights/department'])
    t.match(checkAppraisalRules({ ...RULES, weights })[0], { refuses: true, en: /add to 101/, zh: /101/ })
  })

  t.test('are refused by which the better one would come off worse', async t => {
    const turned = [
      { at: 0, points: 50 },
      { at: 1, points: 40 }
    ]
    t.same(codes({ curves: { ...RULES.curves, onTime: turned } }), ['CURVE_TURNS curves/onTime'])
    t.same(
      codes({ curves: { ...RULES.curves, security: turned.toReversed().map(({ points }, at) => ({ at, points })) } }),
      ['CURVE_TURNS curves/security']
    )
  })

  t.test('are refused whose corners or bands are out of order', async t => {
    const twice = [
      { at: 1, points: 10 },
      { at: 1, points: 20 }
    ]
    t.same(codes({ curves: { ...RULES.curves, reads: twice } }), ['CURVE_ORDER curves/reads'])
    t.same(codes({ bands: { excellent: 80, good: 80, pass: 60 } }), ['BANDS bands'])
  })

  t.test('are refused whose numbers nobody could follow', async t => {
    const fine = [
      { at: 0.00001, points: 10 },
      { at: 1, points: 20 }
    ]
    t.same(codes({ curves: { ...RULES.curves, replied: fine } }), ['CURVE_DECIMALS curves/replied'])
    t.same(codes({ register: { ...RULES.register, reward: 0.005 } }), ['POINTS_DECIMALS register'])
  })

  t.test('are refused by which a second violation weighs less than the first', async t => {
    const violations = RULES.register.violations.toReversed()
    t.same(codes({ register: { ...RULES.register, violations } }), ['CONSEQUENCES register/violations'])
  })
})
