// As much of DER (X.690) as a certificate needs.

const tagged = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const size = body.length < 0x80 ? [body.length] : longLength(body.length)
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}

const longLength = (length: number): number[] => {
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest >>>= 8) bytes.unshift(rest & 0xff)
  return [0x80 | bytes.length, ...bytes]
}

export const sequence = (...parts: Buffer[]) => tagged(0x30, ...parts)
export const set = (...parts: Buffer[]) => tagged(0x31, ...parts)
export const boolean = (value: boolean) => tagged(0x01, Buffer.from([value ? 0xff : 0]))
export const octets = (bytes: Buffer) => tagged(0x04, bytes)
export const bits = (bytes: Buffer, unused = 0) => tagged(0x03, Buffer.from([unused]), bytes)
export const text = (value: string) => tagged(0x0c, Buffer.from(value, 'utf8'))
export const explicit = (number: number, ...parts: Buffer[]) => tagged(0xa0 | number, ...parts)
export const implicit = (number: number, bytes: Buffer) => tagged(0x80 | number, bytes)

/** Bytes of a number that is not negative: one more in front where the first would say that it is. */
export const integer = (bytes: Buffer) =>
  tagged(0x02, bytes[0]! & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)

/** "2.5.29.17" */
export const objectId = (dotted: string) => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

const base128 = (number: number): number[] => {
  const bytes = [number & 0x7f]
  for (let rest = number >>> 7; rest > 0; rest >>>= 7) bytes.unshift(0x80 | (rest & 0x7f))
  return bytes
}

/** To the second, as certificates after 2049 want it and those before allow it not: two forms. */
export const time = (date: Date) => {
  const digits = date.toISOString().replace(/[-:T]|\.\d+/g, '')
  return date.getUTCFullYear() < 2050 ? tagged(0x17, Buffer.from(digits.slice(2))) : tagged(0x18, Buffer.from(digits))
}
