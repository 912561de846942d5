import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { House } from '@huiyin/adapters/house.ts'
import { PARTITIONS } from '@huiyin/alerter/raise.ts'
import type { Lease } from '@huiyin/ports/lease-watch.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'
import type { Alert, Delivery } from '@huiyin/schemas/alert.ts'
import { pick, type Random } from '@huiyin/simulator/random.ts'
import type { Receivers } from './receivers.ts'

const SERVICE = join(import.meta.dirname, '../../services/cli/src/service.ts')

/** One alerter in a process of its own; `isUp` once it has begun. */
function startAlerter(environment: Record<string, string>) {
  const { NODE_OPTIONS: _, ...rest } = process.env
  const child = spawn(process.execPath, [SERVICE, 'alerter'], {
    env: { ...rest, ...environment, HUIYIN_LOG_LEVEL: 'info' },
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const exit = once(child, 'exit')
  const one = {
    isUp: false,
    end: async (signal: NodeJS.Signals) => {
      child.kill(signal)
      await exit
    }
  }
  createInterface(child.stderr).on('line', line => {
    if (line.includes('"msg":"started"')) one.isUp = true
    if (/"level":[56]0/.test(line)) process.stderr.write(`${line}\n`)
  })
  return one
}

type Kills = { channels: readonly string[]; next: Receivers['nextSender']; random: Random }

/** Several alerters, each a process of its own under its own environment. */
export function startAlerters(environments: readonly Record<string, string>[]) {
  const running = environments.map(startAlerter)
  let kills = 0
  let inTheAct = 0

  /** Kills the one whose message arrives within so many ms, or else any that is at work. */
  async function killNext({ channels, next, random }: Kills, within: number): Promise<boolean> {
    const sender = await next(channels[kills % channels.length]!, within)
    const atWork = [...running.keys()].filter(n => running[n]!.isUp)
    const victim = sender ?? pick(random, atWork.length > 0 ? atWork : [...running.keys()])
    await running[victim]!.end('SIGKILL')
    running[victim] = startAlerter(environments[victim]!)
    kills += 1
    if (sender !== undefined) inTheAct += 1
    return sender !== undefined
  }

  return {
    kills: () => ({ kills, inTheAct }),
    /** One every so many ms until an instant. */
    async killOften(of: Kills, every: number, until: number): Promise<void> {
      for (let at = Date.now() + every; at <= until; at += every) {
        await sleep(Math.max(0, at - Date.now()))
        await killNext(of, every / 2)
      }
    },
    /** So many more, each with a message on its way, as long as there are messages. */
    async killInTheAct(of: Kills, times: number, within: number): Promise<void> {
      for (let i = 0; i < times && (await killNext(of, within)); i++);
    },
    stop: async () => void (await Promise.all(running.map(({ end }) => end('SIGTERM'))))
  }
}

/** Waits until so many holders share all the leases. */
export async function shared({ store: { records }, channels }: House, holders: number): Promise<void> {
  const names = PARTITIONS + channels.length + 1
  for (let held: string[] = []; held.length < names || new Set(held).size < holders; await sleep(500)) {
    await records.refresh()
    const leases = await records.list<Lease>('lease', { atMost: 1000 })
    held = leases.map(({ value }) => value.holder).filter(holder => holder !== '')
  }
}

/** All rows and deliveries that stand. */
export async function ledger({ store: { records } }: House): Promise<{ alerts: Alert[]; deliveries: Delivery[] }> {
  await records.refresh()
  const alerts: Alert[] = []
  const deliveries: Delivery[] = []
  for await (const { value } of entriesOf<Alert>(records, 'alert')) alerts.push(value)
  for await (const { value } of entriesOf<Delivery>(records, 'delivery')) deliveries.push(value)
  return { alerts, deliveries }
}

const OPEN: ReadonlySet<string> = new Set(['pending', 'sending'])

/** Waits until nothing is on its way any more: so many rows stand, and of every delivery it is known how it ended. */
export async function settled(house: House, rows: number): Promise<Awaited<ReturnType<typeof ledger>>> {
  while (true) {
    const now = await ledger(house)
    const gathered = await house.store.records.due('gathered', Number.MAX_SAFE_INTEGER, 1)
    if (now.alerts.length >= rows && gathered.length === 0 && !now.deliveries.some(({ state }) => OPEN.has(state)))
      return now
    await sleep(1000)
  }
}
