import { findMeans } from './means.ts'

// Before `npm test` (tap's own `before` counts its coverage): fetches what the first launch on a machine needs, which no test should have to wait for,
// or says why the tests on real engines are skipped. The engines themselves start when a test asks for them.
const { KAFKA_BROKERS, ELASTICSEARCH_URL } = process.env
if (!(KAFKA_BROKERS && ELASTICSEARCH_URL)) await prepare().catch(skipped)

async function prepare() {
  const means = await findMeans()
  if ('missing' in means) throw new Error(means.missing)
  await means.prepare()
}

function skipped(error: Error) {
  console.error(`Tests on Kafka and Elasticsearch are skipped. ${error.message}`)
}
