type Kind = 'counter' | 'gauge' | 'histogram'

/** What a metric is: its labels in their order, and the upper bounds of its buckets in its own unit. */
export interface MetricFacts {
  kind: Kind
  help: string
  labels: readonly string[]
  buckets?: readonly number[]
}

const CALLS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const WORK = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]
const DELAYS = [0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 14_400, 86_400]

/**
 * Everything that the house tells in numbers beside `huiyin_http_…`, `huiyin_process_…`, `huiyin_nodejs_…` and what the
 * api reads of the store; each is told as `huiyin_<name>`. Labels have few values: parts, calls, groups, accounts of
 * the office, codes.
 */
export const METRICS = {
  build_info: { kind: 'gauge', help: '1; which version runs', labels: ['version', 'service'] },

  reader_lag_events: {
    kind: 'gauge',
    help: 'Events of a partition that a group of this process has still to read',
    labels: ['topic', 'group', 'partition']
  },
  reader_fetch_age_seconds: {
    kind: 'gauge',
    help: 'Since the log last answered a reader of this process',
    labels: ['topic', 'group']
  },
  batch_duration_seconds: {
    kind: 'histogram',
    help: 'From the handing out of a batch to its commit',
    labels: ['group'],
    buckets: WORK
  },
  batch_events_total: { kind: 'counter', help: 'Events in batches that were committed', labels: ['group'] },
  unreadable_events_total: {
    kind: 'counter',
    help: 'What stood in the log and could not be parsed',
    labels: ['topic']
  },
  log_call_duration_seconds: {
    kind: 'histogram',
    help: 'Calls to the log',
    labels: ['topic', 'call'],
    buckets: CALLS
  },
  log_call_failures_total: { kind: 'counter', help: 'Calls to the log that failed', labels: ['topic', 'call', 'code'] },
  store_call_duration_seconds: {
    kind: 'histogram',
    help: 'Calls to the store',
    labels: ['part', 'call'],
    buckets: CALLS
  },
  store_call_failures_total: {
    kind: 'counter',
    help: 'Calls to the store that failed',
    labels: ['part', 'call', 'code']
  },
  store_conflicts_total: {
    kind: 'counter',
    help: 'Puts that somebody else was faster with; they are decided again',
    labels: ['part']
  },
  retries_total: { kind: 'counter', help: 'Waits before something is tried again', labels: ['what'] },
  clock_skew_seconds: { kind: 'gauge', help: 'By how much the brokers’ clock is ahead of ours', labels: [] },

  collected_to_stored_seconds: {
    kind: 'histogram',
    help: 'From the request that showed a comment to its ticket standing in the store',
    labels: [],
    buckets: DELAYS
  },
  published_to_stored_seconds: {
    kind: 'histogram',
    help: 'From a comment’s own time to its ticket standing in the store; of comments that were seen for the first time',
    labels: [],
    buckets: DELAYS
  },

  round_duration_seconds: {
    kind: 'histogram',
    help: 'What a scheduled round took',
    labels: ['round'],
    buckets: WORK
  },
  round_late_seconds: { kind: 'gauge', help: 'How late the last round began', labels: ['round'] },
  round_ended_timestamp_seconds: { kind: 'gauge', help: 'When a round last ended well', labels: ['round'] },
  round_failures_total: { kind: 'counter', help: 'Rounds that the store or the log was away for', labels: ['round'] },
  due_late_seconds: {
    kind: 'histogram',
    help: 'From the instant at which a clock’s next step was due to the alerts for it standing in the store',
    labels: [],
    buckets: DELAYS
  },
  due_waiting_seconds: {
    kind: 'gauge',
    help: 'How long the oldest step that this process found had been due',
    labels: []
  },

  errors_total: { kind: 'counter', help: 'Lines of the log by level and code', labels: ['level', 'code'] },
  log_file_bytes: { kind: 'gauge', help: 'What the kept log files take', labels: [] },
  log_file_failures: {
    kind: 'gauge',
    help: 'Lines that could not be written to the log file since the start',
    labels: []
  },

  quota_used: { kind: 'gauge', help: 'Calls used of a platform’s quota', labels: ['account', 'scope', 'per'] },
  quota_left: { kind: 'gauge', help: 'Calls left of a platform’s quota', labels: ['account', 'scope', 'per'] },

  disk_free_bytes: { kind: 'gauge', help: 'Room left where this process keeps its data', labels: [] },
  disk_size_bytes: { kind: 'gauge', help: 'Size of the file system there', labels: [] },
  readings_failed_total: { kind: 'counter', help: 'Readings for a metric that failed', labels: ['metric'] }
} as const satisfies Record<string, MetricFacts>

export type Metric = keyof typeof METRICS
export type MetricOf<K extends Kind> = {
  [M in Metric]: (typeof METRICS)[M]['kind'] extends K ? M : never
}[Metric]
export type MetricLabels<M extends Metric> = Readonly<Record<(typeof METRICS)[M]['labels'][number], string>>
