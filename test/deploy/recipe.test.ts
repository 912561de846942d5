import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { freePorts } from '@huiyin/engines/free-ports.ts'
import t from 'tap'
import { cook } from './cook.ts'
import { readStages } from './dockerfile.ts'
import { ROOT, readRoot } from './root.ts'

/**
 * The image without Docker: what the Dockerfile says is done in a folder, and what comes of it is started by a user
 * that may write nothing but the data. It takes minutes and the npm registry: DEPLOY=long.
 */

const skip = process.env.DEPLOY === 'long' ? false : 'By hand: DEPLOY=long tap --timeout=900 test/deploy/recipe.test.ts'
const run = promisify(execFile)
const USER = 10001

t.test('what the Dockerfile makes', { skip }, async t => {
  const kitchen = mkdtempSync(join(tmpdir(), 'huiyin-kitchen-'))
  t.teardown(() => rmSync(kitchen, { recursive: true, force: true }))
  chmodSync(kitchen, 0o755)
  const node = join(ROOT, 'node_modules/node/bin')
  const path = [node, dirname(process.execPath), ...(process.env.PATH ?? '').split(delimiter)].join(delimiter)
  const roots = await cook(readStages(readRoot('infra/docker/Dockerfile')).stages, kitchen, path)
  const app = join(roots.get('huiyin')!, 'app')
  const data = join(kitchen, 'data')
  mkdirSync(data, { mode: 0o700 })
  const root = process.getuid?.() === 0
  if (root) chownSync(data, USER, USER)
  else await run('chmod', ['-R', 'a-w', app])
  t.teardown(() => (root ? undefined : run('chmod', ['-R', 'u+w', app])))
  const who = root ? { uid: USER, gid: USER } : {}
  const [port, health] = (await freePorts(2)).map(String) as [string, string]
  const env = {
    ...{ PATH: path, HOME: data, NODE_ENV: 'production', HUIYIN_DATA: data, HUIYIN_DEMO: 'on', HUIYIN_PORT: port },
    ...{ HUIYIN_HEALTH_HOST: '0.0.0.0', HUIYIN_HEALTH_PORT: health },
    NODE_COMPILE_CACHE: join(data, 'compiled')
  }
  const entry = join(app, 'infra/docker/huiyin')

  t.test('holds the page, no tools for building, and no tests', async t => {
    t.ok(existsSync(join(app, 'dashboards/web/dist/index.html')))
    for (const absent of ['node_modules/vite', 'node_modules/tap', 'node_modules/node', 'services/api/test'])
      t.notOk(existsSync(join(app, absent)), absent)
    const { stdout } = await run('du', ['-sm', app])
    t.comment(`${stdout.split('\t')[0]} MB`)
  })

  t.test('runs everything in one process as a user who may write its data only', async t => {
    const all = spawn(entry, ['all'], { ...who, env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
    t.teardown(() => all.kill('SIGKILL'))
    const said = text(all.stderr)
    let ready = false
    for await (const line of createInterface({ input: all.stdout })) {
      ready = line.includes('Ctrl-C ends it')
      if (ready) break
    }
    if (!ready) return t.fail(await said)
    const page = await fetch(`http://127.0.0.1:${port}/`)
    t.match(await page.text(), '<div id="app"')
    const healthy = join(app, 'infra/docker/healthy.js')
    await t.resolves(run(process.execPath, [healthy], { ...who, env }), 'the health check says yes')
    await t.rejects(run(process.execPath, [healthy], { ...who, env: { ...env, HUIYIN_HEALTH_PORT: '1' } }), 'or no')
    const ended = once(all, 'exit')
    all.kill('SIGTERM')
    t.same(await ended, [0, null], 'and ends in order when it is asked to')
    if (root) t.throws(() => accessSync(join(app, 'new'), constants.W_OK))
  })

  t.test('answers to the commands of huiyin, and refuses a service without engines in a sentence', async t => {
    const { stdout } = await run(entry, ['--version'], { ...who, env, cwd: '/' })
    t.match(stdout, /^\d+\.\d+\.\d+/)
    const refused = await run(entry, ['desk'], { ...who, env, cwd: '/' }).catch(error => error)
    t.match(refused.stderr, /needs HUIYIN_LOG=kafka/)
  })
})
