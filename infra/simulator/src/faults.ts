import type { Bend } from './answer.ts'

/**
 * What goes wrong on purpose with the next requests.
 * `error`: the platform's own error code. `http`: a bare status. `garbage`: a body that is no JSON.
 * `delay`: answered late. `cut`: done, but the answer breaks off in the middle.
 * `silence`: done, but never answered. `refuse`: the connection is closed before anything is done.
 * `slow`: every answer is late. `overlap`: pages begin `rows` rows earlier than they should.
 * `endless`: lists repeat their last page for ever. These three go together with each other and with those above.
 */
export type Fault =
  | { kind: 'error'; code: number; message?: string }
  | { kind: 'http'; status: number; retryAfter?: string }
  | { kind: 'garbage' }
  | { kind: 'delay'; ms: number }
  | { kind: 'cut' }
  | { kind: 'silence' }
  | { kind: 'refuse' }

export type Lasting =
  | { kind: 'slow'; ms: number }
  | { kind: 'overlap'; rows: number }
  | { kind: 'endless'; cursor: 'moving' | 'standing' }

export type FaultOrder = (Fault | Lasting) & {
  /** How many requests it hits; absent: all, until healed. */
  times?: number
  /** Only requests whose path contains this. */
  path?: string
}

/** What a request meets. */
export interface Met {
  fault?: Fault
  /** The answer is late by so many ms. */
  slow: number
  bend: Bend
}

export interface Faults {
  /** Throws RangeError, in words, for what is no fault. */
  order: (fault: FaultOrder) => void
  /** What this request meets, which is then used up by one. */
  take: (path: string) => Met
  clear: () => void
}

export const FAULTS = [
  'error',
  'http',
  'garbage',
  'delay',
  'cut',
  'silence',
  'refuse',
  'slow',
  'overlap',
  'endless'
] as const satisfies FaultOrder['kind'][]

export function createFaults(): Faults {
  const orders: (FaultOrder & { left: number })[] = []

  function use(order: (typeof orders)[number]) {
    order.left -= 1
    if (order.left <= 0) orders.splice(orders.indexOf(order), 1)
  }

  return {
    order: fault => {
      if (!FAULTS.includes(fault.kind)) {
        throw new RangeError(`kind must be one of ${FAULTS.join(', ')}; got ${JSON.stringify(fault.kind)}`)
      }
      orders.push({ ...fault, left: fault.times ?? Number.POSITIVE_INFINITY })
    },
    take: path => {
      const met: Met = { slow: 0, bend: {} }
      for (const order of orders.filter(order => order.path === undefined || path.includes(order.path))) {
        if (order.kind === 'slow') met.slow += order.ms
        else if (order.kind === 'overlap') met.bend.overlap = order.rows
        else if (order.kind === 'endless') met.bend.endless = order.cursor
        else if (met.fault) continue
        else met.fault = order
        use(order)
      }
      return met
    },
    clear: () => {
      orders.length = 0
    }
  }
}
