import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Authority, Certificate } from './certificates.ts'
import { freePorts } from './free-ports.ts'
import { kafkaHome, kafkaSettings } from './jars.ts'
import { findJdk } from './jdk.ts'
import { BRIEFLY, startJvm } from './jvm.ts'
import { NO_JDK } from './launch.ts'

const run = promisify(execFile)

export interface SecuredKafka {
  /** By name and password (SCRAM-SHA-256, SCRAM-SHA-512, PLAIN) under TLS. */
  saslTls: string
  /** By a certificate of the client's. */
  mutualTls: string
  /** In the clear, for everybody. */
  plain: string
  /** By name and password, in the clear. */
  saslPlain: string
  stop: () => Promise<void>
}

export interface Secured {
  authority: Authority
  server: Certificate
  username: string
  /** Letters and digits. */
  password: string
}

/** A broker of our own that demands what a province's does, on four listeners. Ends with this process. */
export async function launchSecuredKafka(secured: Secured): Promise<SecuredKafka> {
  const jdk = await findJdk()
  if (!jdk) throw new Error(NO_JDK)
  const dir = await mkdtemp(join(await realpath(tmpdir()), `huiyin-engines-${process.pid}-secured-`))
  const ports = await freePorts(5)
  const home = await kafkaHome(jdk)
  const settings = join(dir, 'server.properties')
  await mkdir(join(dir, 'data'))
  await writeFile(settings, await settingsOf(dir, ports, secured))
  const java = join(jdk, 'java')
  await run(java, formatting(home, settings, secured))
  const jvm = await startJvm({
    name: 'Kafka',
    java,
    args: ['-Xmx384m', ...BRIEFLY, '-cp', `${home}/lib/*:${home}/classes`, 'WithParent', 'kafka.Kafka', settings],
    log: join(dir, 'log'),
    answers: async log => log.includes('Kafka Server started')
  })
  const [plain, , saslTls, mutualTls, saslPlain] = ports.map(port => `127.0.0.1:${port}`) as [
    string,
    string,
    string,
    string,
    string
  ]
  const stop = async () => {
    await jvm.kill()
    await rm(dir, { recursive: true, force: true, maxRetries: 5 })
  }
  return { saslTls, mutualTls, plain, saslPlain, stop }
}

// Users of SCRAM stand in the log of the cluster itself: they are written when it is made.
function formatting(home: string, settings: string, { username, password }: Secured): string[] {
  const users = ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap(mechanism => [
    '--add-scram',
    `${mechanism}=[name=${username},password=${password}]`
  ])
  const format = ['-cp', join(home, 'lib/*'), 'kafka.tools.StorageTool', 'format', '-t', 'aHVpeWluLXNlY3VyZWQ0Mg']
  return [...BRIEFLY, ...format, '-c', settings, ...users]
}

async function settingsOf(dir: string, ports: readonly number[], { authority, server, username, password }: Secured) {
  const [plain, controller, saslTls, mutualTls, saslPlain] = ports
  const keystore = join(dir, 'keystore.pem')
  await writeFile(keystore, (await readFile(server.key, 'utf8')) + (await readFile(server.cert, 'utf8')))
  const scram = 'org.apache.kafka.common.security.scram.ScramLoginModule required;'
  const known = `org.apache.kafka.common.security.plain.PlainLoginModule required user_${username}="${password}";`
  const signIn = ['sasltls', 'saslplain'].map(
    name => `
listener.name.${name}.sasl.enabled.mechanisms=SCRAM-SHA-256,SCRAM-SHA-512,PLAIN
listener.name.${name}.scram-sha-256.sasl.jaas.config=${scram}
listener.name.${name}.scram-sha-512.sasl.jaas.config=${scram}
listener.name.${name}.plain.sasl.jaas.config=${known}`
  )
  return `${kafkaSettings(join(dir, 'data'), plain!, controller!)}
listeners=PLAINTEXT://127.0.0.1:${plain},CONTROLLER://127.0.0.1:${controller},SASLTLS://127.0.0.1:${saslTls},MUTUAL://127.0.0.1:${mutualTls},SASLPLAIN://127.0.0.1:${saslPlain}
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASLTLS:SASL_SSL,MUTUAL:SSL,SASLPLAIN:SASL_PLAINTEXT
ssl.keystore.type=PEM
ssl.keystore.location=${keystore}
ssl.truststore.type=PEM
ssl.truststore.location=${authority.ca}
listener.name.mutual.ssl.client.auth=required
${signIn.join('\n')}
`
}
