import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type TLSSocket } from 'node:tls'
import { openHouse } from '@huiyin/adapters/house.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import { checkListening } from '@huiyin/api/listening.ts'
import { serve, type Welcome } from '@huiyin/api/main.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t, { type Test } from 'tap'
import { type Ask, ask } from './client.ts'

/** What listens where, and what goes over which wire. */

const PUBLIC = 'https://huiyin.example.gov.cn'

function certificateIn(folder: string, name: string) {
  const [tlsCert, tlsKey] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)]
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1']
  execFileSync('openssl', [...args, '-subj', `/CN=${name}`, '-keyout', tlsKey, '-out', tlsCert], { stdio: 'ignore' })
  return { tlsCert, tlsKey }
}

/** The api of a house of settings, as its main program serves it. */
async function served(t: Test, given: object) {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-doors-'))
  const settings = settingsOf({ port: 0, data: folder, demo: 'off', ...given })
  const house = await openHouse({ settings, folder, logger: silent })
  const ended = new AbortController()
  const { promise, resolve } = Promise.withResolvers<Welcome>()
  const running = serve(house, ended.signal, resolve)
  t.teardown(async () => {
    ended.abort()
    await running.catch(() => {})
    await house.close()
    await rm(folder, { recursive: true })
  })
  return Promise.race([promise, running.then(() => Promise.reject(new Error('it ended')))])
}

t.test('the house listens beyond this machine under TLS only', async t => {
  t.test('and ends with a sentence where nothing says how', async t => {
    for (const host of ['0.0.0.0', '::', '10.0.0.5', 'huiyin.intern'])
      await t.rejects(served(t, { host }), {
        code: 'SETTINGS_INVALID',
        message: /HUIYIN_TLS_CERT.*HUIYIN_TRUST_PROXY.*HUIYIN_INSECURE/
      })
  })

  t.test('unless a certificate, a proxy with its public address, or a person says so', async t => {
    const open = { host: '0.0.0.0', insecure: 'no' } as const
    const files = { tlsCert: 'c.pem', tlsKey: 'c.key' }
    for (const given of [
      { host: '127.0.0.1' },
      { host: '::1' },
      { host: 'localhost' },
      files,
      { trustProxy: '10.0.0.4', publicUrl: PUBLIC },
      { insecure: 'yes' } as const
    ])
      t.doesNotThrow(() => checkListening({ ...open, ...given }), JSON.stringify(given))
    for (const given of [
      {},
      { publicUrl: PUBLIC },
      { trustProxy: '10.0.0.4' },
      { trustProxy: '10.0.0.4', publicUrl: 'http://huiyin.example' },
      { tlsCert: 'c.pem' },
      { ...files, publicUrl: 'http://huiyin.example' },
      { host: '127.0.0.1.evil.example' },
      { host: '1270.0.0.1' },
      ...['all', '0', '10.0.0.4/33', '10.0.0', '::1/x', ''].map(trustProxy => ({ trustProxy, publicUrl: PUBLIC }))
    ])
      t.throws(() => checkListening({ ...open, ...given }), { code: 'SETTINGS_INVALID' }, JSON.stringify(given))
  })

  t.test('and says which file is no certificate', async t => {
    const folder = t.testdir({ 'a.pem': 'no certificate', 'a.key': 'no key' })
    const files = { tlsCert: join(folder, 'a.pem'), tlsKey: join(folder, 'a.key') }
    await t.rejects(served(t, files), { code: 'SETTINGS_INVALID', message: /no certificate and its key/ })
    await t.rejects(served(t, { ...files, tlsKey: join(folder, 'none') }), {
      message: /none cannot be read \(ENOENT\)/
    })
  })
})

t.test('with a certificate of its own', async t => {
  const folder = t.testdir()
  const files = certificateIn(folder, 'first')
  const { url, administrator } = await served(t, { ...files, host: '127.0.0.1' })
  const { port } = new URL(url)
  const overTls = async (path: string, { body, headers }: Ask = {}) => {
    const asked = request({
      ...{ host: '127.0.0.1', port, path, method: body ? 'POST' : 'GET', agent: false, rejectUnauthorized: false },
      headers: { 'content-type': 'application/json', ...headers }
    })
    asked.end(JSON.stringify(body))
    const [answer] = await once(asked, 'response')
    await text(answer)
    return answer
  }
  const shown = async () => {
    const socket: TLSSocket = connect({ port: Number(port), host: '127.0.0.1', rejectUnauthorized: false })
    await once(socket, 'secureConnect')
    const { subject } = socket.getPeerCertificate()
    socket.destroy()
    return subject.CN
  }

  t.test('cookies stay on it, and browsers are told to', async t => {
    t.match(url, /^https:/)
    const answer = await overTls('/api/session', { body: administrator!, headers: { 'sec-fetch-site': 'same-origin' } })
    const [cookie] = answer.headers['set-cookie']
    t.match(cookie, /^__Host-huiyin=/)
    t.match(cookie, /; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    t.notMatch(cookie, /domain/i)
    t.equal(answer.headers['strict-transport-security'], 'max-age=31536000; includeSubDomains')
  })

  t.test('nothing is answered in the clear', async t => {
    await t.rejects(ask(`http://127.0.0.1:${port}`, '/api/session'))
  })

  t.test('old protocols are not spoken', async t => {
    const socket = connect({
      port: Number(port),
      rejectUnauthorized: false,
      maxVersion: 'TLSv1.1',
      minVersion: 'TLSv1'
    })
    const [error] = await once(socket, 'error')
    t.ok(error)
  })

  t.test('a new one is served once it lies there, a bad one never', async t => {
    t.equal(await shown(), 'first')
    const next = certificateIn(folder, 'second')
    copyFileSync(next.tlsKey, files.tlsKey)
    copyFileSync(next.tlsCert, files.tlsCert)
    for (let n = 0; n < 200 && (await shown()) === 'first'; n++) await sleep(100)
    t.equal(await shown(), 'second')
    copyFileSync(join(import.meta.dirname, 'doors.test.ts'), files.tlsCert)
    await sleep(100)
    t.equal(await shown(), 'second')
  })
})

t.test('behind a proxy that is declared', async t => {
  const { url, administrator } = await served(t, { trustProxy: 'loopback', publicUrl: PUBLIC })
  const enters = (from: string, password: string) =>
    ask(url, '/api/session', {
      method: 'POST',
      body: { name: 'admin', password },
      headers: { origin: PUBLIC, 'x-forwarded-for': `6.6.6.6, ${from}` }
    })

  t.test('who guesses is told apart by the address that the proxy adds, not by one that they add', async t => {
    for (let n = 0; n < 5; n++) t.equal((await enters('203.0.113.1', 'wrong')).status, 401)
    t.equal((await enters('203.0.113.1', administrator!.password)).status, 429)
    const { status, headers } = await enters('203.0.113.2', administrator!.password)
    t.equal(status, 200)
    t.match(String(headers['set-cookie']), /^__Host-huiyin=.*; Secure/)
  })

  t.test('only the public address is our own page', async t => {
    const origins = [url, 'http://huiyin.example.gov.cn', `${PUBLIC}.evil.example`, `${PUBLIC}:8443`]
    for (const origin of origins)
      t.equal((await ask(url, '/api/session', { method: 'POST', body: {}, headers: { origin } })).status, 403, origin)
  })
})
