import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fillFolder } from './embedded.ts'
import { figure, machine, table, verdict } from './machine.ts'

const ROOT = join(import.meta.dirname, '../..')
const RUNS = 5
/** After so many ms nothing of the start goes on any more. */
const IDLE_AFTER = 10_000
const LOOK_EVERY = 10
const PATIENCE = 180_000
const BARS = { ready: 2_000, memory: 250 } as const

/** One start: ms from `npm start` until the page and /readyz answer, and MB of the process when nothing is to be done. */
interface Started {
  ready: number
  memory: number
}

/**
 * How long `npm start` takes until people can work, and what it holds then: where nobody writes, in the demonstration,
 * and over `n` comments, medians of five. Exit code 1 above the bars.
 */
export async function startBench({ n, quick }: { n: number; quick: boolean }): Promise<void> {
  process.stdout.write(`npm start\n${machine()}\n\n`)
  const data = await mkdtemp(join(tmpdir(), 'huiyin-start-'))
  try {
    await fillFolder(join(data, 'office'), n)
    const runs = quick ? 1 : RUNS
    const inEmpty = async (demo: 'on' | 'off') => {
      const empty = await mkdtemp(join(tmpdir(), 'huiyin-start-'))
      return started(empty, demo).finally(() => rm(empty, { recursive: true, force: true }))
    }
    const rows = [
      ['nobody writes', await each(runs, () => inEmpty('off'))],
      ['the demonstration, whose citizens write', await each(runs, () => inEmpty('on'))],
      [`${figure(n)} comments of the last minutes`, await each(runs, () => started(data, 'off'))]
    ] as const
    const lines = rows.map(([name, runs]) => [name, ...figuresOf(runs)])
    const heading = ['', 'ready ms', 'worst', `RSS after ${IDLE_AFTER / 1_000} s, MB`, 'most']
    process.stdout.write(`${table([heading, ...lines])}\n\n`)
    const ready = Math.max(...rows.map(([, runs]) => median(runs.map(run => run.ready))))
    process.stdout.write(`each ready in under ${figure(BARS.ready)} ms: ${verdict(ready < BARS.ready)}\n`)
    const heavy = rows.filter(([, runs]) => median(runs.map(run => run.memory)) >= BARS.memory)
    const named = heavy.map(([name]) => name).join('; ')
    process.stdout.write(`each under ${BARS.memory} MB: ${verdict(heavy.length === 0)}${named && ` (${named})`}\n`)
    if (ready >= BARS.ready || heavy.length > 0) process.exitCode = 1
  } finally {
    await rm(data, { recursive: true, force: true })
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

function figuresOf(runs: readonly Started[]): string[] {
  const [ready, memory] = [runs.map(run => run.ready), runs.map(run => run.memory)]
  return [median(ready), Math.max(...ready), median(memory), Math.max(...memory)].map(figure)
}

async function each(runs: number, run: () => Promise<Started>): Promise<Started[]> {
  const all: Started[] = []
  for (let i = 0; i < runs; i++) all.push(await run())
  return all
}

async function started(data: string, demo: 'on' | 'off'): Promise<Started> {
  const port = await freePort()
  const { NODE_OPTIONS: _, ...environment } = process.env
  const began = performance.now()
  const npm = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...environment, HUIYIN_DATA: data, HUIYIN_DEMO: demo, HUIYIN_PORT: `${port}`, HUIYIN_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit']
  })
  try {
    for (const path of ['/readyz', '/']) await answers(npm, `http://127.0.0.1:${port}${path}`)
    const ready = performance.now() - began
    await sleep(IDLE_AFTER)
    return { ready, memory: memoryOf(npm.pid!) }
  } finally {
    const ended = once(npm, 'exit')
    const house = houseOf(npm.pid!)
    if (house === undefined) npm.kill()
    else process.kill(house) // npm itself would not wait until it has put everything away
    await ended
  }
}

async function answers(npm: ChildProcess, url: string): Promise<void> {
  const until = performance.now() + PATIENCE
  while (npm.exitCode === null && performance.now() < until) {
    const answer = await fetch(url).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) return
    await sleep(LOOK_EVERY)
  }
  throw new Error(`${url} did not answer; what was said stands above`)
}

/** MB of the house that npm has started. */
function memoryOf(npm: number): number {
  const told = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${houseOf(npm)}/status`, 'utf8'))
  return Number(told![1]) / 1024
}

const houseOf = (npm: number): number | undefined =>
  descendants(npm).find(pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('embedded/src/start.js'))

function descendants(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap(task => {
    const file = `/proc/${pid}/task/${task}/children`
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number) : []
  })
  return children.flatMap(child => [...descendants(child), child])
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
