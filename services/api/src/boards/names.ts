/** Names by small numbers, the first is 0. */
export interface Names {
  index: (name: string) => number
  find: (name: string) => number | undefined
  name: (index: number) => string
  size: () => number
}

export function openNames(): Names {
  const byName = new Map<string, number>()
  const names: string[] = []
  return {
    index(name) {
      const found = byName.get(name)
      if (found !== undefined) return found
      byName.set(name, names.length)
      return names.push(name) - 1
    },
    find: name => byName.get(name),
    name: index => names[index]!,
    size: () => names.length
  }
}
