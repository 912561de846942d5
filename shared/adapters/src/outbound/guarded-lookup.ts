import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { checkAddress } from './check-url.ts'
import { type Allowed, withoutDot } from './ranges.ts'

/** As node:dns resolves when it is asked for all addresses; tests bring their own. */
export type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  told: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void
) => void

const system: Resolve = (host, options, told) => void systemLookup(host, options, told)

/**
 * Resolves a name for a socket: what it answers is what the socket connects to, so that a name cannot be one address
 * when it is checked and another when it is used. One forbidden address among several forbids the name.
 */
export const guardedLookup =
  (allowed: Allowed, resolve: Resolve = system): LookupFunction =>
  (host, options, told) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return told(error, '')
      const problem = problemOf(host, found, allowed)
      if (problem) return told(problem, '')
      const [first] = found
      if (options.all) told(null, found)
      else if (first) told(null, first.address, first.family)
      else told(Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' }), '')
    })
  }

function problemOf(host: string, found: readonly LookupAddress[], allowed: Allowed): Error | undefined {
  if (allowed.hosts.has(withoutDot(host.toLowerCase()))) return
  try {
    for (const { address } of found) checkAddress(host, address, allowed)
  } catch (error) {
    return error as Error
  }
}
