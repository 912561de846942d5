/** Cuts a stream of chunks into Kafka's frames, each with the four bytes of its size. */
export function frames(onFrame: (frame: Buffer) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = []
  let held = 0
  let wanted = 4
  return chunk => {
    chunks.push(chunk)
    held += chunk.length
    if (held < wanted) return // joined only when there is enough: a large frame comes in many chunks

    let rest = Buffer.concat(chunks)
    wanted = sizeOf(rest)
    while (rest.length >= wanted) {
      onFrame(rest.subarray(0, wanted))
      rest = rest.subarray(wanted)
      wanted = sizeOf(rest)
    }
    chunks = [rest]
    held = rest.length
  }
}

const sizeOf = (bytes: Buffer) => (bytes.length < 4 ? 4 : 4 + bytes.readInt32BE(0))

/** A Kafka request as far as a fault needs to know it. */
export interface KafkaRequest {
  apiKey: number
  apiVersion: number
  correlationId: number
}

/** The head of a request's frame. */
export const requestOf = (frame: Buffer): KafkaRequest => ({
  apiKey: frame.readInt16BE(4),
  apiVersion: frame.readInt16BE(6),
  correlationId: frame.readInt32BE(8)
})

/** Which request an answer's frame belongs to. */
export const correlationOf = (frame: Buffer) => frame.readInt32BE(4)
