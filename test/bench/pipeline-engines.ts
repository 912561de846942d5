import { openWorld, type World } from '@huiyin/adapters/open.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { launchEngines } from '@huiyin/engines/launch.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { childBy, cpuSince } from './cpu.ts'
import { type Peer, startPeer } from './pipeline-peer.ts'
import { openRawSide, type RawSide } from './raw-elasticsearch.ts'
import { type RunningService, spawnService } from './service.ts'
import { caughtUp, fill, found, rebased, until } from './whole-way.ts'

const PREFIX = 'bench'
/** In ms: each look costs the broker as much as a hundred comments. */
const LOOK_EVERY = 250

/** CPU time in µs per comment, by process. */
export type Cpu = Record<string, number>

export interface Round {
  /** In ms. */
  whole: number
  raw: number
  wholeCpu: Cpu
  rawCpu: Cpu
  /** In seconds; where it runs beside. */
  peer?: number
}

export interface Side {
  services: readonly string[]
  rounds: Round[]
  comments: number
  tickets: number
  /** Bytes on the disk by family. */
  sizes: Record<string, number>
}

export interface EnginesOptions {
  services: readonly string[]
  /** The comments of each round: the first is for warming up, the last runs under the profiler. */
  rounds: readonly (readonly Observation[])[]
  /** The folder for the CPU profiles, and for what the peer learns from. */
  folder: string
  /** The Python that has what the peer needs. */
  python?: string
}

/** Whole way, raw bulk and peer by turns over one pair of engines, with each service in a process of its own. */
export async function onEngines({ services, rounds, folder, python }: EnginesOptions): Promise<Side> {
  const { brokers, elasticsearch, stop } = await launchEngines({ long: true })
  const environment = {
    HUIYIN_LOG: `kafka://${brokers}`,
    HUIYIN_STORE: elasticsearch,
    HUIYIN_PREFIX: PREFIX,
    HUIYIN_LOG_LEVEL: 'warn'
  }
  const world = await openWorld(await readSettings(environment), silent)
  const raw = openRawSide(elasticsearch, PREFIX)
  const running = services.map(name => spawnService(name, environment, { profile: profileOf(folder, name) }))
  const at = { brokers, elasticsearch, topic: `${PREFIX}.comments`, folder }
  const peer = python === undefined ? undefined : await startPeer(python, at)
  const pids = {
    Kafka: childBy(process.pid, 'kafka.Kafka'),
    Elasticsearch: childBy(process.pid, 'EsNode'),
    ...Object.fromEntries(services.map((name, i) => [name, running[i]!.pid])),
    'this process': process.pid
  }
  const bench = { world, raw, running, pids, peer, signal: ended(running) }
  try {
    const done: Round[] = []
    for (const [nth, comments] of rounds.entries())
      done.push(await oneRound(bench, comments, { warmUp: nth === 0, profiled: nth === rounds.length - 1 }))
    const counted = await checked(world, rounds)
    return { services, rounds: done.slice(1, -1), ...counted, sizes: await raw.sizes() }
  } finally {
    await peer?.end()
    await Promise.all(running.map(({ stop }) => stop()))
    await raw.close()
    await world.close()
    await stop()
  }
}

export const profileOf = (folder: string, service: string) => `${folder}/${service}.cpuprofile`

interface Bench {
  world: World
  raw: RawSide
  running: readonly RunningService[]
  pids: Record<string, number>
  peer: Peer | undefined
  signal: AbortSignal
}

interface Manner {
  warmUp: boolean
  profiled: boolean
}

async function oneRound(bench: Bench, comments: readonly Observation[], { warmUp, profiled }: Manner): Promise<Round> {
  const { world, raw, running, pids, peer, signal } = bench
  const all = (name: NodeJS.Signals) => {
    for (const { signal } of running) signal(name)
  }
  const pause = () => warmUp || all('SIGSTOP') // so long as to fill and index a warm-up, no group waits for a member
  const spent = async <T>(work: () => Promise<T>) => {
    const used = cpuSince(pids)
    const began = performance.now()
    const answer = await work()
    return { ms: performance.now() - began, answer, cpu: perComment(used(), comments.length) }
  }

  await readersStand(world, signal)
  pause() // the topic is filled before the time begins
  await fill(world, rebased(comments, Date.now()))
  await raw.calm()
  const whole = await spent(async () => {
    all('SIGCONT')
    if (profiled) all('SIGUSR2')
    await caughtUp(world, signal, LOOK_EVERY)
  })
  if (profiled) all('SIGUSR2')
  const documents = await raw.documents()
  pause()
  await raw.calm()
  const indexed = await spent(() => raw.index(documents))
  all('SIGCONT')
  const taken = await peer?.take(comments.length)
  const times = { whole: whole.ms, raw: indexed.ms, ...(taken && { peer: taken.seconds }) }
  return { ...times, wholeCpu: whole.cpu, rawCpu: indexed.cpu }
}

/** Joining takes seconds; it is over before the time begins. */
async function readersStand({ logs }: World, signal: AbortSignal): Promise<void> {
  await until(async () => (await logs.comments.lag('classifier')) === 0, signal)
  await until(async () => (await logs.classified.lag('desk')) === 0, signal)
}

const perComment = (cpu: Cpu, comments: number): Cpu =>
  Object.fromEntries(Object.entries(cpu).map(([name, used]) => [name, used / comments]))

async function checked(world: World, rounds: readonly (readonly Observation[])[]) {
  const now = await found(world)
  const expected = new Set(rounds.flatMap(comments => comments.map(({ id }) => id))).size
  if (now.comments !== expected) throw new Error(`${expected} comments went in, ${now.comments} can be searched`)
  return now
}

/** Aborted when a service ends before it was asked to. */
export function ended(services: readonly RunningService[]): AbortSignal {
  const lost = new AbortController()
  for (const { exit } of services) exit.then(() => lost.abort(new Error('A service ended; its words stand above')))
  return lost.signal
}
