type Timer = ReturnType<typeof setTimeout>
type Clocks = { now?: () => number; later?: (run: () => void, ms: number) => Timer; stop?: (timer: Timer) => void }

/**
 * Does what is asked for at once, and then at most once in `every` ms, however often it is asked: what was asked for
 * meanwhile is done at the end of that time, and never beside one that still goes on. `work` does not reject.
 */
export function throttle(
  work: () => Promise<unknown>,
  every: number,
  { now = () => performance.now(), later = setTimeout, stop = clearTimeout }: Clocks = {}
): { ask: () => void; end: () => void } {
  let [wanted, busy, last] = [false, false, Number.NEGATIVE_INFINITY]
  let timer: Timer | undefined

  const run = async () => {
    timer = undefined
    ;[wanted, busy, last] = [false, true, now()]
    await work()
    busy = false
    if (wanted) plan()
  }
  const plan = () => {
    timer ??= later(() => void run(), Math.max(0, last + every - now()))
  }
  return {
    ask: () => {
      wanted = true
      if (!busy) plan()
    },
    end: () => {
      if (timer !== undefined) stop(timer)
      wanted = false
      timer = undefined
    }
  }
}
