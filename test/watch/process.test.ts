import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from '@huiyin/domain/ids.ts'
import t from 'tap'
import { type Running, signIn, start, until } from '../journeys/house.ts'
import { does, ticketFor } from '../journeys/tickets.ts'
import { freePort } from './free-port.ts'

/** What must stand in no line. Made up: nobody is called so, and nobody has these numbers. */
const PERSONAL = {
  words: '隔壁老墨家的猫半夜总叫',
  phone: '13955512345',
  idNumber: '330102199003078514',
  mail: 'laomo.miao@example.com',
  reply: '已请社区网格员上门看过那只猫',
  note: '这位网友去年也来过两次',
  searched: '猫半夜总叫',
  name: '墨如海',
  user: 'moruhai',
  password: 'Xk7-unheard-of-passw0rd',
  wrong: 'guess-me-if-you-can-99'
}

const citizensOf = (house: Running) => /citizen yourself: (\S+)/.exec(house.output())![1]!

/** A citizen writes, by the simulated platform's own wire; answers its id there. */
async function citizenWrites(house: Running, text: string) {
  const control = citizensOf(house)
  const posts = await (await fetch(`${control}/offices`)).json()
  const { platform, id: account } = posts.find((one: { platform: string }) => one.platform === 'weibo')
  const [post] = await (await fetch(`${control}/posts?platform=${platform}&account=${account}`)).json()
  const body = JSON.stringify({ platform, account, post: post.id, text })
  const written = await fetch(`${control}/comments`, { method: 'POST', body })
  return { platform, author: (await written.json()).author }
}

const tryIt = async (url: string, path: string, init: RequestInit = {}) => (await fetch(url + path, init)).status

/** People do what people do, well and badly. */
async function peopleWork(house: Running): Promise<{ secrets: string[]; trace: string; author: string }> {
  const { words, phone, idNumber, mail, reply, note, searched, name, user, password, wrong } = PERSONAL
  const admin = await signIn(house)
  const { author } = await citizenWrites(house, `${words}，电话${phone}，身份证${idNumber}，邮箱${mail}，请问谁管？`)
  const row = await ticketFor(admin, words, 'weibo')
  const { comment } = (await admin('GET', `/tickets/${encodeURIComponent(row.id)}`)).body.turns[0]
  const done = [
    await does(admin, row.id, 'replies', { text: reply }),
    await does(admin, row.id, 'notes', { text: note }),
    await admin('POST', '/users', { id: user, name, roles: ['editor'] })
  ]
  for (const { status } of done) if (status !== 200) throw new Error(`refused with ${status}`)
  await admin('GET', `/search?q=${encodeURIComponent(searched)}`)
  await admin('GET', `/tickets?q=${encodeURIComponent(`${searched} (`)}`)
  await admin('POST', '/users', { id: user, name, roles: ['editor'], phone, password })
  const { token } = (await admin('POST', '/tokens', { name: '看板', actions: ['metrics.read'], days: 1 })).body
  const json = { 'content-type': 'application/json', origin: house.url }
  await tryIt(house.url, '/api/session', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ name: user, password: wrong })
  })
  await tryIt(house.url, '/api/session', {
    method: 'POST',
    headers: json,
    body: `{"name":"${name}","password":"${wrong}`
  })
  await tryIt(house.url, `/api/${encodeURIComponent(name)}/${phone}?password=${wrong}`)
  await tryIt(house.url, `/metrics`, { headers: { authorization: `Bearer ${token}` } })
  await tryIt(house.url, `/metrics`, { headers: { authorization: `Bearer ${token}x`, 'x-request-id': phone } })
  return {
    secrets: [token, house.password!],
    trace: digest(comment),
    author: author.name
  }
}

t.test('a house at work, told to say all that it can', async t => {
  const folder = t.testdir({})
  const [healthPort, files] = [await freePort(), join(folder, 'log')]
  const house = await start({
    ...{ HUIYIN_DATA: folder, HUIYIN_DEMO: 'on', HUIYIN_LOG_LEVEL: 'debug' },
    ...{ HUIYIN_LOG_FILE: join(files, 'huiyin.log'), HUIYIN_HEALTH_PORT: String(healthPort) }
  })
  t.teardown(() => house.stop('SIGKILL'))
  const health = `http://127.0.0.1:${healthPort}`
  const ask = async (path: string) => (await fetch(health + path)).text()

  await t.test('answers for its health on a port of its own, ready once everything beats', async t => {
    const { ready } = await until(
      'it is ready',
      async () => JSON.parse(await ask('/readyz')),
      ({ ready }) => ready
    )
    t.equal(ready, true)
    t.match(JSON.parse(await ask('/healthz')), { alive: true })
    t.equal((await fetch(`${house.url}/metrics`)).status, 401, 'the public port wants a token')
  })

  const { secrets, trace, author } = await peopleWork(house)

  await t.test('counts what it does, the api’s requests among it', async t => {
    const text = await until(
      'the scribe has it',
      () => ask('/metrics'),
      text => /batch_events_total\{group="scribe"\} [1-9]/.test(text)
    )
    for (const name of [
      'huiyin_batch_events_total{group="desk"}',
      'huiyin_collected_to_stored_seconds_count',
      'huiyin_store_call_duration_seconds_count{part="tickets",call="putEach"}',
      'huiyin_http_request_duration_seconds_count{method="POST",route="/api/session",status="200"}',
      'huiyin_round_ended_timestamp_seconds{round="alerter"}',
      'huiyin_quota_left{account="weibo/',
      'huiyin_queue_depth{queue="parked"} 0'
    ])
      t.ok(text.includes(name), name)
    for (const [what, value] of Object.entries(PERSONAL)) t.notOk(text.includes(value), what)
    const series = text.split('\n').filter(line => line !== '' && !line.startsWith('#'))
    t.ok(series.length < 4_000, `${series.length} series`)
  })

  await t.test('says how it stands to whoever keeps it', async t => {
    const admin = await signIn(house)
    const { body } = await until(
      'it was seen',
      () => admin('GET', '/status'),
      ({ body }) => body.processes[0]?.stored !== undefined
    )
    t.match(body, { processes: [{ service: 'huiyin', lacks: [] }], engines: [{ ok: true }, { ok: true }] })
    t.ok(body.processes[0].stored.delay < 120_000)
  })

  await house.stop()
  const kept = readdirSync(files)
    .map(file => readFileSync(join(files, file), 'utf8'))
    .join('')

  await t.test('keeps its lines in a file too, each whole, the last ones as well', async t => {
    const lines = kept.trimEnd().split('\n')
    t.ok(lines.length > 50)
    for (const line of lines) t.ok(JSON.parse(line).time)
    const said = house
      .output()
      .split('\n')
      .filter(line => line.startsWith('{"level"'))
    t.same(lines, said)
  })

  await t.test('can be followed by one id from the collector to the desk, and by requests’ ids', async t => {
    const said = kept.split('\n').flatMap(line => (line.includes('"traces"') ? [JSON.parse(line)] : []))
    const of = said
      .filter(({ traces }) => traces.includes(trace))
      .map(({ topic, group, msg }) => [topic, group ?? msg].join(' '))
    for (const step of ['comments appended', 'comments classifier', 'classified appended', 'classified desk'])
      t.ok(of.includes(step), step)
    t.match(kept, /"request":"[0-9a-f-]{36}","method":"POST","route":"\/api\/session","status":401/)
  })

  await t.test('says nothing of anybody, and no secret', async t => {
    const all = house.output().replace(/Sign in as .*\n/, '') + kept // what a person at the terminal is told once
    for (const [what, value] of Object.entries(PERSONAL)) t.notOk(all.includes(value), what)
    for (const secret of secrets) t.notOk(all.includes(secret), 'a secret')
    t.notOk(all.includes(author), 'who wrote')
  })
})
