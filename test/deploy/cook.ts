import { execFile } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Instruction } from 'dockerfile-ast'
import { contextFiles, copyOf, type Stage } from './dockerfile.ts'
import { ROOT } from './root.ts'

const run = promisify(execFile)

/** What only a container can do: it changes the system below, not the house. Everything else is done. */
const OF_THE_SYSTEM = /groupadd|\/usr\/local\/lib\/node_modules/

/**
 * Does what the stages of a Dockerfile say, each in a folder of its own under `kitchen`, with the npm and the Node of
 * `path`; returns where each stage's root is.
 */
export async function cook(stages: readonly Stage[], kitchen: string, path: string): Promise<Map<string, string>> {
  const roots = new Map<string, string>()
  for (const { name, instructions } of stages) {
    const root = join(kitchen, name)
    mkdirSync(root, { recursive: true })
    roots.set(name, root)
    let folder = root
    for (const one of instructions) {
      const keyword = one.getKeyword()
      if (keyword === 'WORKDIR') {
        folder = join(root, one.getArgumentsContent()!)
        mkdirSync(folder, { recursive: true })
      } else if (keyword === 'COPY') copy(one, folder, roots)
      else if (keyword === 'RUN') await doRun(one, folder, path)
    }
  }
  return roots
}

async function doRun(one: Instruction, cwd: string, path: string): Promise<void> {
  const command = (one.getArgumentsContent() ?? '').replace(/^(--\S+\s+)+/, '')
  if (OF_THE_SYSTEM.test(command)) return
  const { NODE_OPTIONS: _, TAP: __, ...own } = process.env // a test's loaders are none of npm's business
  const env = { ...own, PATH: path, npm_config_prefer_offline: 'true', npm_config_update_notifier: 'false' }
  await run('sh', ['-euc', command], { cwd, env, maxBuffer: 64 * 1024 * 1024 })
}

function copy(one: Instruction, folder: string, roots: Map<string, string>): void {
  const { from, sources, target } = copyOf(one)
  for (const source of sources) {
    if (from) {
      cpSync(join(roots.get(from)!, source), join(folder, target), { recursive: true, verbatimSymlinks: true })
      continue
    }
    for (const file of contextFiles()) {
      if (source !== '.' && file !== source && !file.startsWith(`${source}/`)) continue
      place(file, source, target, folder)
    }
  }
}

// A folder's content goes into the target; a file becomes the target, or goes into it where that ends with a slash.
function place(file: string, source: string, target: string, folder: string): void {
  const isFile = source !== '.' && statSync(join(ROOT, source)).isFile()
  const within = source === '.' ? file : isFile ? '' : file.slice(source.length + 1)
  const intoFolder = isFile && (target.endsWith('/') || target === '.')
  const to = join(folder, target, intoFolder ? basename(file) : within)
  mkdirSync(dirname(to), { recursive: true })
  cpSync(join(ROOT, file), to)
  if (!lstatSync(to).isSymbolicLink() && existsSync(to)) chmodSync(to, statSync(join(ROOT, file)).mode)
}
