/** Comments an hour, as people say it: 0.4, 7.5, 42. */
export const rateWords = (rate: number): string =>
  rate < 10 ? rate.toFixed(1).replace(/\.0$/, '') : Math.round(rate).toLocaleString('en')
