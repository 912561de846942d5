import { between, type Kind } from './kind.ts'

const SECOND = 1_000
const HOUR = 3_600 * SECOND
const JUMPS = [-HOUR, -90 * SECOND, -3 * SECOND, 3 * SECOND, 90 * SECOND, HOUR]

/** Somebody puts the clock of one machine, forward or back, and then right again. */
export const jump: Kind = {
  name: 'clock jump',
  weight: 3,
  targets: ({ instances }) => instances.map(({ name }) => name),
  holds: (_, target) => [target],
  make: ({ instances }, target, random) => {
    const one = instances.find(({ name }) => name === target)!
    const by = JUMPS[Math.floor(random() * JUMPS.length)]!
    return { lasts: between(random, 1_500, 4_000), inject: () => one.putWrong(by), mend: () => one.putWrong(0) }
  }
}

/** The clock of one machine is wrong as it starts, within what is borne, beside others that are right. */
export const skew: Kind = {
  name: 'clock skew between instances',
  weight: 2,
  targets: ({ instances }) => instances.map(({ name }) => name),
  holds: (_, target) => [target],
  make: ({ instances }, target, random) => {
    const one = instances.find(({ name }) => name === target)!
    const by = between(random, 800, 1_700) * (random() < 0.5 ? -1 : 1)
    const restart = async (wrong: number) => {
      await one.stop()
      await one.putWrong(wrong)
      await one.start()
    }
    return { lasts: between(random, 3_000, 6_000), inject: () => restart(by), mend: () => restart(0) }
  }
}
