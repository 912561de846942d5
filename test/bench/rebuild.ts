import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '@huiyin/adapters/clock.ts'
import type { House } from '@huiyin/adapters/house.ts'
import { rebuildDesk } from '@huiyin/cli/rebuild/desk.ts'
import { ticket } from '@huiyin/ports/contracts/fixtures.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { PartRow } from '@huiyin/ports/rebuild-row.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import { inHouse } from './in-house.ts'
import { figure, machine, table, verdict } from './machine.ts'
import { person, timed, times } from './rebuild-people.ts'
import { FIRST, fillComments } from './search-fill.ts'

const DAY = 86_400_000
/** The month that is filled; what is live comes on the day after, in the same month. */
const FILLED = FIRST + 30 * DAY
const TICKETS = 200
const HANDLED = 100
/** What the stream brings: so many comments at once, every so many ms. */
const [BATCH, EVERY] = [50, 200]
const GOAL = 1_000

/** Copies all comments and tickets while people act, a stream comes and lists are asked for; prints what that cost. */
export async function rebuildBench({ engines, n }: { engines: boolean; n: number }): Promise<void> {
  process.stdout.write(`rebuild of ${figure(n)} comments, ${engines ? 'Elasticsearch' : 'embedded'}\n${machine()}\n`)
  await inHouse({ engines, clock: systemClock(silent) }, house => measure(house, n, engines))
}

async function measure(house: House, n: number, engines: boolean): Promise<void> {
  const { comments, tickets } = house.store
  process.stdout.write(`filled with ${figure(await fillComments(comments, n))} comments/s\n`)
  const ids = Array.from({ length: TICKETS }, (_, i) => `t${i}`)
  await tickets.putEach(ids.map(id => ({ document: ticket({ id, openedAt: 0 }) })))
  await tickets.refresh()
  const page = await comments.search({ sort: 'oldest', atMost: HANDLED + 1 })
  const [first, ...handled] = page.rows as [StoredComment, ...StoredComment[]]
  const crowd = await gather(house, { n, ids, handled })
  const outside = engines ? await outsideWriter(house, first) : undefined

  const rebuilds = rebuildDesk(house)
  const began = performance.now()
  let row = await rebuilds.start({ only: ['comments', 'tickets'], back: false, by: 'bench' })
  const spans = new Map<string, number>()
  while (row.endedAt === undefined) {
    const now = row.parts.find(({ state }) => state !== 'swapped')
    if (now?.state === 'swapping') await outside?.pause()
    const at = performance.now()
    row = await rebuilds.work()
    if (now) spans.set(now.state, (spans.get(now.state) ?? 0) + performance.now() - at)
    if (now && row.parts.some(({ part, state }) => part === now.part && state === 'swapped')) outside?.goOn()
  }
  const took = performance.now() - began
  await sleep(1_000)
  const told = await outside?.end()
  await crowd.end()
  if (row.failed !== undefined) throw new Error(`The rebuild ended before it was done: ${row.failed}`)
  print(row.parts, spans, took)
  await judge(house, crowd, { n, ids, handled, ...(told && { outside: { ...told, comment: first } }) })
}

interface Given {
  n: number
  ids: readonly string[]
  handled: readonly StoredComment[]
}

type Crowd = Awaited<ReturnType<typeof gather>>

async function gather({ store: { comments, tickets } }: House, { n, ids, handled }: Given) {
  let ended = false
  const of = { failed: { n: 0 }, ended: () => ended }
  const acts = { tickets: new Map<string, number>(), comments: new Map<string, number>() }
  const [personal, streamed, asked] = [times(), times(), times()]
  const queries = { failed: { n: 0 }, short: 0 }
  let live = 0
  const template = handled[0]!
  const at = new Map(handled.map(({ id, publishedAt }) => [id, publishedAt]))

  async function stream() {
    for (; !ended; await sleep(EVERY)) {
      const batch = Array.from({ length: BATCH }, () => {
        const n = live++
        return { document: { ...template, id: `live/${n}`, publishedAt: FILLED + 1 + n } }
      })
      const results = await timed(streamed, of.failed, () => comments.putEach(batch))
      if (results?.some(({ outcome }) => outcome !== 'put')) of.failed.n += 1
    }
  }
  async function ask() {
    for (; !ended; await sleep(20)) {
      const asking = () => comments.search({ sort: 'newest', atMost: 20, publishedTo: FILLED, account: ['1900000001'] })
      const found = await timed(asked, queries.failed, asking)
      if (found && found.total < n) queries.short += 1
    }
  }
  const onTickets = {
    read: tickets.get,
    put: async (put: Parameters<typeof tickets.putEach>[0][number]) => (await tickets.putEach([put]))[0]!,
    next: (one: Awaited<ReturnType<typeof ticket>>) => ({ ...one, openedAt: one.openedAt + 1 })
  }
  const onComments = {
    read: async (id: string) => (await comments.getMany([{ id, publishedAt: at.get(id)! }]))[0],
    put: async (put: Parameters<typeof comments.putEach>[0][number]) => (await comments.putEach([put]))[0]!,
    next: (one: StoredComment) => ({ ...one, likes: (one.likes ?? 0) + 1 })
  }
  const work = Promise.all([
    stream(),
    ask(),
    person(ids, onTickets, { ...of, acts: acts.tickets, writes: personal }),
    person([...at.keys()], onComments, { ...of, acts: acts.comments, writes: personal })
  ])
  return {
    ...{ acts, personal, streamed, asked, queries, failed: of.failed, live: () => live },
    async end() {
      ended = true
      await work
    }
  }
}

/** Another process, which can be stopped in the middle of its work. */
async function outsideWriter({ settings: { store, prefix } }: House, { id, publishedAt }: StoredComment) {
  const child = fork(join(import.meta.dirname, 'rebuild-writer.ts'), [store, prefix, id, String(publishedAt)], {
    execArgv: []
  })
  await once(child, 'message')
  let [stopped, since, longest] = [false, 0, 0]
  return {
    async pause() {
      if (stopped) return
      child.send('hold')
      await once(child, 'message')
      stopped = true
      since = performance.now()
    },
    goOn() {
      if (!stopped) return
      stopped = false
      longest = Math.max(longest, performance.now() - since)
      child.kill('SIGCONT')
    },
    async end() {
      child.send('end')
      const [told] = (await once(child, 'message')) as [{ acts: number; conflicts: number }]
      return { ...told, paused: longest }
    }
  }
}

function print(parts: readonly PartRow[], spans: ReadonlyMap<string, number>, took: number): void {
  const seconds = (ms = 0) => `${(ms / 1000).toFixed(1)} s`
  const documents = parts.reduce((sum, { checked }) => sum + (checked?.documents ?? 0), 0)
  const rows = parts.map(({ part, checked, waited = 0, startedAt = 0, swappedAt = 0 }) => [
    part,
    figure(checked?.documents ?? 0),
    seconds(swappedAt - startedAt),
    checked?.checksum ?? '',
    `${figure(waited)} ms`
  ])
  process.stdout.write(`\n${table([['part', 'documents', 'took', 'checksum', 'swap'], ...rows])}\n\n`)
  const [copying, comparing, catching] = ['copying', 'verifying', 'swapping'].map(state => spans.get(state))
  process.stdout.write(
    `${figure((documents / took) * 1000)} documents/s in all: copied ${seconds(copying)} (${figure((documents / (copying ?? 1)) * 1000)}/s), compared ${seconds(comparing)}, caught up and swapped ${seconds(catching)}\n`
  )
}

type Judged = Given & { outside?: { acts: number; conflicts: number; paused: number; comment: StoredComment } }

async function judge({ store: { comments, tickets } }: House, crowd: Crowd, { n, ids, handled, outside }: Judged) {
  await Promise.all([comments.refresh(), tickets.refresh()])
  const foundTickets = await tickets.getMany(ids)
  const foundComments = await comments.getMany(handled)
  const actsOn = [
    ...ids.map((id, i) => (foundTickets[i]?.document.openedAt ?? -1) - (crowd.acts.tickets.get(id) ?? 0)),
    ...handled.map(
      ({ id, likes = 0 }, i) => (foundComments[i]?.document.likes ?? -1) - likes - (crowd.acts.comments.get(id) ?? 0)
    )
  ]
  const wrong = actsOn.filter(difference => difference !== 0).length
  const all = (await comments.search({ sort: 'newest', atMost: 1 })).total
  const missing = n + crowd.live() - all
  const { personal, streamed, asked, queries, failed } = crowd
  const longest = Math.max(personal.most(), streamed.most())
  const late = outside ? await outsideActs(comments, outside) : 0
  const lines = [
    `longest wait of a write ${figure(longest)} ms (goal < ${GOAL} ms): ${verdict(longest < GOAL)}; people's p50 ${figure(personal.at(0.5))} ms, p99 ${figure(personal.at(0.99))} ms; the stream's ${BATCH} comments p50 ${figure(streamed.at(0.5))} ms, p99 ${figure(streamed.at(0.99))} ms`,
    `${figure(asked.count())} lists asked for, p50 ${figure(asked.at(0.5))} ms, p99 ${figure(asked.at(0.99))} ms; failed ${queries.failed.n}, missing somebody ${queries.short}: ${verdict(queries.failed.n + queries.short === 0)}`,
    `${figure(personal.count())} acts of people, ${figure(crowd.live())} comments of the stream; failed ${failed.n}; documents with another number of acts than was answered ${wrong}, comments missing ${missing}: ${verdict(failed.n + wrong + missing === 0)}`,
    ...(outside
      ? [
          `a writer in another process was stopped over each swap (${figure(outside.paused)} ms the longest): ${figure(outside.acts)} acts, ${figure(outside.conflicts)} conflicts, acts missing ${late}: ${verdict(late === 0)}`
        ]
      : [])
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function outsideActs(comments: House['store']['comments'], { acts, comment }: NonNullable<Judged['outside']>) {
  const [found] = await comments.getMany([comment])
  return acts - ((found?.document.likes ?? 0) - (comment.likes ?? 0))
}
