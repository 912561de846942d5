import { between, type Kind } from './kind.ts'

/** A process stands still, longer than its leases and its place in the groups last, and goes on as if nothing had been. */
export const pause: Kind = {
  name: 'SIGSTOP of a service',
  weight: 4,
  targets: ({ instances }) => instances.map(({ name }) => name),
  holds: (_, target) => [target],
  make: ({ instances }, target, random) => {
    const { signal } = instances.find(({ name }) => name === target)!
    return {
      lasts: between(random, 2_500, 12_000),
      inject: async () => signal('SIGSTOP'),
      mend: async () => signal('SIGCONT')
    }
  }
}
