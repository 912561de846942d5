import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import type { Files } from '../src/files.ts'
import { type ContractOptions, type Opened, opener } from './fixtures.ts'

const NEVER = async () => false
const ALWAYS = async () => true

async function* inParts(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part)
}
const textOf = async (files: Files, sha256: string) => (await buffer((await files.open(sha256)).content)).toString()

/** What every place for files promises. `open` gives a fresh, empty one for each test. */
export function filesContract(
  name: string,
  open: () => Promise<Opened<Files>>,
  { skip = false }: ContractOptions = {}
) {
  const on = opener(open)
  const test = (what: string, body: (t: Test, files: Files) => Promise<void>) =>
    t.test(`${name} files: ${what}`, { skip }, async t => body(t, (await on(t)).port))

  test('what is kept is found by its checksum', async (t, files) => {
    const file = await files.receive(inParts('积水', '照片'), 100)
    t.equal(file.sha256, createHash('sha256').update('积水照片').digest('hex'))
    t.equal(file.bytes, 12)
    await file.keep()
    await file.discard()
    t.equal(await textOf(files, file.sha256), '积水照片')
    t.equal((await files.open(file.sha256)).bytes, 12)
  })

  test('what is not kept, or was discarded before, nobody finds', async (t, files) => {
    const file = await files.receive(inParts('x'), 100)
    await t.rejects(files.open(file.sha256), { code: 'ATTACHMENT_DAMAGED' })
    await file.discard()
    await t.rejects(files.open(file.sha256), { code: 'ATTACHMENT_DAMAGED' })
  })

  test('parts can be read before it is kept', async (t, files) => {
    const file = await files.receive(inParts('0123', '456789'), 100)
    t.equal((await file.read(2, 4)).toString(), '2345')
    t.equal((await file.read(8, 100)).toString(), '89')
    t.equal((await file.read(100, 10)).length, 0)
    await file.discard()
  })

  test('one byte too many is refused, and the rest is not asked for', async (t, files) => {
    let asked = 0
    async function* endless() {
      while (true) {
        asked += 1
        yield Buffer.alloc(4)
      }
    }
    await t.rejects(files.receive(endless(), 10), { code: 'ATTACHMENT_REFUSED' })
    t.equal(asked, 3)
    await (await files.receive(inParts('0123456789'), 10)).discard()
  })

  test('the same content is kept once, by two at once too', async (t, files) => {
    const both = await Promise.all([files.receive(inParts('same'), 10), files.receive(inParts('sa', 'me'), 10)])
    await Promise.all(both.map(file => file.keep()))
    await both[0].discard()
    t.equal(await textOf(files, both[1].sha256), 'same')
    await both[1].discard()
    t.equal(await textOf(files, both[1].sha256), 'same')
  })

  test('what nobody uses is removed, what somebody uses stays', async (t, files) => {
    const file = await files.receive(inParts('kept'), 10)
    await file.keep()
    t.equal(await files.remove(file.sha256, ALWAYS), false)
    t.equal(await textOf(files, file.sha256), 'kept')
    t.equal(await files.remove(file.sha256, NEVER), true)
    await t.rejects(files.open(file.sha256), { code: 'ATTACHMENT_DAMAGED' })
    t.equal(await files.remove(file.sha256, NEVER), true)
  })

  test('kept again while it is being removed, it is there', async (t, files) => {
    const file = await files.receive(inParts('again'), 10)
    await file.keep()
    await files.remove(file.sha256, async () => {
      await file.keep() // noted and kept by another between the two looks
      return false
    })
    t.equal(await textOf(files, file.sha256), 'again')
  })

  test('no name leads to anything else', async (t, files) => {
    for (const name of ['../../etc/passwd', '', '.incoming', 'A'.repeat(64), `${'0'.repeat(63)}/`])
      await t.rejects(files.open(name), { code: 'ATTACHMENT_DAMAGED' }, name)
  })

  test('what was left half received is tidied, what comes now is not', async (t, files) => {
    const file = await files.receive(inParts('left'), 10)
    await files.tidy(Date.now() - 60_000)
    t.equal((await file.read(0, 4)).toString(), 'left')
    await files.tidy(Date.now() + 60_000)
    await t.rejects(file.read(0, 4))
  })
}
