import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Node, parse } from 'acorn'
import { check } from 'recheck'
import t from 'tap'

/** No text makes a pattern of ours think for long. */

const ROOT = join(import.meta.dirname, '../..')
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts'], {
  cwd: ROOT,
  encoding: 'utf8'
})
  .split('\n')
  .filter(file => /^(shared|services)\/\w+\/src\//.test(file))

type Pattern = { source: string; flags: string; file: string }
type Anything = Node & Record<string, unknown>

/** Every regular expression that is written down in a file, those of its schemas too. */
function patternsIn(file: string): Pattern[] {
  const found: Pattern[] = []
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look)
    if (typeof value !== 'object' || value === null) return
    const { type, regex, key, value: of } = value as Anything & { regex?: { pattern: string; flags: string } }
    if (type === 'Literal' && regex) found.push({ source: regex.pattern, flags: regex.flags, file })
    const { name } = (key ?? {}) as { name?: string }
    const { value: said } = (of ?? {}) as { value?: unknown }
    if (type === 'Property' && name === 'pattern' && typeof said === 'string')
      found.push({ source: said, flags: 'u', file })
    for (const [name, inner] of Object.entries(value)) if (name !== 'regex') look(inner)
  }
  const code = stripTypeScriptTypes(readFileSync(join(ROOT, file), 'utf8'))
  look(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }))
  return found
}

/** The least that a quadratic pattern takes of the attack that is made for it (some 10⁹ steps), in ms of this thread's processor time. */
const SLOW = 250

/** Whether the engine that we run on is held up: the checker guesses by the clock, and a busy machine misleads it. */
function holdsUp(source: string, flags: string, text: string): boolean {
  const once = () => {
    const before = process.threadCpuUsage()
    new RegExp(source, flags).test(text)
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  }
  return Math.min(once(), once(), once()) > SLOW
}

t.test('every pattern takes time in proportion to the text', async t => {
  const patterns = new Map(files.flatMap(patternsIn).map(one => [`/${one.source}/${one.flags}`, one]))
  t.ok(patterns.size > 200, `${patterns.size} patterns`)
  const wrong = []
  for (const [name, { source, flags, file }] of patterns) {
    const found = await check(source, flags.replace('d', ''), { timeout: 300_000 })
    if (found.status === 'unknown') wrong.push(`${file}: ${name}: ${found.error.kind}`)
    if (found.status === 'vulnerable' && holdsUp(source, flags, found.attack.string))
      wrong.push(`${file}: ${name}: ${found.attack.pattern}`)
  }
  t.same(wrong, [])
})

/** Pieces that patterns of ours begin with, go on with and end with; a text is one of them or two, again and again. */
const PIECES = [
  ...['a', '1', ' ', '\t', '\n', '<', '>', '/', '//', '@', '.', '-', '+', '*', '=', '"', "'", '\\', '&', '#', ',', ':'],
  ...['A+', 'a.', 'a-', '1-', '1 ', '( ', '[', '{{', '{{a', '&#', '&#x1', '<a ', '<!--', '<![CDATA[', '://', 'http://'],
  ...[
    'www.a',
    'a@b.',
    '13800138000',
    '110101199003078888',
    '护照',
    '请',
    '有关',
    '号',
    '路',
    '路0',
    '层A〇',
    '号〇弄0层A〇'
  ],
  ...[
    '哈',
    '！',
    '不',
    '不要',
    '没有',
    '〇',
    '\u200b',
    'é',
    '𠮷',
    '😀',
    '自杀',
    '2026年',
    '上午',
    '-1',
    'e',
    '%',
    '\u0301'
  ]
]
const LENGTH = 64 * 1024

function* pathological(): Generator<string> {
  for (const piece of PIECES) yield piece.repeat(LENGTH / piece.length)
  for (let i = 0; i < PIECES.length; i += 4) {
    const piece = PIECES[i]!
    const other = PIECES[(i * 7 + 3) % PIECES.length]!
    yield `${(piece + other).repeat(LENGTH / (piece.length + other.length))}\0`
  }
}

t.test('whatever reads foreign texts comes to an end of 64 KB made to hold it up', async t => {
  const readers = new Worker(new URL('readers.ts', import.meta.url))
  t.teardown(() => readers.terminate())
  const texts = [...pathological()]
  const DEADLINE = 500_000
  readers.postMessage(texts)
  let at = 'the start'
  const ended = await new Promise<boolean>((resolve, reject) => {
    const late = setTimeout(() => resolve(false), DEADLINE)
    readers.on('error', reject)
    readers.on('message', (said: string | null) => {
      if (said !== null) at = said
      else {
        clearTimeout(late)
        resolve(true)
      }
    })
  })
  t.ok(ended, `all ${texts.length} texts were read; last: ${at}`)
})
