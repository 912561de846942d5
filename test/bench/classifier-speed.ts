/** Answers per second: of the clock, and of processor time over all threads, which neighbours do not slow. */
export interface Speed {
  clock: number
  core: number
}

const ROUNDS = 5
/** For the compiler, whose own threads would count. */
const WARM_UP_MS = 500

function round(answer: () => void, count: number): Speed {
  const [began, used] = [performance.now(), process.cpuUsage()]
  answer()
  const { user, system } = process.cpuUsage(used)
  return { clock: (count / (performance.now() - began)) * 1_000, core: (count / (user + system)) * 1_000_000 }
}

const median = (figures: readonly number[]) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!

/** The median of five rounds that answer `count` each, after warming up. */
export function speedOf(answer: () => void, count: number): Speed {
  const began = performance.now()
  do answer()
  while (performance.now() - began < WARM_UP_MS)
  const rounds = Array.from({ length: ROUNDS }, () => round(answer, count))
  return { clock: median(rounds.map(({ clock }) => clock)), core: median(rounds.map(({ core }) => core)) }
}
