import { existsSync } from 'node:fs'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { kafkaFindings, storeFindings } from './doctor/engines.ts'
import { type Finding, fail, findingsPage, ok, warn } from './doctor/finding.ts'
import {
  clockFinding,
  diskFinding,
  folderFinding,
  memoryFinding,
  nodeFinding,
  portFinding,
  printingFindings
} from './doctor/machine.ts'
import { channelPlaces, placeFindings, platformPlaces } from './doctor/outside.ts'
import { keyFinding, tlsFindings } from './doctor/secrets.ts'
import { inWorld, isOwned, officeFolder } from './world.ts'

export interface DoctorOptions {
  json?: boolean
  /** Only what would keep it from starting, and nothing beyond this machine. */
  beforeStart?: boolean
}

/** Looks at everything that Huiyin needs and changes nothing. `well` when nothing is to be mended. */
export async function doctorCommand(
  options: DoctorOptions,
  signal: AbortSignal
): Promise<{ text: string; well: boolean }> {
  const findings = await look(options, signal)
  const shown = options.beforeStart ? findings.filter(({ level }) => level === 'fail') : findings
  const well = findings.every(({ level }) => level !== 'fail')
  const text = options.json
    ? `${JSON.stringify({ well, findings: shown }, undefined, 2)}\n`
    : shown.length > 0
      ? findingsPage(shown)
      : ''
  return { text, well }
}

async function look({ beforeStart = false }: DoctorOptions, signal: AbortSignal): Promise<Finding[]> {
  const machine = [nodeFinding(), memoryFinding()]
  const settings = await readSettings(process.env).catch((error: Error) => error)
  if (settings instanceof Error) return [...machine, fail('settings', settings.message, 'set what it names')]
  const near = [
    ...machine,
    ok('settings', `log ${placeOf(settings.log)}, store ${placeOf(settings.store)}`),
    await diskFinding(settings.data),
    await folderFinding(settings.data),
    await portFinding('port', settings.host, settings.port),
    ...(settings.healthPort === 0 ? [] : [await portFinding('health port', settings.healthHost, settings.healthPort)]),
    keyFinding(settings),
    ...tlsFindings(settings, Date.now())
  ]
  if (beforeStart) return near
  const engines = [...(await kafkaFindings(settings)), ...(await storeFindings(settings))]
  const away = engines.some(({ level }) => level === 'fail')
  return [
    ...near,
    await clockFinding(),
    ...(await printingFindings(settings)),
    ...engines,
    ...(await outside(settings, away, signal))
  ]
}

const placeOf = (address: string) =>
  address === 'sqlite' ? 'in the data folder' : address.replace(/\/\/[^/@]*@/, '//')

async function outside(settings: Settings, away: boolean, signal: AbortSignal): Promise<Finding[]> {
  const channels = channelPlaces(settings)
  const none = warn(
    'alerts',
    'no channel in the settings',
    'name one in HUIYIN_CONFIG, or alerts stand on the page only'
  )
  const accounts = await accountsOf(settings, away, signal)
  return [
    ...(Array.isArray(accounts) ? await placeFindings(platformPlaces(accounts)) : [accounts]),
    ...(channels.length === 0 ? [none] : await placeFindings(channels))
  ]
}

/** Those of the settings, and those that people added, where what keeps them can be asked. */
async function accountsOf(settings: Settings, away: boolean, signal: AbortSignal): Promise<Account[] | Finding> {
  const folder = officeFolder(settings)
  if (away || (isOwned(settings) && !existsSync(folder))) return settings.accounts
  try {
    const options = { settings, folder, logger: silent, signal, services: false }
    const listed = await inWorld(options, ({ accounts }) => accounts.list())
    return listed.map(({ account }) => account as Account)
  } catch (error) {
    return warn('accounts', `they cannot be read: ${(error as Error).message}`, 'see what the rest says')
  }
}
