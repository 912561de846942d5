import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { range } from '@huiyin/ports/contracts/event-log-fixtures.ts'
import { says } from '@huiyin/ports/contracts/fixtures.ts'
import t, { type Test } from 'tap'
import { openSqlite } from '../src/sqlite/open.ts'

const WRITER = join(import.meta.dirname, 'sqlite-endless-writer.ts')

async function folderOf(t: Test) {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-crash-'))
  t.teardown(() => rm(folder, { recursive: true }))
  return folder
}

/** Lets the writer acknowledge so many rounds, kills it in the middle of the next, and gives the last one heard of. */
async function writeAndKill(writer: ChildProcess, rounds: number): Promise<number> {
  const closed = once(writer, 'close') // it has ended, and all that it said has come
  let last = -1
  for await (const line of createInterface({ input: writer.stdout! })) {
    last = Number(line)
    if (last === rounds) writer.kill('SIGKILL')
  }
  await closed
  return last
}

t.test('what was acknowledged is there after kill -9 in the middle of writing', async t => {
  const folder = await folderOf(t)
  const writer = spawn(process.execPath, [WRITER, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const last = await writeAndKill(writer, 30)
  t.ok(last >= 30, `${last} rounds were acknowledged`)

  const { store, log, close } = await openSqlite({ folder })
  t.teardown(close)
  for (const round of range(last + 1, Number)) {
    t.equal((await store.comments.thread(`round ${round}`, 100)).length, 50, `the comments of round ${round}`)
    t.ok(await store.tickets.get(`ticket ${round}`), `the ticket of round ${round}`)
  }
  const found = await store.comments.search({ sort: 'newest', atMost: 1, where: says('积水') })
  t.ok(found.total >= 50 * (last + 1), 'they are all found by their text')

  const rounds: number[] = []
  const notes = log('notes', { parse: value => value as { key: string; round: number } })
  for await (const { events } of notes.read({ group: 'reader', atMost: 1000 })) {
    rounds.push(...events.map(({ round }) => round))
    if ((rounds.at(-1) ?? 0) >= last) break
  }
  t.strictSame(rounds.slice(0, last + 1), range(last + 1, Number), 'the log has them in their order')
})

t.test('a second process is told that the folder is in use, and may have it once the first is dead', async t => {
  const folder = await folderOf(t)
  const first = spawn(process.execPath, [WRITER, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(first.stdout, 'data')
  await t.rejects(openSqlite({ folder }), { code: 'FOLDER_IN_USE', message: new RegExp(folder) })
  first.kill('SIGKILL')
  await once(first, 'exit')
  const { close } = await openSqlite({ folder })
  await t.rejects(openSqlite({ folder }), { code: 'FOLDER_IN_USE' }, 'nor twice in one process')
  await close()
  await t.resolves(
    openSqlite({ folder }).then(again => again.close()),
    'nor for ever after a close'
  )
})

t.test('a disk that takes no more is told in a sentence, and what was acknowledged stays', async t => {
  const folder = await folderOf(t)
  // The test runner's own loader would die of the limit's signal, which Node ignores.
  const limited = `ulimit -f 4000; exec env -u NODE_OPTIONS '${process.execPath}' '${WRITER}' '${folder}'`
  const writer = spawn('bash', ['-c', limited], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  writer.stderr.on('data', data => (said += data))
  const last = await writeAndKill(writer, 100_000)
  t.equal(writer.exitCode, 1)
  t.match(said, /STORE_UNAVAILABLE/)
  t.match(said, /The disk under .*huiyin\.db/)

  const { store, close } = await openSqlite({ folder })
  t.teardown(close)
  t.ok(last > 0)
  for (const round of range(last + 1, Number)) t.ok(await store.tickets.get(`ticket ${round}`), `round ${round}`)
})
