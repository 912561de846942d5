import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { accountRow, acctOf, iso, type Person, type Said, statusRow } from './mastodon-real-rows.ts'

/**
 * A Mastodon server as its sources tell of it (controllers, filters, throttles), with one office and any number of
 * citizens. It keeps nothing in common with the simulated platforms but the protocol.
 */
export type Real = Awaited<ReturnType<typeof realMastodon>>

interface Notice {
  id: number
  type: string
  from: Person
  about?: Said
  at: number
}

interface Answer {
  status?: number
  json?: unknown
  html?: string
  headers?: Record<string, string>
}

/** An answer instead of the real one; `cut`: what is asked for is done, and the connection ends without an answer. */
type Fault = (request: { method: string; path: string }) => Answer | 'cut' | undefined

const MINUTE = 60_000
/** By name: how many calls in which time. The one with the least left is told in the headers. */
const THROTTLES = {
  token: { limit: 300, period: 5 * MINUTE },
  paging: { limit: 300, period: 15 * MINUTE },
  delete: { limit: 30, period: 30 * MINUTE },
  statuses: { limit: 300, period: 180 * MINUTE }
}
type Throttle = keyof typeof THROTTLES

export interface RealOptions {
  now?: () => number
  /** Longest status. */
  characters?: number
  /** As flake ids are: letters and digits, all of one length. */
  flakes?: boolean
  limits?: Partial<Record<Throttle, number>>
  /** It lets in only who calls it by this name and by https, as one behind its proxy. */
  host?: string
  /** Answers from `/api/v2/instance` on are missing, as on other software. */
  old?: boolean
}

export async function realMastodon(options: RealOptions = {}) {
  const { now = Date.now, characters = 500, flakes = false, limits = {}, old = false, host } = options
  let last = 0n
  /** Times and a count in 64 bits. */
  function nextId(): string {
    const id = BigInt(now()) << 16n
    last = id > last ? id : last + 1n
    return flakes ? `A${last.toString(36).toUpperCase().padStart(17, '0')}` : String(last)
  }
  const office: Person = { id: nextId(), username: 'qinghe', name: '青禾县' }
  const people = new Map<string, Person>([[office.id, office]])
  const statuses = new Map<string, Said>()
  const notices: Notice[] = []
  const token = 'a-token-of-the-office'
  let scopes = ['read', 'write']
  const kept = new Map<string, { id: string; at: number }>()
  const counts = new Map<string, number>()
  const faults: Fault[] = []
  const asked: { method: string; path: string; query: string }[] = []
  let origin = ''
  let noticeId = 34_975_000

  function citizen(username: string, more: Partial<Person> = {}): Person {
    const person = { id: nextId(), username, ...more }
    people.set(person.id, person)
    return person
  }

  const findByAcct = (acct: string) =>
    [...people.values()].find(one => acctOf(one).toLowerCase() === acct.toLowerCase())
  const mentionsOf = (text: string) => {
    const names = [...text.matchAll(/@([a-z0-9_]+(?:@[a-z0-9.-]+)?)/gi)].map(([, name]) => name!)
    return [...new Set(names.flatMap(name => findByAcct(name) ?? []))]
  }

  type More = { to?: string; visibility?: Said['visibility']; warning?: string }
  function say(by: Person, text: string, { to, visibility = 'public', warning }: More = {}): Said {
    const parent = to === undefined ? undefined : statuses.get(to)
    const continues = parent && parent.by === by && parent.reply // the person answered stays the same
    const said: Said = {
      id: nextId(),
      by,
      text: text.trim(),
      at: now(),
      ...(warning !== undefined && { warning }),
      visibility,
      to: parent?.id ?? null,
      toAccount: parent ? (continues ? parent.toAccount : parent.by.id) : null,
      reply: parent !== undefined,
      mentions: mentionsOf(text),
      favourites: new Set(),
      boosts: 0,
      replies: 0
    }
    statuses.set(said.id, said)
    if (parent && (visibility === 'public' || visibility === 'unlisted')) parent.replies += 1
    if (by !== office && said.mentions.includes(office)) notify('mention', by, said)
    return said
  }

  const notify = (type: string, from: Person, about?: Said) =>
    notices.push({ id: ++noticeId, type, from, at: now(), ...(about && { about }) })

  function edit(said: Said, text: string) {
    said.text = text
    said.editedAt = now()
    said.mentions = mentionsOf(text)
  }

  function remove(said: Said) {
    statuses.delete(said.id)
    const parent = said.to === null ? undefined : statuses.get(said.to)
    if (parent) parent.replies -= 1
    for (const one of statuses.values()) if (one.to === said.id) one.to = null
    notices.splice(0, notices.length, ...notices.filter(({ about }) => about !== said))
  }

  function favourite(by: Person, said: Said) {
    said.favourites.add(by.id)
    notify('favourite', by, said)
  }

  function boost(by: Person, said: Said) {
    said.boosts += 1
    const id = nextId()
    const plain = { text: '', visibility: 'public', to: null, toAccount: null, reply: false, replies: 0 } as const
    statuses.set(id, { ...plain, id, by, at: now(), mentions: [], favourites: new Set(), boosts: 0, boostOf: said })
    if (by !== office) notify('reblog', by, said)
  }

  const shown = ({ by, visibility, mentions }: Said) =>
    !by.suspended && (by === office || ['public', 'unlisted'].includes(visibility) || mentions.includes(office))
  const visible = (id: string) => {
    const said = statuses.get(id)
    return said && shown(said) ? said : undefined
  }
  const row = (said: Said) => statusRow(said, office, origin)
  const NOT_FOUND: Answer = { status: 404, json: { error: 'Record not found' } }

  function below(id: string): Said[] {
    const direct = [...statuses.values()]
      .filter(({ to }) => to === id)
      .sort((one, other) => (one.id < other.id ? -1 : 1))
    return direct.flatMap(one => [one, ...below(one.id)])
  }

  function context(said: Said): Answer {
    const above: Said[] = []
    for (let at = said.to; at !== null; at = statuses.get(at)?.to ?? null) {
      const one = statuses.get(at)
      if (one) above.unshift(one)
    }
    const descendants = below(said.id).filter(shown)
    const own = (one: Said) => one.toAccount === one.by.id // self-replies come first
    const sorted = [...descendants.filter(own), ...descendants.filter(one => !own(one))]
    return { json: { ancestors: above.filter(shown).map(row), descendants: sorted.map(row) } }
  }

  /** A page of rows that have ids, with the links as the real one writes them. */
  function page<Row extends { id: string | number }>(
    all: Row[],
    query: URLSearchParams,
    { usual, path, always }: { usual: number; path: string; always: boolean }
  ) {
    const key = (id: string | number) => (flakes && typeof id === 'string' ? id : BigInt(id))
    const bound = (name: string) => {
      const given = query.get(name)
      return given === null ? undefined : typeof all[0]?.id === 'string' && flakes ? given : BigInt(given)
    }
    const [max, since, min] = [bound('max_id'), bound('since_id'), bound('min_id')]
    const limit = Math.min(Math.abs(Number(query.get('limit') ?? usual)), usual * 2)
    const sorted = all
      .toSorted((one, other) => (key(one.id) < key(other.id) ? 1 : -1))
      .filter(
        ({ id }) => (max === undefined || key(id) < max) && ((min ?? since) === undefined || key(id) > (min ?? since)!)
      )
    const rows = min !== undefined ? sorted.slice(-limit) : sorted.slice(0, limit)
    const links = []
    const rest = `${origin}${path}?limit=${limit}`
    if (rows.length > 0 && (always || rows.length === limit))
      links.push(`<${rest}&max_id=${rows.at(-1)!.id}>; rel="next"`)
    if (rows.length > 0) links.push(`<${rest}&min_id=${rows[0]!.id}>; rel="prev"`)
    const headers: Record<string, string> = links.length > 0 ? { link: links.join(', ') } : {}
    return { rows, headers }
  }

  function notifications(query: URLSearchParams): Answer {
    const types = query.getAll('types[]')
    const wanted = notices.filter(
      ({ type, from }) =>
        !from.suspended &&
        (types.length === 0 || types.includes(type)) &&
        !query.getAll('exclude_types[]').includes(type)
    )
    const { rows, headers } = page(wanted, query, { usual: 40, path: '/api/v1/notifications', always: true })
    const json = rows.map(({ id, type, from, about, at }) => ({
      id: String(id),
      type,
      created_at: iso(at),
      group_key: `ungrouped-${id}`,
      account: accountRow(from, origin),
      ...(about && { status: row(about) })
    }))
    return { json, headers }
  }

  function ofAccount(id: string, path: string, query: URLSearchParams): Answer {
    const person = people.get(id)
    if (!person) return NOT_FOUND
    const wants = (name: string) => ['true', '1', 't'].includes(query.get(name) ?? '')
    const own = [...statuses.values()].filter(
      one =>
        one.by === person &&
        shown(one) &&
        (!wants('exclude_reblogs') || !one.boostOf) &&
        (!wants('exclude_replies') || !one.reply || one.toAccount === person.id)
    )
    const { rows, headers } = page(own, query, { usual: 20, path, always: false })
    return { json: rows.map(row), headers }
  }

  function create(body: Record<string, unknown>, key: string | undefined): Answer {
    const before = key === undefined ? undefined : kept.get(key)
    if (before && now() - before.at < 60 * MINUTE) {
      const said = statuses.get(before.id)
      return said ? { json: row(said) } : NOT_FOUND
    }
    const to = body.in_reply_to_id === undefined ? undefined : String(body.in_reply_to_id)
    if (to !== undefined && !visible(to)) {
      return { status: 404, json: { error: 'The post you are trying to reply to does not appear to exist.' } }
    }
    const text = String(body.status ?? '').trim()
    if (text === '') return { status: 422, json: { error: "Validation failed: Text can't be blank" } }
    const counted = text.replace(/https?:\/\/\S+/g, 'x'.repeat(23)).replace(/@(\w+)@[\w.]+/g, '@$1')
    if ([...new Intl.Segmenter().segment(counted)].length > characters) {
      return { status: 422, json: { error: `Validation failed: Text character limit of ${characters} exceeded` } }
    }
    const said = say(office, text, {
      ...(to !== undefined && { to }),
      visibility: body.visibility as Said['visibility']
    })
    if (key !== undefined) kept.set(key, { id: said.id, at: now() })
    return { json: row(said), headers: throttled('statuses').headers }
  }

  /** Counts a call, and says how it stands. */
  function throttled(name: Throttle): { over: boolean; left: number; headers: Record<string, string> } {
    const { period } = THROTTLES[name]
    const limit = limits[name] ?? THROTTLES[name].limit
    const window = `${name} ${Math.floor(now() / period)}`
    const count = (counts.get(window) ?? 0) + 1
    counts.set(window, count)
    const until = now() + period - (now() % period)
    const left = Math.max(0, limit - count)
    const headers = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(left),
      'x-ratelimit-reset': iso(until).replace('Z', '123Z')
    }
    return { over: count > limit, left, headers }
  }

  function route(
    method: string,
    path: string,
    query: URLSearchParams,
    body: Record<string, unknown>,
    key?: string
  ): Answer {
    const may = (...any: string[]) => scopes.some(one => any.includes(one))
    const [, id, what] = /^\/api\/v1\/statuses\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? []
    const FORBIDDEN: Answer = { status: 403, json: { error: 'This action is outside the authorized scopes' } }
    if (path === '/api/v1/accounts/verify_credentials') {
      if (!may('read', 'profile', 'read:accounts')) return FORBIDDEN
      return {
        json: {
          ...accountRow(office, origin),
          source: { privacy: 'public', note: '', fields: [] },
          role: { id: '-99' }
        }
      }
    }
    if (path === '/api/v2/instance' && !old)
      return { json: { configuration: { statuses: { max_characters: characters, characters_reserved_per_url: 23 } } } }
    if (path === '/api/v1/instance' && old) return { json: { uri: 'here', max_toot_chars: characters } }
    if (path === '/api/v1/notifications') return may('read', 'read:notifications') ? notifications(query) : FORBIDDEN
    const account = /^\/api\/v1\/accounts\/([^/]+)\/statuses$/.exec(path)?.[1]
    if (account) return may('read', 'read:statuses') ? ofAccount(account, path, query) : FORBIDDEN
    if (path === '/api/v1/statuses' && method === 'POST')
      return may('write', 'write:statuses') ? create(body, key) : FORBIDDEN
    if (id === undefined) return { status: 404, html: '<!DOCTYPE html><title>404</title>' }
    if (method !== 'GET' && !may('write', 'write:statuses')) return FORBIDDEN
    const said = visible(id)
    if (!said || (method !== 'GET' && said.by !== office)) return NOT_FOUND
    if (method === 'DELETE') {
      remove(said)
      const { content: _, ...rest } = row(said)
      return { json: { ...rest, text: said.text } }
    }
    return what === 'context' ? context(said) : { json: row(said) }
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    let raw = ''
    for await (const chunk of request) raw += chunk
    const url = new URL(request.url ?? '/', origin)
    const method = request.method ?? 'GET'
    const path = decodeURIComponent(url.pathname)
    asked.push({ method, path, query: url.search })
    const paging = ['max_id', 'min_id', 'since_id'].some(name => url.searchParams.has(name))
    const names: Throttle[] = [
      'token',
      ...(paging ? ['paging' as const] : []),
      ...(method === 'DELETE' ? ['delete' as const] : [])
    ]
    const standing = names.map(throttled).sort((one, other) => one.left - other.left)
    const over = standing.find(one => one.over)
    const fault = faults[0]?.({ method, path })
    if (fault) faults.shift()
    const said =
      (fault === 'cut' ? undefined : fault) ??
      (over ? { status: 429, json: { error: 'Too many requests' } } : signedIn())
    function signedIn(): Answer {
      if (host && request.headers.host !== host) return { status: 403, html: '<h1>Blocked host</h1>' }
      if (host && request.headers['x-forwarded-proto'] !== 'https')
        return { status: 301, headers: { location: `https://${host}${request.url}` } }
      if (request.headers.authorization !== `Bearer ${token}`)
        return { status: 401, json: { error: 'The access token is invalid' } }
      if (office.suspended) return { status: 403, json: { error: 'Your login is currently disabled' } }
      const key = request.headers['idempotency-key']
      return route(
        method,
        path,
        url.searchParams,
        raw === '' ? {} : JSON.parse(raw),
        typeof key === 'string' ? key : undefined
      )
    }
    if (fault === 'cut') return void response.destroy()
    const type = said.html === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8'
    response.writeHead(said.status ?? 200, { 'content-type': type, ...(over ?? standing[0])?.headers, ...said.headers })
    response.end(said.html ?? JSON.stringify(said.json ?? {}))
  }

  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url: origin,
    token,
    office,
    asked,
    statuses,
    citizen,
    say,
    edit,
    remove,
    favourite,
    boost,
    follow: (by: Person) => notify('follow', by),
    /** What the office said, the first first. */
    saidByOffice: () => [...statuses.values()].filter(({ by, boostOf }) => by === office && !boostOf),
    allow: (...only: string[]) => {
      scopes = only
    },
    /** How the next call is answered that it knows an answer for. */
    fail: (how: Fault) => void faults.push(how),
    close: async () => {
      server.closeAllConnections()
      server.close()
    }
  }
}
