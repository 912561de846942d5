import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { accountId } from '@huiyin/domain/ids.ts'
import { type AccountBook, openAccounts } from '@huiyin/ports/accounts.ts'
import { type Desk, openDesk } from '@huiyin/ports/act.ts'
import type { Channel } from '@huiyin/ports/channel.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Files } from '@huiyin/ports/files.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Meter } from '@huiyin/ports/meter.ts'
import { type OfficeMap, type OpenReading, openOfficeMap } from '@huiyin/ports/office-map.ts'
import type { Printer } from '@huiyin/ports/printer.ts'
import { openLedger, type QuotaLedger } from '@huiyin/ports/quota-ledger.ts'
import { openRulebook, type Rulebook } from '@huiyin/ports/rulebook.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { openChannels } from './channels/open.ts'
import { systemClock } from './clock.ts'
import { openPrinter } from './documents/printer.ts'
import { folderFiles } from './files/folder.ts'
import { openWorld, type World } from './open.ts'
import { type Outbound, outbound } from './outbound/outbound.ts'
import { enteredOf } from './outbound/warn-of-private.ts'
import { meterOf } from './platforms/meter.ts'
import { openPlatforms, type Platforms } from './platforms/open-platforms.ts'
import { recordTokens } from './platforms/token-records.ts'
import { type KeyedVault, openVault } from './secrets/vault.ts'
import { type Watch, watchWorld } from './watch/watch.ts'

/** Everything that the services of one process share. */
export interface House extends World {
  settings: Settings
  /** The folder of this deployment's data. */
  folder: string
  demo: boolean
  clock: Clock
  /** Rules and people; whoever runs the house keeps it fresh. */
  rulebook: Rulebook
  /** The office's departments and places; whoever runs the house keeps it fresh. */
  map: OfficeMap
  desk: Desk
  /** The accounts of the settings and those that people added; whoever runs the house keeps it fresh. */
  accounts: AccountBook
  vault: KeyedVault
  /** What is attached to tickets, outside the store. */
  files: Files
  /** Makes files of documents. */
  printer: Printer
  /** What was asked of each platform, by every process. */
  ledger: QuotaLedger
  /** Of an account as it stands now. */
  platform: Platforms
  channels: readonly Channel[]
  /** The way to addresses that people enter. */
  outbound: Outbound
  /** The page of a ticket by its number, when the house has a public address: a ticket's id holds the citizen's. */
  link: (number: string) => string | undefined
  logger: Logger
  /** Where what happens here is counted; the world's own calls are counted already. */
  meter: Meter
  watch: Watch
}

/** A service: resolves after the signal, once the work at hand is done; rejects when it cannot go on. */
export type Start = (house: House, signal: AbortSignal) => Promise<void>

export interface HouseOptions {
  settings: Settings
  folder: string
  logger: Logger
  /** Of the process: a service’s, `huiyin` where all run together. */
  name?: string
  demo?: boolean
  accounts?: readonly Account[]
  /** How the classifier reads by departments and places; absent: names are compared as they are written. */
  reading?: OpenReading
  /** Tests bring their own time. */
  clock?: Clock
}

/** Opens the world that the settings choose, and furnishes it. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { settings, folder, logger } = options
  const world = await openWorld(settings, logger, folder)
  try {
    return furnish(world, options)
  } catch (error) {
    await world.close() // else what it holds open keeps the process alive
    throw error
  }
}

/** A house over a world that is open already. */
export function furnish(open: World, options: HouseOptions): House {
  const { settings, folder, demo = false, accounts = settings.accounts } = options
  const clock = options.clock ?? systemClock(options.logger)
  const watch = watchWorld(open, { name: options.name ?? 'huiyin', logger: options.logger, folder, now: clock.now })
  const { world, logger, meter } = watch
  const channels = openChannels(settings, { clock, accounts })
  const names = channels.map(({ name }) => name)
  const { events } = world.logs
  const rulebook = openRulebook(world.store.records, { clock, events, channels: names, logger })
  const { departments, places } = settings
  const map = openOfficeMap(world.store.records, {
    ...{ clock, events, logger, settings: { departments, places } },
    ...(options.reading && { reading: options.reading })
  })
  const { tickets } = world.store
  const desk = openDesk({ tickets, events, clock, rules: rulebook.rules })
  const vault = openVault(settings)
  const book = openAccounts(world.store.records, { vault, clock, events, settings: accounts, logger })
  const ledger = openLedger(world.store.records, { holder: randomUUID(), clock })
  const tokens = (account: Account) => recordTokens(world.store.records, vault, accountId(account))
  const ways = outbound(settings)
  const guarded = ways.client()
  const given = new Set(accounts.map(accountId)) // by the settings, or the demonstration
  const http = (account: Account) =>
    given.has(accountId(account)) || enteredOf(account).length === 0 ? undefined : guarded
  const platform = openPlatforms({ accounts: book, clock, meter: meterOf(ledger), tokens, http, logger })
  return {
    ...world,
    settings,
    folder,
    demo,
    clock,
    rulebook,
    map,
    desk,
    accounts: book,
    vault,
    files: folderFiles(settings.files ?? join(folder, 'attachments')),
    printer: openPrinter(settings.chromium === undefined ? {} : { chromium: settings.chromium }),
    ledger,
    platform,
    channels,
    outbound: ways,
    link: number => settings.publicUrl && `${settings.publicUrl.replace(/\/$/, '')}/?tab=all&q=${number}`,
    logger,
    meter,
    watch,
    close: async () => {
      watch.close()
      await desk.publisher.idle()
      await world.close()
    }
  }
}

/** Runs several parts side by side; when one fails the others are told to end, and its error is thrown. */
export async function together(
  signal: AbortSignal,
  parts: readonly ((signal: AbortSignal) => Promise<void>)[]
): Promise<void> {
  const failed = new AbortController()
  const either = AbortSignal.any([signal, failed.signal])
  const results = await Promise.allSettled(
    parts.map(async part => {
      try {
        await part(either)
      } catch (error) {
        if (either.aborted && isAbort(error)) return
        failed.abort()
        throw error
      }
    })
  )
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

const isAbort = (error: unknown) => error instanceof Error && error.name === 'AbortError'
