const DAY = 86_400_000

/** Wall time of one IANA zone; instants are UTC in ms, wall times are the ms that UTC would show them at. */
export interface Zone {
  toWall: (instant: number) => number
  /**
   * The instant of a wall time. Where clocks go back and it comes twice, the first; where they go forward and it
   * never comes, the instant of the change. It never falls when the wall time rises.
   */
  toInstant: (wall: number) => number
}

const zones = new Map<string, Zone>()

/** Throws a RangeError for a name that is no zone. */
export function zoneNamed(name: string): Zone {
  const known = zones.get(name)
  if (known) return known
  const zone = openZone(name)
  zones.set(name, zone)
  return zone
}

function openZone(name: string): Zone {
  const offsetAt = offsetsOf(name)
  const byDay = new Map<number, number>() // offsets at 00:00 UTC: most days have one offset from end to end
  const offsetOfDay = (day: number) => {
    let offset = byDay.get(day)
    if (offset === undefined) {
      offset = offsetAt(day * DAY)
      if (byDay.size > 10_000) byDay.clear()
      byDay.set(day, offset)
    }
    return offset
  }
  return {
    toWall(instant) {
      const day = Math.floor(instant / DAY)
      const offset = offsetOfDay(day)
      return instant + (offset === offsetOfDay(day + 1) ? offset : offsetAt(instant))
    },
    toInstant(wall) {
      const day = Math.floor(wall / DAY)
      const before = offsetOfDay(day - 1)
      const after = offsetOfDay(day + 2)
      if (before === after && before === offsetOfDay(day) && before === offsetOfDay(day + 1)) return wall - before
      const asBefore = wall - before
      if (offsetAt(asBefore) === before) return asBefore
      const asAfter = wall - after
      if (offsetAt(asAfter) === after) return asAfter
      return changeBetween(offsetAt, asAfter, asBefore)
    }
  }
}

/** The first instant after `early` with another offset, by halves. */
function changeBetween(offsetAt: (instant: number) => number, early: number, late: number): number {
  const offset = offsetAt(early)
  let [below, above] = [early, late]
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2)
    if (offsetAt(middle) === offset) below = middle
    else above = middle
  }
  return above
}

function offsetsOf(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
  })
  return instant => {
    const second = Math.floor(instant / 1000) * 1000
    const parts: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(second)) parts[type] = Number(value)
    const { year = 0, month = 1, day, hour, minute, second: seconds } = parts
    return Date.UTC(year, month - 1, day, hour, minute, seconds) - second
  }
}
