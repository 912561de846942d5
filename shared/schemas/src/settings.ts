import { type Static, Type } from 'typebox'
import { Account } from './account.ts'
import { ChannelSettings } from './channel-settings.ts'
import { Department, Place } from './departments.ts'
import { RateLimits } from './rate-limits.ts'
import { OidcSettings, SignInSettings } from './sign-in.ts'

const Url = (schemes: string) => Type.String({ pattern: `^(${schemes})://[^\\s]+$` })

/**
 * Every setting of the house. The environment gives them by the names in ENVIRONMENT;
 * a JSON file named by HUIYIN_CONFIG by the names here. The environment wins.
 */
export const Settings = Type.Object(
  {
    host: Type.String({
      default: '127.0.0.1',
      description: 'Address to listen on; nothing but this machine unless changed'
    }),
    port: Type.Integer({ minimum: 0, maximum: 65535, default: 8080, description: 'Port of the web page and the api' }),
    data: Type.String({ minLength: 1, default: './data', description: 'Folder for everything that is kept' }),
    log: Type.Union([Type.Literal('sqlite'), Url('kafka')], {
      default: 'sqlite',
      description: 'Where the log is: sqlite, or kafka://host:port,host:port'
    }),
    store: Type.Union([Type.Literal('sqlite'), Url('https?')], {
      default: 'sqlite',
      description: 'Where tickets and comments are kept: sqlite, or the address of Elasticsearch'
    }),
    prefix: Type.String({
      pattern: '^[a-z][a-z0-9-]{0,40}$',
      default: 'huiyin',
      description: 'First part of the names of topics and indices, so that two houses can share the engines'
    }),
    publicUrl: Type.Optional(
      Type.String({ ...Url('https?'), description: 'Address under which people open the page' })
    ),
    trustProxy: Type.Optional(
      Type.String({
        pattern: '^[0-9A-Za-z.:/, ]{1,500}$',
        description:
          'Addresses and ranges of the reverse proxies in front, which end TLS and say whom they pass on: loopback, or 10.0.0.4,10.1.0.0/16'
      })
    ),
    tlsCert: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'File with the certificate and its chain in PEM, where the house ends TLS itself; read anew when it changes'
      })
    ),
    tlsKey: Type.Optional(Type.String({ minLength: 1, description: 'File with the key of that certificate in PEM' })),
    insecure: Type.Union([Type.Literal('no'), Type.Literal('yes')], {
      default: 'no',
      description:
        'yes: listen beyond this machine without TLS; for closed test networks only, as passwords go in the clear'
    }),
    alertWebhook: Type.Optional(
      Type.String({
        ...Url('https?'),
        description: 'Address that is told of warnings and breaches: short for a channel of kind webhook'
      })
    ),
    alertSecret: Type.Optional(Type.String({ minLength: 16, description: 'Secret that signs those messages' })),
    heartbeatUrl: Type.Optional(
      Type.String({
        ...Url('https?'),
        description:
          'Address that is asked every minute as long as no alert is late; whoever watches it alarms when that ends'
      })
    ),
    key: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'Keys that the accounts’ credentials are sealed with: 32 bytes in base64 each, separated by commas; the first seals, all open'
      })
    ),
    keyFile: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'File with those keys, one per line, the newest first; without it secret.keys in the data folder, which is made when the first account is added'
      })
    ),
    allowPrivate: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
      default: [],
      maxItems: 100,
      description:
        'Hosts, addresses and ranges of the office’s own network that people may enter, as of a webhook or a server, and by http too: mastodon.intern,10.20.0.0/16; without it public addresses by https only'
    }),
    files: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'Folder for attachments, on a volume that all processes of the api share; attachments in the data folder when absent'
      })
    ),
    demo: Type.Union([Type.Literal('auto'), Type.Literal('on'), Type.Literal('off')], {
      default: 'auto',
      description:
        'Made-up citizens at a simulated platform: auto shows them while no account is configured and nothing was imported'
    }),
    logLevel: Type.Union(
      [
        Type.Literal('debug'),
        Type.Literal('info'),
        Type.Literal('warn'),
        Type.Literal('error'),
        Type.Literal('silent')
      ],
      { default: 'warn', description: 'How much is written to the standard error' }
    ),
    channels: Type.Array(ChannelSettings, {
      default: [],
      maxItems: 50,
      description:
        'Who is told of warnings and breaches: robots in WeCom, DingTalk and Feishu groups, mail, signed webhooks; by the file only'
    }),
    accounts: Type.Array(Account, { default: [], description: 'The office’s accounts; by the file only' }),
    signIn: Type.Object(SignInSettings.properties, {
      additionalProperties: false,
      default: {},
      description:
        'How long passwords (passwordDays, 0 for ever), idle sessions (idleMinutes), all sessions (absoluteHours) and people who do not sign in (unusedDays, 0 for ever) last; by the file only'
    }),
    limits: Type.Object(RateLimits.properties, {
      additionalProperties: false,
      default: {},
      description:
        'Requests a second that the api answers to one person (perPerson) and one token (perToken), 0 for all; by the file only'
    }),
    oidc: Type.Optional(
      Type.Object(OidcSettings.properties, {
        additionalProperties: false,
        description:
          'Single sign-on by OpenID Connect: issuer, clientId, clientSecretEnv (or clientSecret), name as people call it, and create, by which strangers are proposed; needs publicUrl, whose /api/oidc/callback the provider has to know; by the file only'
      })
    ),
    departments: Type.Array(Department, {
      default: [],
      maxItems: 500,
      description:
        'The office’s own departments, each with the classes, words and places it answers for; they count until some are saved in the house; by the file only'
    }),
    places: Type.Array(Place, {
      default: [],
      maxItems: 20_000,
      description:
        'The gazetteer: places with their aliases and what they lie within; they count until some are saved in the house; by the file only'
    })
  },
  { additionalProperties: false }
)
export type Settings = Static<typeof Settings>

/** Name in the environment of each setting that can be given there. */
export const ENVIRONMENT = {
  HUIYIN_HOST: 'host',
  HUIYIN_PORT: 'port',
  HUIYIN_DATA: 'data',
  HUIYIN_LOG: 'log',
  HUIYIN_STORE: 'store',
  HUIYIN_PREFIX: 'prefix',
  HUIYIN_PUBLIC_URL: 'publicUrl',
  HUIYIN_TRUST_PROXY: 'trustProxy',
  HUIYIN_TLS_CERT: 'tlsCert',
  HUIYIN_TLS_KEY: 'tlsKey',
  HUIYIN_INSECURE: 'insecure',
  HUIYIN_ALERT_WEBHOOK: 'alertWebhook',
  HUIYIN_ALERT_SECRET: 'alertSecret',
  HUIYIN_HEARTBEAT_URL: 'heartbeatUrl',
  HUIYIN_KEY: 'key',
  HUIYIN_KEY_FILE: 'keyFile',
  HUIYIN_FILES: 'files',
  HUIYIN_ALLOW_PRIVATE: 'allowPrivate',
  HUIYIN_DEMO: 'demo',
  HUIYIN_LOG_LEVEL: 'logLevel'
} as const satisfies Record<string, keyof Settings>

/** Names the file; not a setting itself. */
export const CONFIG_VARIABLE = 'HUIYIN_CONFIG'
