import type { Wait } from './back-off.ts'
import type { Cluster } from './cluster.ts'
import { NotNow, typeOf } from './errors.ts'
import { openRescue, type Rescue } from './rebuild/left-behind.ts'

/** An alias of exactly one index, such as `huiyin-comments-2026-11`; readers name it, writers what is behind it. */
export interface Place {
  name: string
  /** The alias of all places of the family, where there are several. */
  family?: string
}

export interface Places {
  /** The index behind a place; made when there is none yet. */
  find: (place: Place) => Promise<string>
  /** Looks again: the index may have been replaced. */
  findAgain: (place: Place) => Promise<string>
  /** Said by who met an index that takes no writes, and is behind its place all the same. */
  stuckAt: Rescue
}

export function openPlaces(cluster: Cluster, prepared: () => Promise<void>, prefix: string): Places {
  const { ask, backOff } = cluster
  const known = new Map<string, Promise<string>>()

  async function look(place: Place, wait: Wait): Promise<string> {
    await prepared()
    while (true) {
      const indices = await ask(client => client.indices.getAlias({ name: place.name }, { ignore: [404] }), wait)
      const names = Object.keys(indices).filter(index => indices[index]?.aliases?.[place.name])
      if (names.length > 1) throw new Error(`The alias ${place.name} must name one index; it names ${names.join(', ')}`)
      if (names[0]) return names[0]
      await make(place, wait)
    }
  }

  // Made with its aliases in one step: who finds the index finds them too.
  async function make({ name, family }: Place, wait: Wait) {
    const aliases = { [name]: {}, ...(family && { [family]: {} }) }
    try {
      await ask(client => client.indices.create({ index: `${name}-000001`, aliases }), wait)
    } catch (error) {
      if (typeOf(error) !== 'resource_already_exists_exception') throw error
      await wait(new NotNow(`The index ${name}-000001 was made by somebody else and has no alias ${name} yet`))
    }
  }

  function find(place: Place): Promise<string> {
    const found = known.get(place.name) ?? look(place, backOff())
    known.set(place.name, found)
    found.catch(() => known.delete(place.name))
    return found
  }

  return {
    find,
    findAgain(place) {
      known.delete(place.name)
      return find(place)
    },
    stuckAt: openRescue(cluster, prefix)
  }
}
