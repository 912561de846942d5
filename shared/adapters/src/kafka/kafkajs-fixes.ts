import { createRequire } from 'node:module'
import './kafkajs-encoding.ts'
import kafkajs from 'kafkajs'

const { KafkaJSError, KafkaJSNonRetriableError } = kafkajs // its errors are no named exports for Node

// What kafkajs 2.2.4 gets wrong, put right where it does it; its maintainers have released nothing since 2023.
// Being code, and no patched file, it holds after any kind of install, `--ignore-scripts` too.
const MADE_FOR = '2.2.4'

interface RequestQueue {
  pending: object[]
  throttledUntil: number
  throttleCheckTimeoutId: NodeJS.Timeout | null
  checkPendingRequests: () => void
  scheduleCheckPendingRequests: () => void
}

interface FetchError extends Error {
  type?: string
  topic?: string
  partition?: number
}

interface ConsumerGroup {
  groupId: string
  cluster: { refreshMetadata: () => Promise<void> }
  recoverFromFetch: (error: FetchError) => Promise<void>
}

type Class<T> = { prototype: T }

const require = createRequire(import.meta.url)
const { version } = require('kafkajs/package.json') as { version: string }
if (version !== MADE_FOR) throw new Error(`Expected kafkajs ${MADE_FOR}, whose faults these fixes know; got ${version}`)

const { prototype: queue } = require('kafkajs/src/network/requestQueue') as Class<RequestQueue>
const { prototype: group } = require('kafkajs/src/consumer/consumerGroup') as Class<ConsumerGroup>

const CHECK_AGAIN_MS = 10

// It asked for a timer of minus a trillion milliseconds after every answer: TimeoutNegativeWarning on Node 24.
queue.scheduleCheckPendingRequests = function () {
  if (this.throttleCheckTimeoutId || this.pending.length === 0) return
  const throttledFor = this.throttledUntil - Date.now()
  const check = () => {
    this.throttleCheckTimeoutId = null
    this.checkPendingRequests()
  }
  this.throttleCheckTimeoutId = setTimeout(check, throttledFor > 0 ? throttledFor : CHECK_AGAIN_MS)
}

const STALE_ASSIGNMENT = new Set([
  'LEADER_NOT_AVAILABLE',
  'NOT_LEADER_FOR_PARTITION',
  'FENCED_LEADER_EPOCH',
  'UNKNOWN_LEADER_EPOCH',
  'UNKNOWN_TOPIC_OR_PARTITION',
  'KafkaJSTopicMetadataNotLoaded',
  'KafkaJSStaleTopicMetadataAssignment'
])

const { recoverFromFetch } = group
group.recoverFromFetch = async function (error) {
  // It committed the earliest offset over the group's own and read on from there.
  if (error.name === 'KafkaJSOffsetOutOfRange') throw lostOffset(error)

  // It joined again underneath a batch at hand, which could then commit a partition that another owns by now.
  // As a rebalance it is handled between batches.
  if (STALE_ASSIGNMENT.has(error.type ?? error.name)) {
    await this.cluster.refreshMetadata()
    throw Object.assign(new KafkaJSError(error), { type: 'REBALANCE_IN_PROGRESS' })
  }
  return recoverFromFetch.call(this, error)
}

/** The partition whose offset the log no longer has. */
export interface LostOffset extends Error {
  lostPartition: number
}

const lostOffset = ({ message, partition = -1 }: FetchError): LostOffset =>
  Object.assign(new KafkaJSNonRetriableError(message), { lostPartition: partition })

export const isLostOffset = (error: unknown): error is LostOffset =>
  error instanceof KafkaJSNonRetriableError && 'lostPartition' in error
