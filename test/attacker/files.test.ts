import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { type FormFile, formOf } from '../../services/api/test/forms.ts'
import { at as ticketAt } from '../../services/api/test/house.ts'
import { OWN, sideOf } from '../../services/api/test/walk/town.ts'
import { SAME_ORIGIN, statusesIn, wire } from './client.ts'
import { besiege } from './siege.ts'

/** Paths that lead out of a folder, and files that are not what they say. */

const HEAD = { id: 'zhao', name: '赵宏', role: 'head' }
const webRoot = t.testdir({
  'secret.keys': 'the key of the house',
  pages: { 'index.html': '<title>回音</title>', assets: { 'app-1.js': 'x' }, '.env': 'the key of the house' }
})

const siege = await besiege(t, { settings: { demo: false, version: '0.1.0', webRoot: join(webRoot, 'pages') } })
const { house, origin, at, warned } = siege
const cookie = await siege.cookieOf(HEAD)
const { ticket } = await sideOf(house, OWN)

const UP = [
  '../',
  '..\\',
  '%2e%2e/',
  '..%2f',
  '..%5c',
  '%2e%2e%2f',
  '.%2e/',
  '..%252f',
  '..;/',
  '..%00/',
  '....//',
  '..%c0%af'
]
const TARGETS = ['secret.keys', 'package.json', 'etc/passwd', 'proc/self/environ']

t.test('no path leads out of the folder of the pages', async t => {
  const paths = UP.flatMap(up =>
    TARGETS.flatMap(target =>
      [1, 3, 12].flatMap(n => ['/', '/assets/', '/api/docs/static/'].map(at => `${at}${up.repeat(n)}${target}`))
    )
  )
  for (const path of [...paths, '//etc/passwd', '/%2fetc/passwd', '/file:///etc/passwd', 'http://x/../secret.keys']) {
    const { status, body } = await at(path, { headers: { accept: '*/*' } })
    if (status === 200 || /key of the house|root:|"name": "|PATH=/.test(body))
      t.fail(`${path}: ${status} ${body.slice(0, 99)}`)
  }
  t.equal((await at('/assets/app-1.js')).body, 'x')
  t.notMatch((await at('/.env')).body, /key of the house/, 'nor to what is hidden in it')
  t.same(statusesIn(await wire(origin, 'GET /../secret.keys HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')), [403])
})

let forms = 0
const adds = (file: FormFile, more: Record<string, string> = {}) => {
  const { payload, headers } = formOf([file])
  return at(`${ticketAt(ticket)}/attachments`, {
    method: 'POST',
    headers: { ...SAME_ORIGIN, ...headers, cookie, 'idempotency-key': `f${++forms}`, ...more },
    body: payload
  })
}
const onDisk = async () => {
  const all = await readdir(house.attachments, { recursive: true, withFileTypes: true }).catch(() => [])
  return all.filter(one => one.isFile()).map(({ parentPath, name }) => join(parentPath, name))
}

const before = await onDisk()

t.test('a file that is not what it says is refused, leaves nothing behind, and is in the log', async t => {
  const page = '<!doctype html><script>alert(1)</script>'
  const files: FormFile[] = [
    { name: 'a.txt', file: page },
    { name: 'a.txt', file: `\ufeff \n${page}` },
    { name: 'a.txt', file: '<svg onload=alert(1)>' },
    { name: 'a.html', file: 'words', type: 'text/plain' },
    { name: 'a.svg', file: '<svg/>', type: 'image/png' },
    { name: 'a.png', file: page, type: 'image/png' },
    { name: 'a.html', file: '\x89PNG\r\n\x1a\n<script>', type: 'image/png' },
    { name: 'a.png.exe', file: 'MZ\x90\0' },
    { name: 'a.pdf', file: '%!PS' },
    { name: 'a.docx', file: 'PK\x03\x04 no office' },
    { name: 'a', file: 'words' },
    { name: 'a.txt', file: '' }
  ]
  warned()
  for (const file of files)
    t.match((await adds(file)).json(), { code: 'ATTACHMENT_REFUSED' }, `${file.name} ${file.file}`)
  t.equal(warned().filter(({ code }) => code === 'ATTACHMENT_REFUSED').length, files.length)
  t.same(await onDisk(), before)
})

t.test('one that is too large is refused while it comes', async t => {
  const large = await adds({ name: 'a.txt', file: 'x'.repeat(11 * 1024 * 1024) })
  t.ok([413, 422].includes(large.status), large.body)
  t.same(await onDisk(), before)
})

t.test('its name is no path, no header and no markup, and it is saved and never shown', async t => {
  const names = [
    '../../../../tmp/evil.txt',
    '..\\..\\evil.txt',
    '/etc/cron.d/evil.txt',
    'C:\\windows\\evil.txt',
    'a%0d%0aset-cookie: x=1.txt',
    'a"; filename="evil.html.txt',
    '<img src=x onerror=alert(1)>.txt',
    'evil\u202etxt.exe.txt',
    '.htaccess.txt',
    `${'长'.repeat(300)}.txt`,
    'con.txt'
  ]
  for (const name of names) {
    const answer = await adds({ name: name.replaceAll('"', '%22'), file: `words of ${name.length} ${forms}` })
    t.equal(answer.status, 200, answer.body)
    const { id, fileName } = answer.json().attachments.at(-1)
    t.notMatch(fileName, /[/\\<>"\u202e\r\n]/, name)
    t.notMatch(id, /[/\\.]/)
    const saved = await at(`${ticketAt(ticket)}/attachments/${id}`, { headers: { cookie } })
    t.equal(saved.status, 200)
    t.match(saved.headers['content-disposition'], /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w%.~!-]+$/)
    t.match(saved.headers, {
      'content-type': 'text/plain',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'set-cookie': undefined
    })
  }
  for (const path of await onDisk())
    t.match(path.slice(house.attachments.length), /^\/[\da-f]{2}\/[\da-f]{2}\/[\da-f]{64}$/)
})

t.test('what is asked for by another id than its own is not there', async t => {
  const ids = [...UP.map(up => `${up.repeat(6)}etc/passwd`), '.', '..', '%00', '*', `${'0'.repeat(64)}-x`, '__proto__']
  for (const id of ids) {
    const path = `${ticketAt(ticket)}/attachments/${encodeURIComponent(id)}`
    const { status, body } = await at(path, { headers: { cookie } })
    t.ok(status === 404 || status === 400, `${id}: ${status}`)
    t.notMatch(body, /root:/)
  }
})

t.test('a form that is none, or has no end, ends all the same', async t => {
  const headers = { ...SAME_ORIGIN, cookie, 'idempotency-key': 'odd' }
  const boundary = { 'content-type': 'multipart/form-data; boundary=b' }
  const bodies: [object, string][] = [
    [{ 'content-type': 'multipart/form-data' }, 'x'],
    [boundary, 'x'],
    [boundary, '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nwords'],
    [boundary, `--b\r\n${'x: y\r\n'.repeat(5_000)}\r\nwords\r\n--b--\r\n`],
    [boundary, `${'--b\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\nx\r\n'.repeat(2_000)}--b--\r\n`],
    [{ 'content-type': `multipart/form-data; boundary=${'b'.repeat(500)}` }, 'x']
  ]
  for (const [type, body] of bodies) {
    const path = `${ticketAt(ticket)}/attachments`
    const { status } = await at(path, { method: 'POST', headers: { ...headers, ...type }, body })
    t.ok(status >= 400 && status < 500, `${status} for ${body.slice(0, 60)}`)
  }
  t.equal(({} as { x?: string }).x, undefined)
})
