import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse, together } from '@huiyin/adapters/house.ts'
import { openWorld } from '@huiyin/adapters/open.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { start as classifier } from '@huiyin/classifier/main.ts'
import { start as desk } from '@huiyin/desk/main.ts'
import { launchEngines } from '@huiyin/engines/launch.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { dataset } from './dataset.ts'
import { figure, machine, table } from './machine.ts'
import { rawElasticsearch } from './raw-elasticsearch.ts'
import { rawSqlite } from './raw-sqlite.ts'
import { type RunningService, spawnService } from './service.ts'
import { found, rebased, wholeWay } from './whole-way.ts'

const WARM_UP = 1_000

/** One run: both times in ms, over the same documents. */
interface Measured {
  whole: number
  raw: number
  comments: number
  tickets: number
}

/**
 * Comments per second from the `comments` topic to searchable comments and tickets, against what the engine
 * alone takes of the same final documents.
 */
export async function pipeline({ engines, n }: { engines: boolean; n: number }): Promise<void> {
  const facts = machine()
  const all = rebased(await dataset(n + WARM_UP), Date.now())
  const { whole, raw, comments, tickets } = engines ? await onEngines(all) : await embedded(all)
  const [wholeRate, rawRate] = [(n / whole) * 1000, (comments / raw) * 1000]
  const name = engines ? 'Kafka and Elasticsearch, two service processes' : 'SQLite, one process'
  const rows = [
    ['', 'comments', 'seconds', 'comments/s'],
    ['the whole way', figure(n), (whole / 1000).toFixed(2), figure(wholeRate)],
    [
      engines ? 'the client’s bulk helper alone' : 'plain puts alone',
      figure(comments),
      (raw / 1000).toFixed(2),
      figure(rawRate)
    ]
  ]
  process.stdout.write(`${name}\n${facts}\n\n${table(rows)}\n\nratio ${(wholeRate / rawRate).toFixed(3)}; `)
  process.stdout.write(`${figure(comments)} comments and ${figure(tickets)} tickets can be searched, `)
  process.stdout.write(`${((tickets / comments) * 100).toFixed(1)} tickets per 100 comments\n`)
}

async function measured(kept: Parameters<typeof wholeWay>[0], all: readonly Observation[], signal: AbortSignal) {
  await wholeWay(kept, all.slice(0, WARM_UP), signal)
  const whole = await wholeWay(kept, all.slice(WARM_UP), signal)
  const now = await found(kept)
  const expected = new Set(all.map(({ id }) => id)).size
  if (now.comments !== expected) throw new Error(`${expected} comments went in, ${now.comments} can be searched`)
  return { whole, ...now }
}

async function embedded(all: readonly Observation[]): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-bench-'))
  const house = await openHouse({ settings: await readSettings({}), folder, logger: silent })
  try {
    const ended = new AbortController()
    let result: Omit<Measured, 'raw'> | undefined
    await together(ended.signal, [
      signal => classifier(house, signal),
      signal => desk(house, signal),
      async signal => {
        result = await measured(house, all, signal)
        ended.abort()
      }
    ])
    return { ...result!, raw: await rawSqlite(house.store, house.cut) }
  } finally {
    await house.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function onEngines(all: readonly Observation[]): Promise<Measured> {
  const { brokers, elasticsearch, stop } = await launchEngines()
  const prefix = 'bench'
  const environment = {
    HUIYIN_LOG: `kafka://${brokers}`,
    HUIYIN_STORE: elasticsearch,
    HUIYIN_PREFIX: prefix,
    HUIYIN_LOG_LEVEL: 'warn'
  }
  const world = await openWorld(await readSettings(environment), silent)
  const services = ['classifier', 'desk'].map(name => spawnService(name, environment))
  try {
    const result = await measured(world, all, ended(services))
    await Promise.all(services.map(({ stop }) => stop()))
    return { ...result, raw: await rawElasticsearch(elasticsearch, prefix) }
  } finally {
    await Promise.all(services.map(({ stop }) => stop()))
    await world.close()
    await stop()
  }
}

/** Aborted when a service ends before it was asked to. */
function ended(services: readonly RunningService[]): AbortSignal {
  const lost = new AbortController()
  for (const { exit } of services) exit.then(() => lost.abort(new Error('A service ended; its words stand above')))
  return lost.signal
}
