import t from 'tap'
import { crc32c } from '../src/kafka/crc32c.ts'

const unsigned = (crc: number) => (crc >>> 0).toString(16).padStart(8, '0')

// RFC 3720, appendix B.4, and the check value of the polynomial.
t.test('the sum by which Kafka knows its batches is that of the RFC', async t => {
  t.equal(unsigned(crc32c(new Uint8Array(32))), '8a9136aa')
  t.equal(unsigned(crc32c(new Uint8Array(32).fill(0xff))), '62a8ab43')
  t.equal(unsigned(crc32c(Uint8Array.from({ length: 32 }, (_, i) => i))), '46dd794e')
  t.equal(unsigned(crc32c(Buffer.from('123456789'))), 'e3069283')
})

t.test('is the same for every length as bit by bit', async t => {
  const bitByBit = (bytes: Uint8Array) => {
    let crc = -1
    for (const byte of bytes) {
      crc ^= byte
      for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1
    }
    return ~crc
  }
  const bytes = Buffer.from('百姓留言：路灯坏了 0123456789'.repeat(3))
  for (let length = 0; length <= bytes.length; length++) {
    const part = bytes.subarray(0, length)
    t.equal(crc32c(part), bitByBit(part), `${length} bytes`)
  }
})
