import { execSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { openKafka } from '../src/kafka/open.ts'

type N = { key: string; n: number }
const parse = (v: unknown) => v as N
const brokers = ['127.0.0.1:29200', '127.0.0.1:29210', '127.0.0.1:29220']
const topic = `soak.${randomUUID()}`
const logs: Record<string, number> = {}
const say = (f: any, m: string) => {
  console.log(at(), m, f.reason ?? '', f.broker ?? '')
  const k = `${m} ${f.reason ?? ''}`.slice(0, 160)
  logs[k] = (logs[k] ?? 0) + 1
}
const logger = { info: () => {}, warn: say, error: say }
const open = () => openKafka({ brokers, logger })
const [w, r1, r2] = [open(), open(), open()]
const log = await w.log<N>({ topic, parse })
const stop = new AbortController()
var t0 = Date.now()
const at = () => ((Date.now() - t0) / 1000).toFixed(1)
let writing = true
const acked = new Map<string, number>()
let rejected = 0
const writers = Array.from({ length: 60 }, async (_, k) => {
  for (let n = 1; writing; n++) {
    for (;;) {
      try {
        await log.append([{ key: `key ${k}`, n }])
        break
      } catch (e: any) {
        rejected++
        if (e.code !== 'LOG_UNAVAILABLE') throw e
        await pause(200)
      }
    }
    acked.set(`key ${k}`, n)
    await pause(5)
  }
})
const seen = new Map<string, number>()
const places = new Set<string>()
let again = 0,
  doubles = 0,
  gaps: string[] = []
let lastSeen = Date.now(),
  worst = 0
const readers = [r1, r2].map(async (k, i) => {
  const l = await k.log<N>({ topic, parse })
  for await (const b of l.read({ group: 'g', atMost: 100, signal: stop.signal })) {
    worst = Math.max(worst, Date.now() - lastSeen)
    lastSeen = Date.now()
    b.positions.forEach((p, j) => {
      const e = b.events[j]!,
        pl = `${p.partition}/${p.offset}`
      if (places.has(pl)) {
        again++
        return
      }
      places.add(pl)
      const last = seen.get(e.key) ?? 0
      if (e.n <= last) doubles++
      else {
        if (e.n !== last + 1) gaps.push(`${e.key}: ${last} -> ${e.n} by ${i} at ${at()}`)
        seen.set(e.key, e.n)
      }
    })
    await pause(20)
    await b.commit()
  }
})
let followed = 0
const follower = (async () => {
  for await (const b of log.follow({ signal: stop.signal })) followed += b.events.length
})()
for (const x of [...readers, follower])
  x.catch(e => {
    console.log(at(), 'READER DIED', e)
    process.exit(1)
  })
await pause(5000)
for (const n of [1, 2]) {
  console.log(at(), 'kill', n, 'seen', places.size, 'rejected', rejected)
  execSync(`kill -9 $(cat /tmp/k3/b${n}.pid)`)
  await pause(12000)
  console.log(at(), 'start', n, 'seen', places.size, 'rejected', rejected)
  execSync(`bash /tmp/k3/start.sh ${n}`)
  await pause(15000)
}
writing = false
await Promise.all(writers)
console.log(at(), 'writers done')
for (let i = 0; i < 60 && [...acked].some(([k, n]) => (seen.get(k) ?? 0) < n); i++) await pause(500)
const missing = [...acked].filter(([k, n]) => (seen.get(k) ?? 0) < n)
console.log({
  acked: [...acked.values()].reduce((a, b) => a + b),
  places: places.size,
  again,
  doubles,
  rejected,
  gaps: gaps.slice(0, 10),
  nGaps: gaps.length,
  missing,
  followed,
  worst,
  lag: await log.lag('g')
})
stop.abort()
const s0 = Date.now()
await Promise.all([...readers, follower])
console.log('ended in', Date.now() - s0)
await Promise.all([w, r1, r2].map(k => k.close()))
console.log('closed', Date.now() - s0)
console.log(
  Object.entries(logs)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 25)
)
