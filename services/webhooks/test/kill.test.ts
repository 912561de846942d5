import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import t from 'tap'
import { receiver, until } from './house.ts'

const OFFICE = join(import.meta.dirname, 'office.ts')
const KILLS = 4

t.test('a service that is killed again and again tells everything at least once, each ticket in its order', async t => {
  const folder = t.testdir({})
  const key = randomBytes(32).toString('base64')
  // Every seventh time the other side is out of order, so that some are being retried when the process dies.
  const { url, heard, taken } = await receiver(t, (_, nth) => (nth % 7 === 0 ? 503 : 200))
  let child: ChildProcess | undefined
  let done: Record<string, number> | undefined
  let problem = ''

  const start = () => {
    const { NODE_OPTIONS: _, ...env } = process.env
    const started = spawn(process.execPath, [OFFICE, folder, url, key], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    started.stdout.on('data', text => {
      done = JSON.parse(String(text)).done
    })
    started.stderr.on('data', text => {
      problem += text
    })
    child = started
    return started
  }
  const kill = async (one: ChildProcess) => {
    const gone = new Promise(resolve => one.once('exit', resolve))
    one.kill('SIGKILL')
    await gone
  }
  t.teardown(() => child?.kill('SIGKILL'))

  for (let i = 0; i < KILLS; i++) {
    const before = heard.length
    const one = start()
    await until(() => heard.length >= before + 8 + i * 5 || one.exitCode !== null)
    t.equal(one.exitCode, null, problem)
    await kill(one)
  }
  start()
  await until(() => done !== undefined)
  const all = Object.values(done!).reduce((a, b) => a + b, 0)
  const distinct = () => new Set(taken.map(({ body }) => body.id)).size
  await until(() => distinct() >= all)

  for (const [number, n] of Object.entries(done!)) {
    const first = [...new Set(taken.filter(({ body }) => body.subject === number).map(({ body }) => body.n))]
    t.same(
      first,
      Array.from({ length: n }, (_, i) => i + 1),
      `${number} in its order`
    )
  }
  t.equal(distinct(), all)
  t.ok(all > 200)
  t.comment(`${all} events, ${taken.length - all} told more than once, ${KILLS} kills`)
})
