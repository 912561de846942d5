import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs'

const OTHERS = 0o077

/**
 * Makes a file if it is not there, and lets nobody read it but its owner, also one of an earlier version. One that belongs
 * to somebody else, on a volume that an operator has given to our group, stays as they made it.
 */
export function ownerOnlyFile(path: string): void {
  if (existsSync(path)) narrow(path, 0o600)
  else closeSync(openSync(path, 'a', 0o600))
}

/** The same for a folder that is there. */
export const ownerOnlyFolder = (path: string): void => narrow(path, 0o700)

function narrow(path: string, mode: number): void {
  if (process.platform === 'win32') return
  const stat = statSync(path)
  if ((stat.mode & OTHERS) === 0 || stat.uid !== process.getuid?.()) return
  chmodSync(path, mode)
}
