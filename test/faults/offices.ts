import type { Account } from '@huiyin/schemas/account.ts'
import { demoAccounts } from '@huiyin/simulator/demo.ts'
import { ALL_OFFICES } from '@huiyin/simulator/offices.ts'
import type { Simulator } from '@huiyin/simulator/simulator.ts'
import type { Office, PlatformKind } from '@huiyin/simulator/things.ts'

const KINDS: ReadonlySet<PlatformKind> = new Set(['wechat', 'weibo', 'douyin', 'mastodon'])

/** So many offices at each of four platforms. */
export const officesOf = (each: number): Office[] =>
  ALL_OFFICES.filter(({ platform }) => KINDS.has(platform)).flatMap(office =>
    Array.from({ length: each }, (_, n) => ({
      ...office,
      id: `${office.id.slice(0, -2)}${10 + n}`,
      name: `${office.name}${n}`,
      secret: `${office.secret}${n}`,
      ...(office.refresh !== undefined && { refresh: `${office.refresh}${n}` })
    }))
  )

/** Their accounts as one process reaches them: at `api`, watched at the given delay (ms). */
export function accountsAt(
  simulator: Simulator,
  api: string,
  { now, delay }: { now: number; delay: number }
): Account[] {
  return demoAccounts({ ...simulator, url: api }, now).map(({ demo: _, ...account }) => ({
    ...account,
    delay: { fresh: delay, old: delay }
  }))
}
