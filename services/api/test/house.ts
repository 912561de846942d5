import { randomBytes, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPrinter } from '@huiyin/adapters/documents/printer.ts'
import { folderFiles } from '@huiyin/adapters/files/folder.ts'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import type { Store } from '@huiyin/adapters/open.ts'
import type { Resolve } from '@huiyin/adapters/outbound/guarded-lookup.ts'
import { outbound } from '@huiyin/adapters/outbound/outbound.ts'
import { webhookPost } from '@huiyin/adapters/outbound/post-webhook.ts'
import { openIntake } from '@huiyin/adapters/platforms/intake.ts'
import { openVault } from '@huiyin/adapters/secrets/vault.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { openAccounts } from '@huiyin/ports/accounts.ts'
import { act, openDesk } from '@huiyin/ports/act.ts'
import { comment, HOUR, MINUTE, NOON } from '@huiyin/ports/contracts/fixtures.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import { openOfficeMap } from '@huiyin/ports/office-map.ts'
import { openRulebook } from '@huiyin/ports/rulebook.ts'
import { type Actor, system } from '@huiyin/schemas/actor.ts'
import type { Observation, StoredComment } from '@huiyin/schemas/comment.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import type { Test } from 'tap'
import { type AppOptions, buildApp } from '../src/app.ts'
import { hashPassword } from '../src/sign-in/password.ts'
import { ensureAdministrator } from '../src/sign-in/people.ts'
import { openSessions } from '../src/sign-in/sessions.ts'

export { HOUR, MINUTE, NOON }

/** What checking a password costs where nobody wants to guess it. */
export const QUICK = { memory: 64, passes: 1, parallelism: 1 }

export const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' }

export type World = { store: Store; events: EventLog<HouseEvent> }

/** Departments of the settings file. */
export const mapOf = (...names: string[]) => ({
  departments: names.map(name => ({ name, words: [name] })),
  places: []
})

/** Of an office that has named no departments of its own. */
export const emptyMap = () =>
  openOfficeMap(memoryStore({}).records, { clock: { now: () => NOON }, events: { append: async () => [] } })

export const inMemory = (): World => ({
  store: memoryStore({ searchLags: true }),
  events: memoryEventLog({ parse: parser(HouseEvent, 'event') })
})

/** Nothing leaves but to this machine. */
const noName: Resolve = (host, _, told) => told(Object.assign(new Error(host), { code: 'ENOTFOUND' }), [])
/** Every name is known, and public. */
const someName: Resolve = (_, __, told) => told(null, [{ address: '93.184.216.34', family: 4 }])

/** A whole house with its api, in memory unless another world is given; the test moves its clock by hand. */
export async function openHouse(t: Test, overrides: Partial<AppOptions> = {}, { store, events } = inMemory()) {
  const time = { now: NOON }
  const clock = { now: () => time.now }
  const replayed: [string, string][] = []
  const collected: Observation[] = []
  const rulebook = openRulebook(store.records, { clock, events, channels: ['wecom'] })
  const desk = openDesk({ tickets: store.tickets, events, clock, rules: rulebook.rules })
  const vault = openVault({ key: randomBytes(32).toString('base64'), data: 'none', store: 'sqlite' })
  const book = openAccounts(store.records, { vault, clock, events })
  const map = openOfficeMap(store.records, { clock, events, settings: mapOf('水务局', '住建局') })
  const attachments = join(tmpdir(), `huiyin-attachments-${randomUUID()}`)
  const files = folderFiles(attachments)
  const app = buildApp({
    ...store,
    rulebook,
    events,
    desk,
    clock,
    cut: text => segmenter().cut(text), // its dictionary takes long to load, and few tests need it
    accounts: (_, id) => (id === '1001' ? { name: '云溪发布', replyLimit: 140 } : undefined),
    book,
    vault,
    files,
    printer: openPrinter(),
    addresses: outbound({ allowPrivate: ['127.0.0.1'] }, someName),
    postWebhook: webhookPost(outbound({ allowPrivate: ['127.0.0.1'] }, noName), clock),
    platform: () => undefined,
    intake: openIntake(book),
    append: async observations => void collected.push(...observations),
    map,
    replay: async (topic, raw) => void replayed.push([topic, raw]),
    lags: async () => ({ scribe: 3 }),
    ready: async () => [{ name: 'store', ok: true, detail: 'answers' }],
    settings: { demo: true, version: '0.1.0' },
    ...overrides
  })
  t.teardown(async () => {
    await app.close()
    await events.close()
    await rm(attachments, { recursive: true, force: true, maxRetries: 5 }) // an upload that broke off may still be tidying up
  })
  const administrator = (await ensureAdministrator(store.records, QUICK))!
  const readRules = () => store.records.refresh().then(rulebook.refresh)
  await readRules()
  return {
    app,
    store,
    events,
    desk,
    rulebook,
    time,
    replayed,
    administrator,
    readRules,
    book,
    vault,
    files,
    attachments,
    collected,
    map
  }
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** Another who may sign in, with a role. */
export async function addPerson({ store }: House, role: string) {
  const actor = { id: `the-${role}`, name: '王', role }
  await store.records.create('person', {
    id: actor.id,
    value: { actor, password: await hashPassword('secret', QUICK) }
  })
  return { name: actor.id, password: 'secret' }
}

/** Signs in and asks with that session. */
export async function signIn({ app, administrator }: House, who = administrator) {
  const { headers } = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers: SAME_ORIGIN,
    payload: who
  })
  const [cookie = ''] = String(headers['set-cookie']).split(';')
  return asking(app, cookie)
}

/** Is let in without a password, which takes long to judge. */
export async function enter({ app, store, readRules, desk }: House, actor: Actor) {
  await store.records.create('person', { id: actor.id, value: { actor, password: {} } })
  await readRules()
  const epoch = (await store.records.get<StoredUser>('person', actor.id))?.document.value.epoch ?? 0
  return asking(app, `huiyin=${await openSessions(store.records, desk.clock).begin(actor, { epoch })}`)
}

function asking(app: House['app'], cookie: string) {
  const get = (url: string) => app.inject({ url, headers: { cookie } })
  const send =
    (method: 'POST' | 'PUT' | 'DELETE') =>
    (url: string, payload?: object, more: Record<string, string> = {}) =>
      app.inject({ method, url, headers: { cookie, ...SAME_ORIGIN, ...more }, ...(payload && { payload }) })
  return { cookie, get, post: send('POST'), put: send('PUT'), del: send('DELETE') }
}

export type Person = Awaited<ReturnType<typeof signIn>>

/** A key of its own for each decision, and the last turn that its author saw. */
export const once = (key: string, seen?: number) => ({
  'idempotency-key': key,
  ...(seen !== undefined && { 'if-match': `"${seen}"` })
})

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
