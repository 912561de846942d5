import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FaultProxy, faultRules, type Rule } from './fault-rules.ts'
import { openGate } from './gate.ts'
import { readdressed } from './kafka-addresses.ts'
import { correlationOf, frames, type KafkaRequest, requestOf } from './kafka-frames.ts'

/** Answers to requests of one kind, as Kafka numbers them; without a kind, all. */
export interface KafkaMatch {
  apiKey?: number
}

/** The numbers of the requests that one wants to disturb. */
export const KAFKA_API = {
  produce: 0,
  fetch: 1,
  listOffsets: 2,
  metadata: 3,
  offsetCommit: 8,
  offsetFetch: 9,
  findCoordinator: 10,
  joinGroup: 11,
  heartbeat: 12,
  leaveGroup: 13,
  syncGroup: 14,
  apiVersions: 18,
  createTopics: 19
} as const

interface Way {
  target: { host: string; port: number }
  own: { host: string; port: number }
  rules: ReturnType<typeof faultRules<KafkaMatch, KafkaRequest>>
}

/**
 * A fault proxy before the one broker at `target` ("host:port"), without TLS.
 * A client that is given its address stays behind it, because the addresses that the broker tells are rewritten.
 */
export async function kafkaProxy({ target }: { target: string }): Promise<FaultProxy<KafkaMatch>> {
  const { hostname, port } = new URL(`kafka://${target}`)
  const rules = faultRules<KafkaMatch, KafkaRequest>(
    ({ apiKey }, asked) => apiKey === undefined || apiKey === asked.apiKey
  )
  const way: Way = { target: { host: hostname, port: Number(port) }, own: { host: '127.0.0.1', port: 0 }, rules }
  const gate = await openGate(createServer(client => pass(client, way)))
  way.own.port = gate.port
  return { ...gate, address: `127.0.0.1:${gate.port}`, counts: rules.counts, fault: rules.fault, clear: rules.clear }
}

/** Of what is not repeated nothing is kept: only an append changes the log. */
const NOTHING = Buffer.alloc(0)

function pass(client: Socket, { target, own, rules }: Way) {
  rules.counts.connections++
  const broker = connect(target)
  const asked = new Map<number, { request: KafkaRequest; frame: Buffer; again?: true }>()
  const deliver = delivery(client)

  const readRequests = frames(frame => {
    const request = requestOf(frame)
    asked.set(request.correlationId, { request, frame: request.apiKey === KAFKA_API.produce ? frame : NOTHING })
    broker.write(frame) // whole, so that a repeated one never comes between its parts
  })
  const readAnswers = frames(frame => {
    const met = asked.get(correlationOf(frame))
    asked.delete(correlationOf(frame))
    if (!met) return deliver(frame)
    const rule = met.again ? undefined : rules.meet(met.request)
    if (rule?.fault !== 'repeat' || met.frame === NOTHING)
      return deliver(readdressed(frame, met.request, own.host, own.port), rule)
    asked.set(met.request.correlationId, { ...met, again: true })
    broker.write(met.frame)
  })

  client.on('data', readRequests)
  broker.on('data', readAnswers)
  broker.on('error', () => {})
  broker.on('close', () => deliver(null))
  client.on('close', () => broker.destroy())
}

/** Hands the client one answer after the other, each as its rule will have it; null ends the connection. */
function delivery(client: Socket) {
  const gone = new AbortController()
  let silent = false
  let before = Promise.resolve()
  client.on('close', () => gone.abort())

  async function deliver(frame: Buffer | null, rule?: Rule<KafkaMatch>) {
    if (rule?.fault === 'delay') await sleep(rule.ms ?? 1000, undefined, gone).catch(() => {})
    if (rule?.fault === 'swallow-silence') silent = true
    if (silent || !client.writable) return
    if (rule?.fault === 'swallow-close') client.destroy()
    else if (rule?.fault === 'cut') client.end(frame!.subarray(0, frame!.length / 2))
    else if (frame) client.write(frame)
    else client.end()
  }

  return (frame: Buffer | null, rule?: Rule<KafkaMatch>) => {
    before = before.then(() => deliver(frame, rule))
  }
}
