import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '@huiyin/adapters/clock.ts'
import { type House, together } from '@huiyin/adapters/house.ts'
import { serve } from '@huiyin/api/main.ts'
import { openSessions } from '@huiyin/api/sign-in/sessions.ts'
import { start as classifier } from '@huiyin/classifier/main.ts'
import { start as desk } from '@huiyin/desk/main.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { threadKey, ticketId } from '@huiyin/domain/ids.ts'
import { act } from '@huiyin/ports/act.ts'
import { openAnchors } from '@huiyin/ports/anchors.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { teller } from '@huiyin/ports/tell.ts'
import { trailSource } from '@huiyin/ports/trail-source.ts'
import { verifyTrail } from '@huiyin/ports/verify-trail.ts'
import { type Actor, system } from '@huiyin/schemas/actor.ts'
import { start as scribe } from '@huiyin/scribe/main.ts'
import { generate } from '../bench/generate.ts'
import { inHouse } from '../bench/in-house.ts'
import type { Asked, Opened, Wrote } from './run.ts'

// The house that a crowd works in, in a process of its own: `node house.ts PEOPLE TICKETS COMMENTS_A_SECOND [engines]`.

const [people = 0, tickets = 0, rate = 0] = process.argv.slice(2, 5).map(Number)
const engines = process.argv[5] === 'engines'

const ROLES = ['head', 'editor', 'reviewer', 'collector'] as const
const DESK = system('desk')
const TENTH = 100 // ms

const tell = (message: object) => process.send!(message)
const clock = systemClock(silent)
let ids: string[] = []
let pouring = true
const quiet = { HUIYIN_PORT: '0', HUIYIN_DEMO: 'off' }

await inHouse({ engines, clock, more: quiet }, async house => {
  house.settings.limits = { ...house.settings.limits, perPerson: 0, perToken: 0 }
  const end = new AbortController()
  process.on('disconnect', () => end.abort())
  process.on('message', async (asked: Asked) => {
    if (asked === 'what was written') tell({ wrote: await written(house) })
  })
  ids = await Promise.all(Array.from({ length: tickets }, (_, n) => opened(house, n)))
  const cookies = await Promise.all(Array.from({ length: people }, (_, n) => entered(house, n)))
  await together(end.signal, [
    ...[classifier, desk, scribe].map(start => (signal: AbortSignal) => start(house, signal)),
    signal => pour(house, signal),
    signal => serve(house, signal, ({ url }) => tell({ opened: { url, ids, cookies } satisfies Opened }))
  ])
  await house.desk.publisher.idle()
})

async function opened({ desk: at, store }: House, n: number): Promise<string> {
  const native = { post: 'crowd', root: `c${n}`, comment: `c${n}` }
  const author = { id: `citizen-${n}`, name: `网友${n}` }
  const of = { platform: 'weibo', account: '1001', ...native } as const
  const said = comment({ ...of, key: threadKey(of), id: `crowd-${n}`, author, publishedAt: clock.now() })
  const { firstText, firstObservedAt, state, classification, ...observation } = said
  await store.comments.putEach([{ document: said }])
  const id = ticketId(said)
  await act(at, id, commentArrived(DESK, observation, classification))
  return id
}

async function entered({ store: { records } }: House, n: number): Promise<string> {
  const actor: Actor = { id: `person-${n}`, name: `第${n}人`, role: ROLES[n % ROLES.length]! }
  await records.create('person', { id: actor.id, value: { actor, password: {}, passwordAt: clock.now() } })
  return `huiyin=${await openSessions(records, clock).begin(actor)}`
}

/** Citizens write under other posts, evenly, as many a second as were asked for. */
async function pour({ logs }: House, signal: AbortSignal): Promise<void> {
  if (rate === 0) return
  const saying = generate(Number.MAX_SAFE_INTEGER, { from: clock.now(), step: 1000 / rate })
  const began = performance.now()
  for (let poured = 0; !signal.aborted && pouring; ) {
    const due = Math.floor(((performance.now() - began) / 1000) * rate)
    const batch = Array.from({ length: due - poured }, () => saying.next().value!)
    if (batch.length > 0) await logs.comments.append(batch)
    poured += batch.length
    tell({ poured, behind: await logs.classified.lag('desk') })
    await sleep(TENTH, undefined, { signal }).catch(() => {}) // ended while it waited
  }
}

/** The timelines once all is in them, and whether the trail stands. */
async function written({ store, logs, vault, desk: { publisher } }: House): Promise<Wrote> {
  pouring = false
  for (const [log, group] of [
    [logs.classified, 'desk'],
    [logs.events, 'scribe']
  ] as const) {
    while ((await log.lag(group)) > 0) await sleep(TENTH)
    await publisher.idle()
  }
  const { records, trail, history } = store
  await history.refresh()
  const found = await store.tickets.getMany(ids)
  const timelines = await Promise.all(
    found.map(async one => {
      const { id, n } = one!.document
      return { ticket: id, n, rows: await history.of(id, { atMost: n + 1 }) }
    })
  )
  const anchors = openAnchors({ trail, records, vault, clock, tell: teller(logs.events, clock) })
  const { broken } = await verifyTrail(trailSource(trail, history, anchors), { now: clock.now() })
  return { timelines, broken }
}
