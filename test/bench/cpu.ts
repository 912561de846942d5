import { readFileSync } from 'node:fs'

/** Ticks of /proc per second on Linux. */
const TICKS = 100

/** CPU time that a process and its ended children have used, all threads, user and system, in µs. Linux only. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(user) + Number(system)) * 1e6) / TICKS
}

/** The children of a process by a piece of their command line. */
export function childBy(parent: number, piece: string): number {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ').map(Number)
  const found = children.find(pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(piece))
  if (found === undefined) throw new Error(`Process ${parent} has no child with "${piece}" in its command line`)
  return found
}

/** Takes CPU times now; the answer tells what each has used since, in µs. */
export function cpuSince(pids: Readonly<Record<string, number>>): () => Record<string, number> {
  const now = () => Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuOf(pid)]))
  const before = now()
  return () => Object.fromEntries(Object.entries(now()).map(([name, used]) => [name, used - before[name]!]))
}
