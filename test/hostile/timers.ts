/** Where the real time goes, in ms by part. */
export interface Timers {
  run: (part: string, work: () => void) => void
  during: <T>(part: string, work: () => Promise<T>) => Promise<T>
  spent: () => Record<string, number>
}

export function openTimers(): Timers {
  const spent: Record<string, number> = {}
  const add = (part: string, since: number) => {
    spent[part] = (spent[part] ?? 0) + performance.now() - since
  }
  return {
    run: (part, work) => {
      const since = performance.now()
      work()
      add(part, since)
    },
    during: async (part, work) => {
      const since = performance.now()
      try {
        return await work()
      } finally {
        add(part, since)
      }
    },
    spent: () => spent
  }
}
