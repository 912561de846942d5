import { readdirSync, readFileSync } from 'node:fs'

/** Processor time of each thread of a process, in µs, by the thread's name; threads of one name are one. Linux only. */
export type ThreadTimes = Record<string, number>

/** The thread of the house that a thread of this name is. */
const NAMES: Record<string, string> = {
  MainThread: 'main',
  node: 'main',
  'writer-worker.t': 'writer',
  'reader-worker.t': 'reader',
  V8Worker: 'collection and compiling'
}

/** Where the system does not tell, all is one thread. */
export function threadTimes(): ThreadTimes {
  const times: ThreadTimes = {}
  try {
    for (const id of readdirSync('/proc/self/task')) {
      const said = readFileSync(`/proc/self/task/${id}/comm`, 'utf8').trim()
      const [ran = '0'] = readFileSync(`/proc/self/task/${id}/schedstat`, 'utf8').split(' ')
      const name = NAMES[said] ?? said
      times[name] = (times[name] ?? 0) + Number(ran) / 1000
    }
    return times
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    const { user, system } = process.cpuUsage()
    return { all: user + system }
  }
}

export const timesSince = (now: ThreadTimes, before: ThreadTimes): ThreadTimes =>
  Object.fromEntries(Object.entries(now).map(([name, time]) => [name, time - (before[name] ?? 0)]))
