/** Counts calls per key in windows that end at a given instant. */
export interface Windows {
  /** How many there were in the window at hand. */
  used: (key: string, now: number) => number
  /** Counts one; `endsAt` is when a window that begins now would end. */
  count: (key: string, now: number, endsAt: number) => void
  /** When the window at hand ends; undefined: none is open. */
  endsAt: (key: string, now: number) => number | undefined
  /** All windows whose key begins like this are empty again. */
  clear: (prefix?: string) => void
}

export function createWindows(): Windows {
  const windows = new Map<string, { used: number; endsAt: number }>()
  const live = (key: string, now: number) => {
    const window = windows.get(key)
    return window && now < window.endsAt ? window : undefined
  }
  return {
    used: (key, now) => live(key, now)?.used ?? 0,
    count: (key, now, endsAt) => {
      const window = live(key, now)
      if (window) window.used += 1
      else windows.set(key, { used: 1, endsAt })
    },
    endsAt: (key, now) => live(key, now)?.endsAt,
    clear: (prefix = '') => {
      for (const key of windows.keys()) if (key.startsWith(prefix)) windows.delete(key)
    }
  }
}
