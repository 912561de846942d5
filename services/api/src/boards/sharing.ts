/**
 * The same work for all who ask while it waits: one goes on, one waits for it. Whoever asks is answered by work that
 * began after they asked, so what was put before is seen.
 */
export function sharing<V>(work: () => Promise<V>): () => Promise<V> {
  let going: Promise<unknown> = Promise.resolve()
  let waiting: Promise<V> | undefined
  return () => {
    waiting ??= going.then(() => {
      waiting = undefined
      const now = work()
      going = now.catch(() => {}) // told to who asked for it
      return now
    })
    return waiting
  }
}
