import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'
import { findChromium } from '@huiyin/adapters/documents/chromium.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

const run = promisify(execFile)
const GB = 1024 ** 3
const gb = (bytes: number) => `${(bytes / GB).toFixed(1)} GB`

const NODE = 24
/** For everything in one process with its classifier, and for a service alone. */
const MEMORY = { least: 1 * GB, good: 2 * GB }
const DISK = { least: 1 * GB, good: 5 * GB, share: 0.1 }

export function nodeFinding(version = process.versions.node): Finding {
  if (Number(version.split('.')[0]) >= NODE) return ok('node', `${version} on ${process.platform} ${process.arch}`)
  return fail('node', version, `Node ${NODE} or newer runs Huiyin; npm ci brings it along`)
}

/** What this process may have: the machine's, or what its container or unit allows. */
export function memoryFinding(bytes = Math.min(totalmem(), process.constrainedMemory() || Infinity)): Finding {
  if (bytes < MEMORY.least * 0.95) return fail('memory', gb(bytes), `give it ${gb(MEMORY.good)}`)
  if (bytes < MEMORY.good * 0.95) return warn('memory', gb(bytes), `${gb(MEMORY.good)} let it work through a busy day`)
  return ok('memory', gb(bytes))
}

/** The folder, or the nearest one above it that is there. */
async function standing(path: string): Promise<string> {
  const whole = resolve(path)
  const there = await stat(whole).catch(() => undefined)
  return there || dirname(whole) === whole ? whole : standing(dirname(whole))
}

export async function diskFinding(data: string): Promise<Finding> {
  const { bavail, blocks, bsize } = await statfs(await standing(data))
  const [free, all] = [bavail * bsize, blocks * bsize]
  const found = `${gb(free)} free of ${gb(all)} for ${resolve(data)}`
  if (free < DISK.least) return fail('disk', found, 'make room: a full disk stops everything')
  if (free < DISK.good || free < all * DISK.share) return warn('disk', found, 'make room before it is full')
  return ok('disk', found)
}

export async function folderFinding(data: string): Promise<Finding> {
  const whole = resolve(data)
  const there = await standing(whole)
  const writable = await access(there, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false
  )
  if (!writable) return fail('folder', `${there} may not be written`, `give it to the user that runs Huiyin`)
  if (there !== whole) return ok('folder', `${whole} will be made`)
  const { mode } = await stat(whole)
  const others = (mode & 0o007) !== 0 && process.platform !== 'win32'
  return others
    ? warn('folder', `${whole} can be entered by everybody (mode ${(mode & 0o777).toString(8)})`, `chmod 700 ${whole}`)
    : ok('folder', whole)
}

/** Whether it can listen there, or does already. */
export async function portFinding(name: string, host: string, port: number): Promise<Finding> {
  if (port === 0) return ok(name, 'whichever is free')
  const code = await tryPort(host, port)
  const at = `${host}:${port}`
  if (code === undefined) return ok(name, `${at} is free`)
  if (code === 'EADDRINUSE')
    return (await isHuiyin(host, port))
      ? ok(name, `Huiyin listens on ${at}`)
      : fail(name, `another program listens on ${at}`, 'end it, or choose another port')
  return fail(
    name,
    `${at}: ${code}`,
    code === 'EACCES' ? 'ports below 1024 need a right: docs/deploy.md' : 'look at the address'
  )
}

const tryPort = (host: string, port: number): Promise<string | undefined> =>
  new Promise(settle => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => settle(error.code ?? error.message))
    server.listen({ port, host }, () => server.close(() => settle(undefined)))
  })

async function isHuiyin(host: string, port: number): Promise<boolean> {
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host
  const answer = await fetch(`http://${near}:${port}/healthz`, { signal: AbortSignal.timeout(2000) }).catch(
    () => undefined
  )
  const said = await answer?.json().catch(() => undefined)
  return typeof said === 'object' && said !== null && 'alive' in said
}

/** Whether something sets this machine's clock: promises to citizens are counted by it. */
export async function clockFinding(): Promise<Finding> {
  const asked = run('timedatectl', ['show', '--property=NTPSynchronized', '--value'], { timeout: 5000 })
  const said = await asked.then(
    ({ stdout }) => stdout.trim(),
    () => 'unknown'
  )
  if (said === 'yes') return ok('clock', 'set by a time server')
  const advice = 'let chrony or systemd-timesyncd set it by a time server that all machines share'
  return said === 'no'
    ? fail('clock', 'no time server sets it', advice)
    : warn('clock', 'this machine does not say whether a time server sets it', advice)
}

/** What printing reports as PDF needs; everything else works without. */
export async function printingFindings({ chromium }: Settings): Promise<Finding[]> {
  const found = await findChromium(chromium)
  const advice = 'install Chromium, Chrome or Edge, or name it in HUIYIN_CHROMIUM; DOCX, XLSX and HTML need none'
  const browser = found
    ? ok('chromium', found)
    : chromium
      ? fail('chromium', `${chromium} is not there`, advice)
      : warn('chromium', 'not found: no PDF', advice)
  const fonts = await run('fc-list', [':lang=zh', 'family'], { timeout: 10_000 }).then(
    ({ stdout }) => stdout.split('\n').filter(Boolean).length,
    () => undefined
  )
  if (fonts === undefined)
    return [browser, warn('fonts', 'fontconfig is not there to tell', 'see that a Chinese font is installed')]
  return [
    browser,
    fonts > 0
      ? ok('fonts', `${fonts} Chinese`)
      : warn('fonts', 'none for Chinese', 'install Noto CJK, or PDFs show boxes')
  ]
}
