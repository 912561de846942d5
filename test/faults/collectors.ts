import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { pick, type Random } from '@huiyin/simulator/random.ts'
import { type Gate, MOMENTS, type Moment } from './gates.ts'

const SERVE = join(import.meta.dirname, 'serve.ts')

/** A process that is wanted: a service, the environment that it runs under, and its way to the platforms. */
export interface Wanted {
  service: string
  environment: Record<string, string>
  gate?: Gate
}

/** One that was killed, and at which moment of a request of its own; absent: it was asking for nothing. */
export interface Kill {
  service: string
  moment?: Moment
}

export type Processes = ReturnType<typeof startProcesses>

/** How long one is awaited at the moment at which it is to be killed, in ms. */
const WITHIN = 8_000
/** How long after an answer it lives on at most, in ms: what it read is not in the log yet. */
const TOLD_FOR = 20

/** So many lines are kept of one that ends by itself. */
const LAST_WORDS = 20
/** Its own errors, not that the machine is busy. */
const WORTH_SAYING = /"level":[56]0|^huiyin: /

/** Services in processes of their own, on a clock that goes ahead of the machine's. */
export function startProcesses(wanted: readonly Wanted[]) {
  let ahead = 0
  const fallen: string[] = []
  const start = ({ service, environment }: Wanted): ChildProcess => {
    const { NODE_OPTIONS: _, ...rest } = process.env
    const child = spawn(process.execPath, [SERVE, service, String(ahead)], {
      env: { ...rest, ...environment },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc']
    })
    const lines: string[] = []
    createInterface(child.stderr!).on('line', line => {
      lines.push(line)
      if (WORTH_SAYING.test(line)) process.stderr.write(`${service} ${line}\n`)
    })
    child.once('exit', code => {
      if (code !== null && code !== 0) fallen.push(`${service}: ${lines.slice(-LAST_WORDS).join('\n')}`)
    })
    return child
  }
  const running = wanted.map(start)
  const mortal = [...wanted.keys()].filter(n => wanted[n]!.gate)
  const inTurn = mortal.toSorted((a, b) => ((a * 2) % mortal.length) - ((b * 2) % mortal.length)) // no service at once
  const kills: Kill[] = []

  const numbersOf = (service: string) => mortal.filter(n => wanted[n]!.service === service)

  /** The first of a service whose request comes so far; undefined when none does in time. */
  async function nextAt(service: string, moment: Moment): Promise<number | undefined> {
    const enough = new AbortController()
    const signal = AbortSignal.any([enough.signal, AbortSignal.timeout(WITHIN)])
    const of = { writing: service === 'responder', signal }
    try {
      return await Promise.any(numbersOf(service).map(n => wanted[n]!.gate!.next(moment, of).then(() => n)))
    } catch {
      return undefined // none asks for anything
    } finally {
      enough.abort()
    }
  }

  async function end(n: number, signal: NodeJS.Signals): Promise<void> {
    const child = running[n]!
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }

  return {
    kills: (): readonly Kill[] => kills,
    /** The last words of those that ended by themselves. */
    fallen: (): readonly string[] => fallen,
    /** How far the clock is ahead of the machine's, in ms. */
    ahead: () => ahead,
    /**
     * Kills the next of the service whose turn it is that is in the middle of a request, of a responder one that brings a reply; one that
     * asks for nothing when none is. It is started again.
     */
    async killOne(random: Random): Promise<void> {
      const { service } = wanted[inTurn[kills.length % inTurn.length]!]!
      const moment = pick(random, MOMENTS)
      const met = await nextAt(service, moment)
      const victim = met ?? pick(random, numbersOf(service))
      if (met !== undefined && moment === 'told') await sleep(random() * TOLD_FOR)
      await end(victim, 'SIGKILL')
      kills.push({ service, ...(met !== undefined && { moment }) })
      running[victim] = start(wanted[victim]!)
    },
    /** All their clocks are moved on by so many ms. */
    async pass(ms: number): Promise<void> {
      ahead += ms
      await Promise.all(running.map(child => told(child, ahead)))
    },
    stop: async () => void (await Promise.all(running.keys().map(n => end(n, 'SIGTERM'))))
  }
}

/** Resolves once it goes by the time it is told. */
async function told(child: ChildProcess, ahead: number): Promise<void> {
  const heard = once(child, 'message')
  child.send(ahead)
  await heard
}
