import { hash } from 'node:crypto'
import { storeRefused } from '@huiyin/domain/errors.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { type Counter, FREE, triedLess, triedOnce, waitOf } from './back-off.ts'

const KIND = 'sign-in-tries'

/** Names and addresses share so many counters: who makes up names fills no store. */
const SLOTS = 16_384

/** Counts tries for all processes of the api together, and over restarts; otherwise as `backOff`. */
export interface SharedTries {
  /** For how many ms more there is to wait; 0: this try is counted. What was tried before `unlockedAt` is forgotten. */
  tried: (name: string, address: string, now: number, unlockedAt?: number) => Promise<number>
  succeeded: (name: string, address: string) => Promise<void>
  takenBack: (name: string, address: string) => Promise<void>
}

type Key = { id: string; free: number; ofName: boolean }

const slotOf = (text: string) => hash('sha256', text, 'buffer').readUInt32BE() % SLOTS

const keysOf = (name: string, address: string): [pair: Key, address: Key, name: Key] => [
  { id: `pair-${slotOf(`${address} ${name}`)}`, free: FREE.pair, ofName: true },
  { id: `address-${slotOf(address)}`, free: FREE.address, ofName: false },
  { id: `name-${slotOf(name)}`, free: FREE.name, ofName: true }
]

export function sharedTries(records: Pick<Records, 'get' | 'create' | 'putIfUnchanged'>): SharedTries {
  /** Again when another process was faster. */
  async function change(id: string, next: (before: Counter | undefined) => Counter | undefined): Promise<void> {
    while (true) {
      const found = await records.get<Counter>(KIND, id)
      const value = next(found?.document.value)
      if (!value) return
      if (!found) {
        if (await records.create(KIND, { id, value })) return
        continue
      }
      const put = await records.putIfUnchanged(KIND, { id, value }, found.version)
      if (put.outcome === 'put') return
      if (put.outcome === 'refused') throw storeRefused(put.reason)
    }
  }

  const less = (keys: readonly Key[]) =>
    Promise.all(keys.map(({ id, free }) => change(id, before => before && triedLess(before, free))))

  return {
    async tried(name, address, now, unlockedAt = -1) {
      const keys = keysOf(name, address)
      const counts = ({ ofName }: Key, counter: Counter | undefined) =>
        ofName && counter !== undefined && counter.at < unlockedAt ? undefined : counter
      const found = await Promise.all(keys.map(({ id }) => records.get<Counter>(KIND, id)))
      const wait = Math.max(...keys.map((key, i) => waitOf(counts(key, found[i]?.document.value), now)))
      if (wait > 0) return wait
      await Promise.all(keys.map(key => change(key.id, before => triedOnce(counts(key, before), key.free, now))))
      return 0
    },
    async succeeded(name, address) {
      const [pair, ...shared] = keysOf(name, address)
      await Promise.all([change(pair.id, before => before && { tries: 0, until: 0, at: before.at }), less(shared)])
    },
    async takenBack(name, address) {
      await less(keysOf(name, address))
    }
  }
}
