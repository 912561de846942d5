import { setTimeout as sleep } from 'node:timers/promises'
import type { Put, PutResult, Versioned } from '@huiyin/ports/documents.ts'

/** How long each of many took, in ms. */
export interface Times {
  add: (ms: number) => void
  count: () => number
  most: () => number
  at: (share: number) => number
}

export function times(): Times {
  const all: number[] = []
  return {
    add: ms => void all.push(ms),
    count: () => all.length,
    most: () => all.reduce((most, ms) => Math.max(most, ms), 0),
    at: share => all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0
  }
}

/** Measures and counts what fails; nothing is asked again. */
export async function timed<T>(of: Times, failed: { n: number }, work: () => Promise<T>): Promise<T | undefined> {
  const began = performance.now()
  try {
    return await work()
  } catch {
    failed.n += 1
  } finally {
    of.add(performance.now() - began)
  }
}

interface Counted<D> {
  read: (id: string) => Promise<Versioned<D> | undefined>
  put: (put: Put<D>) => Promise<PutResult>
  /** What a person adds one to. */
  next: (document: D) => D
}

/**
 * A person who adds one to one document after the other, read and put by compare-and-set, until told to end. `acts`
 * counts what was answered as done.
 */
export async function person<D>(
  ids: readonly string[],
  { read, put, next }: Counted<D>,
  of: { acts: Map<string, number>; writes: Times; failed: { n: number }; ended: () => boolean }
): Promise<void> {
  while (!of.ended()) {
    for (const id of ids) {
      const found = await read(id)
      if (!found) throw new Error(`"${id}" is not there any more`)
      const { document, version } = found
      const result = await timed(of.writes, of.failed, () => put({ document: next(document), version }))
      if (result?.outcome === 'put') of.acts.set(id, (of.acts.get(id) ?? 0) + 1)
      await sleep(5)
    }
  }
}
