import { parentPort, workerData } from 'node:worker_threads'
import { systemClock } from '@huiyin/adapters/clock.ts'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import type { Neighbour } from '@huiyin/adapters/sqlite/file.ts'
import { joinSqlite } from '@huiyin/adapters/sqlite/join.ts'
import { openSigns } from '@huiyin/adapters/watch/signs.ts'
import { watchedLog } from '@huiyin/adapters/watch/watched-log.ts'
import { startOn } from '@huiyin/classifier/main.ts'
import { keepFresh } from '@huiyin/ports/keep-fresh.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Meter } from '@huiyin/ports/meter.ts'
import { type OfMap, openOfficeMap } from '@huiyin/ports/office-map.ts'
import { type Classified, Observation } from '@huiyin/schemas/comment.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'

/** What the thread is given. */
export interface Given extends OfMap {
  neighbour: Neighbour
  folder: string
  /** Whether somebody reads what is said for debugging. */
  debug: boolean
}

/** What the thread says: lines for the logger, and figures for the meter. */
export type Said =
  | { level: keyof Logger; fields: object; message: string }
  | { measure: Exclude<keyof Meter, 'read'>; metric: string; labels: object; value: unknown }

const port = parentPort!
const say = (said: Said) => port.postMessage(said)

const line = (level: keyof Logger) => (fields: object, message: string) => say({ level, fields, message })
const measured =
  (measure: Exclude<keyof Meter, 'read'>) =>
  (metric: string, labels: object, value?: unknown): void =>
    say({ measure, metric, labels, value: measure === 'observeEach' ? [...(value as Iterable<number>)] : (value ?? 1) })

const meter: Meter = {
  add: measured('add'),
  observe: measured('observe'),
  observeEach: measured('observeEach'),
  set: measured('set'),
  read: () => () => {} // the house asks the file itself
}

await classify(workerData as Given)

async function classify({ neighbour, folder, debug, departments, places }: Given): Promise<void> {
  const logger: Logger = {
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    ...(debug && { debug: line('debug') })
  }
  const clock = systemClock(logger)
  const { log, records, close } = joinSqlite(neighbour, clock)
  const ended = new AbortController()
  port.once('message', () => ended.abort())
  const { signal } = ended
  const signs = openSigns(() => performance.now())
  const of = { meter, signs, logger }
  const comments = watchedLog(log('comments', { parse: parser(Observation, 'comment') }), { ...of, topic: 'comments' })
  const classified = watchedLog(log('classified', { parse: written<Classified> }), { ...of, topic: 'classified' })
  const events = log('events', { parse: written<HouseEvent> })
  const map = openOfficeMap(records, { clock, events, logger, settings: { departments, places } })
  try {
    await map.refresh()
    await Promise.all([
      keepFresh(map, { logger, signal, what: 'map' }),
      startOn(
        { logs: { comments, classified }, records, cut: segmenter().cut, clock, logger, map, folder },
        signal
      ).finally(() => ended.abort())
    ])
  } finally {
    signs.close()
    await close()
    port.close()
  }
}

/** Of a topic that is only written here. */
function written<E>(value: unknown): E {
  return value as E
}
