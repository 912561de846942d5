/** At most so many bytes of one partition in one send: Kafka's limit counts them together and refuses more for ever. */
export const LARGEST_CUT = 512 * 1024

/** What a record costs on the wire beside its key and value, with room to spare. */
const FRAME = 64

/** One event on its way, and the call that it belongs to. */
export interface Outgoing<Call> {
  partition: number
  key: string
  value: Buffer
  /** Its place among the events of the call. */
  index: number
  call: Call
}

/** What waits to be sent, in order for each partition. */
export function outbox<Call>() {
  let lines = new Map<number, Outgoing<Call>[]>()

  return {
    isEmpty: () => lines.size === 0,
    put(outgoing: readonly Outgoing<Call>[]) {
      for (const one of outgoing) {
        const line = lines.get(one.partition)
        if (line) line.push(one)
        else lines.set(one.partition, [one])
      }
    },
    /** Takes the head of every partition's line, up to 512 KB of each. */
    cut(): Map<number, Outgoing<Call>[]> {
      const cut = new Map<number, Outgoing<Call>[]>()
      for (const [partition, line] of lines) {
        const head = line.splice(0, fitting(line))
        cut.set(partition, head)
        if (line.length === 0) lines.delete(partition)
      }
      return cut
    },
    /** Forgets what is left of these calls. */
    drop(calls: ReadonlySet<Call>) {
      const kept = [...lines].map(
        ([partition, line]) => [partition, line.filter(({ call }) => !calls.has(call))] as const
      )
      lines = new Map(kept.filter(([, line]) => line.length > 0))
    }
  }
}

function fitting(line: readonly Outgoing<unknown>[]): number {
  let bytes = 0
  const over = line.findIndex(({ key, value }) => {
    bytes += value.length + Buffer.byteLength(key) + FRAME
    return bytes > LARGEST_CUT
  })
  return over === -1 ? line.length : Math.max(over, 1)
}
