import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { age, DIST, isFresh, ROOT, sources } from './sources.ts'

const NAME = 'huiyin-page-'
const LONG = 3 * 3_600_000 // ms: no test runs so long

/**
 * A folder with the page as its sources stand now, which nobody changes any more: whoever comes first builds it in the
 * temporary folder, or copies what is built and fresh. PAGE names a folder in which it is built already. Throws what is
 * wrong with the sources.
 */
export async function builtPage(): Promise<string> {
  if (process.env.PAGE) return process.env.PAGE
  const folder = join(tmpdir(), NAME + digest())
  if (existsSync(folder)) return folder
  const fresh = await mkdtemp(`${folder}-`)
  try {
    if (isFresh()) await cp(DIST, fresh, { recursive: true })
    else await build({ root: ROOT, logLevel: 'error', build: { outDir: fresh, emptyOutDir: true } })
    await rename(fresh, folder)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    if (!existsSync(folder)) throw error // else another was faster
  }
  await forgetOld()
  return folder
}

const digest = () =>
  createHash('sha256')
    .update(ROOT)
    .update(
      sources()
        .map(file => `${file} ${age(file)}\n`)
        .join('')
    )
    .digest('hex')
    .slice(0, 16)

async function forgetOld(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(NAME)) continue
    const folder = join(tmpdir(), name)
    const made = await stat(folder).catch(() => undefined) // somebody else may be forgetting it
    if (made && Date.now() - made.mtimeMs > LONG) await rm(folder, { recursive: true, force: true })
  }
}
