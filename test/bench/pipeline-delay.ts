import { openWorld } from '@huiyin/adapters/open.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { launchEngines } from '@huiyin/engines/launch.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { dataset } from './dataset.ts'
import { delays, reportDelays } from './delay.ts'
import { figure, machine } from './machine.ts'
import { WARM_UP } from './pipeline.ts'
import { ended } from './pipeline-engines.ts'
import { spawnService } from './service.ts'
import { caughtUp, fill, rebased, wholeWay } from './whole-way.ts'

const SERVICES = ['classifier', 'desk', 'scribe', 'analyst']
const BAR = 2_000
const LOOK_EVERY = 100

/** From a comment collected to a search that shows it, at half of what the same services carry at most. Exit code 1 over the bar. */
export async function pipelineDelay({ quick }: { quick: boolean }): Promise<void> {
  const { brokers, elasticsearch, stop } = await launchEngines({ long: true })
  const environment = { HUIYIN_LOG: `kafka://${brokers}`, HUIYIN_STORE: elasticsearch, HUIYIN_LOG_LEVEL: 'warn' }
  const world = await openWorld(await readSettings(environment), silent)
  const services = SERVICES.map(name => spawnService(name, environment))
  const signal = ended(services)
  process.stdout.write(`Kafka and Elasticsearch, ${SERVICES.join(', ')}\n${machine()}\n`)
  try {
    const [warmUp, n] = quick ? [2_000, 2_000] : [WARM_UP, 20_000]
    const all = await dataset(warmUp + n)
    await fill(world, rebased(all.slice(0, warmUp), Date.now()))
    await caughtUp(world, signal)
    const most = n / ((await wholeWay(world, rebased(all.slice(warmUp), Date.now()), signal)) / 1000)
    process.stdout.write(`${figure(most)} comments/s at most; at half of that:\n\n`)
    const found = await delays(world, { rate: most / 2, seconds: quick ? 5 : 60, lookEvery: LOOK_EVERY, signal })
    if (!reportDelays(found, BAR) && !quick) process.exitCode = 1
  } finally {
    await Promise.all(services.map(({ stop }) => stop()))
    await world.close()
    await stop()
  }
}
