import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const START_WITHIN = 120_000
const END_WITHIN = 10_000

/**
 * What an engine that lives for minutes is told. The second compiler costs more than it saves then: tests on engines took
 * 130 s in place of 180, and the engines 120 s of processor time in place of 210.
 */
export const BRIEFLY = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']

/** What it takes to start one engine, and to know that it answers. */
export interface Recipe {
  name: string
  java: string
  args: string[]
  log: string
  answers: (log: string) => Promise<boolean>
}

/** An engine that runs, can be killed, and starts again on the same ports over the same data. */
export interface Jvm {
  kill: (signal?: NodeJS.Signals) => Promise<void>
  restart: () => Promise<void>
}

/** Starts an engine and waits until it answers. */
export async function startJvm(recipe: Recipe): Promise<Jvm> {
  let child = await started(recipe)
  process.once('exit', () => child.kill('SIGKILL'))
  return {
    kill: (signal = 'SIGKILL') => kill(child, signal),
    async restart() {
      await end(child)
      child = await started(recipe)
    }
  }
}

async function started(recipe: Recipe): Promise<ChildProcess> {
  const child = spawnJvm(recipe)
  const until = performance.now() + START_WITHIN
  while (!(await recipe.answers(await readFile(recipe.log, 'utf8')))) {
    if (!running(child)) throw new Error(`${recipe.name} ended at its start: ${await lastWords(recipe)}`)
    if (performance.now() > until) {
      await kill(child, 'SIGKILL')
      throw new Error(`${recipe.name} did not answer in time: ${await lastWords(recipe)}`)
    }
    await sleep(100)
  }
  return child
}

// Its standard input is a pipe from us: when we end, even by SIGKILL, it reads the end and ends too.
function spawnJvm({ java, args, log }: Recipe): ChildProcess {
  const out = openSync(log, 'w')
  const child = spawn(java, args, { stdio: ['pipe', out, out] })
  closeSync(out)
  child.on('error', () => {})
  child.unref()
  ;(child.stdin as Socket).on('error', () => {}).unref()
  return child
}

const running = (child: ChildProcess) => child.pid && child.exitCode === null && child.signalCode === null

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (!running(child)) return
  const exit = once(child, 'exit')
  child.kill(signal)
  if (signal !== 'SIGKILL' && signal !== 'SIGTERM') return // paused or woken, not ended
  child.ref()
  await exit
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGCONT')
  const patience = setTimeout(() => child.kill('SIGKILL'), END_WITHIN)
  await kill(child, 'SIGTERM')
  clearTimeout(patience)
}

async function lastWords({ log }: Recipe): Promise<string> {
  const text = await readFile(log, 'utf8')
  const cause = text.split('\n').find(line => line.includes('Address already in use'))
  return cause ?? (text.trim().split('\n').slice(-3).join('\n') || 'it said nothing')
}
