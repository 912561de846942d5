import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { shownAddress } from '@huiyin/adapters/connections/address.ts'
import { kafkaConnection } from '@huiyin/adapters/connections/kafka.ts'
import { kafkaEventLog } from '@huiyin/adapters/kafka/open.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { freePorts } from '@huiyin/engines/free-ports.ts'
import { kafkaHome } from '@huiyin/engines/jars.ts'
import { findJdk } from '@huiyin/engines/jdk.ts'
import { startJvm } from '@huiyin/engines/jvm.ts'
import t from 'tap'
import { prepare } from '../../infra/compose/prepare/prepare.ts'
import { environmentOf, readCompose } from './compose-file.ts'
import { readRoot } from './root.ts'

/** The broker of Compose without Docker: its settings, its start and what `prepare` makes, on a real Kafka. */

const jdk = process.env.DEPLOY === 'long' ? await findJdk() : undefined
const skip = jdk ? false : 'By hand: DEPLOY=long tap test/deploy/compose-broker.test.ts'
const run = promisify(execFile)
const me = process.getuid?.() ?? 0
const owners = { kafka: me, elasticsearch: me, huiyin: me, 'store-user': me }

t.test('the broker of Compose takes the services in by what was prepared for both', { skip }, async t => {
  const root = t.testdir({})
  const [clients, within, controller] = (await freePorts(3)) as [number, number, number]
  prepare(root, { owners, engineNames: ['127.0.0.1'] })
  const settings = join(root, 'server.properties')
  const data = join(root, 'data')
  mkdirSync(data)
  const here = (text: string) =>
    text
      .replaceAll('/run/huiyin', join(root, 'kafka'))
      .replaceAll('/var/lib/kafka/data', data)
      .replaceAll('kafka:9092', `127.0.0.1:${clients}`)
      .replaceAll(':9092', `:${clients}`)
      .replaceAll(':9091', `:${within}`)
      .replaceAll(':9093', `:${controller}`)
  writeFileSync(settings, here(readRoot('infra/compose/kafka/server.properties')))
  const home = await kafkaHome(jdk!)
  const java = join(jdk!, 'java')
  const storage = `"${java}" -cp "${home}/lib/*" kafka.tools.StorageTool`
  const start = here(readRoot('infra/compose/kafka/start.sh'))
    .replace('settings=/etc/huiyin/server.properties', `settings=${settings}`)
    .replace('"$kafka/kafka-storage.sh"', storage)
    .replace(/^exec .*$/m, '')
  await run('sh', ['-euc', start], { env: { ...process.env, CLUSTER_ID: 'aHVpeWluLWNvbXBvc2U0Mg' } })
  const jvm = await startJvm({
    name: 'Kafka',
    java,
    args: ['-Xmx384m', '-cp', `${home}/lib/*:${home}/classes`, 'WithParent', 'kafka.Kafka', settings],
    log: join(root, 'log'),
    answers: async log => log.includes('Kafka Server started')
  })
  t.teardown(() => jvm.kill())

  const environment = Object.entries(environmentOf(readCompose('infra/compose/compose.yaml').services.desk!)).map(
    ([name, value]) => [
      name,
      value.replace('/run/huiyin', join(root, 'huiyin')).replace('kafka:9092', `127.0.0.1:${clients}`)
    ]
  )
  const { brokers, tls, sasl } = await kafkaConnection(await readSettings(Object.fromEntries(environment)))
  const log = await kafkaEventLog({
    ...{ brokers: brokers.map(shownAddress), ssl: tls!, sasl: sasl!, topic: 'huiyin.tried', partitions: 1 },
    parse: value => value as { key: string }
  })
  t.teardown(() => log.close())
  t.match(await log.append([{ key: 'a' }]), [{ partition: 0 }])
})
