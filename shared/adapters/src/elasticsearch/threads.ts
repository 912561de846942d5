import type { Comments } from '@huiyin/ports/comments.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Cluster } from './cluster.ts'
import { anyOf } from './query.ts'
import { firstOf } from './search.ts'

/** Threads read by one search, and the comments that it may give: where there are more, half of the threads are asked for. */
const TOGETHER = 100
const MOST = 1_000

const NEWEST_FIRST = { by: 'publishedAt', descending: true }

interface Asked {
  key: string
  atMost: number
  resolve: (thread: StoredComment[]) => void
  reject: (error: unknown) => void
}

interface ThreadOptions {
  cluster: Cluster
  index: string
  refresh: () => Promise<void>
}

/** Reads threads; those asked for in the same turn share one refresh, and a search for every hundred of them. */
export function openThreads({ cluster, index, refresh }: ThreadOptions): Comments['thread'] {
  let waiting: Asked[] = []

  const newestOf = (keys: readonly string[], atMost: number) =>
    firstOf<StoredComment>(cluster, { index, filter: anyOf('key', keys), order: NEWEST_FIRST, atMost })

  async function answer(asked: readonly Asked[]): Promise<void> {
    const keys = new Set(asked.map(({ key }) => key))
    const most = keys.size > 1 ? MOST : Math.max(...asked.map(({ atMost }) => atMost))
    const found = await newestOf([...keys], most)
    if (keys.size > 1 && found.length === MOST) {
      const half = new Set([...keys].slice(keys.size / 2))
      await answer(asked.filter(({ key }) => !half.has(key)))
      await answer(asked.filter(({ key }) => half.has(key)))
      return
    }
    const threads = Map.groupBy(found, ({ key }) => key)
    for (const { key, atMost, resolve } of asked) resolve(inOrder((threads.get(key) ?? []).slice(0, atMost)))
  }

  async function answerAll(): Promise<void> {
    await Promise.resolve() // whoever asks in this turn
    const asked = waiting
    waiting = []
    try {
      await refresh()
      for (let from = 0; from < asked.length; from += TOGETHER) await answer(asked.slice(from, from + TOGETHER))
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
  }

  return (key, atMost) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ key, atMost, resolve, reject }) === 1) answerAll()
    })
}

const inOrder = (newest: readonly StoredComment[]) =>
  newest.toSorted((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1))
