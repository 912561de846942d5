import { eventUnknown, HuiyinError } from '@huiyin/domain/errors.ts'
import { EventType } from '@huiyin/schemas/event.ts'

type Parse<E> = (value: unknown) => E

const TYPES: ReadonlySet<string> = new Set(EventType.anyOf.map(({ const: type }) => type))
const KNOWN = EventType.anyOf[0].const

/**
 * The same parser of events; an event that is whole but for a type which this release does not know throws
 * EVENT_UNKNOWN: it is not unreadable, it was written by a later release, and who skips it would lose it.
 */
export const knowingTypes =
  <E>(parse: Parse<E>): Parse<E> =>
  value => {
    try {
      return parse(value)
    } catch (error) {
      const type = (value as { type?: unknown } | null)?.type
      if (typeof type === 'string' && !TYPES.has(type) && isWhole(parse, value)) throw eventUnknown(type)
      throw error
    }
  }

function isWhole<E>(parse: Parse<E>, value: unknown): boolean {
  try {
    parse({ ...(value as object), type: KNOWN })
    return true
  } catch {
    return false
  }
}

export const isOfLaterRelease = (error: unknown): boolean =>
  error instanceof HuiyinError && error.code === 'EVENT_UNKNOWN'

/** For who only looks on and loses nothing by it: to them it is unreadable. */
export const skippingLater =
  <E>(parse: Parse<E>): Parse<E> =>
  value => {
    try {
      return parse(value)
    } catch (error) {
      if (isOfLaterRelease(error)) throw new TypeError((error as Error).message)
      throw error
    }
  }
