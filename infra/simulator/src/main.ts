import { parseArgs } from 'node:util'
import { startDemo } from './demo.ts'
import { REAL_LIMITS } from './limits.ts'
import { readSayings } from './read-sayings.ts'

/**
 * The simulated platforms on a port of their own:
 * `node infra/simulator/src/main.ts --sayings sayings.jsonl --port 8090 --host 127.0.0.1 --rate 10 --journal platforms.jsonl`.
 * The citizens write the texts of the file, one JSON object per line: `text`, `label`, and where they hold `department`
 * and `urgent`. With `--limits` the platforms' own quotas hold.
 * Prints the address of the control page, on which a person makes things happen, and the accounts as they go into a
 * configuration.
 */
const { values } = parseArgs({
  options: {
    sayings: { type: 'string' },
    port: { type: 'string', default: '8090' },
    host: { type: 'string', default: '127.0.0.1' },
    rate: { type: 'string', default: '10' },
    journal: { type: 'string' },
    limits: { type: 'boolean', default: false }
  }
})

if (values.sayings === undefined) {
  process.stderr.write('Say what the citizens write: --sayings FILE, one {"text": …, "label": …} per line\n')
  process.exit(1)
}

const demo = await startDemo({
  clock: { now: Date.now },
  sayings: readSayings(values.sayings),
  port: Number(values.port),
  host: values.host,
  rate: Number(values.rate),
  ...(values.limits && { limits: REAL_LIMITS }),
  ...(values.journal !== undefined && { journal: values.journal })
})
console.log(
  JSON.stringify({ url: demo.simulator.url, page: demo.page, accounts: demo.accounts, webhook: demo.webhook }, null, 2)
)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => demo.stop())
