import { connect } from 'node:net'

const PATIENCE = 10_000
const API_VERSIONS = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 255, 255])

/** Whether a Kafka broker, not merely a port, answers at the first of these addresses. */
export function kafkaAnswers(brokers: string): Promise<boolean> {
  const { hostname, port } = new URL(`kafka://${brokers.split(',')[0]}`)
  return new Promise(resolve => {
    const socket = connect({ host: hostname, port: Number(port), timeout: PATIENCE })
    const settle = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('connect', () => socket.write(API_VERSIONS))
    socket.on('data', () => settle(true))
    for (const end of ['error', 'timeout', 'close']) socket.on(end, () => settle(false))
  })
}

/** Whether Elasticsearch answers at this address. */
export const elasticsearchAnswers = (url: string) => isOk(new URL('/_cluster/health', url))

/** Whether it answers and has found its primary shards again, as after a restart it must. */
export const elasticsearchIsReady = (url: string) =>
  isOk(new URL('/_cluster/health?wait_for_status=yellow&timeout=2s', url))

async function isOk(url: URL): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}
