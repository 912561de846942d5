import { open, readFile, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { ignoring } from './whole-file.ts'

type Holder = { pid: number; host: string; since: string }

/** One at a time writes into an archive. What a process of this machine left that runs no more is taken over. */
export async function lockPlace(path: string, now: number): Promise<() => Promise<void>> {
  const file = join(path, 'lock')
  for (let tries = 0; ; tries += 1) {
    const handle = await open(file, 'wx', 0o600).catch(ignoring('EEXIST'))
    if (handle) {
      const holder: Holder = { pid: process.pid, host: hostname(), since: new Date(now).toISOString() }
      await handle.writeFile(JSON.stringify(holder))
      await handle.close()
      return () => rm(file, { force: true })
    }
    const text = (await readFile(file, 'utf8').catch(ignoring('ENOENT'))) ?? ''
    if (tries > 0 || !isGone(text)) throw inUse(text, file)
    await rm(file, { force: true })
  }
}

function isGone(text: string): boolean {
  const { pid, host } = holderIn(text)
  if (pid === undefined || host !== hostname() || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

function holderIn(text: string): Partial<Holder> {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

function inUse(text: string, file: string): HuiyinError {
  const { pid, host, since } = holderIn(text)
  const who = pid === undefined ? 'Another process' : `The process ${pid} on ${host} has been at it since ${since}; it`
  return new HuiyinError(
    'FOLDER_IN_USE',
    `${who} writes into this archive; wait for it, or remove ${file} if it has ended`
  )
}
