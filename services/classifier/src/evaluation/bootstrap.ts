import { randomOf } from '../training/random.ts'
import { type Confusion, share } from './figures.ts'

const DRAWS = 1000
const SEED = 1
/** Above it a Poisson count is as good as normal. */
const MANY = 60

/** A standard normal number, by Box and Muller. */
const normal = (random: () => number) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** How often something is drawn that stands there `mean` times. */
function drawn(mean: number, random: () => number): number {
  if (mean > MANY) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)))
  const least = Math.exp(-mean)
  let times = 0
  for (let product = random(); product > least; product *= random()) times++
  return times
}

/** Mean F1 of the classes that are right at least once: cells[right * size + said]. */
function macroF1(cells: Float64Array, size: number): number {
  let sum = 0
  let classes = 0
  for (let k = 0; k < size; k++) {
    let [right, said] = [0, 0]
    for (let other = 0; other < size; other++) {
      right += cells[k * size + other]!
      said += cells[other * size + k]!
    }
    if (right === 0) continue
    classes++
    sum += (2 * cells[k * size + k]!) / (right + said)
  }
  return share(sum, classes)
}

/**
 * Between which two values the macro-F1 of 95 in 100 such sets lies: a thousand draws, each answer as often as a
 * Poisson count of mean 1, so that it takes as long for a million answers as for a hundred. Always the same numbers.
 */
export function macroF1Interval(confusion: Confusion): [low: number, high: number] {
  const rows = Object.entries(confusion)
  const names = Array.from(new Set(rows.flatMap(([right, row]) => [right, ...Object.keys(row)]))).sort()
  const size = names.length
  const cells = new Float64Array(size * size)
  for (const [right, row] of rows) {
    for (const [said, count] of Object.entries(row)) cells[names.indexOf(right) * size + names.indexOf(said)] = count
  }
  const random = randomOf(SEED)
  const values = Float64Array.from({ length: DRAWS }, () =>
    macroF1(
      cells.map(count => (count === 0 ? 0 : drawn(count, random))),
      size
    )
  ).sort()
  return [values[Math.floor(0.025 * DRAWS)]!, values[Math.ceil(0.975 * DRAWS) - 1]!]
}
