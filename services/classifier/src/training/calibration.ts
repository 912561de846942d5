/** Scores of rows that were not learnt from, with the right class of each and how much it counts. */
export interface Unseen {
  scores: readonly Float64Array[]
  classes: Uint8Array
  counts: Float64Array
}

/** Negative log-likelihood of the right classes when scores are divided by a temperature. */
function loss({ scores, classes, counts }: Unseen, temperature: number): number {
  let sum = 0
  scores.forEach((row, i) => {
    const highest = Math.max(...row)
    let total = 0
    for (const score of row) total += Math.exp((score - highest) / temperature)
    sum += counts[i]! * (Math.log(total) - (row[classes[i]!]! - highest) / temperature)
  })
  return sum
}

/** The temperature between 0.05 and 5 under which the shares of unseen rows are nearest to how often they are right. */
export function fitTemperature(unseen: Unseen): number {
  let [low, high] = [Math.log(0.05), Math.log(5)]
  while (high - low > 1e-3) {
    const third = (high - low) / 3
    const [a, b] = [low + third, high - third]
    if (loss(unseen, Math.exp(a)) < loss(unseen, Math.exp(b))) high = b
    else low = a
  }
  return Math.round(1000 * Math.exp((low + high) / 2)) / 1000
}
