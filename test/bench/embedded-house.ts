import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type House, openHouse, type Start, together } from '@huiyin/adapters/house.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { start as desk } from '@huiyin/desk/main.ts'
import { classifying } from '@huiyin/embedded/classifying.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { start as scribe } from '@huiyin/scribe/main.ts'
import { type ThreadTimes, threadTimes, timesSince } from './threads.ts'

/** What the house tells of each slice, and at the end. */
export interface Slice {
  /** Comments so far. */
  comments: number
  seconds: number
  /** Processor time per comment of this slice, in µs, by thread. */
  threads: ThreadTimes
  /** Of the process, in MB. */
  rss: number
  heap: number
  /** Of the file and of its write-ahead log, in MB. */
  file: number
  wal: number
}

export interface Total {
  comments: number
  tickets: number
  expected: number
  fileBytes: number
}

const AT_ONCE = 1_000
/** So many comments at most are under way, as for an import. */
const UNDER_WAY = 5_000
const MEGA = 2 ** 20

/** A house in a process of its own that takes the lines of a file as its collectors would bring them. */
async function measure({ file, n, slice, scribe: withScribe, folder: kept }: Measuring): Promise<void> {
  const data = kept === undefined ? await mkdtemp(join(tmpdir(), 'huiyin-embedded-')) : dirname(kept)
  const folder = kept ?? join(data, 'office')
  const settings = await readSettings({ HUIYIN_DATA: dirname(folder) }) // keys lie beside the office, as `npm start` has it
  const house = await openHouse({ settings, folder, logger: silent })
  const ended = new AbortController()
  try {
    await together(ended.signal, [
      ...[classifying, desk, ...(withScribe ? [scribe] : [])].map(
        (start: Start) => (signal: AbortSignal) => start(house, signal)
      ),
      async signal => {
        const expected = await feed(house, folder, { file, n, slice, signal })
        tell({ total: await totalOf(house, folder, expected) })
        ended.abort()
      }
    ])
  } finally {
    await house.close()
    if (kept === undefined) await rm(data, { recursive: true, force: true })
  }
}

interface Measuring {
  file: string
  n: number
  slice: number
  scribe: boolean
  /** Stays; without it, a temporary one. */
  folder?: string
}

const tell = (told: { slice: Slice } | { total: Total }) =>
  process.send ? process.send(told) : process.stdout.write(`${JSON.stringify(told)}\n`)

interface Feeding {
  file: string
  n: number
  slice: number
  signal: AbortSignal
}

async function feed(house: House, folder: string, { file, n, slice, signal }: Feeding): Promise<number> {
  const lines = createInterface({ input: createReadStream(file) })
  const now = liveTimes()
  const seen = new Set<string>()
  let part: Observation[] = []
  let fed = 0
  let reported = 0
  let since = { at: performance.now(), times: threadTimes() }

  const report = async () => {
    const at = performance.now()
    const times = threadTimes()
    const spent = timesSince(times, since.times)
    const comments = fed - reported
    const { rss, heapUsed } = process.memoryUsage()
    tell({
      slice: {
        comments: fed,
        seconds: (at - since.at) / 1000,
        threads: Object.fromEntries(Object.entries(spent).map(([name, time]) => [name, time / comments])),
        ...{ rss: rss / MEGA, heap: heapUsed / MEGA },
        ...{ file: (await sizeOf(folder, '')) / MEGA, wal: (await sizeOf(folder, '-wal')) / MEGA }
      }
    })
    reported = fed
    since = { at, times }
  }

  const append = async () => {
    await house.logs.comments.append(part)
    fed += part.length
    part = []
    while ((await underWay(house)) > UNDER_WAY - AT_ONCE) await sleep(5, undefined, { signal })
    if (fed - reported >= slice && fed < n) await report()
  }

  for await (const line of lines) {
    const observation = now(JSON.parse(line) as Observation)
    seen.add(observation.comment)
    part.push(observation)
    if (part.length === AT_ONCE) await append()
    if (fed + part.length >= n) break
  }
  lines.close()
  if (part.length > 0) await append()
  while ((await underWay(house)) > 0) await sleep(5, undefined, { signal })
  await report()
  return seen.size
}

const underWay = async ({ logs }: House) =>
  (await logs.comments.lag('classifier')) + (await logs.classified.lag('desk'))

/** Comments as if they had just been written; one that is seen again keeps the time at which it was published. */
function liveTimes(): (seen: Observation) => Observation {
  const published = new Map<string, number>()
  return seen => {
    const observedAt = Date.now()
    const publishedAt = published.get(seen.id) ?? observedAt - 5_000
    published.set(seen.id, publishedAt)
    if (published.size > AT_ONCE) published.delete(published.keys().next().value!)
    return { ...seen, publishedAt, observedAt: observedAt }
  }
}

const sizeOf = async (folder: string, end: string) => (await stat(join(folder, `huiyin.db${end}`))).size

async function totalOf({ store }: House, folder: string, expected: number): Promise<Total> {
  return {
    comments: (await store.comments.search({ sort: 'newest', atMost: 1 })).total,
    tickets: (await store.tickets.search({ sort: 'newest', atMost: 1 })).total,
    expected,
    fileBytes: (await sizeOf(folder, '')) + (await sizeOf(folder, '-wal'))
  }
}

const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    n: { type: 'string' },
    slice: { type: 'string' },
    scribe: { type: 'boolean', default: false },
    folder: { type: 'string' }
  }
})
const { file = '', n, slice, scribe: withScribe, folder } = values
await measure({ file, n: Number(n), slice: Number(slice), scribe: withScribe, ...(folder !== undefined && { folder }) })
process.disconnect?.()
