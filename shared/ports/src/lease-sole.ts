import type { Leases } from './lease.ts'

/** Where one process owns all there is, as in one folder: it holds every name, always. */
export const soleLeases = (): Leases => {
  let names: readonly string[] = []
  return {
    take: given => {
      names = given
    },
    round: async () => {},
    holds: name => names.includes(name),
    stillHolds: async name => names.includes(name),
    held: () => [...names],
    term: name => (names.includes(name) ? 1 : undefined),
    release: async () => {
      names = []
    }
  }
}
