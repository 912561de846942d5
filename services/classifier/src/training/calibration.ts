import type { Sample } from './regression.ts'

/** Negative log-likelihood of the right classes when scores are divided by a temperature; rows count as in training. */
function loss(scores: readonly Float64Array[], { classes, weights }: Sample, temperature: number): number {
  let sum = 0
  scores.forEach((row, i) => {
    const highest = Math.max(...row)
    let total = 0
    for (const score of row) total += Math.exp((score - highest) / temperature)
    sum += weights[i]! * (Math.log(total) - (row[classes[i]!]! - highest) / temperature)
  })
  return sum
}

/** The temperature between 0.2 and 5 under which the shares of unseen rows are nearest to how often they are right. */
export function fitTemperature(scores: readonly Float64Array[], sample: Sample): number {
  let [low, high] = [Math.log(0.2), Math.log(5)]
  while (high - low > 1e-3) {
    const third = (high - low) / 3
    const [a, b] = [low + third, high - third]
    if (loss(scores, sample, Math.exp(a)) < loss(scores, sample, Math.exp(b))) high = b
    else low = a
  }
  return Math.round(1000 * Math.exp((low + high) / 2)) / 1000
}
