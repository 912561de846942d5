import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t from 'tap'
import { openWorld } from '../src/open.ts'
import { readSettings, settingsOf } from '../src/settings.ts'

const DAY = 86_400_000

t.test('the embedded world', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-world-'))
  const world = await openWorld(settingsOf({ data: folder }), silent, folder)
  t.teardown(async () => {
    await world.close()
    await rm(folder, { recursive: true })
  })
  const { firstText, firstObservedAt, state, classification, ...seen } = comment({})

  await t.test('keeps what its log holds for 29 days, and forgets it then', async t => {
    await world.logs.comments.append([seen])
    await world.tidy(Date.now() + 28 * DAY)
    t.equal(await world.logs.comments.lag('a reader'), 1)
    await world.tidy(Date.now() + 30 * DAY)
    t.equal(await world.logs.comments.lag('a reader'), 0)
  })
})

t.test('settings', async t => {
  const refusal = (environment: Record<string, string>) =>
    readSettings(environment).then(
      () => t.fail('it was taken'),
      (error: Error & { code: string }) => {
        t.equal(error.code, 'SETTINGS_INVALID')
        return error.message
      }
    )

  t.test('have a default for everything', async t => {
    t.match(await readSettings({}), { host: '127.0.0.1', port: 8080, log: 'sqlite', store: 'sqlite', demo: 'auto' })
  })

  t.test('come from the file, and from the environment before it', async t => {
    const folder = t.testdir({ 'huiyin.json': JSON.stringify({ port: 9000, prefix: 'county' }) })
    const read = await readSettings({ HUIYIN_CONFIG: join(folder, 'huiyin.json'), HUIYIN_PORT: '9001' })
    t.match(read, { port: 9001, prefix: 'county' })
  })

  t.test('are refused by name, with what was expected and what came, but never a secret', async t => {
    t.match(await refusal({ HUIYIN_STORE: 'mongodb://x' }), /HUIYIN_STORE .*"mongodb:\/\/x"/)
    t.match(await refusal({ HUIYIN_PORT: '70000' }), /HUIYIN_PORT .*70000/)
    const secret = await refusal({ HUIYIN_ALERT_WEBHOOK: 'https://example.invalid/x', HUIYIN_ALERT_SECRET: 'short' })
    t.match(secret, /HUIYIN_ALERT_SECRET/)
    t.notMatch(secret, /"short"/)
    t.match(await refusal({ HUIYIN_ALERT_WEBHOOK: 'https://example.invalid/x' }), /needs HUIYIN_ALERT_SECRET/)
  })

  t.test('in a file that is none, or holds an unknown one, are refused', async t => {
    const file = join(t.testdir(), 'huiyin.json')
    await writeFile(file, '{ "port": ')
    t.match(await refusal({ HUIYIN_CONFIG: file }), /is not JSON/)
    await writeFile(file, '{ "prot": 1 }')
    t.match(await refusal({ HUIYIN_CONFIG: file }), /"prot" is not a setting/)
    await writeFile(
      file,
      JSON.stringify({ accounts: [{ platform: 'weibo', id: '1', name: 'x', since: 0, credentials: 'mysecret' }] })
    )
    const wrong = await refusal({ HUIYIN_CONFIG: file })
    t.match(wrong, /accounts at \/0\/credentials/)
    t.notMatch(wrong, /mysecret/)
  })
})
