import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is in the repository and nobody reads line by line: what it was made of, and its checksum. */
export const ARTEFACTS: Record<string, { sha256: string; madeOf: string }> = {
  'services/classifier/weights/linear.bin.gz': {
    sha256: '53fc95c5f3d84ba2fa1f6709a2f0fa3d0853b21bd6754b753db2e6a470c839dc',
    madeOf: 'docs/model-card.md and services/classifier/weights/README.md: `huiyin train` over the texts named there'
  },
  'services/classifier/wasm/add-up.wasm': {
    sha256: '3d0ba290dd663881fc4a7889e5800b4bc9e56546e8e20489a097e9fa126d739f',
    madeOf: 'services/classifier/wasm/add-up.wat beside it, by services/classifier/wasm/assemble.ts'
  }
}

/** Of each artefact that is not what is noted. */
export const artefactProblems = (root: string): string[] =>
  Object.entries(ARTEFACTS).flatMap(([path, { sha256 }]) => {
    const found = createHash('sha256')
      .update(readFileSync(join(root, path)))
      .digest('hex')
    return found === sha256 ? [] : [`${path} is ${found}, noted is ${sha256}`]
  })
