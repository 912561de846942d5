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
      description:
        'Where tickets and comments are kept: sqlite, or the addresses of Elasticsearch, with commas between them'
    }),
    kafkaSecurityProtocol: Type.Optional(
      Type.Union(
        [Type.Literal('PLAINTEXT'), Type.Literal('SSL'), Type.Literal('SASL_PLAINTEXT'), Type.Literal('SASL_SSL')],
        {
          description:
            'How Kafka is spoken to: PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL; absent: by what else is given, SASL_SSL with a name, SSL with certificates, else PLAINTEXT'
        }
      )
    ),
    kafkaSaslMechanism: Type.Union(
      [Type.Literal('SCRAM-SHA-512'), Type.Literal('SCRAM-SHA-256'), Type.Literal('PLAIN')],
      { default: 'SCRAM-SHA-512', description: 'How we prove to Kafka who we are: SCRAM-SHA-512, SCRAM-SHA-256, PLAIN' }
    ),
    kafkaUsername: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'Our name at Kafka' })),
    kafkaPassword: Type.Optional(Type.String({ minLength: 1, maxLength: 1000, description: 'Our password at Kafka' })),
    kafkaCa: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'File with the certificate authorities (PEM) that vouch for Kafka; absent: those that Node knows'
      })
    ),
    kafkaCert: Type.Optional(
      Type.String({ minLength: 1, description: 'File with our certificate (PEM), where Kafka asks for one' })
    ),
    kafkaKey: Type.Optional(Type.String({ minLength: 1, description: 'File with the key of that certificate (PEM)' })),
    storeUsername: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'Our name at Elasticsearch, with a password' })
    ),
    storePassword: Type.Optional(
      Type.String({ minLength: 1, maxLength: 1000, description: 'Our password at Elasticsearch' })
    ),
    storeApiKey: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9+/_=-]{8,1000}$',
        description: 'API key of Elasticsearch, as its answer gives it under "encoded"; in place of name and password'
      })
    ),
    storeCa: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'File with the certificate authorities (PEM) that vouch for Elasticsearch; absent: those that Node knows'
      })
    ),
    prefix: Type.String({
      pattern: '^[a-z][a-z0-9-]{0,40}$',
      default: 'huiyin',
      description: 'First part of the names of topics and indices, so that two houses can share the engines'
    }),
    publicUrl: Type.Optional(
      Type.String({ ...Url('https?'), description: 'Address under which people open the page' })
    ),
    chromium: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 1000,
        description: 'Chromium, Chrome or Edge that prints reports as PDF; absent: the one that the machine has'
      })
    ),
    assistantUrl: Type.Optional(
      Type.String({
        ...Url('https?'),
        maxLength: 1000,
        description:
          'Base address of an endpoint as OpenAI’s that may propose replies, such as https://host/v1; absent: none does. Needs HUIYIN_ASSISTANT_MODEL; within the office’s own network also HUIYIN_ALLOW_PRIVATE'
      })
    ),
    assistantModel: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'Name of the model there' })
    ),
    assistantKey: Type.Optional(
      Type.String({ pattern: '^[\\x21-\\x7e]{1,1000}$', description: 'Key for it, where it wants one' })
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
        'yes: listen beyond this machine, and speak to Kafka and Elasticsearch there, without TLS; for closed test networks only, as passwords go in the clear'
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
    backup: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'Folder of the archive that huiyin backup writes into, on another disk or machine'
      })
    ),
    backupKeyFile: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'File with the key that seals the archive, as huiyin backup key makes it; kept apart from the archive'
      })
    ),
    backupPassphrase: Type.Optional(
      Type.String({
        minLength: 12,
        maxLength: 1000,
        description: 'Passphrase that seals the archive, of 12 characters at least; in place of a key file'
      })
    ),
    commentDays: Type.Integer({
      minimum: 0,
      maximum: 36_600,
      default: 0,
      description:
        'After so many days huiyin retention --apply leaves a stub of comments that opened no ticket; 0: they are kept for ever'
    }),
    backupDays: Type.Integer({
      minimum: 1,
      maximum: 3_660,
      default: 30,
      description:
        'How many days backups are kept; what was erased is gone from the last of them 30 days later, for the log holds it so long'
    }),
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
    logFile: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 1000,
        description:
          'File for the same lines, one a day: /var/log/huiyin/huiyin.log becomes huiyin-2026-11-22.log there (huiyin-desk-… of a service on its own), compressed on the next day; absent: the standard error only'
      })
    ),
    logDays: Type.Integer({
      minimum: 180,
      maximum: 3_660,
      default: 190,
      description: 'How many days log files are kept; less than 180 the law does not allow'
    }),
    logWarnMegabytes: Type.Integer({
      minimum: 1,
      maximum: 10_000_000,
      default: 20_000,
      description: 'Beyond so many MB of log files it is said every day; nothing younger than logDays is removed'
    }),
    healthPort: Type.Integer({
      minimum: 0,
      maximum: 65_535,
      default: 0,
      description:
        'Port on which whoever watches the process asks /healthz, /readyz and /metrics, by http and without a token; 0: none'
    }),
    healthHost: Type.String({
      minLength: 1,
      maxLength: 253,
      default: '127.0.0.1',
      description:
        'Address of that port; 0.0.0.0 where probes come from outside, as in Kubernetes, behind a network policy'
    }),
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
  HUIYIN_KAFKA_SECURITY_PROTOCOL: 'kafkaSecurityProtocol',
  HUIYIN_KAFKA_SASL_MECHANISM: 'kafkaSaslMechanism',
  HUIYIN_KAFKA_USERNAME: 'kafkaUsername',
  HUIYIN_KAFKA_PASSWORD: 'kafkaPassword',
  HUIYIN_KAFKA_CA: 'kafkaCa',
  HUIYIN_KAFKA_CERT: 'kafkaCert',
  HUIYIN_KAFKA_KEY: 'kafkaKey',
  HUIYIN_STORE_USERNAME: 'storeUsername',
  HUIYIN_STORE_PASSWORD: 'storePassword',
  HUIYIN_STORE_API_KEY: 'storeApiKey',
  HUIYIN_STORE_CA: 'storeCa',
  HUIYIN_PREFIX: 'prefix',
  HUIYIN_PUBLIC_URL: 'publicUrl',
  HUIYIN_CHROMIUM: 'chromium',
  HUIYIN_ASSISTANT_URL: 'assistantUrl',
  HUIYIN_ASSISTANT_MODEL: 'assistantModel',
  HUIYIN_ASSISTANT_KEY: 'assistantKey',
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
  HUIYIN_BACKUP: 'backup',
  HUIYIN_BACKUP_KEY_FILE: 'backupKeyFile',
  HUIYIN_BACKUP_PASSPHRASE: 'backupPassphrase',
  HUIYIN_BACKUP_DAYS: 'backupDays',
  HUIYIN_COMMENT_DAYS: 'commentDays',
  HUIYIN_DEMO: 'demo',
  HUIYIN_LOG_LEVEL: 'logLevel',
  HUIYIN_LOG_FILE: 'logFile',
  HUIYIN_LOG_DAYS: 'logDays',
  HUIYIN_LOG_WARN_MEGABYTES: 'logWarnMegabytes',
  HUIYIN_HEALTH_PORT: 'healthPort',
  HUIYIN_HEALTH_HOST: 'healthHost'
} as const satisfies Record<string, keyof Settings>

/** Secrets: each can stand in a file that NAME_FILE names, as Docker and Kubernetes hand them over. */
export const SECRETS = [
  'HUIYIN_KAFKA_PASSWORD',
  'HUIYIN_STORE_PASSWORD',
  'HUIYIN_STORE_API_KEY',
  'HUIYIN_ALERT_SECRET',
  'HUIYIN_ASSISTANT_KEY',
  'HUIYIN_BACKUP_PASSPHRASE'
] as const satisfies readonly (keyof typeof ENVIRONMENT)[]

/** Names the file; not a setting itself. */
export const CONFIG_VARIABLE = 'HUIYIN_CONFIG'
