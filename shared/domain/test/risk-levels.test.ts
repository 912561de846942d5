import type { RiskLevel } from '@huiyin/schemas/names.ts'
import fc from 'fast-check'
import t from 'tap'
import { BOUNDS, decides, FALLS_BY, graver, isGraver, levelOf, levelWithHysteresis } from '../src/risk-levels.ts'

const level = fc.constantFrom<RiskLevel>('blue', 'yellow', 'orange', 'red')
const score = fc.integer({ min: 0, max: 100 })

t.test('a level', async t => {
  t.test('begins at 30, 55 and 80', async t => {
    t.same([0, 29, 30, 54, 55, 79, 80, 100].map(levelOf), [
      ...['blue', 'blue', 'yellow', 'yellow', 'orange', 'orange', 'red', 'red']
    ])
  })

  t.test('rises at once, whatever stood before', async () => {
    fc.assert(
      fc.property(score, level, (score, before) => !isGraver(levelOf(score), levelWithHysteresis(score, before)))
    )
  })

  t.test('falls eight points below its bound, not before', async t => {
    t.equal(levelWithHysteresis(48, 'orange'), 'orange')
    t.equal(levelWithHysteresis(47, 'orange'), 'yellow')
    t.equal(levelWithHysteresis(73, 'red'), 'red')
    t.equal(levelWithHysteresis(72, 'red'), 'orange')
    t.equal(levelWithHysteresis(50, 'red'), 'orange') // 50 is too near to the bound of orange
    t.equal(levelWithHysteresis(0, 'red'), 'blue')
  })

  t.test('does not swing when a score swings by less than that', async () => {
    const swing = fc.array(fc.integer({ min: 0, max: FALLS_BY - 1 }), { minLength: 1 })
    fc.assert(
      fc.property(fc.constantFrom(...BOUNDS), swing, (bound, below) =>
        below.every(points => levelWithHysteresis(bound - points, levelOf(bound)) === levelOf(bound))
      )
    )
  })

  t.test('never rises by hysteresis alone, and is the same when asked again', async () => {
    fc.assert(
      fc.property(score, level, (score, before) => {
        const after = levelWithHysteresis(score, before)
        return !isGraver(after, graver(levelOf(score), before)) && levelWithHysteresis(score, after) === after
      })
    )
  })

  t.test('does not ask what stood before where the score alone decides', async () => {
    const decided = score.filter(score => BOUNDS.every(bound => decides(score, bound)))
    fc.assert(
      fc.property(
        decided,
        level,
        level,
        (score, a, b) => levelWithHysteresis(score, a) === levelWithHysteresis(score, b)
      )
    )
  })
})
