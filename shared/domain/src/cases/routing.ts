import type { Dispatch, Ticket } from '@huiyin/schemas/ticket.ts'

/** ms of natural time in which a ticket stood still between departments (R24). */
export type Routing = {
  /** With departments that sent it back, and with nobody after that: charged to the routing. */
  routing: number
  /** With nobody, after it was sent back. */
  ownerless: number
  departments: DepartmentRouting[]
}

/** `unsigned`: dispatched there and not signed for. `bouncing`: with them until they sent it back. */
export type DepartmentRouting = { department: string; unsigned: number; bouncing: number }

/** How the dispatches that a ticket keeps went, up to `now` (UTC in ms). The departments stand in order of dispatch. */
export function routing({ dispatches, cycles }: Pick<Ticket, 'dispatches' | 'cycles'>, now: number): Routing {
  const departments = new Map<string, DepartmentRouting>()
  let ownerless = 0
  for (const [i, one] of dispatches.entries()) {
    const { department } = one
    const { unsigned, bouncing } = departments.get(department) ?? { unsigned: 0, bouncing: 0 }
    departments.set(department, {
      department,
      unsigned: unsigned + (signedOrEnded(one) ?? now) - one.dispatchedAt,
      bouncing: bouncing + (one.bounce ? one.bounce.at - one.dispatchedAt : 0)
    })
    if (one.bounce) ownerless += Math.max(0, untilOwned(one, dispatches[i + 1], cycles, now) - one.bounce.at)
  }
  const found = [...departments.values()]
  return { routing: found.reduce((sum, { bouncing }) => sum + bouncing, ownerless), ownerless, departments: found }
}

const signedOrEnded = ({ signedAt, endedAt }: Dispatch) => signedAt ?? endedAt

/** When somebody had it again, or nobody needed to. */
function untilOwned({ cycle }: Dispatch, next: Dispatch | undefined, cycles: Ticket['cycles'], now: number): number {
  const closedAt = cycles.find(({ n }) => n === cycle)?.closedAt
  return Math.min(next?.dispatchedAt ?? now, closedAt ?? now)
}
