import { useEffect, useState, useSyncExternalStore } from 'react'

/** The server's clock as far as we know it: time left is counted by it, not by this computer's. */

const TICK = 10_000

let ahead = 0
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function tick(): void {
  now = serverNow()
  for (const listener of listeners) listener()
}

/** ms since 1970 by the server's clock. */
export const serverNow = () => Date.now() + ahead

/** Takes over the server's clock from an answer. */
export function learnNow(at: number): void {
  ahead = at - Date.now()
  if (Math.abs(now - serverNow()) > TICK) tick()
}

/** The time now; draws again every ten seconds. */
export const useNow = () =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      timer ??= setInterval(tick, TICK)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
    () => now
  )

const STEP = 250 // ms: often enough that no second is passed over

const secondsTo = (at: number | undefined) =>
  at === undefined ? 0 : Math.max(0, Math.ceil((at - serverNow()) / 1_000))

/** Whole seconds until an instant by the server's clock, counting down; 0 from then on, or where there is none. */
export function useSecondsTo(at: number | undefined): number {
  const [, draw] = useState(0)
  useEffect(() => {
    if (at === undefined) return
    const timer = setInterval(() => {
      const left = secondsTo(at)
      draw(left)
      if (left === 0) clearInterval(timer)
    }, STEP)
    return () => clearInterval(timer)
  }, [at])
  return secondsTo(at)
}
