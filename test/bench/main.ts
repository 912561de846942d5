import { parseArgs } from 'node:util'
import { explain } from '@huiyin/adapters/process.ts'

/**
 * `npm run bench -- pipeline [--n 20000] [--engines [--delay] [--quick]]`
 * `npm run bench -- embedded [--n 500000]`
 * `npm run bench -- delay [--n 2500]`: so many a second
 * `npm run bench -- start [--n 100000]`
 * `npm run bench -- scanner [--engines] [--n 1000000]`
 * `npm run bench -- api [--engines] [--n 200000] [--quick]`
 * `npm run bench -- search [--engines] [--n 300000] [--quick]`
 * `npm run bench -- incidents [--n 300000] [--quick]`
 * `npm run bench -- rebuild [--engines] [--n 300000]`
 * `npm run bench -- backup [--engines] [--n 500000]`
 * `npm run bench -- web [--n 10000] [--quick]`
 * `npm run bench -- collector [--n 100000] [--quick]`
 * `npm run bench -- classifier [--data DIR [--peers]] [--quick] [--strict]`
 * `npm run bench -- classifier --leave-one-out --data DIR [--beside PEERS.json]`
 */
interface Options {
  engines: boolean
  delay: boolean
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
  embedded: async options => (await import('./embedded.ts')).embedded(options),
  delay: async options => (await import('./delay.ts')).delay(options),
  start: async options => (await import('./start.ts')).startBench(options),
  scanner: async options => (await import('./scanner.ts')).scanner(options),
  api: async options => (await import('./api.ts')).apiBench(options),
  search: async options => (await import('./search.ts')).searchBench(options),
  incidents: async options => (await import('./incidents.ts')).incidents(options),
  rebuild: async options => (await import('./rebuild.ts')).rebuildBench(options),
  backup: async options => (await import('./backup.ts')).backupBench(options),
  collector: async options => (await import('./collector.ts')).collector(options),
  web: async options => (await import('./web.ts')).webBench(options),
  classifier: async options => (await import('./classifier.ts')).classifier(options)
}

/** How many, where it is not said. */
const COUNTS: Record<string, number> = {
  pipeline: 20_000,
  embedded: 500_000,
  delay: 2_500,
  start: 100_000,
  scanner: 1_000_000,
  api: 200_000,
  web: 10_000,
  collector: 100_000,
  incidents: 300_000,
  backup: 500_000
}

const countOf = (bench: string, engines: boolean) => {
  if (bench === 'search' || bench === 'rebuild') return engines ? 1_000_000 : 300_000
  return COUNTS[bench] ?? 1
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      engines: { type: 'boolean', default: false },
      delay: { type: 'boolean', default: false },
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
  const n = Number(values.n ?? countOf(positionals[0] ?? '', values.engines))
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
