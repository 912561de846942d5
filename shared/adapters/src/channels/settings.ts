import { settingsInvalid } from '@huiyin/domain/errors.ts'
import { CHANNEL_KINDS, type ChannelSettings } from '@huiyin/schemas/channel-settings.ts'
import { Value } from 'typebox/value'
import { isObject } from '../platforms/http.ts'

/** The name under which the webhook of the environment goes. */
export const WEBHOOK = 'webhook'

const KINDS = Object.keys(CHANNEL_KINDS)
const isKind = (kind: unknown): kind is keyof typeof CHANNEL_KINDS => typeof kind === 'string' && KINDS.includes(kind)

/**
 * Checks `channels` as it was given, each by its kind. Throws SETTINGS_INVALID that names the channel, what was
 * expected and where; a value is never shown, it may be a secret.
 * `taken`: names that other settings use.
 */
export function checkChannels(channels: unknown, taken: readonly string[]): void {
  if (!Array.isArray(channels)) return // the schema of all settings says so
  const names = new Set(taken)
  for (const [at, channel] of channels.entries()) {
    if (!isObject(channel)) throw settingsInvalid(`channels at /${at}: expected an object with name and kind`)
    const who = `channels at /${at}${typeof channel.name === 'string' ? ` ("${channel.name}")` : ''}`
    if (!isKind(channel.kind))
      throw settingsInvalid(`${who}: expected kind among ${KINDS.join(', ')}; it is ${JSON.stringify(channel.kind)}`)
    const [error] = Value.Errors(CHANNEL_KINDS[channel.kind], channel)
    if (error) throw settingsInvalid(`${who}: ${saying(error)}`)
    const name = String(channel.name)
    if (names.has(name)) throw settingsInvalid(`${who}: expected each name once; it came twice`)
    names.add(name)
  }
}

function saying({ instancePath, message }: { instancePath: string; message: string }): string {
  const where = instancePath.slice(1)
  if (message === 'schema is false') return `${where} is no setting of this kind`
  if (where.endsWith('Env'))
    return `${where} must be the name of an environment variable in capitals that does not begin with HUIYIN_`
  return where === '' ? message : `${where} ${message}`
}

type Secrets = 'url' | 'secret' | 'password'

/** The channels with the secrets that their `…Env` name, each address of the shape that its kind has. Throws as above. */
export function withSecrets(channels: readonly ChannelSettings[], environment: NodeJS.ProcessEnv): ChannelSettings[] {
  return channels.map(channel => {
    const resolved = (['url', 'secret', 'password'] as const).reduce<ChannelSettings>(
      (resolving, secret) => resolve(resolving, secret, environment),
      channel
    )
    checkAddress(resolved)
    return resolved
  })
}

function resolve(channel: ChannelSettings, secret: Secrets, environment: NodeJS.ProcessEnv): ChannelSettings {
  const { [`${secret}Env`]: variable, ...rest } = channel as ChannelSettings & Record<string, unknown>
  if (typeof variable !== 'string') return channel
  if (rest[secret] !== undefined) throw wrong(channel, `expected ${secret} or ${secret}Env; both came`)
  const value = environment[variable]?.trim()
  if (!value) throw wrong(channel, `${secret}Env names ${variable}, which is not set in the environment`)
  return { ...rest, [secret]: value } as ChannelSettings
}

const HERE = new Set(['127.0.0.1', 'localhost', '[::1]'])

function checkAddress(channel: ChannelSettings): void {
  if (channel.kind === 'smtp') {
    if ((channel.user === undefined) !== (channel.password === undefined))
      throw wrong(channel, 'expected user and password (or passwordEnv) together; one of them came')
    return
  }
  const { kind, url } = channel
  if (url === undefined) throw wrong(channel, 'expected url or urlEnv; none of them came')
  const parsed = URL.parse(url)
  if (!parsed) throw wrong(channel, `expected an address in url; it ends in "${masked(url)}"`)
  if (kind === 'webhook') {
    if ((channel.secret ?? '').length < SHORTEST)
      throw wrong(channel, `expected a secret of ${SHORTEST} characters or more`)
    return
  }
  if (parsed.protocol !== 'https:' && !HERE.has(parsed.hostname))
    throw wrong(channel, `expected an https address in url; it ends in "${masked(url)}"`)
  if (!SHAPES[kind].fits(parsed))
    throw wrong(channel, `expected a url like ${SHAPES[kind].example}; it ends in "${masked(url)}"`)
}

const SHORTEST = 16

const SHAPES = {
  wecom: {
    fits: ({ searchParams }: URL) => Boolean(searchParams.get('key')),
    example: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…'
  },
  dingtalk: {
    fits: ({ searchParams }: URL) => Boolean(searchParams.get('access_token')),
    example: 'https://oapi.dingtalk.com/robot/send?access_token=…'
  },
  feishu: {
    fits: ({ pathname }: URL) => /\/bot\/v2\/hook\/[^/]+$/.test(pathname),
    example: 'https://open.feishu.cn/open-apis/bot/v2/hook/…'
  }
}

const wrong = ({ name }: ChannelSettings, what: string) => settingsInvalid(`channels "${name}": ${what}`)

/** The last four characters of a secret. */
const masked = (secret: string) => `…${secret.slice(-4)}`
