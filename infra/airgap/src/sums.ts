import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Writes SHA256SUMS over every file below the folder, in the form that `sha256sum --check` reads. */
export async function writeSums(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter(entry => entry.isFile() && entry.name !== 'SHA256SUMS')
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
  const lines: string[] = []
  for (const file of files) lines.push(`${await sha256(join(folder, file))}  ./${file}\n`)
  await writeFile(join(folder, 'SHA256SUMS'), lines.join(''))
  return files.length
}

export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
