import type { Measured, Meter } from '@huiyin/ports/meter.ts'
import { METRICS, type Metric, type MetricFacts } from '@huiyin/ports/metrics.ts'
import { Counter, collectDefaultMetrics, Gauge, type Metric as PromMetric, Registry } from 'prom-client'
import { histogram } from './histogram.ts'

const PREFIX = 'huiyin_'
/** ms; what cannot be read by then is left out. */
const PATIENCE = 3_000
/** One who asks more often is told the same, in ms. */
const HOLDS = 1_000

export interface PrometheusMeter extends Meter {
  contentType: string
  /** All of it in Prometheus's text format, with memory, processor and event loop of this process. */
  text: () => Promise<string>
}

type Labels = Readonly<Record<string, string>>
type Reading = () => readonly Measured<Metric>[] | Promise<readonly Measured<Metric>[]>

/** A meter that Prometheus can ask. `monotonic` in ms. */
export function prometheusMeter(monotonic: () => number = () => performance.now()): PrometheusMeter {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: PREFIX })
  const counters = new Map<Metric, Counter>()
  const gauges = new Map<Metric, Gauge>()
  const histograms = new Map<Metric, ReturnType<typeof histogram>>()
  for (const [metric, facts] of Object.entries(METRICS) as [Metric, MetricFacts][]) {
    const { kind, help, labels, buckets = [] } = facts
    const of = { name: PREFIX + metric, help, labelNames: [...labels], registers: [registry] }
    if (kind === 'counter') counters.set(metric, new Counter(of))
    else if (kind === 'gauge') gauges.set(metric, emptied(new Gauge(of)))
    else {
      const made = histogram({ name: PREFIX + metric, help, labels, buckets })
      registry.registerMetric(made as unknown as PromMetric) // it asks for no more than `get` and `reset`
      histograms.set(metric, made)
    }
  }
  const readings = new Map<Metric, Set<Reading>>()
  let last: { text: Promise<string>; at: number } | undefined

  async function readInto(metric: Metric, of: ReadonlySet<Reading>): Promise<void> {
    const gauge = gauges.get(metric)!
    const found = await Promise.all(Array.from(of, read => within(read)))
    emptied(gauge) // what has gone is no longer told
    for (const measured of found) {
      if (!measured) counters.get('readings_failed_total')!.inc({ metric })
      for (const { labels, value } of measured ?? []) gauge.set(labels as Labels, value)
    }
  }

  async function tell(): Promise<string> {
    await Promise.all(Array.from(readings, ([metric, of]) => readInto(metric, of)))
    return registry.metrics()
  }

  return {
    add: (metric, labels, by = 1) => counters.get(metric)!.inc(labels as Labels, by),
    observe: (metric, labels, value) => histograms.get(metric)!.observe(labels as Labels, value),
    observeEach: (metric, labels, values) => histograms.get(metric)!.observeEach(labels as Labels, values),
    set: (metric, labels, value) => gauges.get(metric)!.set(labels as Labels, value),
    read(metric, read) {
      const of = readings.get(metric) ?? new Set()
      readings.set(metric, of.add(read as Reading))
      return () => void of.delete(read as Reading)
    },
    contentType: registry.contentType,
    text() {
      const now = monotonic()
      if (!last || now - last.at > HOLDS) last = { text: tell(), at: now }
      return last.text
    }
  }
}

/** One without labels would begin with 0, which nobody has measured. */
function emptied(gauge: Gauge): Gauge {
  gauge.reset()
  if ((gauge as unknown as { labelNames: string[] }).labelNames.length === 0) gauge.remove()
  return gauge
}

/** Undefined when it failed, or did not answer in time: counted, and the others are told all the same. */
async function within(read: Reading): Promise<readonly Measured<Metric>[] | undefined> {
  const late = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => late.resolve(undefined), PATIENCE)
  try {
    return await Promise.race([read(), late.promise])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
