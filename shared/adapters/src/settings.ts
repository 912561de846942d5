import { readFile } from 'node:fs/promises'
import { checkDepartments } from '@huiyin/domain/departments.ts'
import { settingsInvalid as invalid } from '@huiyin/domain/errors.ts'
import { checkPlaces } from '@huiyin/domain/places.ts'
import { CONFIG_VARIABLE, ENVIRONMENT, SECRETS, Settings } from '@huiyin/schemas/settings.ts'
import { Value } from 'typebox/value'
import { checkChannels, WEBHOOK, withSecrets } from './channels/settings.ts'
import { readAllowed } from './outbound/ranges.ts'
import { openVault } from './secrets/vault.ts'
import { singleSignOn } from './single-sign-on.ts'

/**
 * The settings of this deployment: defaults, then the file that HUIYIN_CONFIG names, then the environment.
 * Throws SETTINGS_INVALID that names the setting, what was expected and what came.
 */
export async function readSettings(environment: NodeJS.ProcessEnv): Promise<Settings> {
  const file = environment[CONFIG_VARIABLE]
  const settings = settingsOf(
    { ...(file ? await readConfig(file) : {}), ...(await fromEnvironment(environment)) },
    environment
  )
  openVault(settings) // what is wrong with its keys is said before anything is opened
  return settings
}

/** Settings from what was given, with defaults for the rest and the secrets that it names; throws as above. */
export function settingsOf(given: object, environment: NodeJS.ProcessEnv = {}): Settings {
  const settings = Value.Default(Settings, given)
  const { channels, alertWebhook } = settings as Partial<Settings>
  checkChannels(channels, alertWebhook === undefined ? [] : [WEBHOOK])
  const [error] = Value.Errors(Settings, settings)
  if (error) throw wrong(error, settings)
  const valid = settings as Settings
  if (valid.alertWebhook && !valid.alertSecret)
    throw invalid('HUIYIN_ALERT_WEBHOOK needs HUIYIN_ALERT_SECRET, which signs the messages')
  checkAssistant(valid)
  checkAllowed(valid)
  checkPlaces(valid.places)
  checkDepartments(valid.departments, valid.places)
  const oidc = valid.oidc && singleSignOn(valid.oidc, valid.publicUrl, environment)
  return { ...valid, channels: withSecrets(valid.channels, environment), ...(oidc && { oidc }) }
}

async function readConfig(file: string): Promise<object> {
  const text = await readFile(file, 'utf8').catch(error => {
    throw invalid(`${CONFIG_VARIABLE}: the file ${file} cannot be read (${error.code})`, error)
  })
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch (error) {
    throw invalid(`${CONFIG_VARIABLE}: the file ${file} is not JSON: ${(error as Error).message}`, error)
  }
  throw invalid(`${CONFIG_VARIABLE}: the file ${file} must hold one JSON object`)
}

async function fromEnvironment(environment: NodeJS.ProcessEnv): Promise<Record<string, unknown>> {
  const given: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(await withSecretFiles(environment))) {
    if (!name.startsWith('HUIYIN_') || name === CONFIG_VARIABLE || value === undefined) continue
    if (!isSetting(name)) throw invalid(`${name} is not a setting; there are ${Object.keys(ENVIRONMENT).join(', ')}`)
    given[ENVIRONMENT[name]] = READ[name]?.(value) ?? value
  }
  return given
}

/** The environment with what stands in the files that NAME_FILE names. */
async function withSecretFiles(environment: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  const whole = { ...environment }
  for (const name of SECRETS) {
    const file = environment[`${name}_FILE`]
    if (file === undefined) continue
    if (environment[name] !== undefined) throw invalid(`${name} and ${name}_FILE: expected one of them; both are there`)
    delete whole[`${name}_FILE`]
    whole[name] = await readSecret(`${name}_FILE`, file)
  }
  return whole
}

async function readSecret(name: string, file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(error => {
    throw invalid(`${name}: the file ${file} cannot be read (${error.code})`, error)
  })
  const secret = text.replace(/\r?\n$/, '')
  if (secret === '') throw invalid(`${name}: expected a secret in the file ${file}; it is empty`)
  return secret
}

function numberOr(value: string): number | string {
  return /^\d+$/.test(value) ? Number(value) : value
}

/** What is no text in the settings. */
const READ: { [name: string]: (value: string) => unknown } = {
  HUIYIN_PORT: numberOr,
  HUIYIN_HEALTH_PORT: numberOr,
  HUIYIN_LOG_DAYS: numberOr,
  HUIYIN_BACKUP_DAYS: numberOr,
  HUIYIN_COMMENT_DAYS: numberOr,
  HUIYIN_LOG_WARN_MEGABYTES: numberOr,
  HUIYIN_ALLOW_PRIVATE: value => value.split(',').filter(one => one.trim() !== '')
}

function checkAllowed({ allowPrivate }: Settings): void {
  try {
    readAllowed(allowPrivate)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw invalid(`HUIYIN_ALLOW_PRIVATE: ${error.message}`, error)
  }
}

function checkAssistant({ assistantUrl, assistantModel }: Settings): void {
  if ((assistantUrl === undefined) !== (assistantModel === undefined))
    throw invalid('HUIYIN_ASSISTANT_URL and HUIYIN_ASSISTANT_MODEL: expected both, or none; one is there')
}

const isSetting = (name: string): name is keyof typeof ENVIRONMENT => name in ENVIRONMENT

function wrong({ instancePath, message }: { instancePath: string; message: string }, settings: unknown) {
  const [, key = '', ...rest] = instancePath.split('/')
  if (!(key in Settings.properties)) return invalid(`"${key}" is not a setting of the configuration file`)
  const [name = key] = Object.entries(ENVIRONMENT).find(([, setting]) => setting === key) ?? []
  const { description = '' } = Settings.properties[key as keyof Settings] as { description?: string }
  const came = /^key$|assistantKey|apiKey|passphrase|password|secret|accounts|channels|oidc/i.test(key)
    ? ''
    : `; it is ${shown(valueAt(settings, [key, ...rest]))}`
  const place = rest.length > 0 ? ` at /${rest.join('/')}` : ''
  const what = message === UNKNOWN_PROPERTY ? 'is not known' : message
  return invalid(`${name}${place} ${what}${came}. ${description}`.trim())
}

/** How the validator says that a property is in no schema. */
const UNKNOWN_PROPERTY = 'schema is false'
const MOST_SHOWN = 200

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value)

function shown(value: unknown): string {
  const text = (JSON.stringify(value) ?? 'nothing').replace(/\/\/[^/@]*@/g, '//…@') // a password in an address
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}
