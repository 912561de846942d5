import { logUnavailable } from '@huiyin/domain/errors.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'

/**
 * A process that dies at a chosen call. What it asks of the world goes through `mortal`; the call at which it dies is
 * done or not done, and its answer is lost in both cases. A dead process gets no answer to anything any more.
 */
export class Killed extends Error {
  override readonly name = 'Killed'
}

/** `before`: the call never reaches the world. `after`: it is done, but nobody hears of it. */
export type Death = { atCall: number; when: 'before' | 'after' }

export interface Life {
  isDead: () => boolean
  /** It dies at the so-manieth call from now on. */
  doom: (death: Death) => void
  spare: () => void
  /** Counts a call; throws for the dead. True when it dies once this call is done. */
  call: () => boolean
  die: () => never
  /** How many calls were made. */
  calls: () => number
}

export function life(): Life {
  let dead = false
  let left = Infinity
  let when: Death['when'] = 'before'
  let calls = 0
  const die = () => {
    dead = true
    throw new Killed('The process was killed')
  }
  return {
    isDead: () => dead,
    doom: death => {
      left = death.atCall
      when = death.when
    },
    spare: () => {
      left = Infinity
    },
    call: () => {
      if (dead) throw new Killed('The process was killed')
      calls += 1
      left -= 1
      if (left > 0) return false
      if (when === 'before') die()
      return true
    },
    die,
    calls: () => calls
  }
}

/** The port as the process has it; methods that are not asynchronous are left alone. */
export function mortal<P extends object>(port: P, of: Life): P {
  const made = new Map<PropertyKey, unknown>()
  return new Proxy(port, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver)
      if (typeof value !== 'function' || !IS_CALL.has(String(name))) return value
      const known = made.get(name)
      if (known) return known
      const wrapped = async (...args: unknown[]) => {
        const dies = of.call()
        const answer = await value.apply(target, args)
        if (dies) of.die()
        return answer
      }
      made.set(name, wrapped)
      return wrapped
    }
  })
}

/** Reads do not matter: what a process has read and not written is not in the world. */
const IS_CALL = new Set(['putIfUnchanged', 'putEach', 'create', 'createEach', 'put', 'remove'])

/** The log of one who may be dead: what the dead append is not written. */
export const silenced = <E extends { key: string }>(log: EventLog<E>, of: Life): EventLog<E> => ({
  ...log,
  append: async events => {
    if (of.isDead()) throw logUnavailable('The process was killed')
    return log.append(events)
  }
})
