import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'

const BEFORE = join(import.meta.dirname, 'quick-tap.js')
const run = promisify(execFile)

/** What a test file prints, errors behind; its end code beside it. */
async function printed(t: Test, source: string): Promise<{ code: number; lines: string[] }> {
  const folder = t.testdir({ 'some.test.mjs': `import t from 'tap'\n${source}` })
  const args = ['--import', BEFORE, join(folder, 'some.test.mjs')]
  const { code = 0, stdout, stderr } = await run(process.execPath, args).catch(error => error)
  return { code, lines: `${stdout}\n${stderr}`.split('\n').map((line: string) => line.replace(/ #.*/, '').trim()) }
}

const TWO = (first: string) => `
t.test('first', t => { ${first} })
t.test('second', t => { t.pass('goes on'); t.end() })`

t.test('an error that nobody caught fails the test in which it was begun, and the next one goes on:', async t => {
  const ways = {
    'thrown later': `setTimeout(() => { throw new Error('boom') }, 5)`,
    'thrown behind a promise': `Promise.resolve().then(() => setImmediate(() => { throw new Error('boom') }))`,
    'a promise that was rejected': `setTimeout(() => Promise.reject(new Error('boom')), 5)`,
    'a rejection behind another': `import('node:fs/promises').then(fs => fs.stat('/')).then(() => { throw new Error('boom') })`
  }
  for (const [way, source] of Object.entries(ways)) {
    const { code, lines } = await printed(t, TWO(source))
    t.not(code, 0, way)
    const failed = lines.filter(line => line.startsWith('not ok'))
    t.match(failed, ['not ok 1 - boom', 'not ok 1 - first'], way)
    t.ok(lines.includes('ok 1 - goes on') && lines.includes('ok 2 - second'), way)
  }
})

t.test('an error behind the end of its test fails the file', async t => {
  const { code, lines } = await printed(
    t,
    `t.test('over', async () => { setTimeout(() => { throw new Error('boom') }, 20) })
     t.test('later', async t => { await new Promise(done => setTimeout(done, 100)) })`
  )
  t.not(code, 0)
  t.ok(lines.includes('ok 1 - over'))
  t.ok(lines.includes('not ok 2 - later') && lines.includes('Error: boom'))
})

t.test('whoever listens for errors has them', async t => {
  const { code, lines } = await printed(
    t,
    `t.test('listens', t => {
       process.once('uncaughtException', ({ message }) => { t.equal(message, 'boom'); t.end() })
       setTimeout(() => { throw new Error('boom') }, 5)
     })`
  )
  t.equal(code, 0)
  t.ok(lines.includes('ok 1 - listens'))
})
