import { systemClock } from '@huiyin/adapters/clock.ts'
import type { House } from '@huiyin/adapters/house.ts'
import { serve } from '@huiyin/api/main.ts'
import { openClassifier } from '@huiyin/classifier/classify.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { commentId, threadKey, ticketId } from '@huiyin/domain/ids.ts'
import { actOnEach } from '@huiyin/ports/act.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { observeEach } from '@huiyin/ports/observe-each.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { generate } from './generate.ts'
import { inHouse } from './in-house.ts'

// A house with its api in a process of its own: `node api-server.ts TICKETS [engines] [WEB_ROOT]`. Tells its parent when
// it listens, and ends when the parent lets go.

const [count = '0', world = '', webRoot] = process.argv.slice(2)
const BATCH = 1_000
const STEP = 400 // ms between comments: the last ones are of now, the first are long overdue
const DESK = system('desk')

const tell = (message: object) => process.send!(message)
const clock = systemClock(silent)

await inHouse({ engines: world === 'engines', clock, more: { HUIYIN_PORT: '0', HUIYIN_DEMO: 'off' } }, async house => {
  house.settings.limits = { ...house.settings.limits, perPerson: 0, perToken: 0 }
  await fill(house, Number(count))
  const end = new AbortController()
  process.on('disconnect', () => end.abort())
  await serve(house, end.signal, welcome => tell({ ready: welcome }), webRoot)
})

function ownThread(n: number) {
  const comment = String(4_900_000_000_000_000 + n)
  const native = { platform: 'weibo', account: '1900000001', post: `p${n % 500}`, root: comment, comment } as const
  return { ...native, id: commentId(native), key: threadKey(native), author: { id: `u${n}`, name: `网友${n}` } }
}

/** Tickets of `n` comments by citizens of their own, each classified and opened as the desk does. */
async function fill({ desk, store, cut }: House, n: number): Promise<void> {
  const classify = openClassifier({ cut })
  let batch: Observation[] = []
  let tickets = 0
  const put = async () => {
    const judged = classify(batch)
    const seen = batch.map((observation, i) => ({ observation, classification: judged[i]! }))
    await observeEach(store.comments, seen)
    const commands = seen.map(({ observation, classification }) => ({
      id: ticketId(observation),
      command: commentArrived(DESK, observation, { ...classification, label: 'inquiry' })
    }))
    const { tickets: opened } = await actOnEach(desk, commands)
    await desk.publisher.publish(opened)
    tickets += opened.length
    batch = []
    tell({ filled: tickets })
  }
  for (const observation of generate(n, { from: clock.now() - n * STEP, step: STEP, repeats: false })) {
    if (tickets + batch.length >= n) break
    batch.push({ ...observation, ...ownThread(tickets + batch.length) })
    if (batch.length === BATCH) await put()
  }
  if (batch.length > 0) await put()
  await store.tickets.refresh()
}
