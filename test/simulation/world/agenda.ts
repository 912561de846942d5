/** What is to happen, by its instant; what was put in first comes first at the same one. */
export interface Agenda<T> {
  add: (at: number, what: T) => void
  /** Instant of what comes next; Infinity when nothing does. */
  next: () => number
  /** What comes next; throws when nothing does. */
  peek: () => T
  /** Takes what comes next. */
  take: () => T
  size: () => number
}

type Entry<T> = { at: number; n: number; what: T }

const isBefore = (a: Entry<unknown>, b: Entry<unknown>) => a.at < b.at || (a.at === b.at && a.n < b.n)

/** A binary heap. */
export function agenda<T>(): Agenda<T> {
  const heap: Entry<T>[] = []
  let added = 0

  const up = (start: number) => {
    for (let i = start; i > 0; ) {
      const parent = (i - 1) >> 1
      if (!isBefore(heap[i]!, heap[parent]!)) return
      swap(i, parent)
      i = parent
    }
  }
  const down = () => {
    for (let i = 0; ; ) {
      let least = i
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && isBefore(heap[child]!, heap[least]!)) least = child
      if (least === i) return
      swap(i, least)
      i = least
    }
  }
  const swap = (i: number, j: number) => {
    ;[heap[i], heap[j]] = [heap[j]!, heap[i]!]
  }

  return {
    add: (at, what) => {
      heap.push({ at, n: added++, what })
      up(heap.length - 1)
    },
    next: () => heap[0]?.at ?? Infinity,
    peek: () => firstOf(heap).what,
    take: () => {
      const first = firstOf(heap)
      const last = heap.pop()!
      if (heap.length > 0) {
        heap[0] = last
        down()
      }
      return first.what
    },
    size: () => heap.length
  }
}

function firstOf<T>([first]: readonly Entry<T>[]): Entry<T> {
  if (!first) throw new RangeError('Nothing is left on the agenda')
  return first
}
