const POLYNOMIAL = 0x82f63b78
const AT_ONCE = 8

/** tables[k][byte]: what a byte comes to that has k bytes behind it. */
const tables = Array.from({ length: AT_ONCE }, () => new Int32Array(256))
for (let byte = 0; byte < 256; byte++) {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1
  tables[0]![byte] = crc
}
for (let k = 1; k < AT_ONCE; k++)
  for (let byte = 0; byte < 256; byte++) {
    const before = tables[k - 1]![byte]!
    tables[k]![byte] = (before >>> 8) ^ tables[0]![before & 0xff]!
  }
const [T0, T1, T2, T3, T4, T5, T6, T7] = tables as [
  ...[Int32Array, Int32Array, Int32Array, Int32Array],
  ...[Int32Array, Int32Array, Int32Array, Int32Array]
]

/** CRC-32C (Castagnoli), by which Kafka knows its batches again: eight bytes at a time (slicing-by-8). Signed. */
export function crc32c(bytes: Uint8Array): number {
  const whole = bytes.length & ~(AT_ONCE - 1)
  let crc = -1
  let at = 0
  for (; at < whole; at += AT_ONCE) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    crc =
      T7[crc & 0xff]! ^
      T6[(crc >>> 8) & 0xff]! ^
      T5[(crc >>> 16) & 0xff]! ^
      T4[crc >>> 24]! ^
      T3[bytes[at + 4]!]! ^
      T2[bytes[at + 5]!]! ^
      T1[bytes[at + 6]!]! ^
      T0[bytes[at + 7]!]!
  }
  for (; at < bytes.length; at++) crc = T0[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8)
  return crc ^ -1
}
