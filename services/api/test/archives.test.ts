import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { HOUR, NOON, reply, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t, { type Test } from 'tap'
import { archivesOf } from '../src/archives/open.ts'
import { zipOf } from '../src/archives/zip.ts'
import { enter, openHouse } from './house.ts'

const DAY = 24 * HOUR
const HEAD = { id: 'zhao', name: '赵科长', role: 'head' }
const AUDITOR = { id: 'xu', name: '徐审', role: 'auditor' }
const EDITOR = { id: 'li', name: '李静', role: 'editor' }
const REPLIES = { kind: 'replies', year: 2025 }
const URL = `/api/archives/${encodeURIComponent('replies/2025')}`

/** An office with a reply of 2025, whose archives are worked on by `work`. */
async function openOffice(t: Test) {
  const told: HouseEvent[] = []
  const log = memoryEventLog<HouseEvent>({ parse: parser(HouseEvent, 'event') })
  const append: typeof log.append = events => {
    told.push(...events.filter(({ type }) => type.startsWith('archive.')))
    return log.append(events)
  }
  const world = { store: memoryStore({ searchLags: true }), events: { ...log, append } }
  const house = await openHouse(t, {}, world)
  const { store, files, book } = house
  const at = NOON - 400 * DAY
  const document = ticket({
    openedAt: at - HOUR,
    replies: [{ ...reply('r1', 'confirmed'), acceptedAt: at, text: '已回电13812345678' }]
  })
  await store.tickets.putEach([{ document }])
  const clock = { now: () => house.time.now }
  let slept = 0
  /** Each look is 11 s after the last: whoever was stopped is taken for gone. */
  const monotonic = () => {
    slept += 11_000
    return slept
  }
  const archives = archivesOf({ ...store, files, book, clock, events: world.events, monotonic })
  const refresh = () => Promise.all([store.records.refresh(), store.tickets.refresh(), store.comments.refresh()])
  const work = async () => {
    for (let round = 0; round < 5; round++) {
      await refresh()
      await archives.round()
    }
    await refresh()
  }
  await refresh()
  const people = {
    head: await enter(house, HEAD),
    auditor: await enter(house, AUDITOR),
    editor: await enter(house, EDITOR)
  }
  const again = async () => {
    people.head = await enter(house, HEAD)
    people.auditor = await enter(house, AUDITOR)
  }
  return { house, told, work, archives, people, again }
}

/** What is in a ZIP, by path, read by its directory. */
function unzip(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < zip.readUInt16LE(end + 10); i++) {
    const [packed, name, local] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)]
    const path = zip.toString('utf8', at + 46, at + 46 + name)
    const from = local + 30 + zip.readUInt16LE(local + 26)
    files.set(path, inflateRawSync(zip.subarray(from, from + packed)).toString())
    at += 46 + name
  }
  return files
}

t.test('an archive', async t => {
  t.test('is made of a year that is over, sealed once, and told to the trail with its checksum', async t => {
    const { work, told, people } = await openOffice(t)
    const { head, editor } = people
    t.equal((await editor.post('/api/archives', REPLIES)).statusCode, 403)
    t.equal((await head.post('/api/archives', { ...REPLIES, year: 2026 })).statusCode, 400)
    t.match((await head.post('/api/archives', REPLIES)).json(), { id: 'replies/2025', state: 'building' })
    t.match((await head.post('/api/archives', REPLIES)).json(), { state: 'building' }, 'asked twice it is one')
    t.equal((await head.get(`${URL}/folder.zip`)).json().code, 'ARCHIVE_NOT_FOUND')
    await work()
    const view = (await head.get(URL)).json()
    t.match(view, { state: 'sealed', rows: 1, done: 1, seal: { n: 1 }, isOver: false })
    t.equal(view.destroyableFrom, Date.parse('2056-01-01T00:00:00+08:00'))
    t.match(told, [{ type: 'archive.sealed', actor: { id: 'zhao' }, data: { sha256: view.seal.sha256, rows: 1 } }])
    t.equal((await head.post('/api/archives', REPLIES)).json().code, 'ARCHIVE_SEALED')
    t.same((await head.get(`${URL}/proof`)).json(), { ok: true, wrong: [] })
    t.match((await head.get('/api/archives')).json().rows, [{ id: 'replies/2025' }])
  })

  t.test('leaves as a folder in one file, told before it leaves', async t => {
    const { work, told, people } = await openOffice(t)
    await people.head.post('/api/archives', REPLIES)
    await work()
    const answer = await people.auditor.get(`${URL}/folder.zip`)
    t.equal(answer.headers['content-type'], 'application/zip')
    const files = unzip(answer.rawPayload)
    t.match(files.get('index.html'), '2025年回复档案')
    t.match(files.get('tables/replies-0001.csv'), '138****5678')
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-zip-'))
    t.teardown(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'a.zip'), answer.rawPayload)
    const python =
      'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(len(z.namelist()))'
    t.equal(Number(execFileSync('python3', ['-c', python, join(folder, 'a.zip')], { encoding: 'utf8' })), files.size)
    t.match(told.at(-1), { type: 'archive.exported', actor: { id: 'xu' }, data: { archive: 'replies/2025' } })
  })

  t.test('goes on after whoever made it was stopped, at any page, and is the same', async t => {
    const { house, people, archives, work } = await openOffice(t)
    const { store, files, book } = house
    await people.head.post('/api/archives', REPLIES)
    const stopping = { calls: 0 }
    const records = {
      ...store.records,
      putIfUnchanged: (...args: Parameters<typeof store.records.putIfUnchanged>) => {
        stopping.calls += 1
        return stopping.calls === 3 ? Promise.reject(new Error('killed')) : store.records.putIfUnchanged(...args)
      }
    }
    const clock = { now: () => house.time.now }
    const killed = archivesOf({ ...store, records: records as never, files, book, clock, events: house.events })
    await store.records.refresh()
    await t.rejects(killed.round(), /killed/)
    t.equal((await archives.get('replies/2025')).state, 'building')
    await work()
    t.match(await archives.get('replies/2025'), { state: 'sealed', parts: [{ table: 'replies', rows: 1 }] })
    t.same(await archives.verify(await archives.get('replies/2025')), [])
  })

  t.test('is destroyed when its term is over, by two persons, and its seal and manifest stay', async t => {
    const { house, work, told, people, archives, again } = await openOffice(t)
    const { head } = people
    await head.post('/api/archives', REPLIES)
    await work()
    const why = { why: '保管期满，鉴定小组同意销毁' }
    t.match((await head.post(`${URL}/destruction`, why)).json(), { code: 'INVALID_REQUEST', detail: /2056-01-01/ })
    house.time.now = Date.parse('2056-01-02T00:00:00+08:00')
    await again()
    t.match((await people.head.get(URL)).json(), { isOver: true })
    t.equal((await people.auditor.post(`${URL}/destruction/decide`)).statusCode, 400, 'nobody has proposed it')
    t.equal((await people.head.post(`${URL}/destruction`, why)).statusCode, 200)
    t.equal((await people.head.post(`${URL}/destruction/decide`)).json().code, 'SECOND_PERSON_NEEDED')
    const before = await archives.get('replies/2025')
    t.match((await people.auditor.post(`${URL}/destruction/decide`)).json(), {
      ...{ state: 'destroyed', seal: before.seal, destroyed: { by: { id: 'xu' }, why: why.why } }
    })
    t.match(told.at(-1), { type: 'archive.destroyed', actor: { id: 'xu' }, data: { proposed: 'zhao' } })
    t.equal((await people.head.get(`${URL}/folder.zip`)).json().code, 'ARCHIVE_NOT_FOUND')
    t.same((await people.head.get(`${URL}/proof`)).json(), { ok: true, wrong: [] }, 'its place in the chain stands')
    const manifest = await house.files.open(before.seal!.sha256)
    manifest.content.destroy()
    const tidied = execFileSync('find', [house.attachments, '-type', 'f'], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
    t.equal(tidied.length, 1, 'only the manifest is kept')
    t.match(readFileSync(tidied[0]!, 'utf8'), 'huiyin-archive')
    t.equal((await people.head.post('/api/archives', REPLIES)).json().code, 'ARCHIVE_SEALED')
  })
})

t.test('the pack for an inspection is made from the api too', async t => {
  const { people, work } = await openOffice(t)
  const span = { from: Date.parse('2025-01-01T00:00:00+08:00'), to: Date.parse('2026-01-01T00:00:00+08:00') }
  const { id } = (await people.auditor.post('/api/archives/inspections', span)).json()
  await work()
  const url = `/api/archives/${encodeURIComponent(id)}`
  t.match((await people.auditor.get(url)).json(), { kind: 'inspection', state: 'sealed', seal: { files: /\d/ } })
  t.notOk((await people.auditor.get(url)).json().seal.n, 'it stands in no chain')
  t.match(
    unzip((await people.auditor.get(`${url}/folder.zip`)).rawPayload).get('tables/proofs-0001.csv'),
    '138****5678'
  )
  t.equal((await people.head.post('/api/archives/inspections', { from: span.to, to: span.from })).statusCode, 400)
})

t.test('a folder of 4 GB or more does not go into one file', async t => {
  const large = { path: 'large', bytes: 0xffff_ffff, content: async () => [] }
  await t.rejects(zipOf([large]).next(), { code: 'TOO_MANY' })
})
