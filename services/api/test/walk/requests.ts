import fc from 'fast-check'
import type { Operation } from '../fuzz/operations.ts'
import { bodyOf } from '../fuzz/operations.ts'
import type { Schema } from '../fuzz/values.ts'
import type { Side } from './town.ts'

/** A request that the schema takes, about the things of one side. */

type Whole = Schema & { const?: unknown; format?: string }

/** The smallest value that a schema takes. */
function smallest(schema: Whole): unknown {
  const { const: only, anyOf, type, properties = {}, required = [], items = {}, minItems = 0 } = schema
  if (only !== undefined) return only
  if (schema.enum) return schema.enum[0]
  if (anyOf) return smallest(anyOf[0]!)
  if (type === 'object') return Object.fromEntries(required.map(name => [name, smallest(properties[name]!)]))
  if (type === 'array') return Array.from({ length: minItems }, () => smallest(items))
  if (type === 'integer' || type === 'number') return schema.minimum ?? 0
  return type === 'boolean' ? false : text(schema)
}

const samples = new Map<string, string>()

function text({ pattern, minLength = 1 }: Whole): string {
  if (pattern === undefined) return 'x'.repeat(Math.max(1, minLength))
  const matching = () => fc.stringMatching(new RegExp(pattern), { maxLength: 40 })
  const sample = samples.get(pattern) ?? fc.sample(matching(), { numRuns: 1, seed: 1 })[0]!
  samples.set(pattern, sample)
  return sample
}

/** What the smallest body does not say: what it is about. */
const ABOUT: Record<string, (side: Side) => object> = {
  'POST /api/replies/check': ({ ticket }) => ({ ticket }),
  'POST /api/reveals': ({ ticket }) => ({ ticket }),
  'POST /api/tickets/{id}/merge': ({ other }) => ({ with: other }),
  'POST /api/tickets/{id}/relations': ({ other }) => ({ other }),
  'POST /api/tickets/{id}/correct': () => ({ label: 'inquiry' }),
  'POST /api/tickets/{id}/assign': () => ({ to: 'admin' }),
  'POST /api/tickets/{id}/tags': () => ({ add: ['急'] }),
  'POST /api/comments': ({ platform, account }) => ({ platform, account, post: 'p1' }),
  'POST /api/incidents/{id}/statements/{statement}/publish': ({ platform, account }) => ({ platform, account }),
  'POST /api/posts': ({ platform, account }) => ({ platform, account, post: 'p1' }),
  'POST /api/accounts': ({ platform, account }) => ({ platform, id: account }),
  'POST /api/items/resolve': ({ item }) => ({ id: item })
}

const QUERIES: Record<string, (side: Side) => string> = {
  'GET /api/alerts': ({ ticket }) => `?ticket=${encodeURIComponent(ticket)}`,
  'GET /api/templates': ({ ticket }) => `?ticket=${encodeURIComponent(ticket)}`
}

/** What lists of the whole house cannot do without. */
const WHOLE: Record<string, string> = {
  'GET /api/trail/export': '?from=0&to=1',
  'GET /api/boards/overview': '?span=today',
  'GET /api/boards/overview.csv': '?span=today',
  'GET /api/boards/overview.xlsx': '?span=today',
  'GET /api/boards/mood': '?span=today',
  'GET /api/boards/mood.csv': '?span=today',
  'GET /api/boards/mood.xlsx': '?span=today',
  'GET /api/boards/rows': '?span=today&figure=cases',
  'GET /api/boards/rows.csv': '?span=today&figure=cases',
  'GET /api/boards/rows.xlsx': '?span=today&figure=cases'
}

const NAMED = /^\/api\/(tickets|accounts|comments\/screenshots|incidents)\/\{/

export const nameOf = ({ method, path }: Operation) => `${method} ${path}`

/** Whether a request names one thing, of an account or with a department; the others are of the whole house, or lists. */
export const isAboutOne = (operation: Operation): boolean => {
  const name = nameOf(operation)
  return NAMED.test(operation.path) || name in ABOUT || name in QUERIES
}

let keys = 0

/** What `{id}` means in a path. */
function thingOf(path: string, { account, comment, incident, ticket }: Side): string {
  if (path.includes('/accounts/')) return account
  if (path.includes('/screenshots/')) return comment
  return path.includes('/incidents/') ? incident : ticket
}

export function requestAbout(operation: Operation, side: Side) {
  const { method, path, described } = operation
  const name = nameOf(operation)
  const ids: Record<string, string> = {
    id: thingOf(path, side),
    platform: side.platform,
    other: side.other,
    ...side.parts
  }
  const url = path.replaceAll(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(ids[part] ?? 'none'))
  const body = bodyOf(described)
  const payload = body && { ...(smallest(body) as object), ...ABOUT[name]?.(side) }
  const asks = new Set((described.parameters ?? []).filter(one => one.in === 'header').map(one => one.name))
  return {
    method: method as 'POST',
    url: `${url}${QUERIES[name]?.(side) ?? WHOLE[name] ?? ''}`,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(asks.has('idempotency-key') && { 'idempotency-key': `walk-${++keys}` }),
      ...(asks.has('if-match') && { 'if-match': '"1"' })
    },
    ...(payload && { payload })
  }
}
