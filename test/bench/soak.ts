import { readdirSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { House } from '@huiyin/adapters/house.ts'
import { type Delays, delays, inEmbedded } from './delay.ts'
import { figure, machine, table, verdict } from './machine.ts'

/** The house at one moment of a long run. */
export interface Sample {
  /** Seconds from the beginning. */
  at: number
  /** MB. */
  rss: number
  heap: number
  wal: number
  /** Files and sockets that are open. */
  handles: number
  /** The worst of 99 in 100 delays since the last sample, in ms. */
  delay: number
}

export interface Soaked {
  samples: Sample[]
  found: Delays
  /** How many comments the store has, of those that were fed. */
  stored: number
}

export interface Soaking {
  seconds: number
  rate: number
  /** A sample each so many seconds. */
  every: number
}

/** Runs the embedded house at a steady rate, and looks at it from time to time. */
export async function soak({ seconds, rate, every }: Soaking, onSample?: (sample: Sample) => void): Promise<Soaked> {
  const samples: Sample[] = []
  let result: Soaked | undefined
  await inEmbedded(async (house, signal) => {
    const began = performance.now()
    const ended = new AbortController()
    let recent: number[] = []
    const onFound = (_: string, ms: number) => void recent.push(ms)
    const watching = (async () => {
      while (!ended.signal.aborted) {
        await sleep(every * 1000, undefined, { signal: ended.signal }).catch(() => {})
        if (ended.signal.aborted) return
        const sample = await sampled(house, (performance.now() - began) / 1000, recent)
        recent = []
        samples.push(sample)
        onSample?.(sample)
      }
    })()
    const found = await delays(house, { rate, seconds, warmUp: 0, signal, onFound }).finally(() => ended.abort())
    await watching
    const { total } = await house.store.comments.search({ sort: 'newest', atMost: 1 })
    result = { samples, found, stored: total }
  })
  return result!
}

async function sampled({ folder }: House, at: number, recent: readonly number[]): Promise<Sample> {
  const sorted = recent.toSorted((a, b) => a - b)
  const { rss, heapUsed } = process.memoryUsage()
  const { size } = await stat(join(folder, 'huiyin.db-wal'))
  return {
    at,
    rss: rss / 2 ** 20,
    heap: heapUsed / 2 ** 20,
    wal: size / 2 ** 20,
    handles: handles(),
    delay: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN
  }
}

const handles = () => readdirSync('/proc/self/fd').length

/** By how much it grows within an hour, as the straight line through the samples says. */
export function slope(samples: readonly Sample[], of: keyof Sample): number {
  const points = samples.map(sample => [sample.at, sample[of]] as const).filter(([, value]) => !Number.isNaN(value))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [at, value] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))]
  const above = points.reduce((sum, [x, y]) => sum + (x - at) * (y - value), 0)
  const below = points.reduce((sum, [x]) => sum + (x - at) ** 2, 0)
  return below === 0 ? 0 : (above / below) * 3600
}

/** What may grow within an hour, in MB, handles and ms: less than noise makes of half an hour. */
const BARS = { rss: 60, handles: 1, delay: 200 } as const
/** The first part of a run is not judged: caches fill. */
const WARM = 1 / 3

function report({ samples, found, stored }: Soaked, minutes: number, rate: number): boolean {
  const judged = samples.slice(Math.floor(samples.length * WARM))
  const verdicts = (Object.keys(BARS) as (keyof typeof BARS)[]).map(name => ({
    name,
    perHour: slope(judged, name),
    met: slope(judged, name) < BARS[name]
  }))
  const lost = found.fed - stored
  const lines = verdicts.map(
    ({ name, perHour, met }) => `${name}: ${perHour.toFixed(1)} an hour (under ${BARS[name]}): ${verdict(met)}`
  )
  process.stdout.write(`\n${figure(found.fed)} comments in ${minutes} min at ${figure(rate)}/s\n${lines.join('\n')}\n`)
  process.stdout.write(`lost: ${figure(lost)} comments: ${verdict(lost === 0)}\n`)
  return lost === 0 && verdicts.every(({ met }) => met)
}

const HEADING = ['seconds', 'RSS MB', 'heap MB', 'WAL MB', 'handles', 'p99 ms'] as const

/** `npm run soak -- [--minutes 30] [--rate 500]` */
if (import.meta.main) {
  const { values } = parseArgs({
    options: { minutes: { type: 'string', default: '30' }, rate: { type: 'string', default: '500' } }
  })
  const [minutes, rate] = [Number(values.minutes), Number(values.rate)]
  process.stdout.write(`SQLite, one process, ${figure(rate)} comments/s for ${minutes} min\n${machine()}\n\n`)
  process.stdout.write(`${table([HEADING])}\n`)
  const row = ({ at, rss, heap, wal, handles, delay }: Sample) =>
    [at, rss, heap, wal, handles, delay].map((value, i) => figure(value).padStart(HEADING[i]!.length)).join('   ')
  const done = await soak({ seconds: minutes * 60, rate, every: Math.max(5, minutes) }, sample =>
    process.stdout.write(`${row(sample)}\n`)
  )
  if (!report(done, minutes, rate)) process.exitCode = 1
}
