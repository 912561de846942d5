import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// What was compiled once is read the next time, in the other threads too. Plain JavaScript: it runs before types are stripped.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../../.cache/compiled', import.meta.url))
enableCompileCache(process.env.NODE_COMPILE_CACHE)

await import('./main.ts')
