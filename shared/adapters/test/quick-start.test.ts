import { execFile } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'

const run = promisify(execFile)
const QUICK = new URL('../src/quick-start.js', import.meta.url).href

/** Tells the file of each module that is loaded after it. */
const TELLS = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module'
  registerHooks({ load: (url, context, next) => (console.log(url), next(url, context)) })
`)}`

/** The files that a module of ours needs, without that which tells them. */
async function filesOf(module: URL, before: readonly string[]): Promise<string[]> {
  const flags = [...before, TELLS].map(name => `--import=${name}`)
  const { NODE_OPTIONS: _, ...env } = process.env
  const command = `await import(${JSON.stringify(module.href)})`
  const args = [...flags, '--input-type=module', '-e', command]
  const { stdout } = await run(process.execPath, args, { cwd: fileURLToPath(new URL('../', import.meta.url)), env })
  const loaded = stdout.split('\n').filter(line => line.startsWith('file:') && !line.includes('[eval'))
  return [...new Set(loaded)].toSorted()
}

t.test('a quick start loads the very files that Node itself would find', async t => {
  for (const module of ['api/src/api.ts', 'cli/src/program.ts', 'classifier/src/main.ts']) {
    const of = new URL(`../../../services/${module}`, import.meta.url)
    const found = await filesOf(of, [])
    t.ok(found.length > 100, module)
    t.same(await filesOf(of, [QUICK]), found, module)
  }
})

t.test('a name that leads nowhere is an error that says which file is not there', async t => {
  const folder = t.testdir({ 'main.mjs': "import './gone.mjs'" })
  const main = pathToFileURL(`${folder}/main.mjs`)
  const said = run(process.execPath, [`--import=${QUICK}`, fileURLToPath(main)]).then(
    () => 'nothing',
    ({ stderr }) => stderr
  )
  t.match(await said, /gone\.mjs/)
})
