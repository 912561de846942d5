import type { KafkaRequest } from './kafka-frames.ts'

// Clients connect again to the address that the broker tells them, and so would pass the proxy by.
// In the answers that tell addresses, the proxy's stands instead. From version 9 (Metadata) and
// 3 (FindCoordinator) on the wire is another; kafkajs speaks neither, and such answers stay as they are.

export const METADATA = 3
export const FIND_COORDINATOR = 10
const HEAD = 8

/** The answer with every broker at the proxy's host and port. */
export function readdressed(frame: Buffer, { apiKey, apiVersion }: KafkaRequest, host: string, port: number): Buffer {
  if (apiKey === METADATA && apiVersion < 9) return metadata(frame, apiVersion, host, port)
  if (apiKey === FIND_COORDINATOR && apiVersion < 3) return coordinator(frame, apiVersion, host, port)
  return frame
}

function metadata(frame: Buffer, version: number, host: string, port: number): Buffer {
  const first = HEAD + (version >= 3 ? 4 : 0)
  let at = first + 4
  const parts = [frame.subarray(0, at)]
  for (let left = frame.readInt32BE(first); left > 0; left--) {
    const rack = afterString(frame, at + 4) + 4
    const next = version >= 1 ? afterString(frame, rack) : rack
    parts.push(frame.subarray(at, at + 4), address(host, port), frame.subarray(rack, next))
    at = next
  }
  return sized([...parts, frame.subarray(at)])
}

function coordinator(frame: Buffer, version: number, host: string, port: number): Buffer {
  const message = HEAD + (version >= 1 ? 4 : 0) + 2
  const told = (version >= 1 ? afterString(frame, message) : message) + 4
  if (frame.readInt16BE(message - 2) !== 0) return frame
  return sized([frame.subarray(0, told), address(host, port), frame.subarray(afterString(frame, told) + 4)])
}

const afterString = (frame: Buffer, at: number) => at + 2 + Math.max(0, frame.readInt16BE(at))

function address(host: string, port: number): Buffer {
  const bytes = Buffer.alloc(2 + host.length + 4)
  bytes.writeInt16BE(host.length, 0)
  bytes.write(host, 2)
  bytes.writeInt32BE(port, 2 + host.length)
  return bytes
}

function sized(parts: Buffer[]): Buffer {
  const frame = Buffer.concat(parts)
  frame.writeInt32BE(frame.length - 4, 0)
  return frame
}
