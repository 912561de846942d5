import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anchorsPath, keepAnchors, readAnchors } from '@huiyin/adapters/anchors-file.ts'
import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { newKeyText } from '@huiyin/adapters/secrets/keys.ts'
import { openVault } from '@huiyin/adapters/secrets/vault.ts'
import { isSigned } from '@huiyin/domain/trail/anchor.ts'
import { openAnchors } from '@huiyin/ports/anchors.ts'
import { openChronicle } from '@huiyin/ports/chain.ts'
import { HOUR, historyRow, MINUTE, NOON } from '@huiyin/ports/contracts/fixtures.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { teller } from '@huiyin/ports/tell.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t, { type Test } from 'tap'
import { AT_END, anchorTrail, BETWEEN } from '../src/anchoring.ts'

async function office(t: Test, vault = openVault({ key: newKeyText(), data: '', store: 'sqlite' })) {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-anchors-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const store = memoryStore({ searchLags: true })
  const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
  const time = { now: NOON }
  const clock = { now: () => time.now }
  const anchors = openAnchors({ ...store, vault, clock, tell: teller(events, clock) })
  const path = anchorsPath(folder)
  const anchoring = { anchors, keep: () => keepAnchors(path, anchors.list), logger: silent }
  const chronicle = openChronicle(store)
  const happen = (n: number, partition = 0) =>
    chronicle.write([historyRow({ ticket: 'a', n, id: `${partition} ${n}`, partition })])
  return { store, events, time, anchors, anchoring, happen, path }
}

t.test('anchors', async t => {
  t.test('stand although the file beside the store cannot be written, and it is said', async t => {
    const { anchors, anchoring, happen, path } = await office(t)
    await happen(1)
    const said: string[] = []
    const logger = { ...silent, error: (_: object, message: string) => void said.push(message) }
    const keep = () => keepAnchors(join(path, 'nowhere'), anchors.list)
    await anchorTrail({ ...anchoring, keep, logger }, BETWEEN)
    t.match(await anchors.last(), { n: 1 })
    t.match(said, [/not in the file/])
  })

  t.test('are signed each hour with the heads of all partitions, and told', async t => {
    const { events, time, anchors, anchoring, happen } = await office(t)
    await anchorTrail(anchoring, BETWEEN)
    t.equal(await anchors.last(), undefined, 'nothing has happened yet')
    await happen(1)
    await happen(1, 3)
    await anchorTrail(anchoring, BETWEEN)
    time.now += HOUR
    await happen(2)
    await anchorTrail(anchoring, BETWEEN)
    const [first, second] = await anchors.list({ atMost: 10 })
    t.match(first, {
      n: 1,
      at: NOON,
      prev: '',
      heads: [
        { partition: 0, n: 1 },
        { partition: 3, n: 1 }
      ]
    })
    t.match(second, {
      n: 2,
      at: NOON + HOUR,
      heads: [
        { partition: 0, n: 2 },
        { partition: 3, n: 1 }
      ]
    })
    t.ok(isSigned(first!) && isSigned(second!))
    t.notOk(isSigned({ ...second!, at: NOON }))
    for await (const batch of events.read({ group: 'reader', atMost: 1 })) {
      t.match(batch.events, [{ type: 'trail.anchored', ticket: 'trail/anchors', data: { anchor: 1, partitions: 2 } }])
      break
    }
  })

  t.test('are made once where several processes do so at once, and once where they end together', async t => {
    const { time, anchors, anchoring, happen } = await office(t)
    await happen(1)
    await Promise.all([anchorTrail(anchoring, BETWEEN), anchorTrail(anchoring, BETWEEN)])
    time.now += MINUTE / 2
    await anchorTrail(anchoring, AT_END)
    t.equal((await anchors.last())?.n, 1)
    time.now += MINUTE
    await anchorTrail(anchoring, AT_END)
    t.equal((await anchors.last())?.n, 2)
  })

  t.test('stand in a file too, each once, whatever a crash left of a line', async t => {
    const { time, anchors, anchoring, happen, path } = await office(t)
    await happen(1)
    await anchorTrail(anchoring, BETWEEN)
    await appendFile(path, '{"n":2,"at":')
    t.equal((await readAnchors(path)).length, 1)
    time.now += HOUR
    await anchorTrail(anchoring, BETWEEN)
    t.same(await readAnchors(path), await anchors.list({ atMost: 10 }))
    t.equal((await readFile(path, 'utf8')).split('\n').length, 3)
    await appendFile(path, 'nonsense\n')
    await t.rejects(readAnchors(path), { code: 'INVALID_REQUEST', message: /line 3 is no anchor/ })
    t.same(await readAnchors(`${path}.none`), [])
  })

  t.test('wait for a key that seals, and the trail goes on meanwhile', async t => {
    const keyless = openVault({ data: '', store: 'https://elastic' })
    const { anchors, anchoring, happen, store } = await office(t, keyless)
    await happen(1)
    await anchorTrail(anchoring, BETWEEN)
    t.equal(await anchors.last(), undefined)
    await t.rejects(anchors.key(), { code: 'KEY_MISSING' })
    await happen(2)
    t.equal((await store.trail.head(0))?.n, 2)
  })
})
