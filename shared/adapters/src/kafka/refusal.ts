import { type HuiyinError, settingsInvalid } from '@huiyin/domain/errors.ts'
import type { KafkaConfig } from 'kafkajs'

type Sasl = KafkaConfig['sasl']

/** What a person has to mend, when that is why Kafka does not serve us; undefined for anything else. */
export function refusal(error: unknown, sasl: Sasl): HuiyinError | undefined {
  const sentence = sentenceOf(error, sasl && 'username' in sasl ? sasl.username : undefined)
  return sentence === undefined ? undefined : settingsInvalid(sentence, error)
}

function sentenceOf(error: unknown, username = 'nobody named'): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { name, cause } = error
  if (name === 'KafkaJSSASLAuthenticationError')
    return `Kafka refused the password of "${username}"; expected in HUIYIN_KAFKA_USERNAME and HUIYIN_KAFKA_PASSWORD a user that it knows`
  if (/AUTHORIZATION_FAILED/.test(String((error as { type?: string }).type)))
    return `Kafka does not let "${username}" do that (${(error as { type?: string }).type}); expected the rights that docs/deploy.md names`
  return sentenceOf(cause, username)
}
