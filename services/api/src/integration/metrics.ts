import type { Logger } from '@huiyin/ports/logger.ts'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { errorFacts } from '../log.ts'

/** Whatever a store or a log answers within this many ms is told again. */
const HOLDS = 15_000
const PREFIX = 'huiyin_'
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] // s

/** One reading of what is not this process's own: a number, or one for each name under `label`. */
export type Reading = { name: string; help: string } & (
  | { value: number }
  | { label: string; values: Readonly<Record<string, number>> }
)
export type Read = () => Promise<readonly Reading[]>

export interface Metrics {
  contentType: string
  /** In Prometheus's text format. What cannot be read is left out, and counted. */
  text: () => Promise<string>
  /** The same without what the process tells elsewhere. */
  own: () => Promise<string>
}

declare module 'fastify' {
  interface FastifyInstance {
    metrics: Metrics
  }
}

export type MetricsOptions = {
  read: Read
  logger: Logger
  /** What else this process tells, its memory and event loop among it; absent: those alone. */
  more?: (() => Promise<string>) | undefined
  /** ms, never back. */
  monotonic?: () => number
}

/**
 * Counts what this process answers, by the route's pattern: addresses hold ids and search words. No label holds
 * anything of a person, nor anything of which there may be many.
 */
export const metrics = fp<MetricsOptions>(async (app, { read, logger, more, monotonic = () => performance.now() }) => {
  const registry = new Registry()
  countRequests(app, registry)
  const failures = new Counter({
    ...{ name: `${PREFIX}metrics_read_failures_total`, help: 'Readings of the store or the log that failed' },
    registers: [registry]
  })
  const readings = kept(read, monotonic, error => {
    failures.inc()
    logger.warn({ error: errorFacts(error) }, 'metrics could not be read')
  })
  const gauges = new Map<string, Gauge>()

  const gaugeOf = (reading: Reading): Gauge => {
    const { name, help } = reading
    const labelNames = 'label' in reading ? [reading.label] : []
    const gauge = gauges.get(name) ?? new Gauge({ name: PREFIX + name, help, labelNames, registers: [registry] })
    gauges.set(name, gauge)
    return gauge
  }

  const others = more ?? (() => ofProcess().metrics())
  if (!more) ofProcess() // from now on: how late the event loop was is known from its beginning
  const own = async () => {
    const found = await readings()
    for (const gauge of gauges.values()) gauge.reset() // what cannot be read now is not told as it was
    for (const reading of found) set(gaugeOf(reading), reading)
    return registry.metrics()
  }
  app.decorate('metrics', {
    contentType: registry.contentType,
    own,
    text: async () => (await Promise.all([others(), own()])).join('\n')
  })
})

function set(gauge: Gauge, reading: Reading): void {
  if ('value' in reading) return gauge.set(reading.value)
  for (const [name, value] of Object.entries(reading.values)) gauge.set({ [reading.label]: name }, value)
}

let own: Registry | undefined
/** Memory, event loop and collections are the process's, however many servers it has. */
function ofProcess(): Registry {
  if (own) return own
  own = new Registry()
  collectDefaultMetrics({ register: own, prefix: PREFIX })
  return own
}

function countRequests(app: FastifyInstance, registry: Registry): void {
  const duration = new Histogram({
    name: `${PREFIX}http_request_duration_seconds`,
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry]
  })
  app.addHook('onResponse', async ({ method, routeOptions: { url } }, { statusCode, elapsedTime }) => {
    duration.observe({ method, route: url ?? 'none', status: String(statusCode) }, elapsedTime / 1_000)
  })
}

/** The last reading while it holds; of two who ask at once one reads. One that failed is the last once more. */
function kept(read: Read, monotonic: () => number, failed: (error: unknown) => void): Read {
  let last: readonly Reading[] = []
  let until = Number.NEGATIVE_INFINITY
  let reading: Promise<readonly Reading[]> | undefined
  const anew = async () => {
    try {
      last = await read()
    } catch (error) {
      failed(error)
      last = []
    }
    until = monotonic() + HOLDS
    reading = undefined
    return last
  }
  return async () => {
    if (monotonic() < until) return last
    reading ??= anew()
    return reading
  }
}
