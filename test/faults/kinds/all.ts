import { lostFromLog, lostFromStore, repeated } from './answers.ts'
import { readOnly, watermark } from './blocks.ts'
import { jump, skew } from './clocks.ts'
import { killEngine, pauseEngine } from './engines.ts'
import { kill } from './kill.ts'
import type { Kind } from './kind.ts'
import { rebalance, rolling } from './leaving.ts'
import { again, later, poison } from './messages.ts'
import { forgotten } from './offsets.ts'
import { channel, platform } from './outside.ts'
import { pause } from './pause.ts'
import { partition, refuse, slow } from './ways.ts'

/** All kinds of faults on Kafka and Elasticsearch. */
export const KINDS: readonly Kind[] = [
  ...[kill, pause, killEngine, pauseEngine],
  ...[refuse, partition, slow, lostFromLog, lostFromStore, repeated],
  ...[readOnly, watermark, forgotten, jump, skew],
  ...[poison, again, later, platform, channel],
  ...[rolling, rebalance]
]
