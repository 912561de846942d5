import { between, type Kind } from './kind.ts'

/** A process ends without a word, at any point, and is started again. */
export const kill: Kind = {
  name: 'kill -9 of a service',
  weight: 8,
  targets: ({ instances }) => instances.map(({ name }) => name),
  holds: (_, target) => [target],
  make: ({ instances }, target, random) => {
    const one = instances.find(({ name }) => name === target)!
    return { lasts: between(random, 0, 1_500), inject: one.kill, mend: one.start }
  }
}
