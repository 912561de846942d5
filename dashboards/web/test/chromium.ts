/**
 * A real browser for tests: Chromium out of the npm package `@sparticuz/chromium`, driven by `playwright-core`.
 * Nothing of the system is needed but glibc; the package is unpacked once into the temporary folder (210 MB).
 * Where it cannot run, `openBrowser` says why.
 */

import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const require = createRequire(import.meta.url)

/** A page that takes longer than that for anything, on the busiest of machines, in ms, has failed. */
export const PATIENCE = 120_000

export type Opened = { browser: Browser } | { impossible: string }

/** Opens the browser, or says in one sentence why there is none. Close it when done. */
export async function openBrowser(): Promise<Opened> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { impossible: `the packaged Chromium is for Linux on x64; this is ${process.platform} on ${process.arch}` }
  try {
    const folder = await unpacked()
    return { browser: await launch(folder) }
  } catch (error) {
    return { impossible: `Chromium did not start: ${firstLine(error)}` }
  }
}

const firstLine = (error: unknown) => String(error instanceof Error ? error.message : error).split('\n')[0]!

async function launch(folder: string): Promise<Browser> {
  const start = (env: NodeJS.ProcessEnv) =>
    chromium.launch({
      executablePath: join(folder, 'chromium'),
      args: ['--font-render-hinting=none', '--disable-gpu'],
      chromiumSandbox: false,
      env: env as Record<string, string>
    })
  try {
    return await start(process.env)
  } catch {
    // a bare container lacks nss and its like: the package brings those of Amazon Linux 2023
    return await start({ ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') })
  }
}

/** The folder with the unpacked browser, made by whoever comes first. */
async function unpacked(): Promise<string> {
  const entry = require.resolve('@sparticuz/chromium')
  const { version } = require(join(dirname(entry), '..', 'package.json')) as { version: string }
  const folder = join(tmpdir(), `huiyin-chromium-${version}`)
  if (existsSync(folder)) return folder
  const fresh = await mkdtemp(`${folder}-`)
  await unpack(fresh, join(dirname(entry), '..', 'bin'))
  try {
    await rename(fresh, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    await rm(fresh, { recursive: true }) // another test was faster
  }
  return folder
}

/** The package unpacks into `TMPDIR` and knows no other place. */
async function unpack(into: string, packed: string): Promise<void> {
  const { default: packaged, inflate } = await import('@sparticuz/chromium')
  const before = process.env.TMPDIR
  process.env.TMPDIR = into
  try {
    await packaged.executablePath(packed)
    await inflate(join(packed, 'al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
