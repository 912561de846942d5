import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import { makeAuthority } from '@huiyin/engines/certificates.ts'
import { engines } from '@huiyin/engines/engines.ts'
import t from 'tap'
import type { Finding } from '../src/doctor/finding.ts'
import { memoryFinding, nodeFinding } from '../src/doctor/machine.ts'
import { channelPlaces, platformPlaces } from '../src/doctor/outside.ts'
import { BIN } from './command.ts'

type Asked = { code: number; well: boolean; of: (name: string) => Finding | undefined; stdout: string }

/** Asks `huiyin doctor --json` under these settings. */
function doctor(given: Record<string, string>, ...more: string[]): Promise<Asked> {
  const { NODE_OPTIONS: _, ...rest } = process.env
  const env = { ...rest, HUIYIN_PORT: '0', ...given }
  return new Promise(resolve =>
    execFile(process.execPath, [BIN, 'doctor', '--json', ...more], { env }, (error, stdout) => {
      const { well, findings } = JSON.parse(stdout) as { well: boolean; findings: Finding[] }
      const code = typeof error?.code === 'number' ? error.code : 0
      resolve({ code, well, stdout, of: name => findings.find(finding => finding.name === name) })
    })
  )
}

t.test('huiyin doctor', async t => {
  t.test('finds a new county well, changes nothing, and says what could be better', async t => {
    const data = join(t.testdir({}), 'data')
    const { code, well, of } = await doctor({ HUIYIN_DATA: data })
    t.same([code, well], [0, true])
    t.equal(of('folder')?.found, `${data} will be made`)
    t.equal(of('node')?.level, 'ok')
    t.match(of('alerts'), { level: 'warn', advice: /HUIYIN_CONFIG/ })
    t.notOk(existsSync(data))
  })

  t.test('says of settings that are none which it is, and ends with 1', async t => {
    const { code, of } = await doctor({ HUIYIN_DATA: t.testdir({}), HUIYIN_PORT: '99999' })
    t.equal(code, 1)
    t.match(of('settings'), { level: 'fail', found: /HUIYIN_PORT/ })
  })

  t.test('says who sits on the port, what a certificate lacks, and which keys others may read', async t => {
    const folder = t.testdir({})
    const other = createServer()
    await once(other.listen(0, '127.0.0.1'), 'listening')
    t.teardown(() => other.close())
    const { cert, key } = await (await makeAuthority(folder)).issue('old', ['127.0.0.1'], -1)
    const fresh = await (await makeAuthority(folder, 'other')).issue('new', ['127.0.0.1'], 300)
    writeFileSync(join(folder, 'secret.keys'), `${Buffer.alloc(32, 7).toString('base64')}\n`)
    chmodSync(join(folder, 'secret.keys'), 0o644)
    const { port } = other.address() as AddressInfo
    const given = { HUIYIN_DATA: folder, HUIYIN_TLS_CERT: cert, HUIYIN_TLS_KEY: key }
    const asked = await doctor({
      ...given,
      HUIYIN_KEY: Buffer.alloc(32, 7).toString('base64'),
      HUIYIN_PORT: String(port)
    })
    t.match(asked.of('port'), { level: 'fail', found: /another program listens/ })
    t.match(asked.of('HUIYIN_TLS_CERT'), { level: 'fail', found: /expired on \d{4}-/ })
    t.equal(asked.of('tls')?.level, 'ok')
    t.equal(asked.of('key')?.level, 'ok')
    const open = await doctor({ ...given, HUIYIN_TLS_KEY: fresh.key }, '--before-start')
    t.match(open.of('settings'), { level: 'fail', found: /can be read by others/ }, 'it would not start')
    const mixed = await doctor({
      ...given,
      HUIYIN_KEY: Buffer.alloc(32, 7).toString('base64'),
      HUIYIN_TLS_KEY: fresh.key
    })
    t.match(mixed.of('tls'), { level: 'fail', found: /HUIYIN_TLS_CERT and HUIYIN_TLS_KEY/ })
  })

  t.test('says before the start only what would keep it from starting', async t => {
    const { code, stdout } = await doctor({ HUIYIN_DATA: t.testdir({}) }, '--before-start')
    t.equal(code, 0)
    t.same(JSON.parse(stdout).findings, [])
    const far = { HUIYIN_DATA: t.testdir({}), HUIYIN_HOST: '0.0.0.0' }
    t.match((await doctor(far, '--before-start')).of('listening'), { level: 'fail', found: /nothing says how TLS/ })
  })

  t.test('looks at the engines as they are', async t => {
    const { brokers, elasticsearch, missing, stop } = await engines()
    if (missing !== undefined) return void t.comment(missing)
    t.teardown(stop)
    const given = {
      HUIYIN_DATA: t.testdir({}),
      HUIYIN_PREFIX: 'doctor',
      HUIYIN_KEY: Buffer.alloc(32).toString('base64')
    }
    const asked = await doctor({ ...given, HUIYIN_LOG: `kafka://${brokers}`, HUIYIN_STORE: elasticsearch })
    t.equal(asked.code, 0, asked.stdout)
    t.match(asked.of('kafka'), { level: 'warn', found: /^1 broker/ })
    t.match(asked.of('doctor.comments'), { level: 'ok', found: /not there yet/ })
    t.match(asked.of('elasticsearch'), { level: 'ok', found: /^9\./ })
    t.match(asked.of('security'), { level: 'warn', found: /lets in whoever asks/ })
    t.match(asked.of('indices'), { level: 'ok' })
    const away = await doctor({ ...given, HUIYIN_LOG: 'kafka://127.0.0.1:1', HUIYIN_STORE: 'http://127.0.0.1:1' })
    t.equal(away.code, 1)
    t.match(away.of('kafka'), { level: 'fail', found: /127\.0\.0\.1:1 cannot be reached: nothing listens there/ })
    t.match(away.of('elasticsearch'), { level: 'fail', found: /nothing listens there/ })
  })

  t.test('knows how much is too little, and where it would have to get out to', async t => {
    t.equal(nodeFinding('20.1.0').level, 'fail')
    t.same(
      [2 ** 29, 1.5 * 2 ** 30, 2 ** 32].map(bytes => memoryFinding(bytes).level),
      ['fail', 'warn', 'ok']
    )
    const accounts = [
      { platform: 'weibo' },
      { platform: 'weibo' },
      { platform: 'mastodon', api: 'https://m.example' },
      { platform: 'other' }
    ] as const
    t.same(
      platformPlaces(accounts).map(({ url }) => url.host),
      ['api.weibo.com', 'm.example']
    )
    const mail = { kind: 'smtp', name: '值班邮箱', host: 'mail.example', from: 'a@b.cn', to: ['c@d.cn'] }
    t.same(
      channelPlaces(settingsOf({ channels: [mail] })).map(({ url }) => url.port),
      ['465']
    )
  })
})
