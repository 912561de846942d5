import { parseArgs } from 'node:util'
import { explain } from '@huiyin/adapters/process.ts'

/**
 * `npm run bench -- pipeline [--engines] [--n 20000]`
 * `npm run bench -- scanner [--engines] [--n 1000000]`
 * `npm run bench -- api [--engines] [--n 200000] [--quick]`
 * `npm run bench -- collector [--n 100000] [--quick]`
 * `npm run bench -- classifier [--data DIR [--peers]] [--quick] [--strict]`
 * `npm run bench -- classifier --leave-one-out --data DIR [--beside PEERS.json]`
 */
interface Options {
  engines: boolean
  n: number
  data?: string | undefined
  quick: boolean
  peers: boolean
  strict: boolean
  'leave-one-out': boolean
  beside?: string | undefined
}

const BENCHES: Record<string, (options: Options) => Promise<void>> = {
  pipeline: async options => (await import('./pipeline.ts')).pipeline(options),
  scanner: async options => (await import('./scanner.ts')).scanner(options),
  api: async options => (await import('./api.ts')).apiBench(options),
  collector: async options => (await import('./collector.ts')).collector(options),
  classifier: async options => (await import('./classifier.ts')).classifier(options)
}

/** How many, where it is not said. */
const COUNTS: Record<string, number> = { pipeline: 20_000, scanner: 1_000_000, api: 200_000, collector: 100_000 }

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      engines: { type: 'boolean', default: false },
      n: { type: 'string' },
      data: { type: 'string' },
      quick: { type: 'boolean', default: false },
      peers: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      'leave-one-out': { type: 'boolean', default: false },
      beside: { type: 'string' }
    }
  })
  const bench = BENCHES[positionals[0] ?? '']
  const n = Number(values.n ?? COUNTS[positionals[0] ?? ''] ?? 1)
  if (!bench || !Number.isInteger(n) || n < 1)
    throw new TypeError(
      `Say which, and how many: npm run bench -- ${Object.keys(BENCHES).join(' | ')} [--engines] [--n 20000] ` +
        '[--data DIR] [--peers] [--quick] [--strict] [--leave-one-out [--beside FILE]]'
    )
  await bench({ ...values, n })
} catch (error) {
  process.stderr.write(`${error instanceof TypeError ? error.message : explain(error)}\n`)
  process.exitCode = 1
}
