import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { assemble } from './assemble.ts'
import type { Arch } from './natives.ts'
import { sha256 } from './sums.ts'

// `npm run airgap -- --arch x64,arm64 --out folder`: one archive from which Huiyin is installed without a network.
const { values } = parseArgs({
  options: { arch: { type: 'string', default: 'x64,arm64' }, out: { type: 'string', default: 'dist' } }
})
const archs = values.arch.split(',').map(toArch)
const { version } = JSON.parse(await readFile(join(import.meta.dirname, '../../../package.json'), 'utf8'))
const folder = resolve(values.out, `huiyin-${version}-linux-${archs.join('-')}`)
const archive = `${folder}.tar.gz`

await mkdir(dirname(folder), { recursive: true })
const files = await assemble(folder, archs, text => process.stderr.write(`${text} …\n`))
process.stderr.write('packing …\n')
const owner = ['--owner=0', '--group=0', '--numeric-owner', '--sort=name']
await promisify(execFile)('tar', ['-czf', archive, ...owner, '-C', dirname(folder), basename(folder)])
await rm(folder, { recursive: true })
await writeFile(`${archive}.sha256`, `${await sha256(archive)}  ${basename(archive)}\n`)
const { size } = await stat(archive)
process.stdout.write(`${archive}: ${files} files, ${(size / 1e6).toFixed(0)} MB; its digest stands beside it\n`)

function toArch(name: string): Arch {
  if (name === 'x64' || name === 'arm64') return name
  throw new Error(`--arch: expected x64, arm64, or both with a comma; got "${name}"`)
}
