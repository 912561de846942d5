import type { Desk } from '@huiyin/ports/act.ts'
import type { Leases } from '@huiyin/ports/lease.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { CapabilityAbsent, Platform } from '@huiyin/ports/platform.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import type { Health } from './account-health.ts'

export interface AccountOf {
  platform: PlatformName
  account: string
}

export interface ResponderPorts {
  desk: Desk
  /** The platform of an account; undefined when it cannot be reached from here. */
  platform: (of: AccountOf) => Platform | undefined
  logger: Logger
  /** Whether it is one of the office's, even if it cannot be used now. */
  known?: (of: AccountOf) => boolean
  /** A person has paused it. */
  paused?: (of: AccountOf) => boolean
  /** Accounts are shared among several responders by these, under `nameOf`; absent: this is the only one. */
  leases?: Pick<Leases, 'holds' | 'stillHolds'>
  /** Until when looks at what is public have to wait for want of quota, UTC in ms; undefined: they need not. */
  looksWait?: (of: AccountOf, now: number) => number | undefined
  /** The platform has taken an interface from the account that is needed here: a person has to know. */
  capabilityAbsent?: (of: AccountOf, error: CapabilityAbsent) => Promise<void>
  /** When this installation took over from another, which may have sent what was approved before; ms UTC. */
  adoptedAt?: () => Promise<number | undefined>
  /** From 0 to 1, for jitter. */
  random?: () => number
  /** How long `tick` waits for accounts that take their time, in ms; they go on behind it. */
  patience?: number
}

/** One account at work: what is done for it is done one after the other. */
export interface Office {
  ports: ResponderPorts
  of: AccountOf
  name: string
  platform: Platform
  health: Health
}

export const RESPONDER = system('responder')

/** An account as its lease is named. */
export const nameOf = ({ platform, account }: AccountOf): string => `${platform}/${account}`

/** For the last step before the platform is touched. */
export const stillHolds = async ({ ports, name }: Office): Promise<boolean> =>
  ports.leases === undefined || (await ports.leases.stillHolds(name))
