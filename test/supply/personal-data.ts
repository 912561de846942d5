import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What a person is told of one kind of personal data, in the order of the table. */
export interface Inventoried {
  what: string
  /** Where it stands: `Schema.field` of what is kept, matched from the end of a path. */
  fields: readonly RegExp[]
  whose: 'citizens' | 'the office’s people' | 'both'
  where: string
  purpose: string
  basis: string
  who: string
  kept: string
  erased: string
}

const DUTY = '第十三条第一款第三项: a statutory duty, to answer the public (政务公开, 国务院办公厅关于政务新媒体)'
const PUBLISHED = `${DUTY}; 第二十七条: published by the person`
const WORK = '第十三条第一款第二项: the work of the office’s own staff'
const RIGHT = '`huiyin erase`, by right'
const STORE = 'store, its indices, backups; log for 30 days'

export const INVENTORY: readonly Inventoried[] = [
  {
    what: 'what a citizen wrote',
    fields: [/\b(text|firstText|words|excerpt|evidence)(\[\])?$/],
    whose: 'citizens',
    where: `${STORE}; masked in reports, archives and letters that cite it`,
    purpose: 'to be sorted, answered in time and proven to be answered',
    basis: PUBLISHED,
    who: 'roles with `ticket.read` or `comment.read`, of their accounts; a department what was given to it; numbers and the like masked unless `personal.reveal`',
    kept: 'as long as its ticket; in archives the term of the setting `retention`',
    erased: RIGHT
  },
  {
    what: 'who a citizen is on the platform',
    fields: [/\b(author|citizen)\.(name|id)$/, /IncidentMember\.author$/, /^Erasure.*\.citizen$/],
    whose: 'citizens',
    where: STORE,
    purpose: 'to answer the one who asked, once for each thread',
    basis: PUBLISHED,
    who: 'as what they wrote; in no report, archive or export',
    kept: 'as long as the ticket',
    erased: `${RIGHT}; the platform’s own number stays as a part of the ticket’s key`
  },
  {
    what: 'where a comment was written, as the platform shows it',
    fields: [/\bplace$/, /\blink$/],
    whose: 'citizens',
    where: STORE,
    purpose: 'to find the department and the comment',
    basis: PUBLISHED,
    who: 'as what they wrote',
    kept: 'as long as the comment',
    erased: RIGHT
  },
  {
    what: 'what staff wrote about a case, and may have quoted',
    fields: [
      /\b(reason|request|grounds|why|note|fact|description|title|message|lines|said|q|known|texts|rows|names)(\[\])*$/,
      /\b(measures|lessons|cause|happened|where|keyword|after|left)(\[\])?$/,
      /\bReport(Curve|Section|Document|Revision)\b.*$/
    ],
    whose: 'both',
    where: `${STORE}; letters; made reports; archives; the trail has digests only`,
    purpose: 'to handle the case and to account for how it was',
    basis: DUTY,
    who: 'roles that handle the case; auditors; in the trail masked',
    kept: 'as long as what it belongs to',
    erased: `${RIGHT}: quotes are cut out`
  },
  {
    what: 'name and account of somebody of the office',
    fields: [
      /\bname$/,
      /\b(nickname|by|changedBy|resolvedBy|owner|to|of|what|person|deputy|successor|head|spokesperson|author|user|people|responsible|issuer|action|sub)(\[\])?$/,
      /\b(mentions|taken|absent|receipts)\[\]$/
    ],
    whose: 'the office’s people',
    where: `${STORE}; trail; archives of replies name who wrote, reviewed and approved`,
    purpose: 'to know who may do what, and who did',
    basis: WORK,
    who: 'everybody who is signed in; the trail administrators and auditors',
    kept: 'as long as what they did is accounted for',
    erased: 'leaving ends the account and takes address, password and second factor; what was done keeps the name'
  },
  {
    what: 'how somebody of the office is reached',
    fields: [/\baddress$/, /\burl$/],
    whose: 'the office’s people',
    where: 'records (people, alerts, letters), backups',
    purpose: 'to alert and to send letters',
    basis: WORK,
    who: 'administrators; who receives the same letter sees names only',
    kept: 'while they are in office; in delivery rows as long as the alert',
    erased: 'taken out of the people’s setting'
  },
  {
    what: 'how somebody signs in',
    fields: [
      /\b(agent|password|current|nonce|recovery|secret|uri|token|hash|salt|sealed)(\[\])?$/,
      /\bcode$/,
      /\basked\.body$/
    ],
    whose: 'the office’s people',
    where: 'records: passwords as argon2id, tokens and sessions as sha256, seeds sealed with the house’s key',
    purpose: 'to let in whom it is meant for',
    basis: WORK,
    who: 'nobody; sessions their owner',
    kept: 'a session its hours; a password until the next',
    erased: 'by leaving, by the next password, by the end of the session'
  }
]

/** Names of fields that hold what the house itself makes or is set up with: ids, kinds, counters, versions, settings. */
export const NOT_PERSONAL: ReadonlySet<string> = new Set([
  ...[
    'id',
    'ids',
    'key',
    'keys',
    'keyFile',
    'native',
    'post',
    'posts',
    'root',
    'parent',
    'comment',
    'comments',
    'ticket'
  ],
  ...[
    'tickets',
    'number',
    'account',
    'accounts',
    'platform',
    'department',
    'departments',
    'office',
    'roster',
    'policy'
  ],
  ...[
    'calendar',
    'version',
    'template',
    'model',
    'digest',
    'hash',
    'sha256',
    'signature',
    'offset',
    'cursor',
    'worker'
  ],
  ...[
    'type',
    'kind',
    'role',
    'roles',
    'channel',
    'zone',
    'tag',
    'subject',
    'event',
    'clock',
    'need',
    'dispatch',
    'letter'
  ],
  ...['letters', 'report', 'incident', 'search', 'job', 'entry', 'figure', 'track', 'nature', 'mark', 'table', 'path'],
  ...['file', 'files', 'fileName', 'zh', 'en', 'data', 'host', 'hosts', 'healthHost', 'logFile', 'clientId', 'backup'],
  ...['chromium', 'allowPrivate', 'aliases', 'within', 'classes', 'places', 'authorised', 'credentials', 'absorbed'],
  ...[
    'parted',
    'related',
    'mergedInto',
    'splitFrom',
    'repeats',
    'replaces',
    'replacedBy',
    'replacement',
    'via',
    'stopped'
  ],
  ...[
    'answers',
    'important',
    'reasons',
    'waits',
    'unless',
    'instead',
    'indicators',
    'only',
    'papers',
    'links',
    'appraisal'
  ],
  ...[
    'rules',
    'seed',
    'query',
    'before',
    'proposes',
    'assisting',
    'owed',
    'calm',
    'about',
    'erasure',
    'certificate',
    'actions'
  ],
  ...['at', 'postTitle', 'assistantModel', 'api', 'asked', '*'],
  ...[
    'backupKeyFile',
    'kafkaCa',
    'kafkaCert',
    'kafkaKey',
    'kafkaUsername',
    'storeCa',
    'storeUsername',
    'tlsCert',
    'tlsKey'
  ],
  ...['alertSecret', 'clientSecret', 'backupPassphrase', 'kafkaPassword', 'storePassword'] // of the house, no person's
])

type Schema = {
  type?: string
  properties?: Record<string, Schema>
  patternProperties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  const?: unknown
  pattern?: string
}

/** Every place where free words may stand in what the house keeps: `Schema.field`, lists with `[]`. */
export async function wordFields(schemas: string): Promise<string[]> {
  const found = new Set<string>()
  for (const file of readdirSync(schemas).filter(name => !name.startsWith('api'))) {
    const module: Record<string, unknown> = await import(pathToFileURL(join(schemas, file)).href)
    for (const [name, schema] of Object.entries(module))
      if (typeof schema === 'object' && schema !== null) collect(schema as Schema, name, found)
  }
  return [...found].sort()
}

function collect(schema: Schema, path: string, found: Set<string>): void {
  const { type, properties, patternProperties, items, anyOf } = schema
  if (type === 'string' && schema.const === undefined && schema.pattern === undefined) found.add(path)
  for (const [name, of] of Object.entries(properties ?? {})) collect(of, `${path}.${name}`, found)
  for (const of of Object.values(patternProperties ?? {})) collect(of, `${path}.*`, found)
  if (items) collect(items, `${path}[]`, found)
  for (const of of anyOf ?? []) collect(of, path, found)
}

const leafOf = (path: string) => path.replaceAll('[]', '').split('.').at(-1)!

/** Fields that nobody has said anything of. */
export const unknownFields = (paths: readonly string[]): string[] =>
  paths.filter(
    path =>
      path.includes('.') &&
      !NOT_PERSONAL.has(leafOf(path)) &&
      !INVENTORY.some(row => row.fields.some(one => one.test(path)))
  )

/** The table as it stands in docs/personal-data.md; of each kind the shortest places of every schema that is kept. */
export function inventoryTable(paths: readonly string[]): string {
  const rows = INVENTORY.map(({ what, fields, whose, where, purpose, basis, who, kept, erased }, i) => {
    const mine = paths.filter(
      path => path.includes('.') && INVENTORY.findIndex(row => row.fields.some(one => one.test(path))) === i
    )
    const places = [...new Set(mine.filter(path => path.split('.').length === 2).map(path => `\`${path}\``))]
    return `### ${what[0]!.toUpperCase()}${what.slice(1)}\n\n| | |\n| --- | --- |\n${[
      ['whose', whose],
      ['fields', places.join(', ') || fields.map(String).join(', ')],
      ['where it is', where],
      ['what for', purpose],
      ['lawful basis (个人信息保护法)', basis],
      ['who sees it', who],
      ['how long', kept],
      ['how it goes', erased]
    ]
      .map(([name, value]) => `| ${name} | ${value} |`)
      .join('\n')}\n`
  })
  return rows.join('\n')
}
