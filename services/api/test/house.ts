import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { act, openDesk } from '@huiyin/ports/act.ts'
import { comment, HOUR, MINUTE, NOON } from '@huiyin/ports/contracts/fixtures.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import type { Test } from 'tap'
import { type AppOptions, buildApp } from '../src/app.ts'
import { ensureAdministrator } from '../src/sign-in/people.ts'

export { HOUR, MINUTE, NOON }

export const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' }

/** A whole house in memory with its api; the test moves its clock by hand. */
export async function openHouse(t: Test, overrides: Partial<AppOptions> = {}) {
  const store = memoryStore({ searchLags: true })
  const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
  const time = { now: NOON }
  const clock = { now: () => time.now }
  const desk = openDesk({ tickets: store.tickets, events, clock, policy: DEFAULT_POLICY })
  const replayed: [string, string][] = []
  const app = buildApp({
    ...store,
    events,
    desk,
    clock,
    accounts: (_, id) => (id === '1001' ? { name: '云溪发布', replyLimit: 140 } : undefined),
    replay: async (topic, raw) => void replayed.push([topic, raw]),
    ready: async () => [{ name: 'store', ok: true, detail: 'answers' }],
    settings: { demo: true, version: '0.1.0' },
    ...overrides
  })
  t.teardown(async () => {
    await app.close()
    await events.close()
  })
  const administrator = (await ensureAdministrator(store.records))!
  return { app, store, events, desk, time, replayed, administrator }
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** Signs in and asks with that session. */
export async function signIn({ app, administrator }: House) {
  const { headers } = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers: SAME_ORIGIN,
    payload: administrator
  })
  const [cookie = ''] = String(headers['set-cookie']).split(';')
  const get = (url: string) => app.inject({ url, headers: { cookie } })
  const post = (url: string, payload?: object, more: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url,
      headers: { cookie, ...SAME_ORIGIN, ...more },
      ...(payload && { payload })
    })
  return { cookie, get, post }
}

/** A citizen writes, the desk hears of it; answers the id of the ticket. */
export async function citizenWrites({ store, desk }: House, overrides: Partial<StoredComment> = {}): Promise<string> {
  const said = comment({ publishedAt: desk.clock.now() - MINUTE, ...overrides })
  const { firstText, firstObservedAt, state, classification, ...observation } = said
  await store.comments.putEach([{ document: said }])
  const id = ticketId(said)
  await act(desk, id, commentArrived(system('desk'), observation, classification))
  await store.tickets.refresh()
  await store.comments.refresh()
  return id
}

export const at = (id: string) => `/api/tickets/${encodeURIComponent(id)}`
