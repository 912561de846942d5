import type { Cluster } from './cluster.ts'

/**
 * Makes lists show every put answered before the call. One refresh runs at a time; who comes while it runs
 * shares the next one, for this one may have begun before their put.
 */
export function refresher({ ask }: Cluster, index: string): () => Promise<void> {
  let running: Promise<void> | undefined
  let waiting: Promise<void> | undefined

  const refresh = () =>
    ask(async client => {
      await client.indices.refresh({ index, ignore_unavailable: true, allow_no_indices: true })
    })

  function start(): Promise<void> {
    const mine = refresh().finally(() => {
      if (running === mine) running = undefined
    })
    running = mine
    return mine
  }

  async function next(before: Promise<void>): Promise<void> {
    await before.catch(() => {}) // told to those who asked for that one
    waiting = undefined
    return start()
  }

  return () => {
    if (!running) return start()
    waiting ??= next(running)
    return waiting
  }
}
