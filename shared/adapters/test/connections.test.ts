import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { makeAuthority } from '@huiyin/engines/certificates.ts'
import { engines } from '@huiyin/engines/engines.ts'
import { findMeans } from '@huiyin/engines/means.ts'
import { launchSecuredKafka } from '@huiyin/engines/secured-kafka.ts'
import { tlsGuard } from '@huiyin/engines/tls-guard.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t, { type Test } from 'tap'
import { shownAddress } from '../src/connections/address.ts'
import { kafkaConnection, kafkaFault } from '../src/connections/kafka.ts'
import { storeConnection, storeFault } from '../src/connections/store.ts'
import { kafkaEventLog } from '../src/kafka/open.ts'
import { openWorld } from '../src/open.ts'
import { readSettings, settingsOf } from '../src/settings.ts'

/** Kafka and Elasticsearch behind TLS and passwords, and the sentence for everything that is set up wrong. */

const USER = 'huiyin'
const PREFIX = `c${randomUUID().slice(0, 8)}` // topics are made once
const PASSWORD = 'Qm7dF2xK9aZ'
const API_KEY = Buffer.from(`id:${randomUUID()}`).toString('base64')
const BASIC = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`

const means = await findMeans()
const skip = 'missing' in means && process.env.CI !== 'true' ? means.missing : false

/** Opens what these settings name, and asks each who it is. */
async function opens(t: Test, given: object) {
  const world = await openWorld(settingsOf({ data: t.testdir({}), prefix: PREFIX, ...given }), silent)
  try {
    t.type(await world.fingerprint(), 'string')
  } finally {
    await world.close()
  }
}

/** Appends an event by the connection that these settings make. */
async function appends(t: Test, given: object) {
  const { brokers, tls, sasl } = await kafkaConnection(settingsOf(given))
  const ways = { ...(tls && { ssl: tls }), ...(sasl && { sasl }) }
  const parse = (value: unknown) => value as { key: string }
  const topic = `${PREFIX}.tried`
  const log = await kafkaEventLog({ brokers: brokers.map(shownAddress), topic, parse, partitions: 1, ...ways })
  try {
    t.match(await log.append([{ key: 'a' }]), [{ partition: 0 }], JSON.stringify(Object.keys(given)))
  } finally {
    await log.close()
  }
}

const refused = (t: Test, given: object, message: RegExp) =>
  t.rejects(opens(t, given), { code: 'SETTINGS_INVALID', message }, String(message))

t.test('Kafka under TLS and with passwords', { skip }, async t => {
  const folder = t.testdir({})
  const authority = await makeAuthority(folder)
  const stranger = await makeAuthority(folder, 'stranger')
  const server = await authority.issue('broker')
  const client = await authority.issue('client')
  const strange = await stranger.issue('client')
  const broker = await launchSecuredKafka({ authority, server, username: USER, password: PASSWORD })
  t.teardown(() => broker.stop())
  const { saslTls, mutualTls, plain, saslPlain } = broker
  const who = { kafkaUsername: USER, kafkaPassword: PASSWORD }
  const trusted = { kafkaCa: authority.ca }

  t.test('is reached by each mechanism, and by a certificate', async t => {
    const log = `kafka://${saslTls}`
    for (const kafkaSaslMechanism of ['SCRAM-SHA-512', 'SCRAM-SHA-256', 'PLAIN'])
      await appends(t, { log, kafkaSaslMechanism, ...who, ...trusted })
    const own = { kafkaCert: client.cert, kafkaKey: client.key }
    await appends(t, { log: `kafka://${mutualTls}`, ...trusted, ...own })
    await appends(t, { log: `kafka://${saslPlain}`, ...who, kafkaSecurityProtocol: 'SASL_PLAINTEXT' })
    await opens(t, { log, ...who, ...trusted })
  })

  t.test('says in a sentence what is wrong, and never the password', async t => {
    const tls = { log: `kafka://${saslTls}`, ...who, ...trusted }
    const wrong = { ...tls, kafkaPassword: 'hunter2hunter2' }
    const error = await opens(t, wrong).catch(error => error)
    t.match(error, { code: 'SETTINGS_INVALID', message: /refused the password of "huiyin".*HUIYIN_KAFKA_PASSWORD/ })
    t.notMatch(inspect(error, { depth: 9, showHidden: true }), /hunter2/)
    await refused(t, { ...tls, kafkaCa: stranger.ca }, /certificate by "authority", for whom nobody vouches here/)
    await refused(t, { ...tls, kafkaCa: undefined }, /for whom nobody vouches here.*HUIYIN_KAFKA_CA/)
    await refused(t, { ...tls, log: `kafka://${plain}` }, /speaks no TLS.*HUIYIN_KAFKA_SECURITY_PROTOCOL/)
    await refused(t, { log: `kafka://${saslTls}` }, /speaks TLS.*HUIYIN_KAFKA_SECURITY_PROTOCOL/)
    await refused(
      t,
      { log: `kafka://${saslTls}`, ...trusted },
      /asks for a name and a password by PLAIN, SCRAM-SHA-256/
    )
    await refused(t, { log: `kafka://${mutualTls}`, ...trusted }, /asks for a certificate of ours/)
    const not = { kafkaCert: strange.cert, kafkaKey: strange.key }
    await refused(t, { log: `kafka://${mutualTls}`, ...trusted, ...not }, /does not accept the certificate/)
    const clear = { ...who, kafkaSecurityProtocol: 'SASL_PLAINTEXT' }
    await refused(t, { log: `kafka://${plain}`, ...clear }, /asks for no name and password/)
  })
})

t.test('Elasticsearch under TLS and with a key', { skip }, async t => {
  const { elasticsearch, missing, stop } = await engines()
  if (missing !== undefined) return void t.comment(missing)
  t.teardown(stop)
  const folder = t.testdir({})
  const authority = await makeAuthority(folder)
  const node = await tlsGuard(elasticsearch, await authority.issue('node'), [`ApiKey ${API_KEY}`, BASIC])
  t.teardown(() => node.close())
  const given = { store: node.address, storeCa: authority.ca, storeApiKey: API_KEY }

  t.test('is reached by an API key, by a password, and by whichever of several nodes is there', async t => {
    await opens(t, given)
    await opens(t, { ...given, storeApiKey: undefined, storeUsername: USER, storePassword: PASSWORD })
    await opens(t, { ...given, store: `https://127.0.0.1:1,${node.address}` })
    t.equal(node.counts.refused, 3, 'only the hello that tells TLS from none came without')
  })

  t.test('says in a sentence what is wrong, and never the key', async t => {
    const wrong = { ...given, storeApiKey: Buffer.from('id:hunter2').toString('base64') }
    const error = await opens(t, wrong).catch(error => error)
    t.match(error, { code: 'SETTINGS_INVALID', message: /refused the key in HUIYIN_STORE_API_KEY \(401\)/ })
    t.notOk(inspect(error, { depth: 9 }).includes(wrong.storeApiKey))
    const password = { storeApiKey: undefined, storeUsername: USER, storePassword: 'hunter2' }
    await refused(t, { ...given, ...password }, /refused the password of "huiyin"/)
    await refused(t, { ...given, storeApiKey: undefined }, /asks who we are \(401\).*HUIYIN_STORE_API_KEY/)
    await refused(t, { ...given, storeCa: undefined }, /certificate by "authority".*HUIYIN_STORE_CA/)
    await refused(t, { ...given, store: elasticsearch.replace('http:', 'https:') }, /speaks no TLS/)
    await refused(t, { ...given, store: node.address.replace('https:', 'http:') }, /speaks TLS/)
  })
})

t.test('a certificate that has expired, or bears another name, is told with its date or name', async t => {
  const authority = await makeAuthority(t.testdir({}))
  const served = async (names: string[], days: number) => {
    const { cert, key } = await authority.issue(randomUUID(), names, days)
    const server = createServer({ cert: await readFile(cert), key: await readFile(key) })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    t.teardown(() => server.close())
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const sentence = async (store: string) =>
    (await storeFault(await storeConnection(settingsOf({ store, storeCa: authority.ca }))))?.sentence
  t.match(await sentence(await served(['127.0.0.1'], -1)), /certificate that expired on \d{4}-\d\d-\d\d; it needs/)
  t.match(await sentence(await served(['es.example.gov.cn'], 1)), /for DNS:es.example.gov.cn, not for "127.0.0.1"/)
})

t.test('beyond this machine', async t => {
  const kafka = (given: object) => kafkaConnection(settingsOf(given))
  const store = (given: object) => storeConnection(settingsOf(given))

  t.test('nothing goes in the clear unless a person says so', async t => {
    for (const log of ['kafka://10.0.0.1:9092', 'kafka://127.0.0.1:9092,kafka.intern:9092', 'kafka://[fd00::1]:9092']) {
      await t.rejects(kafka({ log }), { code: 'SETTINGS_INVALID', message: /SASL_SSL.*HUIYIN_INSECURE=yes/ }, log)
      t.ok(await kafka({ log, insecure: 'yes' }), log)
      t.ok((await kafka({ log, kafkaUsername: 'a', kafkaPassword: 'b' })).tls, 'a name alone means TLS')
    }
    await t.rejects(store({ store: 'https://es:9200,http://10.0.0.2:9200' }), { message: /10\.0\.0\.2.*in the clear/ })
    t.ok(await store({ store: 'http://10.0.0.2:9200', insecure: 'yes' }))
    t.ok(await store({ store: 'http://127.0.0.1:9200,https://es:9200' }))
  })

  t.test('an engine that is away is told as away, which may pass', async t => {
    t.match(await kafkaFault(await kafka({ log: 'kafka://127.0.0.1:1' })), {
      kind: 'away',
      sentence: '127.0.0.1:1 cannot be reached: nothing listens there'
    })
  })

  t.test('what contradicts itself is refused before anything is asked', async t => {
    const log = 'kafka://k:9093'
    for (const [given, message] of [
      [{ log, kafkaUsername: 'a' }, /expected both/],
      [{ log, kafkaSecurityProtocol: 'SASL_SSL' }, /HUIYIN_KAFKA_USERNAME and HUIYIN_KAFKA_PASSWORD with it/],
      [{ log, kafkaSecurityProtocol: 'SSL', kafkaUsername: 'a', kafkaPassword: 'b' }, /with SASL_SSL only/],
      [{ log, kafkaCert: 'c.pem' }, /belong together/],
      [{ log, kafkaCa: '/nowhere/ca.pem' }, /HUIYIN_KAFKA_CA.*cannot be read \(ENOENT\)/],
      [{ log: 'kafka://me:hunter2@k:9093' }, /one entry is "…@k:9093"/]
    ] as const)
      await t.rejects(kafka(given), { code: 'SETTINGS_INVALID', message }, String(message))
    for (const [given, message] of [
      [{ store: 'https://es', storeApiKey: API_KEY, storeUsername: 'a', storePassword: 'b' }, /one of the two/],
      [{ store: 'https://es', storePassword: 'b' }, /expected both/],
      [{ store: 'https://me:hunter2@es:9200' }, /one entry is "https:\/\/…@es:9200"/]
    ] as const)
      await t.rejects(store(given), { code: 'SETTINGS_INVALID', message }, String(message))
  })
})

t.test('a secret may stand in a file, as Docker and Kubernetes hand it over', async t => {
  const folder = t.testdir({ password: 'from a file\n', empty: '\n' })
  const at = (name: string) => join(folder, name)
  const read = (environment: Record<string, string>) => readSettings({ HUIYIN_DATA: folder, ...environment })
  const { kafkaPassword } = await read({ HUIYIN_KAFKA_PASSWORD_FILE: at('password') })
  t.equal(kafkaPassword, 'from a file')
  await t.rejects(read({ HUIYIN_KAFKA_PASSWORD_FILE: at('empty') }), { message: /it is empty/ })
  await t.rejects(read({ HUIYIN_STORE_API_KEY_FILE: at('none') }), { message: /HUIYIN_STORE_API_KEY_FILE.*ENOENT/ })
  const both = { HUIYIN_KAFKA_PASSWORD_FILE: at('password'), HUIYIN_KAFKA_PASSWORD: 'x' }
  await t.rejects(read(both), { message: /expected one of them; both are there/ })
  writeFileSync(at('key'), 'not a key!')
  await t.rejects(read({ HUIYIN_STORE_API_KEY_FILE: at('key') }), /^(?!.*not a key).*HUIYIN_STORE_API_KEY/s)
  await t.rejects(read({ HUIYIN_STORE: 'ftp://me:hunter2@es' }), /^(?!.*hunter2).*HUIYIN_STORE/s)
})
