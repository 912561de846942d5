import { createRequire } from 'node:module'
import { crc32c } from './crc32c.ts'

// Half of what kafkajs 2.2.4 takes to send goes into making its records' bytes: the same bytes, made in half the time. What
// its modules take of each other as they are loaded stands in its place only if this file is there before kafkajs.

interface Encoder {
  buf: Buffer
  offset: number
  ensureAvailable: (length: number) => void
  writeUVarInt: (value: number) => Encoder
  writeVarLong: (value: unknown) => Encoder
}

interface EncoderClass {
  prototype: Encoder
  nextPowerOfTwo: (value: number) => number
  sizeOfVarLong: (value: unknown) => number
}

interface Grouping<M> {
  topic: string
  partitionMetadata: readonly unknown[]
  messages: readonly M[]
  partitioner: (of: { topic: string; partitionMetadata: readonly unknown[]; message: M }) => number
}

const require = createRequire(import.meta.url)

function replace(module: string, by: unknown): void {
  const id = require.resolve(module)
  require(id)
  require.cache[id]!.exports = by
}

replace('kafkajs/src/protocol/recordBatch/crc32C/crc32C', crc32c)

// It copied all messages so far for every further one.
replace('kafkajs/src/producer/groupMessagesPerPartition', <M>({ messages, partitioner, ...of }: Grouping<M>) =>
  of.partitionMetadata.length === 0 ? {} : Object.groupBy(messages, message => partitioner({ ...of, message }))
)

const Encoder = require('kafkajs/src/protocol/encoder') as EncoderClass
const { prototype: encoder } = Encoder
const { writeVarLong } = encoder
const { sizeOfVarLong } = Encoder

encoder.ensureAvailable = function (length) {
  const wanted = this.offset + length
  if (wanted <= this.buf.length) return
  const larger = Buffer.allocUnsafe(Encoder.nextPowerOfTwo(wanted)) // only what was written of it is ever read
  this.buf.copy(larger, 0, 0, this.offset)
  this.buf = larger
}

const LONGEST_VARINT = 5

// It made a list and a buffer for each number.
encoder.writeUVarInt = function (value) {
  this.ensureAvailable(LONGEST_VARINT)
  let rest = value >>> 0
  for (; rest > 0x7f; rest >>>= 7) this.buf[this.offset++] = (rest & 0x7f) | 0x80
  this.buf[this.offset++] = rest
  return this
}

// Its times within a batch are zero, and it asked BigInt for that.
encoder.writeVarLong = function (value) {
  return value === 0 ? this.writeUVarInt(0) : writeVarLong.call(this, value)
}
Encoder.sizeOfVarLong = value => (value === 0 ? 1 : sizeOfVarLong.call(Encoder, value))
