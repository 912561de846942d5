import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { keyMissing, settingsInvalid } from '@huiyin/domain/errors.ts'
import { type Key, newKeyText, parseKeys } from './keys.ts'

const OWNER_ONLY = 0o600
const OTHERS = 0o077
/** Kubernetes hands over a secret as a file of root's that our group may read. */
const OTHERS_OF_ROOTS = 0o037

/** A file of keys, one per line, the newest first; nobody but its owner may read it. */
export interface KeyFile {
  path: string
  /** As it stands now; empty where there is no file. Throws SETTINGS_INVALID in words. */
  read: () => readonly Key[]
  /** Makes the file with one key, unless another process was faster. */
  make: () => void
  /** A new key before the others, which stay; makes the file where there is none. */
  add: () => void
  /** Takes keys out by their ids. */
  drop: (ids: ReadonlySet<string>) => void
}

export function keyFile(path: string): KeyFile {
  let known: { stamp: string; keys: readonly Key[] } | undefined

  function read(): readonly Key[] {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat) return []
    const others = stat.uid === 0 && process.getuid?.() !== 0 ? OTHERS_OF_ROOTS : OTHERS
    if (process.platform !== 'win32' && (stat.mode & others) !== 0)
      throw settingsInvalid(
        `The key file ${path} can be read by others (mode ${(stat.mode & 0o777).toString(8)}); run chmod 600 ${path}`
      )
    const stamp = `${stat.ino} ${stat.mtimeMs} ${stat.size}`
    if (known?.stamp !== stamp) known = { stamp, keys: parseKeys(textOf(path), `The key file ${path}`) }
    return known.keys
  }

  return {
    path,
    read,
    make: () => write(path, [newKeyText()], 'new'),
    add: () => write(path, [newKeyText(), ...lines(read())]),
    drop: ids => write(path, lines(read().filter(({ id }) => !ids.has(id))))
  }
}

const lines = (keys: readonly Key[]) => keys.map(({ bytes }) => bytes.toString('base64'))

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw keyMissing(`The key file ${path} cannot be read (${code}); it must belong to who runs Huiyin`, error)
  }
}

/** Whole or not at all, and never readable by others: a reader meets the old file or the new one. */
function write(path: string, keys: readonly string[], how?: 'new'): void {
  const beside = `${path}.${process.pid}.new`
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(beside, keys.map(key => `${key}\n`).join(''), { mode: OWNER_ONLY, flush: true })
    chmodSync(beside, OWNER_ONLY) // a file that was left there keeps the mode it had
    if (how === 'new') linkSync(beside, path)
    else renameSync(beside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another process made it at the same time
  } finally {
    rmSync(beside, { force: true })
  }
}
