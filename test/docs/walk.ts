import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { read } from './pages.ts'

const MAIN = fileURLToPath(new URL('../../services/cli/src/main.ts', import.meta.url))
const LONGEST = 120_000 // ms

export interface Ran {
  line: string
  code: number | null
  output: string
}

/**
 * Does what a page says, in an empty folder: blocks marked `file=<name>` become files, lines of blocks marked `run` are
 * run one after the other by a shell in which `npx huiyin` is this project's.
 */
export async function walk(page: string): Promise<Ran[]> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-docs-'))
  try {
    const path = await withNpx(folder)
    const env = { ...process.env, PATH: path, HUIYIN_DATA: join(folder, 'data'), FORCE_COLOR: '0' }
    const ran: Ran[] = []
    for (const { info, body } of blocksOf(read(page))) {
      const [, name] = /\bfile=(\S+)/.exec(info) ?? []
      if (name) await writeFile(join(folder, basename(name)), body)
      if (!/^sh run\b/.test(info)) continue
      for (const line of linesOf(body)) {
        const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
          ...{ cwd: folder, env, encoding: 'utf8', timeout: LONGEST }
        })
        ran.push({ line, code: status, output: stdout + stderr })
      }
    }
    return ran
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function withNpx(folder: string): Promise<string> {
  const bin = join(folder, 'bin')
  await mkdir(bin)
  const npx = join(bin, 'npx')
  await writeFile(npx, `#!/bin/sh\n[ "$1" = huiyin ] || exit 127\nshift\nexec "${process.execPath}" "${MAIN}" "$@"\n`)
  await chmod(npx, 0o755)
  return [bin, process.env.PATH].join(delimiter)
}

const blocksOf = (text: string) =>
  [...text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```/gm)].map(([, info, body]) => ({ info: info!, body: body! }))

const linesOf = (body: string) =>
  body
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
