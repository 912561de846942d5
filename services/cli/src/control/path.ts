import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const LONGEST = 100 // a socket's path has room for 104 bytes on macOS, 108 on Linux

/** Where the process that owns a folder can be spoken to: a socket in the folder, a pipe on Windows. */
export function controlPath(folder: string): string {
  const whole = resolve(folder)
  const short = createHash('sha256').update(whole).digest('hex').slice(0, 32)
  if (process.platform === 'win32') return `\\\\.\\pipe\\huiyin-${short}`
  const path = join(whole, 'control.sock')
  return Buffer.byteLength(path) <= LONGEST ? path : join(tmpdir(), `huiyin-${short}.sock`)
}
