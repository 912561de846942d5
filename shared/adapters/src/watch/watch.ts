import { statfs } from 'node:fs/promises'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Meter } from '@huiyin/ports/meter.ts'
import type { ProcessNote } from '@huiyin/ports/processes.ts'
import { onRetry, onRound } from '@huiyin/ports/signs.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import facts from '../../package.json' with { type: 'json' }
import type { World } from '../open.ts'
import { liveness, readiness } from './checks.ts'
import { countedLogger } from './counted-logger.ts'
import type { Watched } from './listener.ts'
import type { LogFile } from './log-file.ts'
import { type PrometheusMeter, prometheusMeter } from './prometheus.ts'
import { openSigns } from './signs.ts'
import { watchedLog } from './watched-log.ts'
import { watchedStore } from './watched-store.ts'

/** A world whose calls, batches and rounds are counted, and who tells of them. */
export interface Watch {
  world: World
  meter: PrometheusMeter
  /** Counts what it warns of. */
  logger: Logger
  watched: Watched
  /** How this process stands, for the others to see. */
  standing: () => Promise<Pick<ProcessNote, 'service' | 'version' | 'lacks' | 'disk' | 'stored'>>
  /** Whose metrics are told after these: of a server that shares the process. */
  also: (text: () => Promise<string>) => void
  close: () => void
}

export interface WatchOptions {
  /** A process's own says where its lines are kept. */
  logger: Logger & { file?: Pick<LogFile, 'standing'> }
  /** Of the process: a service’s, or the house’s. */
  name: string
  folder: string
  now: () => number
}

/** Groups in which a comment comes to its ticket; their commit says that both stand in the store. */
const STORES = 'desk'

/** Watches over a world for as long as it is open. */
export function watchWorld(world: World, { name, logger: given, folder, now }: WatchOptions): Watch {
  const monotonic = () => performance.now()
  const meter = prometheusMeter(monotonic)
  const signs = openSigns(monotonic)
  meter.set('build_info', { version: facts.version, service: name }, 1)
  const logger = countedLogger(given, meter)
  const { comments, classified, events } = world.logs
  const of = { meter, signs, logger }
  let last: ProcessNote['stored']
  const stored = (group: string, batch: readonly { observation: Observation }[]) => {
    if (group !== STORES) return
    const slowest = tellDelays(meter, batch, now())
    if (slowest !== undefined) last = { at: now(), delay: slowest * 1_000 }
  }
  const logs = {
    comments: watchedLog(comments, { ...of, topic: 'comments' }),
    classified: watchedLog(classified, { ...of, topic: 'classified', committed: stored }),
    events: watchedLog(events, { ...of, topic: 'events' })
  }
  const watched = { ...world, logs, store: watchedStore(world.store, meter, signs) }
  const checked = { world, signs, monotonic } // asked past the meter: probes are no work
  const stop = [countRetries(meter), countRounds(meter), tellSkew(meter, world), tellDisk(meter, folder), signs.close]
  if (given.file) stop.push(tellFile(meter, given.file))
  const more: (() => Promise<string>)[] = []
  return {
    world: watched,
    meter,
    logger,
    watched: {
      alive: () => liveness(checked),
      ready: () => readiness(checked),
      metrics: {
        contentType: meter.contentType,
        text: async () => (await Promise.all([meter.text(), ...more.map(text => text())])).join('\n')
      }
    },
    async standing() {
      const [found, room] = await Promise.all([readiness(checked), statfs(folder).catch(() => undefined)])
      return {
        ...{ service: name, version: facts.version, lacks: found.filter(({ ok }) => !ok) },
        ...(room && { disk: { free: room.bavail * room.bsize, size: room.blocks * room.bsize } }),
        ...(last && { stored: last })
      }
    },
    also: text => void more.push(text),
    close: () => {
      for (const end of stop) end()
    }
  }
}

/** How long comments were on their way, the slowest is answered, in s; those of the record and our own are not told. */
function tellDelays(meter: Meter, batch: readonly { observation: Observation }[], now: number): number | undefined {
  const live = batch.filter(({ observation: { history, ours } }) => !history && !ours)
  const first = live.filter(({ observation: { before, deleted } }) => !before && !deleted)
  const since = (at: number) => Math.max(0, now - at) / 1_000
  const collected = live.map(({ observation }) => since(observation.observedAt))
  const published = first.map(({ observation }) => since(observation.publishedAt))
  meter.observeEach('collected_to_stored_seconds', {}, collected)
  meter.observeEach('published_to_stored_seconds', {}, published)
  return collected.length > 0 ? Math.max(...collected) : undefined
}

const countRetries = (meter: Meter) => onRetry(({ what }) => meter.add('retries_total', { what }))

function countRounds(meter: Meter): () => void {
  return onRound(round => {
    const labels = { round: round.name }
    if (round.phase === 'begun') return meter.set('round_late_seconds', labels, round.late / 1_000)
    meter.observe('round_duration_seconds', labels, round.took / 1_000)
    if (round.away) meter.add('round_failures_total', labels)
    else meter.set('round_ended_timestamp_seconds', labels, Date.now() / 1_000)
  })
}

const tellSkew = (meter: Meter, { clockSkew }: World) =>
  meter.read('clock_skew_seconds', () => {
    const skew = clockSkew?.()
    return skew === undefined ? [] : [{ labels: {}, value: skew / 1_000 }]
  })

function tellDisk(meter: Meter, folder: string): () => void {
  const room = async () => statfs(folder).catch(() => undefined) // a service on its own may keep nothing
  const ends = [
    meter.read('disk_free_bytes', async () => one(await room(), ({ bavail, bsize }) => bavail * bsize)),
    meter.read('disk_size_bytes', async () => one(await room(), ({ blocks, bsize }) => blocks * bsize))
  ]
  return () => {
    for (const end of ends) end()
  }
}

function tellFile(meter: Meter, { standing }: Pick<LogFile, 'standing'>): () => void {
  const ends = [
    meter.read('log_file_bytes', () => [{ labels: {}, value: standing().bytes }]),
    meter.read('log_file_failures', () => [{ labels: {}, value: standing().failures }])
  ]
  return () => {
    for (const end of ends) end()
  }
}

const one = <T>(found: T | undefined, value: (found: T) => number) =>
  found === undefined ? [] : [{ labels: {}, value: value(found) }]
