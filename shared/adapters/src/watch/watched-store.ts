import type { Meter } from '@huiyin/ports/meter.ts'
import type { Store } from '../open.ts'
import { called, type Heard } from './calls.ts'
import type { Signs } from './signs.ts'

type Call = (...given: unknown[]) => Promise<unknown>
type Part = 'tickets' | 'comments' | 'history' | 'records' | 'trail'

const PARTS: readonly Part[] = ['tickets', 'comments', 'history', 'records', 'trail']

/** The same store; every call is timed, and its failures and conflicts are counted. */
export function watchedStore(store: Store, meter: Meter, signs: Signs): Store {
  const watched = Object.fromEntries(PARTS.map(part => [part, watchedPart(part, store[part], meter, signs)]))
  return { ...store, ...(watched as Pick<Store, Part>) }
}

function watchedPart(part: Part, of: object, meter: Meter, signs: Signs): object {
  const calls = Object.entries(of).map(([call, work]) => {
    if (typeof work !== 'function') return [call, work]
    const labels = { part, call }
    const heard: Heard = {
      done: seconds => meter.observe('store_call_duration_seconds', labels, seconds),
      failed: code => meter.add('store_call_failures_total', { ...labels, code })
    }
    const timed: Call = async (...given) => {
      const result = await called(signs, heard, () => (work as Call)(...given))
      const lost = conflictsIn(result)
      if (lost > 0) meter.add('store_conflicts_total', { part }, lost)
      return result
    }
    return [call, timed]
  })
  return Object.fromEntries(calls)
}

const isConflict = (one: unknown) => (one as { outcome?: unknown } | undefined)?.outcome === 'conflict'

/** Puts answer one outcome, or one for each. */
function conflictsIn(result: unknown): number {
  if (!Array.isArray(result)) return isConflict(result) ? 1 : 0
  let found = 0
  if (!('outcome' in Object(result[0]))) return 0
  for (const one of result) if (isConflict(one)) found += 1
  return found
}
