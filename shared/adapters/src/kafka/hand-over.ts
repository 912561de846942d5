interface Offer<T> {
  item: T
  /** Settles the offer: true when the taker is done with the item, false when nobody will be. */
  settle: (done: boolean) => void
}

export interface HandOverOptions<T> {
  sizeOf: (item: T) => number
  /** Items are handed over together up to this size; one that is larger goes alone. */
  atMost: number
}

/**
 * Hands items from those who offer to one who takes: what was offered in the same turn goes together. Who takes the next
 * is done with those before, so that who offers waits as long as the taker works.
 */
export function handOver<T>({ sizeOf, atMost }: HandOverOptions<T>) {
  const offered = new Set<Offer<T>>()
  let held: Offer<T>[] = []
  let taker: PromiseWithResolvers<T[] | undefined> | undefined
  let ended = false
  let failure: Error | undefined

  function settleHeld(done: boolean) {
    for (const { settle } of held) settle(done)
    held = []
  }

  function end(error?: Error) {
    if (ended) return
    ended = true
    failure = error
    for (const { settle } of offered) settle(false)
    offered.clear()
    if (failure) taker?.reject(failure)
    else taker?.resolve(undefined)
    taker = undefined
  }

  function match() {
    if (!taker || offered.size === 0) return
    let size = 0
    for (const offer of offered) {
      size += sizeOf(offer.item)
      if (held.length > 0 && size > atMost) break
      held.push(offer)
      offered.delete(offer)
    }
    taker.resolve(held.map(({ item }) => item))
    taker = undefined
  }

  return {
    /** Resolves with true when the item was taken and the next is asked for, with false when it never will be. */
    offer(item: T): { settled: Promise<boolean>; withdraw: () => void } {
      const { promise, resolve } = Promise.withResolvers<boolean>()
      const offer = { item, settle: resolve }
      if (ended) resolve(false)
      else if (offered.add(offer).size === 1) setImmediate(match)
      const withdraw = () => {
        offered.delete(offer)
        resolve(false)
      }
      return { settled: promise, withdraw }
    },
    /** The next items, or undefined after the end; rejects when it ended with an error. */
    take(): Promise<T[] | undefined> {
      settleHeld(true)
      if (failure) return Promise.reject(failure)
      if (ended) return Promise.resolve(undefined)
      taker = Promise.withResolvers()
      setImmediate(match) // those who were settled offer their next
      return taker.promise
    },
    /** No more is handed over; with an error, the taker meets it. */
    end,
    /** The taker is gone, and not done with what it holds. */
    leave() {
      settleHeld(false)
      end()
    }
  }
}
