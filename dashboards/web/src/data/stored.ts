/** One value kept in this browser; a browser that refuses to keep it (full, private) only forgets it on reload. */
export type Stored<T> = { read: () => T | undefined; write: (value: T) => void; clear: () => void }

const memory = new Map<string, string>()

/** `parse` judges what was kept: an older page may have written it. */
export function stored<T>(name: string, parse: (value: unknown) => T | undefined): Stored<T> {
  return {
    read: () => {
      const text = readText(name)
      return text === null ? undefined : parse(json(text))
    },
    write: value => {
      const text = JSON.stringify(value)
      memory.set(name, text)
      attempt(() => localStorage.setItem(name, text))
    },
    clear: () => {
      memory.delete(name)
      attempt(() => localStorage.removeItem(name))
    }
  }
}

const readText = (name: string) => attempt(() => localStorage.getItem(name)) ?? memory.get(name) ?? null

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // written by hand or cut off: as good as nothing
  }
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined // the value lives in memory then
  }
}
