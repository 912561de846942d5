import { promises as fs } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Lays `.br` and `.gz` beside what is worth it, so that the server sends a third of the bytes without working for it. */
export function compressed(): Plugin {
  return {
    name: 'huiyin-compressed',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const worthIt = Object.keys(bundle).filter(name => /\.(js|css)$/.test(name))
      await Promise.all(worthIt.map(name => compress(join(dir!, name))))
    }
  }
}

const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } } // 11 saves 4 % more and takes a second and a half

async function compress(file: string): Promise<void> {
  const content = await fs.readFile(file)
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, QUALITY),
    promisify(gzip)(content, { level: 9 })
  ])
  await Promise.all([fs.writeFile(`${file}.br`, br), fs.writeFile(`${file}.gz`, gz)])
}
