import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TicketList, TicketRow } from '@huiyin/schemas/api.ts'
import autocannon from 'autocannon'
import axios from 'axios'
import { ended, ready, start } from './api-process.ts'
import { figure, machine, table } from './machine.ts'

/**
 * Requests per second of the api over `n` open tickets, and their 99th percentile: lists, single tickets, search and
 * replies, each beside a bare Fastify route that answers with the same payload in the same run. Server, bare route and
 * whoever asks are three processes.
 */
export async function apiBench({ engines, n, quick }: { engines: boolean; n: number; quick: boolean }): Promise<void> {
  say(`${engines ? 'Kafka and Elasticsearch' : 'SQLite, one process'}\n${machine()}\n`)
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-bench-'))
  const server = start('api-server.ts', [String(n), engines ? 'engines' : ''])
  try {
    const { url, administrator } = await ready(server, n)
    const house = await signedIn(url, administrator!)
    const rows = [
      ['over HTTP, ten connections', 'requests/s', 'p50 ms', 'p99 ms', 'bytes', 'bare/s', 'bare p99', 'ratio']
    ]
    for (const kind of await kindsOf(house)) rows.push(await measured(kind, { house, folder, seconds: quick ? 3 : 10 }))
    say(table(rows))
  } finally {
    await ended(server)
    await rm(folder, { recursive: true, force: true })
  }
}

type House = { url: string; headers: Record<string, string> }
type Asked = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }
/** `ask`: the next request of its kind. */
type Kind = { name: string; ask: () => Asked }

const CONNECTIONS = 10
const PAGE = 200
const PAGES = 100
const WORDS = ['积水', '路灯', '停水 物业', '"公交"', '医保', '噪音 晚上', '学校', '老人', '小区 停车', '垃圾']

async function signedIn(url: string, credentials: { name: string; password: string }): Promise<House> {
  const sameOrigin = { 'sec-fetch-site': 'same-origin' }
  const { headers } = await axios.post(`${url}/api/session`, credentials, { headers: sameOrigin })
  const cookie = headers['set-cookie']!.map(one => one.split(';')[0]).join('; ')
  return { url, headers: { ...sameOrigin, cookie } }
}

async function kindsOf(house: House): Promise<Kind[]> {
  const rows = await someTickets(house)
  const turn = <T>(all: readonly T[]) => {
    let next = 0
    return () => all[next++ % all.length]!
  }
  const [read, word] = [turn(rows), turn(WORDS)]
  const unanswered = [...rows]
  const pathOf = (id: string) => `/api/tickets/${encodeURIComponent(id)}`
  return [
    { name: 'list, 50 due first', ask: () => ({ method: 'GET', path: '/api/tickets?status=open&sort=due&atMost=50' }) },
    { name: 'one ticket', ask: () => ({ method: 'GET', path: pathOf(read().id) }) },
    { name: 'search', ask: () => ({ method: 'GET', path: `/api/tickets?q=${encodeURIComponent(word())}&atMost=50` }) },
    {
      name: 'a reply is written',
      ask: () => {
        const row = unanswered.pop()
        if (!row) throw new Error('More replies were written than tickets were listed')
        return { method: 'POST', path: `${pathOf(row.id)}/replies`, headers: keyed(row), body: REPLY }
      }
    }
  ]
}

const REPLY = JSON.stringify({ text: '您好，您反映的问题已经转交主管部门核实，结果会在这里答复您。' })
const keyed = ({ lastTurn }: Pick<TicketRow, 'lastTurn'>) => ({
  'idempotency-key': randomUUID(),
  'if-match': String(lastTurn),
  'content-type': 'application/json'
})

async function someTickets({ url, headers }: House): Promise<TicketRow[]> {
  const rows: TicketRow[] = []
  let after: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const params = { sort: 'newest', status: 'open', atMost: PAGE, ...(after && { after }) }
    const { data } = await axios.get<TicketList>(`${url}/api/tickets`, { headers, params })
    rows.push(...data.rows)
    after = data.after
    if (after === undefined) break
  }
  return rows
}

type Measuring = { house: House; folder: string; seconds: number }

async function measured({ name, ask }: Kind, { house, folder, seconds }: Measuring): Promise<string[]> {
  const ours = await cannon(house, ask, seconds)
  const file = join(folder, 'payload.json')
  await writeFile(file, ours.payload)
  const bare = start('api-bare.ts', [file])
  try {
    const { url } = await ready(bare, 0)
    const theirs = await cannon({ url, headers: house.headers }, name.includes('reply') ? asReply : ask, seconds)
    return [
      name,
      figure(ours.rate),
      String(ours.p50),
      String(ours.p99),
      figure(ours.payload.length),
      figure(theirs.rate),
      String(theirs.p99),
      (ours.rate / theirs.rate).toFixed(2)
    ]
  } finally {
    await ended(bare)
  }
}

/** The same request to the bare route, which looks at none. */
const asReply = (): Asked => ({ method: 'POST', path: '/', headers: keyed({ lastTurn: 1 }), body: REPLY })

/** Throws when anything but 200 was answered. */
async function cannon({ url, headers }: House, ask: () => Asked, seconds: number) {
  let payload = ''
  const setupRequest = (request: object) => {
    const { headers: more, ...asked } = ask()
    return { ...request, ...asked, headers: { ...headers, ...more } }
  }
  const onResponse = (_: number, body: string) => {
    payload = body
  }
  const requests = [{ setupRequest, onResponse }]
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, requests })
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0)
    throw new Error(`${figure(failed)} of ${figure(result.requests.total)} requests failed: ${payload.slice(0, 300)}`)
  return { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99, payload }
}

const say = (line: string) => process.stdout.write(`${line}\n`)
