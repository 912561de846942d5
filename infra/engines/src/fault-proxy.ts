export type { Counts, Fault, FaultProxy, Rule } from './fault-rules.ts'
export { type HttpMatch, httpProxy } from './http-proxy.ts'
export { KAFKA_API, type KafkaMatch, kafkaProxy } from './kafka-proxy.ts'
