import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type House, openHouse, together } from '@huiyin/adapters/house.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { corrections } from '@huiyin/ports/corrections.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { OpenReading } from '@huiyin/ports/office-map.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { accountDesk } from './accounts/desk.ts'
import { keyDesk } from './accounts/key-desk.ts'
import { adoptHere } from './adopt.ts'
import { appraisalDesk } from './appraisals/desk.ts'
import { archiveDesk } from './archives/desk.ts'
import { auditDesk } from './audit/desk.ts'
import { backfillDesk } from './backfills/desk.ts'
import { tellBackup } from './backup/tell.ts'
import { type Control, connectControl } from './control/client.ts'
import { erasureDesk } from './erasures/desk.ts'
import { logDoor } from './import/door.ts'
import { parkedDesk } from './parked.ts'
import { rebuildDesk } from './rebuild/desk.ts'
import { reportDesk } from './reports/desk.ts'
import { makesHere } from './reports/make-here.ts'
import { retentionDesk } from './retention/desk.ts'
import { rulesInForce } from './rules-in-force.ts'
import { calendarsBy, settingsAtTerminal } from './settings/at-terminal.ts'
import { userDesk } from './users/desk.ts'
import { who } from './who.ts'

/** Where a command works: in the process that owns the folder, in this one, or beside services that run elsewhere. */
export type Place = 'server' | 'here' | 'engines'

/** What commands work with, wherever that is. */
export type World = { place: Place } & Omit<Control, 'close'>

export interface WorldOptions {
  settings: Settings
  logger: Logger
  signal: AbortSignal
  /** Of an embedded deployment. */
  folder: string
  /** The work needs a classifier and a desk: where no process owns the folder, this one runs them meanwhile. */
  services: boolean
  /** How the classifier reads by departments and places, where somebody changes them. */
  reading?: OpenReading
}

export const officeFolder = ({ data }: Settings) => join(data, 'office')

/** The folder that stands: the office's, or that of the demonstration. Throws INVALID_REQUEST when there is none yet. */
export function standingFolder({ data }: Settings): string {
  const found = ['office', 'demo'].map(name => join(data, name)).find(existsSync)
  if (found) return found
  throw new HuiyinError('INVALID_REQUEST', `Nothing is kept in ${data} yet; npm start or huiyin import makes it`)
}

/** One process at a time may have it open. */
export const isOwned = ({ log, store }: Settings) => log === 'sqlite' || store === 'sqlite'

/**
 * Opens what this deployment keeps and does the work there. One process owns a folder: when it runs the work is
 * handed to it; when none runs this process does it, and classifies and stores by itself if that is needed.
 */
export async function inWorld<T>(
  options: WorldOptions,
  work: (world: World, signal: AbortSignal) => Promise<T>
): Promise<T> {
  const { settings, folder, logger, signal } = options
  const owned = isOwned(settings)
  const server = owned ? await connectControl(folder) : undefined
  if (server) {
    try {
      return await abortable(work({ place: 'server', ...server }, signal), signal)
    } finally {
      server.close()
    }
  }
  const { reading } = options
  const house = await openHouse({ settings, folder, logger, ...(reading && { reading }) })
  try {
    return owned && options.services
      ? await here(house, options, work)
      : await work(worldOf(owned ? 'here' : 'engines', house, signal), signal)
  } finally {
    await house.close()
  }
}

async function here<T>(
  house: House,
  options: WorldOptions,
  work: (world: World, signal: AbortSignal) => Promise<T>
): Promise<T> {
  const { start: classifier } = await import('@huiyin/classifier/main.ts')
  const { start: desk } = await import('@huiyin/desk/main.ts')
  const done = new AbortController()
  await house.rulebook.refresh() // the desk decides by what the office keeps
  let result: { value: T } | undefined
  await together(AbortSignal.any([options.signal, done.signal]), [
    signal => classifier(house, signal),
    signal => desk(house, signal),
    async signal => {
      try {
        result = { value: await work(worldOf('here', house, signal), signal) }
      } finally {
        done.abort()
      }
    }
  ])
  if (result) return result.value
  throw options.signal.reason
}

const worldOf = (place: Place, house: House, signal: AbortSignal): World => ({
  place,
  door: logDoor({ ...house, signal }),
  parked: parkedDesk({ ...house, records: house.store.records }),
  corrections: () => corrections(house.store.records, house.store.comments),
  calendars: calendarsBy(house, who()),
  rules: () => rulesInForce({ ...house, records: house.store.records }),
  adopt: () => adoptHere(house),
  accounts: accountDesk({ ...house, records: house.store.records }),
  keys: keyDesk({ ...house, records: house.store.records }),
  backfills: backfillDesk({ ...house, records: house.store.records }),
  users: userDesk({ ...house, records: house.store.records }),
  audit: auditDesk(house),
  rebuilds: rebuildDesk(house),
  backedUp: tellBackup(house),
  retention: retentionDesk(house),
  archives: archiveDesk(house),
  erasures: erasureDesk(house),
  reports: { ...reportDesk(house), ...(place === 'here' && { round: makesHere(house) }) },
  appraisals: appraisalDesk(house),
  kept: settingsAtTerminal({ ...house, records: house.store.records })
})

/** The work ends in the server as soon as the connection does. */
function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  return Promise.race([work, aborted])
}
