import { execFile } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { NODE, nativePackages } from '../src/natives.ts'
import { writeSums } from '../src/sums.ts'

const run = promisify(execFile)
const FILES = join(import.meta.dirname, '../files')
const ROOT = join(import.meta.dirname, '../../..')
const ARCH = process.arch === 'arm64' ? 'arm64' : 'x64'
const skip = process.platform !== 'linux' && 'Linux only'

/** A folder such as is packed, with very little in it. */
async function packed(t: Test, version = '1.0.0') {
  const folder = join(t.testdir({}), 'unpacked')
  const put = (file: string, text: string) => {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), text)
    chmodSync(join(folder, file), 0o755)
  }
  put(`node/${ARCH}/bin/node`, '#!/bin/sh\necho "node of the archive"\n')
  put('app/infra/docker/huiyin', '#!/bin/sh\nexec node "$@"\n')
  put('systemd/huiyin.env', 'HUIYIN_DEMO=off\n')
  put('VERSION', `${version}\n`)
  mkdirSync(join(folder, 'bin'))
  cpSync(join(FILES, 'huiyin'), join(folder, 'bin/huiyin'))
  cpSync(join(FILES, 'install.sh'), join(folder, 'install.sh'))
  await writeSums(folder)
  const prefix = join(folder, '../prefix')
  const install = () => run(join(folder, 'install.sh'), ['--no-system', '--prefix', prefix])
  return { folder, prefix, install }
}

t.test('the installer', { skip }, async t => {
  t.test('installs what was packed, and what is installed runs on the Node that came with it', async t => {
    const { prefix, install } = await packed(t)
    await install()
    t.equal(readlinkSync(join(prefix, 'current')), '1.0.0')
    t.match((await run(join(prefix, 'current/bin/huiyin'), ['doctor'])).stdout, 'node of the archive')
  })

  t.test('puts a newer one beside the older, and the same one anew', async t => {
    const first = await packed(t)
    await first.install()
    writeFileSync(join(first.folder, 'VERSION'), '1.1.0\n')
    await writeSums(first.folder)
    await first.install()
    await first.install()
    t.equal(readlinkSync(join(first.prefix, 'current')), '1.1.0')
    t.ok(existsSync(join(first.prefix, '1.0.0/bin/huiyin')), 'one can go back')
  })

  t.test('installs nothing when a file was changed, is missing, or is one too many', async t => {
    const faults = [
      (folder: string) => appendFileSync(join(folder, 'app/infra/docker/huiyin'), '# changed\n'),
      (folder: string) => writeFileSync(join(folder, 'app/added.js'), ''),
      (folder: string) =>
        writeFileSync(
          join(folder, 'SHA256SUMS'),
          `${readFileSync(join(folder, 'SHA256SUMS'))}${'0'.repeat(64)}  ./gone\n`
        )
    ]
    for (const fault of faults) {
      const { folder, prefix, install } = await packed(t)
      fault(folder)
      await t.rejects(install(), { message: /nothing was installed/ })
      t.notOk(existsSync(prefix))
    }
  })

  t.test('says so when the archive is for another machine, and when it is asked for what it does not know', async t => {
    const { folder, install } = await packed(t)
    chmodSync(join(folder, `node/${ARCH}/bin/node`), 0o644)
    await t.rejects(install(), { message: new RegExp(`no Node for ${ARCH}`) })
    await t.rejects(run(join(folder, 'install.sh'), ['--force']), {
      message: /expected --prefix DIR or --no-system; got --force/
    })
  })
})

t.test('what is packed', async t => {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  t.equal(NODE.version, JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).dependencies.node, 'the very Node')
  const [x64, arm64] = (['x64', 'arm64'] as const).map(arch =>
    [...nativePackages(lock, arch).values()].map(of => of.name)
  )
  t.ok(x64!.length > 0)
  t.same(
    arm64,
    x64!.map(name => name.replace('x64', 'arm64')),
    'machine code comes for both machines'
  )
})
