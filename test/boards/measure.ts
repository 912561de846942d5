import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { askedOf } from '@huiyin/api/boards/asking.ts'
import { moodOf } from '@huiyin/api/boards/mood.ts'
import { openBoard } from '@huiyin/api/boards/open.ts'
import { overviewOf } from '@huiyin/api/boards/overview.ts'
import { rowsOf } from '@huiyin/api/boards/rows.ts'
import { openLive } from '@huiyin/api/live.ts'
import type { ApiPorts } from '@huiyin/api/ports.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { generateYear } from '../year/generate.ts'

/** How much memory the ledger takes and how long the dashboards do: `node --expose-gc test/boards/measure.ts 100000`. */

const TICKETS = Number(process.argv[2] ?? 100_000)
const NOW = Date.parse('2026-11-21T12:00:00+08:00')
const YEAR = 365 * 86_400_000
const DRAWN = 2_000
const AT_ONCE = 1_000

/** Stories of a year, drawn once and told again by others at other times. */
function* planted(): Generator<{ tickets: Ticket[]; comments: StoredComment[] }> {
  const drawn = [...generateYear({ seed: 4, comments: DRAWN, from: NOW - YEAR, to: NOW }).stories()].filter(
    ({ ticket }) => ticket
  )
  const again = Math.ceil(TICKETS / drawn.length)
  let tickets: Ticket[] = []
  let comments: StoredComment[] = []
  for (let n = 0; n < again; n++) {
    for (const story of drawn) {
      const ticket = story.ticket!
      tickets.push({ ...ticket, id: `${ticket.id}-${n}`, number: `${ticket.number}${n}` })
      comments.push(
        ...story.comments.map(comment => ({ ...comment, id: `${comment.id}-${n}`, key: `${comment.key}-${n}` }))
      )
      if (tickets.length < AT_ONCE) continue
      yield { tickets, comments }
      tickets = []
      comments = []
    }
  }
}

const bytes = () => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const folder = mkdtempSync(join(tmpdir(), 'huiyin-boards-'))
const sqlite = await openSqlite({ folder })
const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
const clock = { now: () => NOW }
const { tickets, comments, records } = sqlite.store
let put = 0
const filling = performance.now()
for (const some of planted()) {
  await tickets.putEach(some.tickets.map(document => ({ document })))
  await comments.putEach(some.comments.map(document => ({ document })))
  put += some.tickets.length
}
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)
console.log(`${put} tickets put in ${seconds(filling)} s`)

const ports = {
  ...{ tickets, comments, records, clock, events, cut: segmenter().cut, accounts: () => undefined },
  book: { rows: () => [] }
} as unknown as ApiPorts
const stop = new AbortController()
const live = openLive(ports, silent)
const running = live.run(stop.signal)
const board = openBoard({ ports, live, logger: silent })
const before = bytes()
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const walking = performance.now()
board.ledger.begin()
while (!board.ledger.isWhole()) await sleep(20)
const walked = seconds(walking)
const blocked = delay.max / 1e6
const { rows } = board.ledger.columns.size()
const took = bytes() - before
console.log(
  `walked in ${walked} s, blocking ${blocked.toFixed(0)} ms at most; ${rows} rows, ${Math.round(took / 2 ** 20)} MiB: ${Math.round(took / put)} bytes a ticket`
)

const leader = { id: 'liu', name: '刘县长', role: 'leader' }
for (const span of ['today', 'week', 'month', 'quarter'] as const) {
  const asked = askedOf(ports, leader, { span }, NOW)
  const times: Record<string, number[]> = {}
  delay.reset()
  for (let i = 0; i < 4; i++) {
    for (const [name, ask] of [
      ['overview', () => overviewOf(board, asked)],
      ['rows', () => rowsOf(board, leader, asked, { figure: 'owed', atMost: 50 })],
      ['mood', () => moodOf(board, leader, asked)]
    ] as const) {
      const since = performance.now()
      await ask()
      times[name] = [...(times[name] ?? []), performance.now() - since]
    }
  }
  const told = Object.entries(times).map(
    ([name, all]) => `${name} ${Math.round(all[0]!)} ms, then ${Math.round(Math.min(...all.slice(1)))} ms`
  )
  console.log(`${span}: ${told.join('; ')}; blocking ${(delay.max / 1e6).toFixed(0)} ms at most`)
}
stop.abort()
await board.ledger.close()
await events.close()
await running
await sqlite.close()
rmSync(folder, { recursive: true })
