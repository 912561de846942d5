import { userInfo } from 'node:os'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { checkAccount } from '@huiyin/domain/accounts/check-account.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import { ACCOUNT_FIELDS } from '@huiyin/schemas/account-fields.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import type { AccountState } from '@huiyin/schemas/stored-account.ts'
import { gatherCredentials, openOnly, pairOf, type Values } from './accounts/credentials.ts'
import type { AccountDesk } from './accounts/desk.ts'
import { accountsText, findingsText, problemsText } from './accounts/text.ts'
import { terminalLogger } from './terminal.ts'
import { inWorld, isOwned, officeFolder, type Place, standingFolder } from './world.ts'

export interface AddOptions {
  platform: PlatformName
  id: string
  name: string
  api?: string
  since?: string
  credential: string[]
  option: string[]
  credentialsFile?: string
}

/** Adds an account; answers what the person reads. */
export async function accountAddCommand(options: AddOptions, now: number, signal: AbortSignal): Promise<string> {
  const account = await accountFrom(options, now)
  const problems = checkAccount(account, now)
  if (problems.some(({ refuses }) => refuses))
    throw new HuiyinError('ACCOUNT_INVALID', `nothing was added\n${problemsText(problems).trimEnd()}`)
  const place = await withAccounts('office', signal, async (desk, place) => {
    await desk.add(account, who())
    return place
  })
  const { platform, id, name } = account
  return (
    `${problemsText(problems)}${name} (${platform} ${id}) is added; ${BEGINS[place]}.\n` +
    `See what it may do: huiyin account check ${platform} ${id}\n`
  )
}

const BEGINS: Record<Place, string> = {
  server: 'Huiyin runs and reads it within seconds',
  here: 'it is read as soon as Huiyin is started (a demonstration that runs now is ended first)',
  engines: 'the collectors read it within seconds'
}

async function accountFrom(options: AddOptions, now: number): Promise<Account> {
  const { platform, id, name, api, since, credential, option, credentialsFile: file } = options
  const given = openOnly(platform, credential)
  const credentials = await gatherCredentials({
    platform,
    given,
    file,
    input: process.stdin,
    output: process.stderr
  })
  const chosen = Object.fromEntries(option.map(pairOf))
  return {
    platform,
    id,
    name,
    credentials: filled(credentials),
    since: since === undefined ? now : instantOf(since),
    ...(api !== undefined && { api: addressOf(api) }),
    ...(Object.keys(chosen).length > 0 && { options: chosen })
  }
}

const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))

function addressOf(api: string): string {
  if (URL.canParse(api)) return api
  throw new HuiyinError(
    'INVALID_REQUEST',
    `Expected --api as a whole address such as https://mastodon.example; "${api}" came`
  )
}

function instantOf(since: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(since) ? Date.parse(`${since}T00:00:00+08:00`) : Number.NaN
  if (at >= 0) return at
  throw new HuiyinError('INVALID_REQUEST', `Expected --since as a day such as 2026-11-21; "${since}" came`)
}

export const accountListCommand = (now: number, signal: AbortSignal): Promise<string> =>
  withAccounts('standing', signal, async desk => accountsText(await desk.list(), now))

export interface Checked {
  text: string
  ok: boolean
}

export async function accountCheckCommand(platform: string, id: string, signal: AbortSignal): Promise<Checked> {
  const findings = await withAccounts('standing', signal, desk => desk.check({ platform, id }))
  return { text: findingsText(findings), ok: findings.every(({ ok }) => ok) }
}

export async function accountStateCommand(
  { platform, id, state }: { platform: string; id: string; state: AccountState },
  signal: AbortSignal
): Promise<string> {
  await withAccounts('standing', signal, desk => desk.setState({ platform, id }, state, who()))
  return `${platform} ${id}: ${STATES[state]}.\n`
}

const STATES: Record<AccountState, string> = {
  active: 'it is read and answered again',
  paused: 'nothing is read or sent until huiyin account resume',
  retired: 'it is not used any more; its tickets stay'
}

/** What an account of this platform needs, for the help. */
export function fieldsText(platform: PlatformName): string {
  const { credentials, options } = ACCOUNT_FIELDS[platform]
  return [...credentials, ...options]
    .map(
      ({ name, words, required, oneOf }) =>
        `  ${name}: ${words.zh} / ${words.en}${required ? '' : ' (optional)'}${oneOf ? ` [${oneOf.join('|')}]` : ''}\n`
    )
    .join('')
}

const who = () => `cli:${userInfo().username}`

/** `office`: made where there is none yet; `standing`: the one that is there. */
async function withAccounts<T>(
  where: 'office' | 'standing',
  signal: AbortSignal,
  work: (desk: AccountDesk, place: Place) => Promise<T>
): Promise<T> {
  const settings = await readSettings(process.env)
  const ours = where === 'office' ? officeFolder : standingFolder
  const folder = isOwned(settings) ? ours(settings) : settings.data
  const options = { settings, folder, logger: terminalLogger, signal, services: false }
  return inWorld(options, ({ accounts, place }) => work(accounts, place))
}
