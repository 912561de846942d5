import { launchEngines } from './launch.ts'

// `node infra/engines/src/main.ts [dir]`: both engines in the foreground; a dir keeps their data.
const engines = await launchEngines({ dir: process.argv[2], long: true })
const awake = setInterval(() => {}, 60_000)

async function stop() {
  clearInterval(awake)
  await engines.stop()
}

process.once('SIGINT', stop)
process.once('SIGTERM', stop)
console.log(`KAFKA_BROKERS=${engines.brokers}`)
console.log(`ELASTICSEARCH_URL=${engines.elasticsearch}`)
