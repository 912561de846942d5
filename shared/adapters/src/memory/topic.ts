import { partitionOf } from '../kafka/partition.ts'

/** How far a group has come in each partition. */
export interface MemoryGroup {
  committed: number[]
  /** The next offset to hand out; ahead of `committed` while a reader has a batch at hand. */
  next: number[]
  /** Partitions of which a reader has a batch at hand. */
  held: Set<number>
}

/** What all connections to one topic share: the values as JSON, and the groups. */
export interface MemoryTopic {
  partitions: readonly string[][]
  group: (name: string) => MemoryGroup
  append: (key: string, value: string) => { partition: number; offset: number }
  /** Resolves at the next `wake`, which every append calls. */
  changed: () => Promise<void>
  wake: () => void
}

export function memoryTopic(count = 6): MemoryTopic {
  const partitions: string[][] = Array.from({ length: count }, () => [])
  const groups = new Map<string, MemoryGroup>()
  let change = Promise.withResolvers<void>()

  function wake() {
    change.resolve()
    change = Promise.withResolvers<void>()
  }

  return {
    partitions,
    wake,
    changed: () => change.promise,
    group(name) {
      const group = groups.get(name) ?? { committed: zeros(count), next: zeros(count), held: new Set() }
      groups.set(name, group)
      return group
    },
    append(key, value) {
      const partition = partitionOf(key, count)
      const offset = partitions[partition]!.push(value) - 1
      wake()
      return { partition, offset }
    }
  }
}

const zeros = (count: number) => Array.from({ length: count }, () => 0)
