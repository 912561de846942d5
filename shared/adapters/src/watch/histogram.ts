/** One line of labels: how many values fell into each bucket, the last beyond all bounds. */
type Series = { labels: Record<string, string>; counts: number[]; sum: number }

type Sample = { metricName: string; labels: Record<string, string | number>; value: number }

/**
 * A histogram as prom-client's registry takes it. Its own looks the labels up anew for each value, some 500 ns; here a
 * batch looks once, and a value costs some 20 ns.
 */
export function histogram({ name, help, labels, buckets }: HistogramOptions) {
  const series = new Map<string, Series>()

  function of(values: Readonly<Record<string, string>>): Series {
    const key = labels.map(label => values[label]).join('\0')
    const found = series.get(key)
    if (found) return found
    const made = { labels: { ...values }, counts: new Array<number>(buckets.length + 1).fill(0), sum: 0 }
    series.set(key, made)
    return made
  }

  function put(into: Series, value: number): void {
    let at = 0
    while (at < buckets.length && value > buckets[at]!) at++
    into.counts[at]! += 1
    into.sum += value
  }

  return {
    name,
    help,
    type: 'histogram',
    aggregator: 'sum',
    observe: (values: Readonly<Record<string, string>>, value: number) => put(of(values), value),
    observeEach(values: Readonly<Record<string, string>>, each: Iterable<number>) {
      const into = of(values)
      for (const value of each) put(into, value)
    },
    get: async () => ({
      ...{ name, help, type: 'histogram', aggregator: 'sum' },
      values: [...series.values()].flatMap(one => samplesOf(name, buckets, one))
    }),
    reset: () => series.clear()
  }
}

export type HistogramOptions = { name: string; help: string; labels: readonly string[]; buckets: readonly number[] }

function samplesOf(name: string, buckets: readonly number[], { labels, counts, sum }: Series): Sample[] {
  let upTo = 0
  const bounds: (number | string)[] = [...buckets, '+Inf']
  const within = bounds.map((le, i) => {
    upTo += counts[i]!
    return { metricName: `${name}_bucket`, labels: { le, ...labels }, value: upTo }
  })
  return [
    ...within,
    { metricName: `${name}_sum`, labels, value: sum },
    { metricName: `${name}_count`, labels, value: upTo }
  ]
}
