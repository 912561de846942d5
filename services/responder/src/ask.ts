import { CapabilityAbsent, PlatformError, PostGone } from '@huiyin/ports/platform.ts'
import type { Trouble } from '@huiyin/schemas/ticket.ts'
import type { Wait } from './account-health.ts'
import { troubleOf } from './meaning.ts'
import type { Office } from './office.ts'

/** How often an account is tried that only a person can mend, in ms. */
const STOPPED_FOR = 5 * 60_000

/** Nothing came of it, and never will like this. */
export type Refused = { outcome: 'refused'; code: string; message: string; why: Trouble }
export type Asked<T> = { outcome: 'answered'; value: T } | { outcome: 'waits'; wait: Wait } | Refused

/** Asks the platform; what it says of the account is kept, and an error that is no platform's is thrown on. */
export async function ask<T>(office: Office, work: () => Promise<T>): Promise<Asked<T>> {
  const { health, name } = office
  try {
    const value = await work()
    health.well(name)
    return { outcome: 'answered', value }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    if (error instanceof CapabilityAbsent) await office.ports.capabilityAbsent?.(office.of, error)
    return meaningOf(office, error)
  }
}

function meaningOf(office: Office, error: PlatformError): Refused | { outcome: 'waits'; wait: Wait } {
  const { code, message, advice } = error
  if (error instanceof PostGone) return { outcome: 'refused', code, message, why: 'post-gone' }
  if (error instanceof CapabilityAbsent) return { outcome: 'refused', code, message, why: 'no-reply' }
  if (advice === 'bug')
    return { outcome: 'refused', code, message, why: troubleOf(office.of.platform, code, 'refused') }
  const why = advice === 'retry' ? 'platform-away' : 'account-stopped'
  const after = advice === 'retry' ? error.retryAfterMs : STOPPED_FOR
  return { outcome: 'waits', wait: later(office, { code, message, why, after }) }
}

/** The platform wants to be asked later: nothing else is asked of this account before. */
export function later(
  { health, name, of, ports }: Office,
  { code, message, why, after }: { code: string; message: string; why: Trouble; after?: number | undefined }
): Wait {
  const known = troubleOf(of.platform, code, why)
  return health.failed(name, { code, message, why: known, after }, ports.desk.clock.now())
}
