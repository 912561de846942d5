/** What the readers of one topic in this process share: who reads for which group, and the news of an append. */
export interface Topic {
  /** Resolves with the next append, release or wake; may resolve without a reason. */
  changed: () => Promise<void>
  wake: () => void
  /** True when no other reader has the group at hand; then this one has it until `release`. */
  hold: (group: string) => boolean
  release: (group: string) => void
}

export function openTopic(): Topic {
  const held = new Set<string>()
  let change = Promise.withResolvers<void>()

  const wake = () => {
    change.resolve()
    change = Promise.withResolvers<void>()
  }
  return {
    changed: () => change.promise,
    wake,
    hold: group => {
      if (held.has(group)) return false
      held.add(group)
      return true
    },
    release: group => {
      held.delete(group)
      wake()
    }
  }
}
