import { execFile } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import t from 'tap'

/** What the docs tell others to write is tried as it stands there. */
const page = await readFile(new URL('../../../docs/integration.md', import.meta.url), 'utf8')
const snippet = (language: string) => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)![1]!
const SECRET = 'hws_example-secret-for-a-test'
const AT = 1795233600
const RAW = '{"id":"evt_1"}'
const SIGNATURE = `sha256=${createHmac('sha256', SECRET).update(`${AT}.${RAW}`).digest('hex')}`

/** Header, body, seconds later, and whether it is to be believed. */
const CASES = [
  [SIGNATURE, RAW, 0, true],
  [SIGNATURE, RAW, 299, true],
  [SIGNATURE, RAW, 301, false],
  [SIGNATURE, RAW.replace('1', '2'), 0, false],
  [`sha256=${'0'.repeat(64)}`, RAW, 0, false],
  ['', RAW, 0, false]
] as const

t.test('the docs name the signature of their example', async t => t.match(page, SIGNATURE))

t.test('the code for Node believes what is ours, and nothing else', async t => {
  const { isHuiyin } = await import(`data:text/javascript,${encodeURIComponent(snippet('js'))}`)
  for (const [signature, raw, later, ours] of CASES) {
    const headers = { 'x-huiyin-timestamp': String(AT), 'x-huiyin-signature': signature }
    t.equal(isHuiyin(SECRET, headers, Buffer.from(raw), (AT + later) * 1_000), ours)
  }
  t.notOk(isHuiyin(SECRET, {}, Buffer.from(RAW), AT * 1_000))
})

const run = promisify(execFile)
const noPython = await run('python3', ['--version']).then(
  () => false,
  () => 'there is no python3'
)

t.test('the code for Python does too', { skip: noPython }, async t => {
  const tries = CASES.map(([signature, raw, later]) => {
    const headers = { 'X-Huiyin-Timestamp': String(AT), 'X-Huiyin-Signature': signature }
    return `print(is_huiyin(${JSON.stringify(SECRET)}, ${JSON.stringify(headers)}, ${JSON.stringify(raw)}.encode(), ${AT + later}))`
  })
  const { stdout } = await run('python3', ['-c', [snippet('python'), ...tries].join('\n')])
  t.same(
    stdout.trim().split('\n'),
    CASES.map(([, , , ours]) => (ours ? 'True' : 'False'))
  )
})
