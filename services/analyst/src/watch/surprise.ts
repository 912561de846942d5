const COEFFICIENTS = [
  76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2,
  -0.5395239384953e-5
]

/** ln Γ(x) for x > 0 (Lanczos; to ten digits). */
export function logGamma(x: number): number {
  const t = x + 5.5 - (x + 0.5) * Math.log(x + 5.5)
  let series = 1.000000000190015
  COEFFICIENTS.forEach((coefficient, i) => {
    series += coefficient / (x + i + 1)
  })
  return -t + Math.log((2.5066282746310007 * series) / x)
}

const MOST_TERMS = 2_000
const SMALL_ENOUGH = 1e-12

/**
 * How surprising it is that `count` or more come where `expected` are: −log10 of their probability under a negative
 * binomial distribution with that mean and `shape` (the smaller, the more it swings; variance = mean + mean²/shape).
 * Counts may be fractions. 0 where no more came than expected.
 */
export function surprise(count: number, expected: number, shape: number): number {
  if (count <= expected || expected <= 0) return count > expected ? Number.POSITIVE_INFINITY : 0
  const share = expected / (expected + shape)
  let log =
    logGamma(count + shape) -
    logGamma(shape) -
    logGamma(count + 1) +
    shape * Math.log(1 - share) +
    count * Math.log(share)
  const first = log
  let sum = 1
  let term = 1
  for (let k = 1; k < MOST_TERMS && term > SMALL_ENOUGH * sum; k++) {
    term *= (share * (count + k - 1 + shape)) / (count + k)
    sum += term
  }
  log = first + Math.log(sum)
  return -log / Math.LN10
}
