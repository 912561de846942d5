import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { datasetFile } from './dataset.ts'
import type { Slice, Total } from './embedded-house.ts'
import { figure, machine, table, verdict } from './machine.ts'

const HOUSE = join(import.meta.dirname, 'embedded-house.ts')
/** Those of `npm start`. */
const FLAGS = ['--max-semi-space-size=8', '--max-old-space-size=1024']
const SLICE = 50_000
/** The first slice, against which the last one is held. */
const FIRST = 10_000

/** The least comments per second, the most MB of the process, and how much dearer the last comments may be than the first. */
const BARS = { rate: 5_000, memory: 400, growth: 1.5 } as const

/**
 * Comments per second from the `comments` topic to comments and tickets that searches find, in one process over one
 * file, slice by slice; what they cost in processor time, memory and disk. Exit code 1 below the bars.
 */
export async function embedded({ n }: { n: number }): Promise<void> {
  process.stdout.write(`SQLite, one process\n${machine()}\n\n`)
  process.stdout.write(`${table([HEADING])}\n`)
  const { slices, total } = await inProcess(await datasetFile(n), { n, scribe: false, onSlice: printed() })
  process.stdout.write('\n')
  const seconds = slices.reduce((sum, slice) => sum + slice.seconds, 0)
  const rate = n / seconds
  const memory = Math.max(...slices.map(({ rss }) => rss))
  const growth = costOf(slices.at(-1)!) / costOf(slices[0]!)
  const share = (total.tickets / total.comments) * 100
  const lines = [
    `${figure(rate)} comments/s over ${figure(n)} (at least ${figure(BARS.rate)}): ${verdict(rate >= BARS.rate)}`,
    `${figure(memory)} MB at most (under ${BARS.memory}): ${verdict(memory < BARS.memory)}`,
    `the last slice costs ${growth.toFixed(2)} times the first (under ${BARS.growth}): ${verdict(growth < BARS.growth)}`,
    `${figure(total.fileBytes / total.comments)} bytes of file per comment, the log's days included`,
    `${figure(total.comments)} comments and ${figure(total.tickets)} tickets can be searched, ${share.toFixed(1)} tickets per 100 comments`
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  if (total.comments !== total.expected)
    throw new Error(`${total.expected} comments went in, ${total.comments} can be searched`)
  if (rate < BARS.rate || memory >= BARS.memory || growth >= BARS.growth) process.exitCode = 1
}

/** Fills a folder with comments, their tickets and what happened to them, as the house does. */
export async function fillFolder(folder: string, n: number): Promise<void> {
  await inProcess(await datasetFile(n), { n, scribe: true, folder })
}

type Measured = { slices: Slice[]; total: Total }
type Told = { slice: Slice } | { total: Total }

interface Running {
  n: number
  scribe: boolean
  folder?: string
  onSlice?: (slice: Slice) => void
}

async function inProcess(file: string, { n, scribe, folder, onSlice }: Running): Promise<Measured> {
  const slices: Slice[] = []
  let total: Total | undefined
  const slice = n > 2 * SLICE ? SLICE : FIRST
  const options = [...(scribe ? ['--scribe'] : []), ...(folder === undefined ? [] : ['--folder', folder])]
  const child = fork(HOUSE, ['--file', file, '--n', `${n}`, '--slice', `${slice}`, ...options], { execArgv: FLAGS })
  child.on('message', (told: Told) => {
    if ('total' in told) {
      total = told.total
      return
    }
    slices.push(told.slice)
    onSlice?.(told.slice)
  })
  const [code] = await once(child, 'exit')
  if (code !== 0 || !total) throw new Error(`The house ended with code ${code}; its words stand above`)
  return { slices, total }
}

const HEADING = [
  'comments',
  'comments/s',
  'µs main',
  'µs writer',
  'µs classifier',
  'µs others',
  'µs all',
  'RSS MB',
  'heap MB',
  'file MB',
  'WAL MB'
]

const costOf = ({ threads }: Pick<Slice, 'threads'>) => Object.values(threads).reduce((sum, time) => sum + time, 0)

/** Each slice as a line under the heading, as soon as it is there. */
function printed(): (slice: Slice) => void {
  let before = 0
  return ({ comments, seconds, threads, rss, heap, file, wal }) => {
    const { main = 0, writer = 0, classifier = 0 } = threads
    const all = costOf({ threads })
    const rate = (comments - before) / seconds
    before = comments
    const others = all - main - writer - classifier
    const values = [comments, rate, main, writer, classifier, others, all, rss, heap, file, wal]
    const cells = values.map((value, i) =>
      i === 0 ? figure(value).padEnd(8) : figure(value).padStart(HEADING[i]!.length)
    )
    process.stdout.write(`${cells.join('   ')}\n`)
  }
}
