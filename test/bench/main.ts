import { parseArgs } from 'node:util'
import { explain } from '@huiyin/adapters/process.ts'

/** `npm run bench -- pipeline [--engines] [--n 20000]` */
const BENCHES: Record<string, (options: { engines: boolean; n: number }) => Promise<void>> = {
  pipeline: async options => (await import('./pipeline.ts')).pipeline(options)
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { engines: { type: 'boolean', default: false }, n: { type: 'string', default: '20000' } }
  })
  const bench = BENCHES[positionals[0] ?? '']
  const n = Number(values.n)
  if (!bench || !Number.isInteger(n) || n < 1)
    throw new TypeError(
      `Say which, and how many: npm run bench -- ${Object.keys(BENCHES).join(' | ')} [--engines] [--n 20000]`
    )
  await bench({ engines: values.engines, n })
} catch (error) {
  process.stderr.write(`${error instanceof TypeError ? error.message : explain(error)}\n`)
  process.exitCode = 1
}
