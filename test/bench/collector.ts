import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figure, machine, table } from './machine.ts'

/** One request as it left. */
export interface Request {
  method: string
  url: string
  headers: Record<string, string>
  data?: string
}

interface Lag {
  /** How late the event loop came to its timers, in ms. */
  lag: { p50: number; p99: number; max: number }
}

/** What a process was like for so many seconds; `rss` in bytes. */
interface Spell extends Lag {
  seconds: number
  requests: number
  rss: number
}

/** `published`: observations that went into the log, from the first request to the last of them. */
export type Read = Spell & { published: number }
/** `cpu`: processor seconds per second. */
export type Idle = { first: Spell; idle: Spell & { cpu: number } }
export type Bare = { seconds: number; requests: number; bytes: number }

const PLATFORMS = 4
const POSTS = 50
const MANY = { accounts: 1_000, posts: 20, seconds: 30 } as const
const FEW = { accounts: 40, posts: 20, seconds: 10 } as const

/**
 * Comments per second that one collector brings from the platforms into its log, of a back-log of `n` under 50 posts of
 * each of four, beside the same requests asked by a bare loop; then what it costs while 1,000 accounts lie idle.
 */
export async function collector({ n, quick }: { n: number; quick: boolean }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-bench-'))
  try {
    say(`One collector in a process of its own, its log and records in SQLite; platforms in another\n${machine()}\n`)
    await backlog(folder, n)
    await idle(folder, quick ? FEW : MANY)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function backlog(folder: string, n: number): Promise<void> {
  const requests = join(folder, 'requests.json')
  await withPlatforms(folder, [1, POSTS, n], async accounts => {
    const read = await run<Read>('collector-reads.ts', [accounts, 'backlog', String(n), requests], ofAll('comments', n))
    const bare = await run<Bare>('collector-bare.ts', [requests], ofAll('requests', read.requests))
    const rates = [n / read.seconds, n / bare.seconds] as const
    say(
      table([
        [`${figure(n)} comments, ${POSTS} posts at each of ${PLATFORMS}`, 'requests', 'seconds', 'comments/s'],
        ['a collector', figure(read.requests), read.seconds.toFixed(2), figure(rates[0])],
        ['the same requests in a bare loop', figure(bare.requests), bare.seconds.toFixed(2), figure(rates[1])]
      ])
    )
    say(
      `\nratio ${(rates[0] / rates[1]).toFixed(3)}; ${figure(read.published)} observations published, ` +
        `at most ${megabytes(read.rss)} MB, event loop late by ${lagText(read)}\n`
    )
  })
}

async function idle(folder: string, { accounts: many, posts, seconds }: typeof MANY | typeof FEW): Promise<void> {
  await withPlatforms(folder, [many / PLATFORMS, posts, many * posts], async accounts => {
    const of = ofAll('posts', many * posts)
    const result = await run<Idle>('collector-reads.ts', [accounts, 'idle', String(seconds), String(posts)], of)
    const row = (name: string, { seconds, requests, rss, lag }: Spell, cpu = '') => [
      name,
      seconds.toFixed(0),
      figure(requests),
      megabytes(rss),
      ...[lag.p50, lag.p99, lag.max].map(ms => ms.toFixed(1)),
      cpu
    ]
    const { cpu } = result.idle
    say(
      table([
        [
          `${figure(many)} accounts × ${posts} posts, a comment each`,
          'seconds',
          'requests',
          'RSS MB',
          'late p50',
          'p99',
          'max ms',
          'CPU'
        ],
        row('the first reads', result.first),
        row('idle after them', result.idle, `${(cpu * 100).toFixed(0)} %`)
      ])
    )
  })
}

async function withPlatforms(folder: string, of: readonly number[], work: (accounts: string) => Promise<void>) {
  const platforms = fork(join(import.meta.dirname, 'collector-platforms.ts'), of.map(String), { execArgv: [] })
  try {
    const [{ accounts }] = (await once(platforms, 'message')) as [{ accounts: unknown }]
    const file = join(folder, 'accounts.json')
    await writeFile(file, JSON.stringify(accounts))
    await work(file)
  } finally {
    const exit = once(platforms, 'exit')
    if (platforms.connected) platforms.disconnect()
    await exit
  }
}

type Told<R> = { result: R } | { done: number; asked: number }

/** Runs one of the bench's programs to its end; `shown` says how far it is. Throws when it tells no result. */
async function run<R>(program: string, args: readonly string[], shown: (done: number) => string): Promise<R> {
  const child = fork(join(import.meta.dirname, program), args, { execArgv: [] })
  let result: R | undefined
  child.on('message', (told: Told<R>) => {
    if ('result' in told) result = told.result
    else progress(`${shown(told.done)}, ${figure(told.asked)} requests`)
  })
  await once(child, 'exit')
  progress('')
  if (result === undefined) throw new Error(`${program} ended without a result; its words stand above`)
  return result
}

const ofAll = (what: string, all: number) => (done: number) => `${figure(done)} of ${figure(all)} ${what}`

/** One line that changes, on a terminal only. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
}

const say = (line: string) => process.stdout.write(`${line}\n`)
const megabytes = (bytes: number) => figure(bytes / 2 ** 20)
const lagText = ({ lag: { p50, p99, max } }: Lag) =>
  `${p50.toFixed(1)} ms in the median, ${p99.toFixed(1)} in the 99th percentile, ${max.toFixed(0)} at most`
