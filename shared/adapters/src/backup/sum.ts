import { hash } from 'node:crypto'

/** How many documents, and a checksum that is the same in whatever order they were met. */
export interface Total {
  documents: number
  checksum: string
}

export type Totals = Record<string, Total>

export interface Sum {
  add: (...parts: readonly (string | number | null)[]) => void
  total: () => Total
}

const BITS = 64

/** Adds the digests of documents; what each is made of is told apart by its length. */
export function openSum(): Sum {
  let documents = 0
  let sum = 0n
  return {
    add(...parts) {
      const text = parts.map(part => `${String(part).length}:${part}`).join('')
      sum = BigInt.asUintN(BITS, sum + hash('sha256', text, 'buffer').readBigUInt64BE())
      documents += 1
    },
    total: () => ({ documents, checksum: sum.toString(16).padStart(BITS / 4, '0') })
  }
}

export const digestOf = (data: string | Buffer): Buffer => hash('sha256', data, 'buffer')

/** What of two does not agree, in words. */
export function differences(expected: Totals, found: Totals): string[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort()
  return names.flatMap(name => {
    const [was, is] = [expected[name], found[name]]
    if (was?.documents === is?.documents && was?.checksum === is?.checksum) return []
    return [`${name}: ${textOf(was)} expected, ${textOf(is)} found`]
  })
}

const textOf = (total: Total | undefined) => (total ? `${total.documents} with checksum ${total.checksum}` : 'none')
