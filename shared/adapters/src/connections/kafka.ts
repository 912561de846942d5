import { settingsInvalid as invalid } from '@huiyin/domain/errors.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { type Address, bare, isLoopback, shownAddress } from './address.ts'
import { type Fault, greeted, isFault, type Named } from './faults.ts'
import { readCertificates, readKey } from './files.ts'
import type { Tls } from './greet.ts'

/** How Kafka is reached, and how we say who we are. */
export interface KafkaConnection {
  brokers: readonly Address[]
  tls?: Tls
  sasl?: Sasl
}

type Proved<Mechanism> = { mechanism: Mechanism; username: string; password: string }
type Sasl = Proved<'plain'> | Proved<'scram-sha-256'> | Proved<'scram-sha-512'>
type Protocol = NonNullable<Settings['kafkaSecurityProtocol']>

const NAMED: Named = {
  ca: 'HUIYIN_KAFKA_CA',
  cert: 'HUIYIN_KAFKA_CERT and HUIYIN_KAFKA_KEY',
  secure: 'HUIYIN_KAFKA_SECURITY_PROTOCOL=SSL or SASL_SSL',
  plain: 'HUIYIN_KAFKA_SECURITY_PROTOCOL=PLAINTEXT or SASL_PLAINTEXT'
}

/**
 * What the settings say of Kafka, with the files that they name. Beyond this machine TLS is a must.
 * Throws SETTINGS_INVALID with what was expected and what came.
 */
export async function kafkaConnection(settings: Settings): Promise<KafkaConnection> {
  const brokers = settings.log.replace('kafka://', '').split(',').map(toBroker)
  const protocol = protocolOf(settings)
  const far = brokers.find(({ host }) => !isLoopback(host))
  if (far && !protocol.endsWith('SSL') && settings.insecure !== 'yes')
    throw invalid(
      `HUIYIN_LOG names Kafka at ${shownAddress(far)}, beyond this machine, and HUIYIN_KAFKA_SECURITY_PROTOCOL is ${protocol}, in the clear; expected SASL_SSL with HUIYIN_KAFKA_USERNAME and HUIYIN_KAFKA_PASSWORD, or SSL. HUIYIN_INSECURE=yes goes without, for closed test networks. docs/deploy.md tells more`
    )
  const sasl = saslOf(settings, protocol)
  return { brokers, ...(protocol.endsWith('SSL') && { tls: await tlsOf(settings) }), ...(sasl && { sasl }) }
}

function toBroker(text: string): Address {
  const [, host, port] = /^(\[[0-9A-Fa-f:]+\]|[^:/@\s]+):(\d{1,5})$/.exec(text.trim().replace(/\/$/, '')) ?? []
  if (!host || !port)
    throw invalid(
      `HUIYIN_LOG: expected kafka://host:port,host:port; the name and password of Kafka stand in HUIYIN_KAFKA_USERNAME and HUIYIN_KAFKA_PASSWORD; one entry is "${text.replace(/^.*@/, '…@')}"`
    )
  return { host: bare(host), port: Number(port) }
}

function protocolOf({ kafkaSecurityProtocol, kafkaUsername, kafkaCa, kafkaCert }: Settings): Protocol {
  if (kafkaSecurityProtocol) return kafkaSecurityProtocol
  if (kafkaUsername !== undefined) return 'SASL_SSL'
  return kafkaCa !== undefined || kafkaCert !== undefined ? 'SSL' : 'PLAINTEXT'
}

function saslOf({ kafkaUsername, kafkaPassword, kafkaSaslMechanism }: Settings, protocol: Protocol) {
  if ((kafkaUsername === undefined) !== (kafkaPassword === undefined))
    throw invalid('HUIYIN_KAFKA_USERNAME and HUIYIN_KAFKA_PASSWORD: expected both, or neither; one is there')
  const wanted = protocol.startsWith('SASL')
  if (wanted !== (kafkaUsername !== undefined))
    throw invalid(
      `HUIYIN_KAFKA_SECURITY_PROTOCOL is ${protocol}: expected HUIYIN_KAFKA_USERNAME and HUIYIN_KAFKA_PASSWORD ${wanted ? 'with it; they are not there' : 'with SASL_SSL only; they are there'}`
    )
  if (kafkaUsername === undefined || kafkaPassword === undefined) return undefined
  const mechanism = kafkaSaslMechanism.toLowerCase()
  return { mechanism, username: kafkaUsername, password: kafkaPassword } as Sasl
}

async function tlsOf({ kafkaCa, kafkaCert, kafkaKey }: Settings): Promise<Tls> {
  if ((kafkaCert === undefined) !== (kafkaKey === undefined))
    throw invalid('HUIYIN_KAFKA_CERT and HUIYIN_KAFKA_KEY belong together: expected both, or neither; one is there')
  return {
    ...(kafkaCa && { ca: await readCertificates('HUIYIN_KAFKA_CA', kafkaCa) }),
    ...(kafkaCert && { cert: await readCertificates('HUIYIN_KAFKA_CERT', kafkaCert) }),
    ...(kafkaKey && { key: await readKey('HUIYIN_KAFKA_KEY', kafkaKey) })
  }
}

/**
 * Asks the brokers, one after the other, until one is there, how they want to be spoken to.
 * Says nothing secret: a password is proved by the client only. Undefined when all is as the settings say.
 */
export async function kafkaFault({ brokers, tls, sasl }: KafkaConnection): Promise<Fault | undefined> {
  let fault: Fault | undefined
  for (const broker of brokers) {
    const found = await greeted(broker, saslHandshake(sasl?.mechanism.toUpperCase() ?? 'NONE'), tls, NAMED)
    if (!isFault(found)) return saslFault(broker, found.bytes, sasl)
    fault = found
    if (found.kind !== 'away') return found
  }
  return fault
}

/** A request of version 1: which mechanisms are there? Every broker answers it before anybody has signed in. */
function saslHandshake(mechanism: string): Buffer {
  const SASL_HANDSHAKE = 17
  const body = Buffer.alloc(12 + mechanism.length)
  body.writeInt16BE(SASL_HANDSHAKE, 0)
  body.writeInt16BE(1, 2)
  body.writeInt32BE(1, 4) // which answer is ours
  body.writeInt16BE(-1, 8) // no name of a client
  body.writeInt16BE(mechanism.length, 10)
  body.write(mechanism, 12, 'latin1')
  const size = Buffer.alloc(4)
  size.writeInt32BE(body.length)
  return Buffer.concat([size, body])
}

const UNSUPPORTED_SASL_MECHANISM = 33
const ILLEGAL_SASL_STATE = 34

function saslFault(broker: Address, bytes: Buffer, sasl: KafkaConnection['sasl']): Fault | undefined {
  const code = bytes.length >= 10 ? bytes.readInt16BE(8) : undefined
  const at = shownAddress(broker)
  if (code === ILLEGAL_SASL_STATE && sasl)
    return refused(
      `${at} asks for no name and password, and HUIYIN_KAFKA_USERNAME gives them; expected HUIYIN_KAFKA_SECURITY_PROTOCOL=SSL or a listener with SASL`
    )
  if (code !== UNSUPPORTED_SASL_MECHANISM) return undefined
  const offered = mechanismsOf(bytes)
  return refused(
    sasl
      ? `${at} takes ${offered}, and HUIYIN_KAFKA_SASL_MECHANISM is ${sasl.mechanism.toUpperCase()}`
      : `${at} asks for a name and a password by ${offered}; expected HUIYIN_KAFKA_USERNAME and HUIYIN_KAFKA_PASSWORD`
  )
}

const refused = (sentence: string): Fault => ({ kind: 'refused', sentence })

function mechanismsOf(bytes: Buffer): string {
  const names: string[] = []
  let at = 14
  for (let left = bytes.length >= at ? bytes.readInt32BE(10) : 0; left > 0 && at + 2 <= bytes.length; left--) {
    const length = bytes.readInt16BE(at)
    names.push(bytes.toString('latin1', at + 2, at + 2 + length))
    at += 2 + length
  }
  return names.sort().join(', ') || 'nothing'
}
