import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openHouse, together } from '@huiyin/adapters/house.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import { serve, type Welcome } from '@huiyin/api/main.ts'
import { listenControl } from '@huiyin/cli/control-server.ts'
import { start as collector } from '@huiyin/collector/main.ts'
import { keepFresh } from '@huiyin/ports/keep-fresh.ts'
import { openRecord, type Sealed } from '@huiyin/ports/sealed.ts'
import { start as responder } from '@huiyin/responder/main.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { AccountStanding } from '@huiyin/schemas/account-standing.ts'
import { ALL_OFFICES, startSimulator } from '@huiyin/simulator/simulator.ts'
import type { Office, PlatformKind } from '@huiyin/simulator/things.ts'
import t, { type Test } from 'tap'

const clock = { now: Date.now }
const MINUTE = 60_000
const CALLBACK = {
  callbackToken: 'simulated-callback-token',
  callbackKey: 'simulatedCallbackKey0123456789abcdefghijklm'
}

function credentialsOf({ platform, secret, refresh = '', app }: Office): Account['credentials'] {
  if (platform === 'wechat') return { secret, ...CALLBACK }
  if (!app) return { accessToken: secret }
  const tokens = { accessToken: secret, refreshToken: refresh }
  return platform === 'douyin'
    ? { ...tokens, clientKey: app.id, clientSecret: app.secret }
    : { ...tokens, appId: app.id, appSecret: app.secret, partnerToken: secret }
}

/** Ids of an app are no secrets: they stand in addresses that everybody may see. */
const OPEN = new Set(ALL_OFFICES.flatMap(({ app }) => (app ? [app.id] : [])))

/** An office over simulated platforms that writes down every line of its log. */
async function openOffice(t: Test) {
  const simulator = await startSimulator({ clock, offices: ALL_OFFICES })
  const folder = t.testdir({})
  const settings = settingsOf({ port: 0, data: folder, demo: 'off', logLevel: 'debug', allowPrivate: ['127.0.0.1'] })
  const lines: string[] = []
  const keep = (fields: object, message: string) => void lines.push(`${JSON.stringify(fields)} ${message}`)
  const logger = { debug: keep, info: keep, warn: keep, error: keep }
  const house = await openHouse({ settings, folder, logger, clock })
  const ended = new AbortController()
  const { promise: welcomed, resolve: welcome } = Promise.withResolvers<Welcome>()
  await house.rulebook.refresh()
  const running = together(ended.signal, [
    signal => keepFresh(house.accounts, { logger, signal, what: 'accounts' }),
    signal => serve(house, signal, welcome),
    ...[collector, responder, listenControl].map(start => (signal: AbortSignal) => start(house, signal))
  ])
  t.teardown(async () => {
    ended.abort()
    await running
    await house.close()
    await simulator.close()
  })
  const { url } = await welcomed
  return { simulator, house, lines, folder, url }
}

type TheOffice = Awaited<ReturnType<typeof openOffice>>

async function addAll({ house, simulator }: TheOffice): Promise<string[]> {
  const secrets: string[] = []
  for (const office of ALL_OFFICES) {
    const { platform, id, name } = office
    const post = simulator.control.publishPost({ platform, account: id, title: '通告' })
    simulator.control.postComment({ platform, account: id, post: post.id, text: '路灯坏了' })
    const credentials = credentialsOf(office)
    secrets.push(...Object.values(credentials).filter(value => !OPEN.has(value)))
    await house.accounts.add(
      {
        platform,
        id,
        name,
        api: simulator.url,
        credentials,
        since: clock.now() - MINUTE,
        delay: { fresh: 500, old: 500 },
        quotas: [{ scope: 'account', calls: 1_000_000, per: 'day' }],
        ...(platform === 'wechat' && { posts: [post.id] }),
        ...(platform === 'kuaishou' && { options: { comments: 'partner', partnerApi: `${simulator.url}/partner` } })
      },
      'admin'
    )
  }
  return secrets
}

/** Every account asked for everything once, well or not; what was answered or thrown, as text. */
async function askAll({ house }: TheOffice): Promise<string> {
  const said: unknown[] = []
  const target = { post: '1', root: '2', comment: '2' }
  for (const { platform: name, id } of house.accounts.all()) {
    const platform = house.platform({ platform: name, account: id })!
    const asked = await Promise.allSettled([
      platform.check(),
      platform.inbox?.(undefined),
      platform.posts?.(undefined),
      platform.comments?.('1', undefined, () => undefined),
      platform.reply(target, '已转办', 'key-1'),
      platform.readBack(target, { text: '已转办' })
    ])
    for (const one of asked) said.push(one.status === 'fulfilled' ? one.value : [String(one.reason), one.reason])
  }
  return JSON.stringify(said)
}

/** Codes with which a platform could repeat in its message what it was sent. */
const ECHOED: Record<PlatformKind, number> = {
  wechat: 40013,
  weibo: 21327,
  douyin: 2190002,
  kuaishou: 100200101,
  mastodon: 422
}

const standings = async ({ house }: TheOffice) => {
  await house.store.records.refresh()
  const found = await house.store.records.list<AccountStanding>('account-standing', { atMost: 100 })
  return found.map(({ value }) => value)
}

async function until(office: TheOffice, holds: (standing: AccountStanding) => boolean): Promise<void> {
  while (true) {
    const found = await standings(office)
    if (found.length === ALL_OFFICES.length && found.every(holds)) return
    await sleep(200)
  }
}

/** Everything that is kept on the disk but the key itself. */
const keptIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== 'secret.keys')
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    .join('')

/** Tokens that the platforms gave while we worked. */
async function renewed({ house }: TheOffice): Promise<string[]> {
  const found = await house.store.records.list<Sealed>('token', { atMost: 100 })
  return found.flatMap(({ id, value }) => {
    const token = openRecord(house.vault, 'token', id, value) as { access: string; refresh?: string }
    return [token.access, ...(token.refresh ? [token.refresh] : [])]
  })
}

t.test('no secret is in the log, in an answer or readable on the disk, whatever the platforms do', async t => {
  const office = await openOffice(t)
  const { simulator, house, lines, folder } = office
  const { control } = simulator
  const secrets = await addAll(office)
  await until(office, ({ readAt }) => readAt !== undefined)
  const answers = [await askAll(office)]

  const faults = [
    (kind: PlatformKind) => control.fail(kind, { kind: 'http', status: 500 }),
    (kind: PlatformKind) => control.fail(kind, { kind: 'garbage' }),
    (kind: PlatformKind) => control.fail(kind, { kind: 'refuse' })
  ]
  for (const fault of faults) {
    for (const { platform } of ALL_OFFICES) fault(platform)
    answers.push(await askAll(office))
    control.heal()
  }
  for (const { platform, secret } of ALL_OFFICES)
    control.fail(platform, { kind: 'error', code: ECHOED[platform], message: `invalid: ${secret}` })
  answers.push(await askAll(office))
  control.heal()
  for (const { platform, id: account } of ALL_OFFICES) control.expireToken({ platform, account })
  answers.push(await askAll(office))
  for (const { platform, id: account } of ALL_OFFICES) control.revokeToken({ platform, account })
  answers.push(await askAll(office))
  await until(office, ({ platform, state }) => platform === 'wechat' || state !== 'ok')

  const [administrator] = house.accounts.rows()
  await t.rejects(house.accounts.change({ ...house.accounts.all()[0]!, name: '' }, administrator!.tag, 'admin'))
  answers.push(JSON.stringify([house.accounts.rows(), await standings(office)]))
  const all = new Set([...secrets, ...(await renewed(office))])
  t.ok(all.size >= 10, `${all.size} secrets are looked for`)
  t.ok(lines.length > 0, 'something was logged')
  const [logged, answered, kept] = [lines.join('\n'), answers.join('\n'), keptIn(folder)]
  for (const secret of all) {
    t.notOk(logged.includes(secret), 'in the log')
    t.notOk(answered.includes(secret), 'in an answer')
    t.notOk(kept.includes(secret), 'on the disk')
  }
})
