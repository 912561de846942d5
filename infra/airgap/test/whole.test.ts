import { execFile } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'

/**
 * The whole archive, made, unpacked, and started where there is no network and no other Node. It takes minutes, two
 * gigabytes and the npm registry: DEPLOY=long. AIRGAP_ARCHIVE names one that is made already.
 */

const skip =
  process.env.DEPLOY === 'long' ? false : 'By hand: DEPLOY=long tap --timeout=900 infra/airgap/test/whole.test.ts'
const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../../..')
const { NODE_OPTIONS: _, ...OWN } = process.env

/** The numbers by which an ELF file says for which machine it is. */
const MACHINES: Record<number, string> = { 62: 'x64', 183: 'arm64' }

function machineOf(file: string): string | undefined {
  const head = Buffer.alloc(20)
  const fd = openSync(file, 'r')
  readSync(fd, head)
  closeSync(fd)
  return head.toString('latin1', 1, 4) === 'ELF' ? MACHINES[head.readUInt16LE(18)] : undefined
}

t.test('the archive for a place without a network', { skip }, async t => {
  const folder = t.testdir({})
  const archive = process.env.AIRGAP_ARCHIVE ?? (await make(folder))
  await run('tar', ['-xzf', archive, '-C', folder])
  const unpacked = join(
    folder,
    readdirSync(folder).find(name => name.startsWith('huiyin-') && !name.endsWith('.gz') && !name.endsWith('.sha256'))!
  )

  t.test('has Node and all machine code for x64 and arm64', async t => {
    const natives = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter(file =>
      /\.node$|\/bin\/node$/.test(file)
    )
    const machines = natives.map(file => [file.includes('arm64') ? 'arm64' : 'x64', machineOf(join(unpacked, file))])
    t.ok(machines.length >= 4)
    for (const [meant, found] of machines) t.equal(found, meant)
  })

  t.test('is installed and runs with nothing but a shell: no network, no npm, no other Node', async t => {
    const bare = join(folder, 'bin')
    mkdirSync(bare)
    for (const tool of TOOLS) symlinkSync((await run('which', [tool])).stdout.trim(), join(bare, tool))
    const script = join(folder, 'try.sh')
    writeFileSync(script, trial(unpacked, folder))
    const alone = await run('unshare', ['--net', 'true']).then(
      () => ['unshare', '--net'],
      () => ['env']
    )
    if (alone[0] !== 'unshare') t.comment('The network cannot be taken away here')
    const [command, ...args] = [...alone, '/usr/bin/env', '-i', `PATH=${bare}`, 'sh', script]
    const { stdout } = await run(command!, args, { timeout: 300_000, maxBuffer: 64 * 1024 * 1024 })
    t.match(stdout, /no node: ok/)
    t.match(stdout, /doctor: 0/)
    t.match(stdout, /Huiyin 回音 is ready/)
    t.match(stdout, /page: 200 text\/html/)
    t.match(stdout, /ended: 0/)
    t.ok(existsSync(join(folder, 'data/demo')))
  })
})

async function make(folder: string): Promise<string> {
  const args = ['infra/airgap/src/main.ts', '--out', join(folder, 'made')]
  await run(process.execPath, args, { cwd: ROOT, env: OWN, maxBuffer: 64 * 1024 * 1024 })
  const made = readdirSync(join(folder, 'made')).find(name => name.endsWith('.tar.gz'))!
  return join(folder, 'made', made)
}

const TOOLS = [
  'sh',
  'cat',
  'cp',
  'mv',
  'rm',
  'ln',
  'ls',
  'mkdir',
  'find',
  'wc',
  'id',
  'uname',
  'dirname',
  'readlink',
  'sha256sum',
  'sleep',
  'kill',
  'ip'
].filter(tool => tool !== 'kill') // the shell's own

const trial = (unpacked: string, folder: string) => `set -eu
ip link set lo up 2> /dev/null || true
command -v node || echo 'no node: ok'
${unpacked}/install.sh --no-system --prefix ${folder}/opt
export HUIYIN_DATA=${folder}/data HUIYIN_PORT=18080
huiyin=${folder}/opt/current/bin/huiyin
code=0; $huiyin doctor --before-start || code=$?
echo "doctor: $code"
HUIYIN_DEMO=on $huiyin all > ${folder}/out 2> ${folder}/err &
pid=$!
tries=0
while ! ls ${folder}/data/demo > /dev/null 2>&1 || ! page > /dev/null 2>&1; do
  tries=$((tries + 1)); [ $tries -lt 240 ] || { cat ${folder}/err; exit 1; }
  sleep 0.5
  page() { ${folder}/opt/current/node/*/bin/node -e 'fetch("http://127.0.0.1:18080/").then(a => console.log("page:", a.status, a.headers.get("content-type")), () => process.exit(1))'; }
done
page
cat ${folder}/out
kill -TERM $pid
code=0; wait $pid || code=$?
echo "ended: $code"
`
