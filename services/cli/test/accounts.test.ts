import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { OFFICES, startSimulator } from '@huiyin/simulator/simulator.ts'
import t, { type Test } from 'tap'
import {
  accountAddCommand,
  accountCheckCommand,
  accountListCommand,
  accountStateCommand
} from '../src/account-command.ts'
import { gatherCredentials, parseCredentials } from '../src/accounts/credentials.ts'
import { questions } from '../src/accounts/questions.ts'
import { keysListCommand, keysPruneCommand, keysRotateCommand } from '../src/key-command.ts'
import { BIN, type Ended } from './command.ts'
import { type Office, office } from './house.ts'
import { serve } from './server.ts'

const [, WEIBO] = OFFICES
const SECRET = WEIBO!.secret
const ADD = ['account', 'add', '--platform', 'weibo', '--id', WEIBO!.id, '--name', WEIBO!.name]
const ONE = { platform: 'weibo', id: WEIBO!.id }
const { signal: SIGNAL } = new AbortController()

/** Runs `huiyin` with something on its standard input. */
function huiyin(
  { settings }: Pick<Office, 'settings'>,
  args: readonly string[],
  input = '',
  more: NodeJS.ProcessEnv = {}
): Promise<Ended> {
  const { NODE_OPTIONS: _, ...rest } = process.env
  const child = spawn(process.execPath, [BIN, ...args], { env: { ...rest, ...more, HUIYIN_DATA: settings.data } })
  const ended: Ended = { code: 0, stdout: '', stderr: '' }
  child.stdout.on('data', text => (ended.stdout += text))
  child.stderr.on('data', text => (ended.stderr += text))
  child.stdin.end(input)
  return new Promise(resolve => child.on('close', code => resolve({ ...ended, code: code ?? 1 })))
}

/** Does in this process what a command does, over the office's folder. */
function within<T>({ settings }: Office, work: () => Promise<T>): Promise<T> {
  process.env.HUIYIN_DATA = settings.data
  process.env.HUIYIN_ALLOW_PRIVATE = '127.0.0.1' // where the simulator is
  return work()
}

/** Adds the account with a token that stands in a file. */
function adds(here: Office, { token = SECRET, ...of }: { token?: string; id?: string; api?: string } = {}) {
  const credentialsFile = join(here.folder, 'credentials.json')
  writeFileSync(credentialsFile, JSON.stringify({ accessToken: token }), { mode: 0o600 })
  const options = { ...ONE, platform: 'weibo' as const, name: WEIBO!.name, credential: [], option: [], ...of }
  return within(here, () => accountAddCommand({ ...options, credentialsFile }, Date.now(), SIGNAL))
}

const listed = (here: Office) => within(here, () => accountListCommand(Date.now(), SIGNAL))

async function simulator(t: Test) {
  const started = await startSimulator({ clock: { now: Date.now } })
  t.teardown(started.close)
  return started
}

/** Every byte that is kept under a folder. */
const bytesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    .join('')

t.test('accounts on the command line', async t => {
  t.test('are added with secrets that come by the standard input, and stand nowhere readable', async t => {
    const here = await office(t)
    const added = await huiyin(here, ADD, `accessToken=${SECRET}\n`)
    t.match(added, { code: 0, stderr: '', stdout: /is added; it is read as soon as Huiyin is started/ })
    const list = await huiyin(here, ['account', 'list'])
    t.match(list, {
      code: 0,
      stdout:
        /^platform +id +name +state +read last +reminders\nweibo +1900000001 +青禾县人民政府 +active +never +none\n$/
    })
    t.notOk([added, list].some(({ stdout, stderr }) => (stdout + stderr).includes(SECRET)))
    t.notOk(bytesIn(here.settings.data).includes(SECRET))
    t.match(await huiyin(here, ADD, `accessToken=${SECRET}\n`), { code: 1, stderr: /is there already/ })
    const [account] = await here.look(async ({ accounts }) => {
      await accounts.refresh()
      return accounts.all()
    })
    t.match(account, { id: WEIBO!.id, credentials: { accessToken: SECRET } })
  })

  t.test('take no secret among the arguments, and do not repeat it', async t => {
    const here = await office(t)
    const answer = await huiyin(here, [...ADD, '--credential', `accessToken=${SECRET}`])
    t.match(answer, { code: 1, stderr: /accessToken is a secret and must not stand among the arguments/ })
    t.notOk((answer.stdout + answer.stderr).includes(SECRET))
    t.match(await huiyin(here, [...ADD, '--credential', 'rip=203.0.113.9'], `accessToken=${SECRET}`), { code: 0 })
  })

  t.test('that are not complete are refused with all that is wrong, in both languages', async t => {
    const here = await office(t)
    const answer = await huiyin(here, [
      'account',
      'add',
      '--platform',
      'kuaishou',
      '--id',
      '1',
      '--name',
      '快手',
      '--option',
      'comments=x'
    ])
    t.match(answer, { code: 1, stdout: '' })
    for (const name of ['appId', 'appSecret', 'accessToken', 'refreshToken', 'comments']) t.match(answer.stderr, name)
    t.match(answer.stderr, /缺少应用密钥/)
    t.notOk(existsSync(join(here.settings.data, 'secret.keys')))
  })

  t.test('are checked against the platform: what works, and what is missing', async t => {
    const here = await office(t)
    const { url } = await simulator(t)
    await adds(here, { api: url })
    const good = await within(here, () => accountCheckCommand('weibo', WEIBO!.id, SIGNAL))
    t.match(good, { ok: true, text: /^ok {7}sign-in: / }, good.text)
    await adds(here, { api: url, id: '1900000002', token: '2.00wrong' })
    const bad = await within(here, () => accountCheckCommand('weibo', '1900000002', SIGNAL))
    t.match(bad, { ok: false, text: /^missing {2}/m })
    t.notOk(bad.text.includes('2.00wrong'))
    t.match(await huiyin(here, ['account', 'check', 'weibo', '1900000002']), { code: 1, stdout: bad.text })
    await t.rejects(
      within(here, () => accountCheckCommand('weibo', '3', SIGNAL)),
      { code: 'ACCOUNT_NOT_FOUND', message: /There is no account "3" on weibo/ }
    )
  })

  t.test('are paused, taken up again and retired', async t => {
    const here = await office(t)
    await adds(here)
    for (const state of ['paused', 'active', 'retired'] as const) {
      await within(here, () => accountStateCommand({ ...ONE, state }, SIGNAL))
      t.match(await listed(here), state)
    }
    await t.rejects(
      within(here, () => accountStateCommand({ ...ONE, id: '3', state: 'paused' }, SIGNAL)),
      { code: 'ACCOUNT_NOT_FOUND' }
    )
  })

  t.test('are kept by the server that owns the folder, when one runs', async t => {
    const here = await office(t)
    const { url } = await simulator(t)
    const house = await serve(t, here)
    t.match(await listed(here), /There are no accounts yet/)
    t.match(await adds(here, { api: url }), /Huiyin runs and reads it within seconds/)
    t.match(house.accounts.all(), [{ id: WEIBO!.id, credentials: { accessToken: SECRET } }])
    t.match(await within(here, () => accountCheckCommand('weibo', WEIBO!.id, SIGNAL)), { ok: true })
    await within(here, () => accountStateCommand({ ...ONE, state: 'paused' }, SIGNAL))
    t.match(house.accounts.all(), [{ paused: true }])
    t.match(await listed(here), 'paused')
    await t.rejects(adds(here), { code: 'ACCOUNT_EXISTS' })
  })
})

t.test('keys on the command line', async t => {
  for (const place of ['alone', 'beside a running server']) {
    t.test(`${place}: are changed, and the old one goes when it seals nothing`, async t => {
      const here = await office(t)
      await adds(here)
      if (place !== 'alone') await serve(t, here)
      t.match(await within(here, () => keysListCommand(SIGNAL)), /^[\w-]{8} {2}seals and opens, 1 sealed by it$/m)
      const rotated = await within(here, () => keysRotateCommand(SIGNAL))
      t.match(rotated, /The new key [\w-]{8} seals: 1 of 1 secrets were sealed anew/)
      const keys = await within(here, () => keysListCommand(SIGNAL))
      t.equal(keys.match(/seals and opens, 1|opens, 0/g)?.length, 2)
      t.match(await within(here, () => keysPruneCommand(SIGNAL)), /^Removed: [\w-]{8}\./)
      t.match(await within(here, () => keysPruneCommand(SIGNAL)), /There is one key only/)
      t.match(await listed(here), /active +never +none/)
    })
  }

  t.test('that are none are said in one sentence, and the command ends', async t => {
    const here = await office(t)
    await adds(here)
    const { code, stdout, stderr } = await huiyin(here, ['account', 'list'], '', { HUIYIN_KEY: 'abc' })
    t.same([code, stdout], [1, ''])
    t.match(stderr, /^huiyin: HUIYIN_KEY, key 1: expected 32 bytes in base64 [^\n]*\n$/)
  })

  t.test('are not removed while anything is sealed by them; a rotation that was broken off goes on', async t => {
    const here = await office(t)
    await adds(here)
    await here.look(async ({ vault }) => vault.addKey())
    t.match(await huiyin(here, ['keys', 'prune']), { code: 1, stderr: /Nothing was removed: .* still seals something/ })
    t.match(await within(here, () => keysRotateCommand(SIGNAL)), /The first key [\w-]{8} seals: 1 of 1/)
    t.equal((await within(here, () => keysListCommand(SIGNAL))).split('\n').length, 4)
  })
})

t.test('credentials', async t => {
  t.test('come as JSON or as lines; what is neither is refused by its line, without its words', async t => {
    t.same(parseCredentials('\uFEFF{"a": "b"}', 'f'), { a: 'b' })
    t.same(parseCredentials('# ours\naccessToken = x=y \r\n\nrip=1\n', 'f'), { accessToken: 'x=y', rip: '1' })
    for (const text of [`{"a": "${SECRET}`, `{"a": {"b": "${SECRET}"}}`, `a=b\n${SECRET}`]) {
      const error = t.throws(() => parseCredentials(text, 'the file'), { code: 'INVALID_REQUEST' })
      t.notOk(String(error).includes(SECRET))
    }
  })

  t.test('are asked for at a terminal, and what is typed of a secret is not shown', async t => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const shown: string[] = []
    output.on('data', text => void shown.push(String(text)))
    const given = gatherCredentials({
      platform: 'weibo',
      given: {},
      input: Object.assign(input, { isTTY: true }),
      output
    })
    input.write(`${SECRET}\n`)
    input.write('203.0.113.9\n')
    t.same(await given, { accessToken: SECRET, rip: '203.0.113.9' })
    t.match(shown.join(''), /访问令牌 access_token \/ Access token \(not shown\): /)
    t.notOk(shown.join('').includes(SECRET))
  })

  t.test('of which several lines are pasted at once show none that is secret', async t => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const shown: string[] = []
    output.on('data', text => void shown.push(String(text)))
    const asking = questions({ input, output })
    const answers = [asking.ask('Client key', false)]
    input.write(`aw1\n${SECRET}\n`)
    t.equal(await answers[0], 'aw1')
    t.equal(await asking.ask('Client secret', true), SECRET)
    asking.end()
    t.match(shown.join(''), /aw1/)
    t.notOk(shown.join('').includes(SECRET))
  })

  t.test('that are not answered add nothing', async t => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const asking = questions({ input, output })
    input.end()
    await t.rejects(asking.ask('Token', true), { code: 'INVALID_REQUEST', message: /Nothing was added/ })
    asking.end()
  })
})
