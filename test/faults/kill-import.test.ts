import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { openHouse } from '@huiyin/adapters/house.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t from 'tap'
import { generate } from '../bench/generate.ts'
import { aftermath } from './aftermath.ts'

// `npm run faults:suites` takes all of it.
const LONG = process.env.FAULTS === 'long'
const COMMENTS = LONG ? 20_000 : 1_500
const KILLS = LONG ? 8 : 2
const HUIYIN = join(import.meta.dirname, '../../services/cli/bin/huiyin.js')

t.setTimeout(LONG ? 900_000 : 180_000)

t.test(`an import of ${COMMENTS} comments that is killed ${KILLS} times`, async t => {
  const folder = t.testdir({})
  const file = join(folder, 'comments.jsonl')
  writeFileSync(file, lines())
  const data = join(folder, 'data')

  for (let killed = 0; killed < KILLS; killed++) {
    const target = Math.min(COMMENTS - 1, stored(data) + Math.random() * ((COMMENTS - stored(data)) / 2))
    const importing = spawnImport(file, data)
    while (importing.exitCode === null && stored(data) <= target) await sleep(15)
    await sleep(Math.random() * 50)
    importing.kill('SIGKILL')
    const [code] = await importing.ended
    t.comment(`killed at ${stored(data)} comments`)
    t.equal(code, null, 'it had not ended by itself')
  }

  t.same(await spawnImport(file, data).ended, [0, null])
  const house = await openHouse({ settings: await readSettings({}), folder: join(data, 'office'), logger: silent })
  t.teardown(() => house.close())
  const { comments, tickets, undisturbed, untold } = await aftermath(house)

  t.test('keeps every comment once', async t => {
    t.equal(comments.length, COMMENTS)
    t.equal(new Set(comments).size, COMMENTS)
  })
  t.test('opens the same tickets with the same clocks as one that nobody killed', async t => {
    t.ok(tickets.length > COMMENTS / 10)
    t.same(tickets, undisturbed)
  })
  t.test('tells every event of every ticket', async t => t.same(untold, []))
})

/** Comments stored so far, seen past the process that owns the folder. */
function stored(data: string): number {
  const path = join(data, 'office/huiyin.db')
  if (!existsSync(path)) return 0
  const db = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
  try {
    return Number(db.prepare('select count(*) as n from comments').get()!.n)
  } catch (error) {
    if (/no such table/.test(String(error))) return 0 // it has just been made
    throw error
  } finally {
    db.close()
  }
}

function spawnImport(file: string, data: string) {
  const { NODE_OPTIONS: _, ...rest } = process.env
  const args = [HUIYIN, 'import', file, '--platform', 'weibo', '--account', '1900000001', '--live']
  const child = spawn(process.execPath, args, {
    env: { ...rest, HUIYIN_DATA: data },
    stdio: ['ignore', 'ignore', 'inherit']
  })
  return Object.assign(child, { ended: once(child, 'exit') })
}

function lines(): string {
  const options = { seed: 7, repeats: false, from: Date.now() - 3_600_000, step: 100 }
  const rows = generate(COMMENTS, options).map(seen => {
    const { comment: id, text, publishedAt: time, post, root, parent, author, likes } = seen
    return `${JSON.stringify({ id, text, time, post, root, parent, author, likes })}\n`
  })
  return [...rows].join('')
}
