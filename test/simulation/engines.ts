import { engines } from '@huiyin/engines/engines.ts'

/** Where Kafka and Elasticsearch are, and how to let them go. Throws with the reason where there are none. */
export async function findEngines(): Promise<{
  log: string
  store: string
  prefix: string
  stop: () => Promise<void>
}> {
  const { brokers, elasticsearch, missing, stop } = await engines()
  if (missing !== undefined) throw new Error(`The simulation needs the engines: ${missing}`)
  return { log: `kafka://${brokers}`, store: elasticsearch, prefix: `simulation-${process.pid}`, stop }
}
