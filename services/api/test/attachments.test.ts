import { createHash } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TicketView } from '@huiyin/schemas/api.ts'
import { ATTACHMENT_LIMITS } from '@huiyin/schemas/attachment.ts'
import t, { type Test } from 'tap'
import { keepUploads, tidyAttachments } from '../src/attachments/keep.ts'
import { DOCX, docxWith, type FormFile, formOf, PDF, PNG, XLSX, zip } from './forms.ts'
import { at, citizenWrites, enter, HOUR, type House, openHouse, type Person, SAME_ORIGIN } from './house.ts'
import { key, LI, viewed } from './talking.ts'

const DAY = 24 * HOUR

/** Sends files to a ticket as a browser does. */
const adds =
  ({ app }: House, { cookie }: Person, id: string) =>
  (files: FormFile | FormFile[], { named = key(), dispatch = '' } = {}) => {
    const { payload, headers } = formOf([files].flat())
    return app.inject({
      method: 'POST',
      url: `${at(id)}/attachments${dispatch && `?dispatch=${dispatch}`}`,
      headers: { ...headers, ...SAME_ORIGIN, cookie, 'idempotency-key': named },
      payload
    })
  }

async function office(t: Test) {
  const house = await openHouse(t)
  const li = await enter(house, LI)
  const id = await citizenWrites(house)
  const ofTicket = async () => (await house.store.tickets.get(id))!.document
  const onDisk = async () => {
    const all = await readdir(house.attachments, { recursive: true, withFileTypes: true }).catch(() => [])
    return all.filter(one => one.isFile()).map(({ name }) => name)
  }
  return { house, li, id, add: adds(house, li, id), ofTicket, onDisk }
}

const lastFile = ({ attachments = [] }: TicketView) => attachments.at(-1)!

t.test('a file that is added to a ticket', async t => {
  t.test('is listed with what it is, told by its id alone, and is no turn', async t => {
    const { li, id, add, ofTicket } = await office(t)
    const before = await ofTicket()
    const answer = await add({ name: '现场照片.png', file: PNG })
    t.equal(answer.statusCode, 200, answer.body)
    const file = lastFile(answer.json())
    const sha256 = createHash('sha256').update(PNG).digest('hex')
    t.match(file, { fileName: '现场照片.png', type: 'image/png', bytes: PNG.length, sha256, by: '李静' })
    t.same(lastFile(await viewed(li, id)), file)
    const ticket = await ofTicket()
    t.same(ticket.unpublished.at(-1)?.data ?? {}, { attachment: file.id, bytes: PNG.length })
    t.equal(ticket.lastTurn, before.lastTurn)
    t.notMatch(JSON.stringify(ticket.attachments), '现场')
  })

  t.test('is saved as it was, by its name and never shown', async t => {
    const { house, li, id, add } = await office(t)
    const file = lastFile((await add({ name: "现场'照片(1).png", file: PNG })).json())
    const answer = await house.app.inject({ url: `${at(id)}/attachments/${file.id}`, headers: { cookie: li.cookie } })
    t.same(answer.rawPayload, PNG)
    t.match(answer.headers, {
      'content-type': 'image/png',
      'content-disposition': /^attachment; filename="[\w.-]+"; filename\*=UTF-8''%E7%8E%B0[\w%.-]+$/,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store'
    })
  })

  t.test('sent again with the same key is the same one; with another file it is refused', async t => {
    const { add, ofTicket } = await office(t)
    for (const _ of [1, 2]) t.equal((await add({ name: 'a.png', file: PNG }, { named: 'one' })).statusCode, 200)
    t.equal((await ofTicket()).attachments?.length, 1)
    t.match((await add({ name: 'a.pdf', file: PDF }, { named: 'one' })).json(), { status: 422, code: 'KEY_REUSED' })
  })

  t.test('may belong to a dispatch that is there; refused it leaves nothing', async t => {
    const { house, add, onDisk } = await office(t)
    t.match((await add({ name: 'a.png', file: PNG }, { dispatch: 'none' })).json(), { code: 'DISPATCH_NOT_FOUND' })
    t.same(await onDisk(), [])
    t.same(await house.store.records.due('attachment', house.time.now + 10 * DAY, 10), [])
  })

  t.test('is not opened by who reads no personal data, and its name is masked for them', async t => {
    const { house, id, add } = await office(t)
    await add({ name: '电话13800138000.png', file: PNG })
    const leader = await enter(house, { id: 'sun', name: '孙县长', role: 'leader' })
    const { id: file, fileName } = lastFile(await viewed(leader, id))
    t.equal(fileName, '电话138****8000.png')
    t.match((await leader.get(`${at(id)}/attachments/${file}`)).json(), { status: 403, code: 'NOT_ALLOWED' })
  })

  t.test('is found on its own ticket only', async t => {
    const { house, li, add } = await office(t)
    const { id } = lastFile((await add({ name: 'a.png', file: PNG })).json())
    const other = await citizenWrites(house, { comment: 'c2', root: 'c2', author: { id: 'u2' } })
    for (const path of [id, 'none', '../../../etc/passwd', `${'0'.repeat(64)}-x`])
      t.match((await li.get(`${at(other)}/attachments/${encodeURIComponent(path)}`)).json(), {
        status: 404,
        code: 'ATTACHMENT_NOT_FOUND'
      })
  })

  t.test('is an error once it is damaged on the disk, and is not delivered', async t => {
    const { house, li, id, add } = await office(t)
    const { id: file, sha256 } = lastFile((await add({ name: 'a.png', file: PNG })).json())
    await writeFile(join(house.attachments, sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'other')
    const answer = await li.get(`${at(id)}/attachments/${file}`)
    t.match(answer.json(), { status: 500, code: 'ATTACHMENT_DAMAGED' })
  })
})

t.test('what is taken', async t => {
  const { add } = await office(t)
  for (const [name, file, type] of [
    ['报告.pdf', PDF, 'application/pdf'],
    ['照片.JPG', Buffer.from('\xff\xd8\xff\xe0JFIF', 'latin1'), 'image/jpeg'],
    ['图.webp', Buffer.from('RIFF\x04\0\0\0WEBPVP8 ', 'latin1'), 'image/webp'],
    ['视频.mp4', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0', 'latin1'), 'video/mp4'],
    ['说明.txt', '已于今晚抽排，共 3 处。\r\n', 'text/plain'],
    ['函.docx', DOCX, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['表.xlsx', XLSX, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
  ] as const)
    t.test(`${name} is ${type}, whatever its sender says`, async t => {
      const answer = await add({ name, file: Buffer.from(file), type: 'text/html' })
      t.match(lastFile(answer.json()), { fileName: name, type }, answer.body)
    })
})

t.test('what is refused, and leaves nothing behind', async t => {
  const { add, ofTicket, onDisk } = await office(t)
  const bomb = docxWith({ name: 'word/media/a.xml', text: Buffer.alloc(8 * 1024 * 1024) })
  const macros = docxWith({ name: 'word/vbaProject.bin', text: 'x' })
  const hidden = zip([
    {
      name: '[Content_Types].xml',
      text: '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
    },
    { name: 'word/document.xml' }
  ])
  for (const [what, file, why] of [
    [
      'a page that is called a picture',
      { name: 'a.png', file: '<html><script>alert(1)</script></html>' },
      /content does not say/
    ],
    ['a page that is called a text', { name: 'a.txt', file: '\ufeff <!DOCTYPE html><p>' }, /content does not say/],
    ['a picture that is called a page', { name: 'a.html', file: PNG }, /ends with \.png/],
    ['a picture without an ending', { name: 'a', file: PNG }, /its name says nothing/],
    ['an empty file', { name: 'a.txt', file: '' }, /empty/],
    ['a program', { name: 'a.pdf', file: Buffer.from('MZ\x90\0\x03', 'latin1') }, /content does not say/],
    ['a drawing with script', { name: 'a.svg', file: '<svg onload="alert(1)"/>' }, /content does not say/],
    ['a text that is none', { name: 'a.txt', file: Buffer.from([0x61, 0xff, 0xfe]) }, /content does not say/],
    ['a text with control characters', { name: 'a.txt', file: 'a\u001b[2J' }, /content does not say/],
    ['a zip', { name: 'a.docx', file: zip([{ name: 'a.txt', text: 'a' }]) }, /content does not say/],
    ['a cut document', { name: 'a.docx', file: DOCX.subarray(0, -30) }, /content does not say/],
    ['a document that would burst', { name: 'a.docx', file: bomb }, /would burst/],
    ['one that says how far', { name: 'a.docx', file: docxWith({ name: 'word/a', says: 0xf0000000 }) }, /would burst/],
    ['a document with macros', { name: 'a.docx', file: macros }, /without macros/],
    ['macros by another name', { name: 'a.docx', file: hidden }, /without macros/],
    ['a document with a password', { name: 'a.docx', file: docxWith({ name: 'word/a', flags: 1 }) }, /encrypted/],
    ['a part that leads outside', { name: 'a.docx', file: docxWith({ name: '../../etc/cron.d/x' }) }, /leads outside/],
    ['a part that is there twice', { name: 'a.docx', file: docxWith({ name: 'word/document.xml' }) }, /came twice/],
    ['one byte too many', { name: 'a.txt', file: Buffer.alloc(ATTACHMENT_LIMITS.bytes + 1, 'a') }, /10 MB at most/]
  ] as const)
    t.test(what, async t => {
      const answer = await add(file as FormFile)
      t.match(answer.json(), { status: 422, code: 'ATTACHMENT_REFUSED', detail: why }, answer.body)
    })
  t.equal((await ofTicket()).attachments, undefined)
  t.same(await onDisk(), [])
})

t.test('10 MB are taken, and so are 20 files, but not one more', async t => {
  const { add, ofTicket } = await office(t)
  t.equal((await add({ name: 'a.txt', file: Buffer.alloc(ATTACHMENT_LIMITS.bytes, 'a') })).statusCode, 200)
  for (let n = 1; n < 20; n++) t.equal((await add({ name: 'a.txt', file: `${n}` })).statusCode, 200)
  t.match((await add({ name: 'a.txt', file: 'more' })).json(), { status: 409, code: 'TOO_MANY' })
  t.equal((await ofTicket()).attachments?.length, 20)
})

t.test('all files of a ticket together may have 50 MB', async t => {
  const { add } = await office(t)
  const large = (letter: string) => Buffer.alloc(ATTACHMENT_LIMITS.bytes - 10, letter)
  for (const letter of 'abcde') t.equal((await add({ name: 'a.txt', file: large(letter) })).statusCode, 200)
  t.match((await add({ name: 'a.txt', file: 'x'.repeat(100) })).json(), { code: 'ATTACHMENT_REFUSED', detail: /50 MB/ })
})

t.test('a form that is none, or holds no file, or several, is refused in words', async t => {
  const { house, li, id, add } = await office(t)
  const refused = { status: 422, code: 'ATTACHMENT_REFUSED' }
  t.match((await add([])).json(), refused)
  t.match((await add({ name: '', file: '' })).json(), { ...refused, detail: /none came/ })
  t.match(
    (
      await add([
        { name: 'a.txt', file: 'a' },
        { name: 'b.txt', file: 'b' }
      ])
    ).json(),
    { status: 413 }
  )
  t.match((await li.post(`${at(id)}/attachments`, undefined, { 'idempotency-key': key() })).json(), refused)
  const cut = formOf([{ name: 'a.txt', file: 'abc' }])
  const answer = await house.app.inject({
    method: 'POST',
    url: `${at(id)}/attachments`,
    headers: { ...cut.headers, ...SAME_ORIGIN, cookie: li.cookie, 'idempotency-key': key() },
    payload: cut.payload.subarray(0, -20)
  })
  t.equal(answer.statusCode, 400, answer.body)
})

t.test('over the wire', async t => {
  const { house, li, id, onDisk, ofTicket } = await office(t)
  const origin = await house.app.listen({ port: 0, host: '127.0.0.1' })
  const sends = (body: ReadableStream, more: RequestInit = {}) =>
    fetch(`${origin}${at(id)}/attachments`, {
      method: 'POST',
      body,
      headers: { ...formOf([]).headers, ...SAME_ORIGIN, cookie: li.cookie, 'idempotency-key': key() },
      ...more,
      duplex: 'half'
    } as RequestInit)
  const [head] = formOf([{ name: 'a.txt', file: '§' }])
    .payload.toString()
    .split('§')
  /** A file that goes on until somebody stops it; says how much was taken. */
  const endless = (megabytes: number) => {
    let sent = 0
    const stream = new ReadableStream({
      start: controller => controller.enqueue(Buffer.from(head!)),
      async pull(controller) {
        if (sent >= megabytes) return controller.close()
        sent += 1
        controller.enqueue(Buffer.alloc(1024 * 1024, 'a'))
      }
    })
    return { stream, sent: () => sent }
  }

  await t.test('a file that is far too large is refused in words, and nothing of it is left', async t => {
    const answer = await sends(endless(60).stream).then(
      async answer => ({ status: answer.status, body: await answer.json() }),
      () => undefined // the connection may be gone before the answer is read
    )
    if (answer) t.match(answer, { status: 422, body: { code: 'ATTACHMENT_REFUSED', detail: /10 MB at most/ } })
    t.same(await onDisk(), [])
  })

  await t.test('an upload that breaks off leaves nothing', async t => {
    const leaving = new AbortController()
    const { stream, sent } = endless(8)
    const sending = sends(
      new ReadableStream({
        async start(controller) {
          for await (const chunk of stream) {
            controller.enqueue(chunk)
            if (sent() >= 4) return
          }
        }
      }),
      { signal: leaving.signal }
    )
    while ((await onDisk()).length === 0) await new Promise(resolve => setTimeout(resolve, 20))
    leaving.abort()
    await t.rejects(sending)
    while ((await onDisk()).length > 0) await new Promise(resolve => setTimeout(resolve, 20))
    t.equal((await ofTicket()).attachments, undefined)
  })

  await t.test('a whole one is taken and comes back as it was', async t => {
    const bytes = Buffer.alloc(9 * 1024 * 1024, '积水')
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 6))
    const form = new FormData()
    form.set('file', new File([whole], '记录 №1.txt'))
    const answer = await fetch(`${origin}${at(id)}/attachments`, {
      method: 'POST',
      body: form,
      headers: { ...SAME_ORIGIN, cookie: li.cookie, 'idempotency-key': key() }
    })
    const file = lastFile((await answer.json()) as TicketView)
    t.match(file, { fileName: '记录 №1.txt', bytes: whole.length })
    const back = await fetch(`${origin}${at(id)}/attachments/${file.id}`, { headers: { cookie: li.cookie } })
    t.ok(Buffer.from(await back.arrayBuffer()).equals(whole))
  })
})

t.test('what no ticket took is tidied after a day; what one has stays, though another had the same', async t => {
  const { house, id, add, ofTicket, onDisk } = await office(t)
  const { time, store, desk, files } = house
  const ports = { ...store, files, clock: desk.clock }
  await add({ name: 'a.png', file: PNG }, { named: 'kept' })
  for (const [name, type, content] of [
    ['b.png', 'image/png', PNG],
    ['c.pdf', 'application/pdf', PDF]
  ] as const) {
    const file = await files.receive([content], ATTACHMENT_LIMITS.bytes)
    await keepUploads(ports, [{ file, name, type }], { ticket: id, key: name, by: LI })
    await file.discard() // as by a process that ended here
  }
  t.equal((await onDisk()).length, 2)
  await store.records.refresh()
  t.equal(await tidyAttachments(ports), 0)
  time.now += DAY
  t.equal(await tidyAttachments(ports), 2)
  t.equal((await onDisk()).length, 1)
  const [file] = (await ofTicket()).attachments!
  const later = await enter(house, { ...LI, id: 'later' })
  t.equal((await later.get(`${at(id)}/attachments/${file!.id}`)).statusCode, 200)
  t.equal(await tidyAttachments(ports), 0)
})
