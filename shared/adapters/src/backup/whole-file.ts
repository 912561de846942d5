import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

const [FILE, FOLDER] = [0o600, 0o700]

/** Whole and on the disk when it answers, or not there at all. */
export async function writeWhole(path: string, content: Buffer | string): Promise<void> {
  const beside = `${path}.${randomUUID()}.new`
  await mkdir(dirname(path), { recursive: true, mode: FOLDER })
  try {
    const file = await open(beside, 'wx', FILE)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } finally {
    await rm(beside, { force: true })
  }
}

/** The name of a new file is on the disk when its folder is. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // folders cannot be opened there
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const ignoring = (code: string) => (error: NodeJS.ErrnoException) => {
  if (error.code !== code) throw error
  return undefined
}
