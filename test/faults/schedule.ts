import { pick, type Random, shuffled } from '@huiyin/simulator/random.ts'
import type { Fault, Kind } from './kinds/kind.ts'
import type { Town } from './town/open.ts'

export interface Plan {
  kinds: readonly Kind[]
  random: Random
  /** At most so many that take an engine down. */
  heavy: number
}

/** So many strike at the same time at most. */
const AT_ONCE = 5

/**
 * The faults of a run, group by group, the same for the same seed: every kind in turn as its weight has it, every
 * target of a kind in turn; in one group nothing is struck twice, and what takes an engine down is alone.
 */
export function* planned(town: Town, { kinds: all, random, heavy }: Plan): Generator<Fault[]> {
  const kinds = all.map(kind => inAnyOrder(town, kind, random)).filter(kind => kind.targets(town).length > 0)
  const turns = new Map(kinds.map(kind => [kind, 0]))
  let left = heavy
  const sparing = kinds.filter(({ isHeavy }) => !isHeavy)
  for (let n = 0; ; n++) {
    const heavies = kinds.filter(({ isHeavy }) => isHeavy)
    const isHeavyTurn = heavies.length > 0 && left > 0 && (n % HEAVY_EVERY === HEAVY_EVERY - 1 || sparing.length === 0)
    if (isHeavyTurn) {
      left -= 1
      yield [made(town, leastUsed(heavies, turns), turns, random)]
      continue
    }
    if (sparing.length === 0) return
    const held = new Set<string>()
    const group: Fault[] = []
    const size = 1 + Math.floor(random() * AT_ONCE)
    for (let tries = 0; group.length < size && tries < size * 3; tries++) {
      const kind = weighted(sparing, random)
      const target = nextTarget(town, kind, turns)
      const holds = kind.holds(town, target)
      if (holds.some(name => held.has(name) || held.has('all')) || (holds.includes('all') && held.size > 0)) continue
      for (const name of holds) held.add(name)
      group.push(made(town, kind, turns, random))
    }
    yield group
  }
}

/** The same kind; its targets have an order that the seed has made. */
function inAnyOrder(town: Town, kind: Kind, random: Random): Kind {
  const targets = shuffled(random, kind.targets(town))
  return { ...kind, targets: () => targets }
}

/** After so many groups one engine goes down. */
const HEAVY_EVERY = 9

const leastUsed = (kinds: readonly Kind[], turns: ReadonlyMap<Kind, number>): Kind =>
  kinds.reduce((least, kind) => (turns.get(kind)! < turns.get(least)! ? kind : least))

function weighted(kinds: readonly Kind[], random: Random): Kind {
  let at = random() * kinds.reduce((sum, { weight }) => sum + weight, 0)
  for (const kind of kinds) {
    at -= kind.weight
    if (at < 0) return kind
  }
  return pick(random, kinds)
}

function nextTarget(town: Town, kind: Kind, turns: ReadonlyMap<Kind, number>): string {
  const targets = kind.targets(town)
  return targets[turns.get(kind)! % targets.length]!
}

function made(town: Town, kind: Kind, turns: Map<Kind, number>, random: Random): Fault {
  const target = nextTarget(town, kind, turns)
  turns.set(kind, turns.get(kind)! + 1)
  return { kind: kind.name, target, ...kind.make(town, target, random) }
}
