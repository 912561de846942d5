import { setTimeout as sleep } from 'node:timers/promises'
import { openWorld } from '@huiyin/adapters/open.ts'
import { outbound } from '@huiyin/adapters/outbound/outbound.ts'
import { webhookPost } from '@huiyin/adapters/outbound/post-webhook.ts'
import { openVault } from '@huiyin/adapters/secrets/vault.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import { acknowledge, commentArrived } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { act, openDesk } from '@huiyin/ports/act.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { openRulebook } from '@huiyin/ports/rulebook.ts'
import { teller } from '@huiyin/ports/tell.ts'
import { openWebhooks } from '@huiyin/ports/webhooks.ts'
import { system } from '@huiyin/schemas/actor.ts'
import { run } from '../src/run.ts'

/**
 * An office of its own process, to be killed: citizens write and people act while a webhook is told of it. Started
 * again over the same folder it goes on. Says `{"done": {number: events}}` when all is written.
 */
const [folder = '', url = '', key = ''] = process.argv.slice(2)
const TICKETS = 12
const ACTS = 20

const clock = { now: Date.now }
const world = await openWorld(settingsOf({ data: folder, demo: 'off' }), silent, folder)
const { records, tickets } = world.store
const { events } = world.logs
const desk = openDesk({ tickets, events, clock, rules: openRulebook(records, { clock, channels: [], events }).rules })
const webhooks = openWebhooks(records, openVault({ key, data: folder, store: 'sqlite' }), clock)
if ((await webhooks.list()).length === 0) await webhooks.make({ name: '县融媒', url }, 'admin')

const running = run(
  {
    events,
    ...{ tickets, records, webhooks, clock, logger: silent },
    post: webhookPost(outbound({ allowPrivate: ['127.0.0.1'] }), clock),
    tell: teller(events, clock),
    wait: (ms, signal) => sleep(Math.min(Math.max(0, ms), 50), undefined, { signal })
  },
  new AbortController().signal
)
running.catch(error => {
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})

const said = Array.from({ length: TICKETS }, (_, i) =>
  comment({ root: `c${i}`, comment: `c${i}`, author: { id: `u${i}` }, publishedAt: Date.now() })
)
for (const { firstText, firstObservedAt, state, classification, ...observation } of said)
  await act(desk, ticketId(observation), commentArrived(system('desk'), observation, classification))
const actor = { id: 'zhao', name: '赵宏', role: 'head' }
for (let i = 0; i < ACTS; i++)
  for (const one of said) await act(desk, ticketId(one), acknowledge({ actor, id: `act-${i}` }))
await desk.publisher.idle()
const found = await tickets.getMany(said.map(ticketId))
const done = Object.fromEntries(found.map(one => [one!.document.number, one!.document.n]))
process.stdout.write(`${JSON.stringify({ done })}\n`)
