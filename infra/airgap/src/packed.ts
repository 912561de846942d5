import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Package {
  name: string
  version: string
  /** As the registry's: sha512-… */
  integrity: string
}

/** Unpacks a package of the registry into a folder, once it is proved to be the one that was meant. */
export async function unpackPackage({ name, version, integrity }: Package, folder: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'huiyin-pack-'))
  try {
    const args = ['pack', `${name}@${version}`, '--json', '--pack-destination', scratch]
    const { stdout } = await run('npm', args, { maxBuffer: 64 * 1024 * 1024 })
    const file = join(scratch, (JSON.parse(stdout) as { filename: string }[])[0]!.filename)
    const came = `sha512-${createHash('sha512')
      .update(await readFile(file))
      .digest('base64')}`
    if (came !== integrity) throw new Error(`${name}@${version}: expected ${integrity}, got ${came}`)
    await mkdir(folder, { recursive: true })
    await run('tar', ['-xzf', file, '-C', folder, '--strip-components=1', '--no-same-owner'])
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
