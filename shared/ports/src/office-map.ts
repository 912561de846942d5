import { checkDepartments } from '@huiyin/domain/departments.ts'
import { HuiyinError, settingInvalid } from '@huiyin/domain/errors.ts'
import { checkPlaces } from '@huiyin/domain/places.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import { type Department, KeptDepartments, KeptPlaces, type Place } from '@huiyin/schemas/departments.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { THE_ONE } from '@huiyin/schemas/setting-names.ts'
import { type Change, type KeepingPorts, keeping } from './keeping.ts'
import { type Logger, silent } from './logger.ts'
import { MAP_KINDS } from './map-records.ts'
import type { Records } from './records.ts'
import { putSeen, tagOf } from './rule-records.ts'

/** The office's own departments, and the gazetteer. */
export interface OfMap {
  departments: readonly Department[]
  places: readonly Place[]
}

/** What a text names under a map: the places, and the office's department that answers. */
export type ReadMap = (
  text: string,
  departments: Classification['departments']
) => { places: string[]; office?: string | undefined }

/** How the classifier reads by a map. Throws SETTINGS_INVALID for names that it can never find. */
export type OpenReading = (map: OfMap) => ReadMap

/**
 * `kept`: people saved it in the house; `settings`: the settings file counts. `tag`: of what was saved last, for If-Match.
 */
export type MapPart<V> = { list: readonly V[]; origin: 'kept' | 'settings'; tag?: string }

/** `seen`: the tag of what the person saw, absent where nothing was kept. Throw SETTING_INVALID, SOMEBODY_WAS_FASTER. */
export interface MapSaves {
  saveDepartments: (departments: readonly Department[], seen?: string) => Promise<void>
  savePlaces: (places: readonly Place[], seen?: string) => Promise<void>
  /** The settings file counts again. */
  removeDepartments: (seen?: string) => Promise<void>
  removePlaces: (seen?: string) => Promise<void>
}

/**
 * The office's departments and places: what people saved over what the settings file says. Read from memory; `refresh`
 * reads the records anew, and whoever decides by them calls it every few seconds (`keepFresh`). The map stays the same
 * object while nothing changes.
 */
export interface OfficeMap {
  now: () => OfMap
  departments: () => MapPart<Department>
  places: () => MapPart<Place>
  /** Throws SETTING_INVALID for a map that nothing could be found by. */
  check: (map: OfMap) => void
  by: (change: Change) => MapSaves
  refresh: () => Promise<void>
  reading?: OpenReading
  /** What the settings file says. */
  settings: OfMap
}

export interface OfficeMapOptions extends KeepingPorts {
  /** Of the settings file. */
  settings?: OfMap
  /** Absent: names are compared as they are written, and previews judge nothing. */
  reading?: OpenReading
  logger?: Logger
}

type Kept<V> = { list?: readonly V[] }

const parseDepartments = parser(KeptDepartments, 'departments')
const parsePlaces = parser(KeptPlaces, 'places')

const NOTHING: OfMap = { departments: [], places: [] }

/** Knows those of the settings until the first `refresh`. */
export function openOfficeMap(records: Records, options: OfficeMapOptions): OfficeMap {
  const { settings = NOTHING, reading, logger = silent } = options
  let departments: MapPart<Department> = { list: settings.departments, origin: 'settings' }
  let places: MapPart<Place> = { list: settings.places, origin: 'settings' }
  let now = settings
  const versions = new Map<string, string | undefined>()
  let read = Promise.resolve()

  async function readAll(): Promise<void> {
    const [first, second] = await Promise.all([
      readOne(MAP_KINDS.departments, parseDepartments),
      readOne(MAP_KINDS.places, parsePlaces)
    ])
    if (first) departments = partOf(first.kept, settings.departments)
    if (second) places = partOf(second.kept, settings.places)
    if (departments.list !== now.departments || places.list !== now.places)
      now = { departments: departments.list, places: places.list }
  }

  /** Undefined while it is as it was read last. What cannot be read, from a later version perhaps, is told and left out. */
  async function readOne<V>(kind: string, parse: (value: unknown) => V): Promise<{ kept?: V } | undefined> {
    const found = await records.get(kind, THE_ONE)
    if (found?.version === versions.get(kind)) return
    versions.set(kind, found?.version)
    try {
      return found ? { kept: parse(found.document.value) } : {}
    } catch (error) {
      logger.error({ kind, error: (error as Error).message }, 'what was saved cannot be read')
      return
    }
  }

  const refresh = () => {
    const next = read.then(readAll)
    read = next.catch(() => {}) // told to whoever asked for it
    return next
  }

  function check(map: OfMap): void {
    try {
      checkPlaces(map.places)
      checkDepartments(map.departments, map.places)
      reading?.(map)
    } catch (error) {
      if (error instanceof HuiyinError) throw settingInvalid(error.message)
      throw error
    }
  }

  async function save<V>(
    change: Change,
    kind: 'departments' | 'places',
    list: readonly V[] | undefined,
    seen: string | undefined
  ): Promise<void> {
    await refresh()
    const { [kind]: fromFile } = settings
    check({ ...now, [kind]: list ?? fromFile })
    const value: Kept<V> = list ? { list } : {}
    if (!list && !(await records.get(kind, THE_ONE))) return
    await putSeen(keeping(records, options, change), kind, { id: THE_ONE, value }, { seen, what: `The ${kind}` })
    await refresh()
  }

  return {
    now: () => now,
    departments: () => departments,
    places: () => places,
    check,
    refresh,
    settings,
    ...(reading && { reading }),
    by: change => ({
      saveDepartments: (list, seen) => save(change, MAP_KINDS.departments, parseDepartments({ list }).list!, seen),
      savePlaces: (list, seen) => save(change, MAP_KINDS.places, parsePlaces({ list }).list!, seen),
      removeDepartments: seen => save({ ...change, how: 'removed' }, MAP_KINDS.departments, undefined, seen),
      removePlaces: seen => save({ ...change, how: 'removed' }, MAP_KINDS.places, undefined, seen)
    })
  }
}

function partOf<V>(kept: Kept<V> | undefined, settings: readonly V[]): MapPart<V> {
  const part: MapPart<V> = kept?.list ? { list: kept.list, origin: 'kept' } : { list: settings, origin: 'settings' }
  return kept ? { ...part, tag: tagOf(kept) } : part
}
