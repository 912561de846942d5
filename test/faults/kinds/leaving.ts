import type { Kind } from './kind.ts'

/** The processes of a service are replaced one after the other, as by a new release. */
export const rolling: Kind = {
  name: 'rolling restart',
  weight: 2,
  targets: ({ instances }) => [...new Set(instances.map(({ service }) => service))],
  holds: ({ of }, target) => of(target).map(({ name }) => name),
  make: ({ of }, target) => ({
    lasts: 0,
    async inject() {
      for (const one of of(target)) {
        await one.stop()
        await one.start()
      }
    },
    mend: async () => {}
  })
}

/** One leaves in an orderly way and comes back while the other reads on: twice the partitions go from hand to hand. */
export const rebalance: Kind = {
  name: 'rebalance',
  weight: 2,
  targets: ({ instances }) => instances.map(({ name }) => name),
  holds: (_, target) => [target],
  make: ({ instances }, target) => {
    const one = instances.find(({ name }) => name === target)!
    return { lasts: 2_500, inject: one.stop, mend: one.start }
  }
}
