/**
 * What goes wrong on purpose with the next requests.
 * `error`: the platform's own error code. `http`: a bare status. `garbage`: a body that is no JSON.
 * `delay`: answered late. `cut`: done, but the answer breaks off in the middle.
 * `silence`: done, but never answered. `refuse`: the connection is closed before anything is done.
 */
export type Fault =
  | { kind: 'error'; code: number; message?: string }
  | { kind: 'http'; status: number; retryAfter?: string }
  | { kind: 'garbage' }
  | { kind: 'delay'; ms: number }
  | { kind: 'cut' }
  | { kind: 'silence' }
  | { kind: 'refuse' }

export type FaultOrder = Fault & {
  /** How many requests it hits. */
  times: number
  /** Only requests whose path contains this. */
  path?: string
}

export interface Faults {
  order: (fault: FaultOrder) => void
  /** The fault that this request meets, which is then used up by one. */
  take: (path: string) => Fault | undefined
  clear: () => void
}

export function createFaults(): Faults {
  const orders: FaultOrder[] = []
  return {
    order: fault => {
      orders.push({ ...fault })
    },
    take: path => {
      const at = orders.findIndex(order => order.path === undefined || path.includes(order.path))
      const found = orders[at]
      if (!found) return undefined
      found.times -= 1
      if (found.times <= 0) orders.splice(at, 1)
      return found
    },
    clear: () => {
      orders.length = 0
    }
  }
}
