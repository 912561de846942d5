/** The newest of what came, by id; the oldest are let go beyond `most`. */
export interface Recent<V> {
  add: (id: string, value: V) => void
  get: (id: string) => V | undefined
}

export function openRecent<V>(most: number): Recent<V> {
  const values = new Map<string, V>()
  return {
    add: (id, value) => {
      values.delete(id)
      values.set(id, value)
      if (values.size > most) values.delete(values.keys().next().value!)
    },
    get: id => values.get(id)
  }
}
