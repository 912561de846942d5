import { hash } from 'node:crypto'

const BITS = 48

/**
 * Whether an id belongs to a share (0 … 1) of all ids: the same answer for the same id, everywhere and always,
 * and an id that is in a share is in every greater one.
 */
export function isSampled(id: string, share: number): boolean {
  return hash('sha256', `sample/${id}`, 'buffer').readUIntBE(0, BITS / 8) < share * 2 ** BITS
}
