import type { Place } from '@huiyin/schemas/departments.ts'
import { settingsInvalid } from './errors.ts'

/** The form in which two spellings of one name are equal. */
export type ReadName = (name: string) => string

export const plainName: ReadName = name => name.normalize('NFKC').toLowerCase().trim()

/** Names of the places that each place lies in, the nearest first. */
export type Surroundings = ReadonlyMap<string, readonly string[]>

/**
 * The places that each place of the gazetteer lies in.
 * Throws SETTINGS_INVALID for a `within` that is no place's name, or that leads in a circle.
 */
export function surroundingsOf(places: readonly Place[]): Surroundings {
  const byName = new Map(places.map(place => [place.name, place]))
  const around = (place: Place): string[] => {
    const way: string[] = []
    for (let outer = place.within; outer !== undefined; outer = byName.get(outer)?.within) {
      if (!byName.has(outer)) throw unknownWithin(place, outer)
      if (outer === place.name || way.includes(outer)) throw circle([place.name, ...way, outer])
      way.push(outer)
    }
    return way
  }
  return new Map(places.map(place => [place.name, around(place)]))
}

/** Every name and alias in the form of `read`, with the places that bear it. */
export function bearersOf(places: readonly Place[], read: ReadName = plainName): Map<string, Place[]> {
  const bearers = new Map<string, Place[]>()
  for (const place of places) {
    for (const name of new Set([place.name, ...(place.aliases ?? [])].map(read))) {
      const known = bearers.get(name)
      if (known) known.push(place)
      else bearers.set(name, [place])
    }
  }
  return bearers
}

/**
 * Checks a gazetteer. Places may share an alias when a text can tell them apart by naming what they lie in:
 * each then lies in a place that the others do not lie in.
 * Throws SETTINGS_INVALID for a name given twice, an alias that no text can tell, or a `within` that is wrong.
 */
export function checkPlaces(places: readonly Place[], read: ReadName = plainName): void {
  const names = new Map<string, string>()
  for (const { name } of places) {
    const known = names.get(read(name))
    if (known !== undefined) throw settingsInvalid(`places: expected each name once; ${twice(known, name)}`)
    names.set(read(name), name)
  }
  const around = surroundingsOf(places)
  const isTold = (one: Place, other: Place) =>
    around.get(one.name)!.some(outer => !around.get(other.name)!.includes(outer))
  for (const [name, bearers] of bearersOf(places, read)) {
    const untold = bearers.find(one => bearers.some(other => one !== other && !isTold(one, other)))
    if (untold) throw ambiguous(name, bearers, untold)
  }
}

const twice = (one: string, other: string) =>
  one === other ? `"${one}" came twice` : `"${one}" and "${other}" are read alike`

const unknownWithin = ({ name }: Place, outer: string) =>
  settingsInvalid(`places: expected the name of a place as within; "${outer}" around "${name}" is none of them`)

const circle = (way: string[]) =>
  settingsInvalid(`places: expected within to lead outwards; it leads in a circle: ${way.join(' → ')}`)

const ambiguous = (name: string, bearers: readonly Place[], { name: untold }: Place) => {
  const who = bearers.map(place => `"${place.name}"`).join(', ')
  return settingsInvalid(
    `places: expected a name of one place, or of places that lie within different ones; ` +
      `"${name}" is a name of ${who}, and nothing around "${untold}" tells it from the others`
  )
}
