import { operatorsDay } from './operator.ts'

operatorsDay('on Kafka and Elasticsearch', true)
