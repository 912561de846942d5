/**
 * Builds the page when there is none, or when one of its sources is younger; else it only looks (40 ms).
 * Without vite (an installation for production only) it says so and leaves things as they are.
 */
import { createRequire } from 'node:module'
import { isFresh, ROOT } from './sources.ts'

function hasVite(): boolean {
  try {
    return createRequire(import.meta.url).resolve('vite') !== ''
  } catch {
    return false
  }
}

if (!isFresh()) {
  if (hasVite()) {
    const { build } = await import('vite')
    await build({ root: ROOT, logLevel: 'error' })
  } else {
    process.stderr.write(
      'The web page is not built, and vite is not installed: run "npm ci" without --omit=dev, then "npm run build -w @huiyin/web"\n'
    )
  }
}
