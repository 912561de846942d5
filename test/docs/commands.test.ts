import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import t from 'tap'
import { commandsPage, huiyin } from './commands-page.ts'
import { pages, read } from './pages.ts'

t.test('docs/reference/commands.md says of every command what the program says (npm run docs:write)', async t => {
  const file = new URL('../../docs/reference/commands.md', import.meta.url)
  if (process.env.HUIYIN_WRITE_DOCS) await writeFile(file, commandsPage())
  t.equal(await readFile(file, 'utf8'), commandsPage())
})

const scripts = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')).scripts
let met = 0

for (const page of pages().filter(page => page !== 'CHANGELOG.md'))
  t.test(`every command that ${page} shows is there, with its options`, async t => {
    for (const line of commandsOf(read(page))) {
      met += 1
      t.equal(faultOf(line), undefined, line)
    }
    t.pass()
  })

t.test('and pages do show commands', async t => {
  t.ok(met > 60, `${met} were met`)
})

/** Lines of shell that run our own programs, in blocks and in the text. */
function commandsOf(text: string): string[] {
  const blocks = [...text.matchAll(/^```(?:sh|bash|shell)[^\n]*\n([\s\S]*?)^```/gm)].flatMap(([, block]) =>
    block!.replaceAll('\\\n', ' ').split('\n')
  )
  const inText = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!)
  return [...blocks, ...inText]
    .flatMap(line => line.replace(/\s#\s.*$/, '').split(/&&|\||;/))
    .map(line => line.replace(/^\s*(?:sudo\s+(?:-u\s+\S+\s+)?)?(?:[A-Z_]+=\S*\s+)*/, '').trim())
    .filter(line => /^(npx huiyin|huiyin|npm (run|start|test))\b/.test(line) && !/^huiyin link \d/.test(line)) // the trail's own word
}

function faultOf(line: string): string | undefined {
  const words = line.split(/\s+/)
  if (words[0] === 'npm') return words[1] === 'run' ? scriptFault(words[2]) : undefined
  return commandFault(huiyin(), words.slice(words[0] === 'npx' ? 2 : 1))
}

function scriptFault(name: string | undefined): string | undefined {
  return name === undefined || name.startsWith('…') || name in scripts ? undefined : `npm run ${name} is not there`
}

function commandFault(command: Command, words: readonly string[]): string | undefined {
  const [word, ...rest] = words
  const next = command.commands.find(one => one.name() === word || one.aliases().includes(word ?? ''))
  if (next) return commandFault(next, rest)
  if (word !== undefined && /^[a-z]+$/.test(word) && command.registeredArguments.length === 0)
    return `${command.name()} has no ${word}`
  const known = [command, command.parent].flatMap(one => one?.options ?? []).flatMap(({ short, long }) => [short, long])
  const strange = words
    .filter(one => /^--?[a-z]/.test(one))
    .map(one => one.replace(/[=…].*$/, ''))
    .find(one => !known.includes(one) && !['--help', '-h', '--version', '-V'].includes(one))
  return strange && `${command.name()} has no option ${strange}`
}
