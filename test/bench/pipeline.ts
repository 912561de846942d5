import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { dataset } from './dataset.ts'
import { CLASSIFIER, DESK, type Hops, hopsOf } from './hops.ts'
import { figure, machine, table, verdict } from './machine.ts'
import { type Cpu, onEngines, profileOf, type Round, type Side } from './pipeline-engines.ts'
import { missingForPeer } from './pipeline-peer.ts'

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
/** The engines compile what they run: until so many comments have passed, up to half of their CPU is the compiler's. */
export const WARM_UP = Number(process.env.BENCH_WARM_UP ?? 200_000)

/** The least share of the raw bulk rate, and the least multiple of the Python pipeline's rate. */
const BARS = { ratio: 0.4, peer: 2 } as const

export interface PipelineOptions {
  engines: boolean
  n: number
  /** Two short rounds, no bars: whether it runs. */
  quick: boolean
  delay: boolean
}

/**
 * Comments per second from the `comments` topic to searchable comments and tickets, against what the engine alone takes
 * of the same final documents. Exit code 1 below the bars.
 */
export async function pipeline({ engines, n, quick, delay }: PipelineOptions): Promise<void> {
  if (!engines) return (await import('./pipeline-embedded.ts')).pipelineEmbedded(n)
  if (delay) return (await import('./pipeline-delay.ts')).pipelineDelay({ quick })
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-pipeline-'))
  try {
    await compare(n, quick, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function compare(n: number, quick: boolean, folder: string): Promise<void> {
  process.stdout.write(`Kafka and Elasticsearch, each service in a process of its own\n${machine()}\n`)
  const python = process.env.PYTHON ?? 'python3'
  const missing = missingForPeer(python)
  const rounds = await roundsOf(quick ? 5_000 : WARM_UP, n, quick ? 1 : ROUNDS)
  const peer = missing === undefined ? { python } : {}
  const alone = await onEngines({ services: ['classifier', 'desk'], rounds, folder, ...peer })
  const ratio = told(alone, n)
  tellHops(alone, folder)
  const factor = missing === undefined ? toldPeer(alone, n) : undefined
  if (missing !== undefined) process.stdout.write(`\n${missing}\n`)
  told(await onEngines({ services: ['classifier', 'desk', 'scribe', 'analyst'], rounds, folder }), n)
  if (quick) return
  process.stdout.write(`\nat least ${BARS.ratio} of the raw rate: ${verdict(ratio >= BARS.ratio)}\n`)
  if (factor !== undefined)
    process.stdout.write(`at least ${BARS.peer} times the Python pipeline: ${verdict(factor >= BARS.peer)}\n`)
  if (ratio < BARS.ratio || (factor ?? BARS.peer) < BARS.peer) process.exitCode = 1
}

async function roundsOf(warmUp: number, n: number, rounds: number): Promise<Observation[][]> {
  const all = await dataset(warmUp + n * (rounds + 1)) // the last is run under the profiler
  const from = (round: number) => warmUp + n * round
  return [all.slice(0, warmUp), ...Array.from({ length: rounds + 1 }, (_, i) => all.slice(from(i), from(i + 1)))]
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

const perSecond = (n: number, ms: number) => (n / ms) * 1000

/** Answers the median of the ratios, each of two neighbours in time. */
function told({ services, rounds, comments, tickets, sizes }: Side, n: number): number {
  const ratio = median(rounds.map(({ whole, raw }) => raw / whole))
  const rows = rounds.map(({ whole, raw }, i) => [
    `round ${i + 1}`,
    figure(perSecond(n, whole)),
    figure(perSecond(n, raw)),
    (raw / whole).toFixed(3)
  ])
  const heading = [services.join(', '), 'comments/s', 'raw bulk, comments/s', 'ratio']
  const medians = [
    'median',
    figure(perSecond(n, median(rounds.map(({ whole }) => whole)))),
    figure(perSecond(n, median(rounds.map(({ raw }) => raw)))),
    ratio.toFixed(3)
  ]
  const share = ((tickets / comments) * 100).toFixed(1)
  const [commentBytes, ticketBytes] = [sizes.comments! / comments, sizes.tickets! / tickets].map(figure)
  process.stdout.write(`\n${table([heading, ...rows, medians])}\n`)
  process.stdout.write(`${figure(comments)} comments and ${figure(tickets)} tickets can be searched, `)
  process.stdout.write(`${share} per 100; on disk ${commentBytes} bytes a comment and ${ticketBytes} a ticket\n`)
  return ratio
}

const HOPS: Record<string, Hops> = { classifier: CLASSIFIER, desk: DESK }

/** CPU µs per comment, as the system counted it of each process; what a profile tells apart of it stands below. */
function tellHops({ services, rounds }: Side, folder: string): void {
  const of = (cpuOf: (round: Round) => Cpu, name: string) => median(rounds.map(round => cpuOf(round)[name]!))
  const whole = (name: string) => of(({ wholeCpu }) => wholeCpu, name)
  const raw = (name: string) => of(({ rawCpu }) => rawCpu, name)
  const names = [...services, 'Kafka', 'Elasticsearch']
  const rows: [string, number][] = [
    ...names.flatMap(name => [[name, whole(name)] as [string, number], ...hopRows(name, whole(name), folder)]),
    ['the whole way', names.reduce((sum, name) => sum + whole(name), 0)],
    ['raw bulk: the client', raw('this process')],
    ['raw bulk: Elasticsearch', raw('Elasticsearch')]
  ]
  const lines = rows.map(([name, us]) => [name, us.toFixed(1)])
  process.stdout.write(`\n${table([['CPU', 'µs per comment'], ...lines])}\n`)
}

function hopRows(name: string, cpu: number, folder: string): [string, number][] {
  const hops = HOPS[name]
  if (!hops) return []
  const spent = Object.entries(hopsOf(profileOf(folder, name), hops))
  const all = spent.reduce((sum, [, us]) => sum + us, 0)
  return spent.map(([hop, us]) => [`  ${hop}`, (us / all) * cpu])
}

function toldPeer({ rounds }: Side, n: number): number {
  const seconds = median(rounds.map(({ peer }) => peer!))
  const factor = median(rounds.map(({ whole, peer }) => peer! / (whole / 1000)))
  process.stdout.write(`\nPython, which labels and indexes and no more: ${figure(n / seconds)} comments/s; `)
  process.stdout.write(`ours ${factor.toFixed(2)} times that\n`)
  return factor
}
