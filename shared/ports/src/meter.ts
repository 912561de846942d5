import type { Metric, MetricLabels, MetricOf } from './metrics.ts'

/** A number with the values of its labels, as they are when somebody asks. */
export interface Measured<M extends Metric> {
  labels: MetricLabels<M>
  value: number
}

/**
 * What a process tells of itself in numbers; `METRICS` says which there are. A call costs less than 1 µs: count per
 * batch and per call, not per comment. No label holds anything of a person, nor anything of which there may be many.
 */
export interface Meter {
  /** Adds to a counter, 1 unless told otherwise. */
  add: <M extends MetricOf<'counter'>>(metric: M, labels: MetricLabels<M>, by?: number) => void
  /** Puts what was measured, in the metric's unit, into a histogram. */
  observe: <M extends MetricOf<'histogram'>>(metric: M, labels: MetricLabels<M>, value: number) => void
  /** The same for many at once, as of a batch: some 20 ns each. */
  observeEach: <M extends MetricOf<'histogram'>>(metric: M, labels: MetricLabels<M>, values: Iterable<number>) => void
  set: <M extends MetricOf<'gauge'>>(metric: M, labels: MetricLabels<M>, value: number) => void
  /**
   * Asks `read` whenever the metrics are asked for, at most once a second; what it has not is no longer told. Several
   * may read for one gauge. A reading that fails is counted and left out. What is returned ends it.
   */
  read: <M extends MetricOf<'gauge'>>(
    metric: M,
    read: () => readonly Measured<M>[] | Promise<readonly Measured<M>[]>
  ) => () => void
}

/** Where nobody asks. */
export const silentMeter: Meter = {
  add: () => {},
  observe: () => {},
  observeEach: () => {},
  set: () => {},
  read: () => () => {}
}
