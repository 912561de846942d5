import { closeSync, createReadStream, createWriteStream, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/**
 * One file a day of Beijing, `<name>-2026-11-22.log`, to which several processes may append. On the next day it is
 * compressed; it goes when it is older than `days`, and for no other reason: the law wants six months.
 */
export interface LogFile {
  write: (line: string) => void
  /** Bytes of all files together as last seen, and how many lines could not be written. */
  standing: () => { bytes: number; failures: number }
  /** Brings what was written to the disk. */
  close: () => void
  /** Resolves when what is done behind is done. */
  idle: () => Promise<void>
}

export interface LogFileOptions {
  path: string
  days: number
  /** Beyond it `told` is told at each change of the day; nothing is removed for it. In MB. */
  warnMegabytes: number
  now: () => number
  told: (problem: string) => void
}

const DAY = 86_400_000
const BEIJING = 8 * 3_600_000
/** Another process that compresses is given so long, in ms. */
const ABANDONED = 3_600_000
const PART = '.part'

export function logFile({ path, days, warnMegabytes, now, told }: LogFileOptions): LogFile {
  const folder = dirname(path)
  const end = extname(path) || '.log'
  const name = basename(path, end)
  const pathOf = (day: string) => join(folder, `${name}-${day}${end}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let day = ''
  let file: number | undefined
  let bytes = 0
  let failures = 0
  let tidying: Promise<void> = Promise.resolve()

  function close(): void {
    if (file === undefined) return
    fsyncSync(file)
    closeSync(file)
    file = undefined
  }

  function turn(today: string): void {
    close()
    file = openSync(pathOf(today), 'a', 0o600)
    day = today
    tidying = tidying.then(() => tidy(today)).catch(error => told(`log files could not be tidied (${error.code})`))
  }

  async function tidy(today: string): Promise<void> {
    const oldest = dayOf(now() - days * DAY)
    let sum = 0
    for (const { file, of } of await kept(folder, name, end)) {
      const at = join(folder, file)
      if (of < oldest) await rm(at, { force: true })
      else sum += of < today && file.endsWith(end) ? await compressed(at, now()) : await sizeOf(at)
    }
    bytes = sum
    if (sum > warnMegabytes * 1e6)
      told(`log files take ${Math.round(sum / 1e6)} MB of the ${warnMegabytes} that were foreseen; none is removed`)
  }

  return {
    write(line) {
      try {
        const today = dayOf(now())
        if (today !== day || file === undefined) turn(today)
        bytes += writeSync(file!, line)
      } catch (error) {
        if (failures++ % 1_000 === 0)
          told(`the log file cannot be written (${(error as NodeJS.ErrnoException).code}); lines stand here only`)
      }
    },
    standing: () => ({ bytes, failures }),
    close,
    idle: () => tidying
  }
}

/** The day of Beijing, as 2026-11-22. */
const dayOf = (at: number) => new Date(at + BEIJING).toISOString().slice(0, 10)

const sizeOf = async (at: string) => (await stat(at).catch(() => undefined))?.size ?? 0 // another process was faster

async function kept(folder: string, name: string, end: string) {
  const found = (await readdir(folder)).sort()
  return found.flatMap(file => {
    const of = file.startsWith(`${name}-`) ? file.slice(name.length + 1, name.length + 11) : ''
    const rest = file.slice(name.length + 11)
    const ours = /^\d{4}-\d\d-\d\d$/.test(of) && (rest === end || rest === `${end}.gz`)
    return ours ? [{ file, of }] : []
  })
}

/** Compresses it unless another process is at it; answers what it takes now. */
async function compressed(at: string, now: number): Promise<number> {
  const part = `${at}.gz${PART}`
  const begun = await stat(part).catch(() => undefined)
  if (begun && now - begun.mtimeMs < ABANDONED) return sizeOf(at)
  if (begun) await rm(part, { force: true })
  try {
    await pipeline(
      createReadStream(at),
      createGzip(),
      createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true })
    )
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return sizeOf(at)
    await rm(part, { force: true })
    throw error
  }
  await rename(part, `${at}.gz`)
  await rm(at)
  return sizeOf(`${at}.gz`)
}
