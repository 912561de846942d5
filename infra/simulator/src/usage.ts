import type { PlatformKind } from './things.ts'

/** What one account asked of its platform since the start. */
export interface AccountUse {
  platform: PlatformKind
  account: string
  calls: number
  /** So many of them were too often. */
  refused: number
  /** Calls by path. */
  paths: Record<string, number>
}

/** Counts the calls of all accounts. */
export interface Usage {
  called: (platform: PlatformKind, account: string, path: string) => void
  /** A call, counted already, was refused as too often. */
  refused: (platform: PlatformKind, account: string) => void
  of: (platform: PlatformKind, account: string) => AccountUse
}

export function createUsage(): Usage {
  const uses = new Map<string, AccountUse>()
  const of = (platform: PlatformKind, account: string) => {
    const key = `${platform}/${account}`
    const use = uses.get(key) ?? { platform, account, calls: 0, refused: 0, paths: {} }
    uses.set(key, use)
    return use
  }
  return {
    called: (platform, account, path) => {
      const use = of(platform, account)
      use.calls += 1
      use.paths[path] = (use.paths[path] ?? 0) + 1
    },
    refused: (platform, account) => {
      of(platform, account).refused += 1
    },
    of
  }
}
