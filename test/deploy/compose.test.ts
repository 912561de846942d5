import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createServer, connect as tlsConnect } from 'node:tls'
import { kafkaConnection } from '@huiyin/adapters/connections/kafka.ts'
import { storeConnection } from '@huiyin/adapters/connections/store.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { checkListening } from '@huiyin/api/listening.ts'
import { CONFIG_VARIABLE, ENVIRONMENT, SECRETS } from '@huiyin/schemas/settings.ts'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import t from 'tap'
import { prepare } from '../../infra/compose/prepare/prepare.ts'
import { environmentOf, filledIn, readCompose, variablesOf } from './compose-file.ts'
import { readRoot } from './root.ts'

const FILES = ['infra/compose/compose.yaml', 'infra/compose/county.yaml', 'infra/engines/compose.yaml']
const OURS = ['collector', 'classifier', 'desk', 'responder', 'alerter', 'analyst', 'scribe', 'webhooks', 'api']
const province = readCompose(FILES[0]!)
const known = new Set([...Object.keys(ENVIRONMENT), CONFIG_VARIABLE, ...SECRETS.map(name => `${name}_FILE`)])
const me = process.getuid?.() ?? 0
const owners = { kafka: me, elasticsearch: me, huiyin: me, 'store-user': me }

t.test('every Compose file is one by the specification', async t => {
  const schema = JSON.parse(readRoot('test/deploy/compose-spec.json')) // as compose-go 2.16.2 has it
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ajv.addFormat('duration', /^(\d+(\.\d+)?(us|ms|s|m|h))+$/) // "1m30s", and not the one of ISO 8601
  formats.default(ajv, ['uri'])
  const valid = ajv.compile(schema)
  for (const file of FILES) t.ok(valid(readCompose(file)), `${file}: ${JSON.stringify(valid.errors?.slice(0, 3))}`)
})

t.test('a province by Compose', async t => {
  t.test('runs every service of the house, each with limits and no rights that it does not need', async t => {
    t.same(
      OURS.filter(name => province.services[name]?.command?.[0] !== name),
      []
    )
    for (const [name, service] of Object.entries(province.services)) {
      t.same(service.cap_drop, ['ALL'], name)
      t.same(service.security_opt, ['no-new-privileges:true'], name)
      if (name !== 'elasticsearch') t.equal(service.read_only, true, name)
      if (service.restart !== 'no') t.ok(service.deploy?.resources.limits.memory, name)
      t.ok(service.restart === 'no' || service.healthcheck?.test || OURS.includes(name), `${name} tells its health`)
    }
  })

  t.test('opens one port, and keeps the engines to itself', async t => {
    const open = Object.entries(province.services).flatMap(([name, { ports }]) => (ports ? [name] : []))
    t.same(open, ['api'])
    for (const name of ['kafka', 'elasticsearch', 'store-user']) t.same(province.services[name]!.networks, ['engines'])
  })

  t.test('documents in .env.example each variable it asks for, with its default', async t => {
    const documented = new Map(
      readRoot('infra/compose/.env.example')
        .split('\n')
        .filter(line => /^\w+=/.test(line))
        .map(line => line.split('=') as [string, string])
    )
    t.same(new Map([...documented].sort()), new Map([...variablesOf(readRoot(FILES[0]!))].sort()))
  })

  t.test('makes certificates and passwords that its services accept, each for its user only', async t => {
    const root = t.testdir({})
    prepare(root, { owners })
    const settings = await Promise.all(
      OURS.map(async name => {
        const environment = environmentOf(province.services[name]!)
        for (const variable of Object.keys(environment))
          if (variable.startsWith('HUIYIN_')) t.ok(known.has(variable), `${name}: ${variable}`)
        const here = Object.entries(environment).map(([key, value]) => [
          key,
          value.replace('/run/huiyin', join(root, 'huiyin'))
        ])
        return readSettings(Object.fromEntries(here))
      })
    )
    for (const each of settings) {
      t.match(await kafkaConnection(each), { tls: {}, sasl: { mechanism: 'scram-sha-512', username: 'huiyin' } })
      t.match(await storeConnection(each), { auth: { username: 'huiyin' } })
    }
    t.doesNotThrow(() => checkListening(settings.at(-1)!))
    for (const file of ['kafka/keystore.pem', 'huiyin/secret.keys', 'elasticsearch/node.key', 'authority/ca.key'])
      t.equal(statSync(join(root, file)).mode & 0o777, 0o400, file)
    const secret = (file: string) => readFileSync(join(root, file), 'utf8')
    t.equal(secret('kafka/password'), secret('huiyin/kafka-password'))
    t.equal(secret('store-user/store-password'), secret('huiyin/store-password'))
    t.not(secret('elasticsearch/password'), secret('huiyin/store-password'))

    const before = ['huiyin/ca.pem', 'huiyin/api.pem', 'huiyin/kafka-password', 'huiyin/secret.keys'].map(secret)
    prepare(root, { owners })
    t.same(
      ['huiyin/ca.pem', 'huiyin/api.pem', 'huiyin/kafka-password', 'huiyin/secret.keys'].map(secret),
      before,
      'once'
    )
    prepare(root, { owners, apiNames: ['huiyin.example.gov.cn'] })
    t.not(secret('huiyin/api.pem'), before[1], 'but a certificate for other names is made anew')
    t.equal(secret('huiyin/ca.pem'), before[0])
  })

  t.test('its certificates are believed by whoever knows its authority, for their names only', async t => {
    const root = t.testdir({})
    prepare(root, { owners })
    const at = (file: string) => readFileSync(join(root, file), 'utf8')
    const server = createServer({ cert: at('huiyin/api.pem'), key: at('huiyin/api.key') }, socket =>
      socket.end('hello')
    )
    await once(server.listen(0, '127.0.0.1'), 'listening')
    t.teardown(() => server.close())
    const { port } = server.address() as AddressInfo
    const meet = async (options: object) => {
      const socket = tlsConnect({ host: '127.0.0.1', port, ca: at('huiyin/ca.pem'), ...options })
      await once(socket, 'secureConnect')
      socket.destroy()
    }
    await t.resolves(meet({ servername: 'localhost' }))
    await t.rejects(meet({ servername: 'kafka' }), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
    await t.rejects(meet({ servername: 'localhost', ca: undefined }), { code: 'SELF_SIGNED_CERT_IN_CHAIN' })
  })
})

t.test('both have a service that takes a backup, run by hand or by cron', async t => {
  for (const file of FILES.slice(0, 2)) {
    const { services, volumes } = readCompose(file)
    const { command, profiles, restart, volumes: mounted } = services.backup!
    t.same([command, profiles, restart], [['backup'], ['backup'], 'no'], file)
    t.match(mounted, [/^data:/], file)
    t.ok(volumes.backup && mounted!.some(one => filledIn(one) === 'backup:/backup'), file)
    const environment = environmentOf(services.backup!)
    t.same(
      Object.keys(environment).filter(name => name.startsWith('HUIYIN_') && !known.has(name)),
      [],
      file
    )
    t.equal(environment.HUIYIN_BACKUP, '/backup')
    const page = services.api ?? services.huiyin
    t.equal(environmentOf(page!).HUIYIN_BACKUP, '/backup', 'the page warns where there is none')
  }
  t.match(readRoot('infra/docker/Dockerfile'), /install -d -o 10001 .* \/backup$/m, 'a new volume is one of ours')
})

t.test('a county by Compose listens to its machine only, and knows each of its settings', async t => {
  const { huiyin } = readCompose(FILES[1]!).services
  t.match(huiyin!.ports![0], /^127\.0\.0\.1:/)
  const environment = environmentOf(huiyin!)
  t.same(
    Object.keys(environment).filter(name => !known.has(name)),
    []
  )
  const settings = await readSettings({ ...environment, HUIYIN_DATA: t.testdir({}) })
  t.doesNotThrow(() => checkListening(settings))
  t.throws(() => checkListening({ ...settings, publicUrl: 'http://huiyin.example.gov.cn' }), {
    code: 'SETTINGS_INVALID'
  })
})
