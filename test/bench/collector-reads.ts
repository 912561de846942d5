import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { openHouse } from '@huiyin/adapters/house.ts'
import { httpClient } from '@huiyin/adapters/platforms/http.ts'
import { meterOf } from '@huiyin/adapters/platforms/meter.ts'
import { openPlatforms } from '@huiyin/adapters/platforms/open-platforms.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import { start } from '@huiyin/collector/main.ts'
import { loadWatches } from '@huiyin/collector/watch.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { Idle, Read, Request } from './collector.ts'

// One collector in a process of its own, over SQLite in a temporary folder:
// `node collector-reads.ts ACCOUNTS backlog COMMENTS REQUESTS` reads until so many comments are in the log, and puts what
// it asked into a file; `node collector-reads.ts ACCOUNTS idle SECONDS POSTS` reads all posts of each account once, then is looked at so long.

const [file = '', mode = '', count = '0', last = ''] = process.argv.slice(2)
const accounts = JSON.parse(await readFile(file, 'utf8')) as Account[]
const folder = await mkdtemp(join(tmpdir(), 'huiyin-bench-'))
const settings = settingsOf({ data: folder, demo: 'off', port: 0 })
const house = await openHouse({ settings, folder, logger: silent, accounts })

/** So often the event loop is to come by, in ms. */
const RESOLUTION = 10

const met = new Set<string>()
const at = { first: 0, last: 0 }
let published = 0
const log = {
  ...house.logs.comments,
  append: async (events: readonly Observation[]) => {
    const positions = await house.logs.comments.append(events)
    published += events.length
    for (const { id, ours } of events) if (!ours) met.add(id)
    at.last = performance.now()
    return positions
  }
}

const recorded: Request[] = []
let asked = 0
const http = httpClient()
http.interceptors.request.use(config => {
  at.first ||= performance.now()
  return config
})
http.interceptors.response.use(response => {
  asked += 1
  if (mode !== 'backlog') return response
  const { method = 'get', data, headers } = response.config
  const named = Object.entries(headers.toJSON()).map(([name, value]) => [name, String(value)])
  const body = data === undefined ? {} : { data: String(data) }
  recorded.push({ method, url: http.getUri(response.config), headers: Object.fromEntries(named), ...body })
  return response
})
const { clock, logger, ledger } = house
const platform = openPlatforms({ accounts: house.accounts, clock, logger, meter: meterOf(ledger), http: () => http })

const ended = new AbortController()
const running = start({ ...house, platform, logs: { ...house.logs, comments: log } }, ended.signal)
running.catch(error => {
  process.stderr.write(`${error}\n`)
  process.exit(1)
})
const delay = monitorEventLoopDelay({ resolution: RESOLUTION })
delay.enable()
let most = 0
let read = 0
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss())
  process.send!({ done: mode === 'backlog' ? met.size : read, asked })
}, 500)

if (mode === 'backlog') {
  while (met.size < Number(count)) await sleep(20)
  const result: Read = { seconds: (at.last - at.first) / 1000, published, requests: asked, rss: most, ...lag() }
  await writeFile(last, JSON.stringify(recorded))
  process.send!({ result })
} else {
  const begun = performance.now()
  for (const account of accounts) while (!(await isRead(account))) await sleep(1_000)
  const seconds = (performance.now() - begun) / 1000
  const first = { seconds, requests: asked, rss: process.memoryUsage.rss(), ...lag() }
  delay.reset()
  const before = { asked, cpu: process.cpuUsage() }
  await sleep(Number(count) * 1000)
  const { user, system } = process.cpuUsage(before.cpu)
  const result: Idle = {
    first,
    idle: {
      seconds: Number(count),
      requests: asked - before.asked,
      rss: process.memoryUsage.rss(),
      cpu: (user + system) / 1e6 / Number(count),
      ...lag()
    }
  }
  process.send!({ result })
}
clearInterval(watch)
ended.abort()
await running
await house.close()
await rm(folder, { recursive: true, force: true })
process.disconnect()

/** All its posts were walked through as a whole. */
async function isRead(account: Account): Promise<boolean> {
  const { posts } = await loadWatches(house.store.records, account)
  const passed = [...posts.values()].filter(({ passedAt }) => passedAt > 0).length
  if (passed < Number(last)) return false
  read += passed
  return true
}

/** How late the event loop came to its timers, in ms. */
function lag() {
  const late = (ns: number) => Math.max(0, ns / 1e6 - RESOLUTION)
  return { lag: { p50: late(delay.percentile(50)), p99: late(delay.percentile(99)), max: late(delay.max) } }
}
