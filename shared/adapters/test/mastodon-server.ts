import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Test } from 'tap'
import { httpClient } from '../src/platforms/http.ts'
import { mastodonPlatform } from '../src/platforms/mastodon.ts'

export const NOW = Date.parse('2026-01-05T06:00:00Z')
export const US = '109000000000000001'
const TOKEN = 'a-token'
export const CREDENTIALS = '/api/v1/accounts/verify_credentials'

export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
  headers: Record<string, unknown>
}
export type Said = { status?: number; json?: unknown; headers?: Record<string, string> }

/** A server that says what the test has it say, word for word, where the documentation leaves more than one reading. */
export async function mastodonSays(t: Test, say: (asked: Asked) => Said | undefined, changed: Partial<Account> = {}) {
  const asked: Asked[] = []
  const told: unknown[][] = []
  const server = createServer(async (request, response) => {
    let raw = ''
    for await (const chunk of request) raw += chunk
    const url = new URL(request.url ?? '/', 'http://here')
    const one: Asked = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      body: raw === '' ? undefined : JSON.parse(raw),
      headers: request.headers
    }
    const isSelf = one.path === CREDENTIALS // once at first; not counted
    if (!isSelf) asked.push(one)
    const right = request.headers.authorization === `Bearer ${TOKEN}`
    const {
      status = 200,
      json,
      headers = {}
    } = right
      ? (say(one) ?? (isSelf ? { json: office } : { status: 404, json: { error: 'Record not found' } }))
      : { status: 401, json: { error: 'The access token is invalid' } }
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    response.end(json === undefined ? '' : JSON.stringify(json))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const account: Account = {
    platform: 'mastodon',
    id: US,
    name: '青禾县',
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    credentials: { accessToken: TOKEN },
    since: NOW - 86_400_000,
    ...changed
  }
  const meter = { spent: () => {}, told: (...of: unknown[]) => void told.push(of) }
  const open = () => mastodonPlatform(account, { clock: { now: () => NOW }, http: httpClient(5000), meter })
  return { asked, told, open }
}

export const person = (id: string, acct = `citizen${id}`) => ({
  id,
  username: acct.split('@')[0],
  acct,
  display_name: '',
  followers_count: 3
})
export const office = { ...person(US, 'qinghe'), display_name: '青禾县' }

/** A status as a server tells it. */
export const status = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  uri: `https://here/statuses/${id}`,
  url: `https://here/@citizen/${id}`,
  created_at: '2026-01-05T05:00:00.000Z',
  edited_at: null,
  account: person('7'),
  content: '<p>路灯坏了</p>',
  visibility: 'public',
  spoiler_text: '',
  in_reply_to_id: null,
  in_reply_to_account_id: null,
  reblog: null,
  replies_count: 0,
  reblogs_count: 0,
  favourites_count: 0,
  mentions: [{ id: US, username: 'qinghe', acct: 'qinghe', url: 'https://here/@qinghe' }],
  media_attachments: [],
  ...more
})

export const mention = (id: string, of: ReturnType<typeof status>, more: Record<string, unknown> = {}) => ({
  id,
  type: 'mention',
  created_at: of.created_at,
  account: of.account,
  status: of,
  ...more
})

export const answering = (id: string, account: string) => ({ in_reply_to_id: id, in_reply_to_account_id: account })
