interface Offer<T> {
  item: T
  /** Settles the offer: true when the taker is done with the item, false when nobody will be. */
  settle: (done: boolean) => void
}

/**
 * Hands items from one who offers to one who takes, one at a time. Who takes the next is done with the one before,
 * so that the offerer waits as long as the taker works.
 */
export function handOver<T>() {
  let offered: Offer<T> | undefined
  let held: Offer<T> | undefined
  let taker: PromiseWithResolvers<T | undefined> | undefined
  let ended = false
  let failure: Error | undefined

  function end(error?: Error) {
    if (ended) return
    ended = true
    failure = error
    offered?.settle(false)
    offered = undefined
    if (failure) taker?.reject(failure)
    else taker?.resolve(undefined)
  }

  function match() {
    if (!offered || !taker) return
    held = offered
    offered = undefined
    taker.resolve(held.item)
    taker = undefined
  }

  return {
    /** Resolves with true when the item was taken and the next is asked for, with false when it never will be. */
    offer(item: T): { settled: Promise<boolean>; withdraw: () => void } {
      const { promise, resolve } = Promise.withResolvers<boolean>()
      const offer = { item, settle: resolve }
      if (ended) resolve(false)
      else offered = offer
      match()
      const withdraw = () => {
        if (offered === offer) offered = undefined
        resolve(false)
      }
      return { settled: promise, withdraw }
    },
    /** The next item, or undefined after the end; rejects when it ended with an error. */
    take(): Promise<T | undefined> {
      held?.settle(true)
      held = undefined
      if (failure) return Promise.reject(failure)
      if (ended) return Promise.resolve(undefined)
      taker = Promise.withResolvers()
      const { promise } = taker
      match()
      return promise
    },
    /** No more is handed over; with an error, the taker meets it. */
    end,
    /** The taker is gone, and not done with what it holds. */
    leave() {
      held?.settle(false)
      held = undefined
      end()
    }
  }
}
