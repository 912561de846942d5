import './kafkajs-fixes.ts'
import kafkajs from 'kafkajs'

/** kafkajs with its faults put right: no adapter takes the package's own values. */
export const { ConfigResourceTypes, Kafka, KafkaJSError, logLevel } = kafkajs
