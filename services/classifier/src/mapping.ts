import type { Logger } from '@huiyin/ports/logger.ts'
import type { OfficeMap, OfMap, OpenReading } from '@huiyin/ports/office-map.ts'
import { type OfficeOf, openDepartmentMap } from './department-map.ts'
import { type FindPlaces, openGazetteer } from './gazetteer.ts'
import { normalise, UNITS } from './normalise.ts'

/** Departments and places, ready to be read by. */
export type Mapping = { findPlaces: FindPlaces; officeOf: OfficeOf }

/** Throws SETTINGS_INVALID for places or departments that can never be found. */
export const openMapping = ({ departments, places }: OfMap): Mapping => ({
  findPlaces: openGazetteer(places),
  officeOf: openDepartmentMap(departments, places)
})

/** As the house's map is now; one by which nothing can be read leaves the one before, said once. */
export function followMap(map: Pick<OfficeMap, 'now'>, logger: Logger): () => Mapping {
  let of = map.now()
  let mapping = openMapping(of)
  return () => {
    const now = map.now()
    if (now === of) return mapping
    of = now
    try {
      mapping = openMapping(now)
      logger.info({ departments: now.departments.length, places: now.places.length }, 'reads by another map')
    } catch (error) {
      logger.error({ reason: (error as Error).message }, 'the map cannot be read by; the one before stays')
    }
    return mapping
  }
}

/** What stored words name under a map, as comments are read. */
export const openReading: OpenReading = map => {
  const { findPlaces, officeOf } = openMapping(map)
  const units = new Uint16Array(UNITS)
  const at = new Int32Array(UNITS + 1)
  return (text, departments) => {
    const length = normalise(text, units, at)
    const places = findPlaces(units, length, at, text)
    const office = officeOf({ departments, places, text, units, length, at })
    return { places: places.map(({ name }) => name), office }
  }
}
