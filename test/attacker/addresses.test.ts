import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { outbound } from '@huiyin/adapters/outbound/outbound.ts'
import { webhookPost } from '@huiyin/adapters/outbound/post-webhook.ts'
import t, { type Test } from 'tap'
import { besiege } from './siege.ts'

/** Addresses that people enter lead to no service of the house, by whatever name. */

const BOSS = { id: 'boss', name: '钱', role: 'administrator' }

async function listening(t: Test, answer: RequestListener) {
  const asked: string[] = []
  const server = createServer((request, reply) => {
    asked.push(`${request.method} ${request.url}`)
    answer(request, reply)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  return { asked, port: (server.address() as AddressInfo).port }
}

const inside = await listening(t, (_, reply) => reply.end('the secret of the house'))
const redirecting = await listening(t, (_, reply) =>
  reply.writeHead(307, { location: `http://127.0.0.1:${inside.port}/redirected` }).end()
)

/** What names stand for; `rebound` is public when it is looked at first and ours from then on. */
let looks = 0
const NAMES: Record<string, () => string[]> = {
  localhost: () => ['127.0.0.1'],
  'inside.example': () => ['127.0.0.1'],
  'both.example': () => ['93.184.216.34', '10.0.0.5'],
  'six.example': () => ['::1'],
  'mapped.example': () => ['::ffff:127.0.0.1'],
  'rebound.example': () => [looks++ === 0 ? '93.184.216.34' : '127.0.0.1'],
  'public.example': () => ['127.0.0.1'] // what the settings allow: it stands for a server of others
}
const ways = outbound({ allowPrivate: ['public.example'] }, (host, _, told) => {
  const found = NAMES[host]?.() ?? []
  if (found.length === 0) return told(Object.assign(new Error(host), { code: 'ENOTFOUND' }), [])
  return told(
    null,
    found.map(address => ({ address, family: address.includes(':') ? 6 : 4 }))
  )
})

const siege = await besiege(t, { addresses: ways, postWebhook: webhookPost(ways, { now: Date.now }) })
const { post, at, warned } = siege
const cookie = await siege.cookieOf(BOSS)
const port = inside.port

const FORBIDDEN = [
  ...['127.0.0.1', '127.1', '0', '0.0.0.0', '2130706433', '0x7f000001', '0177.0.0.1', '127.0.0.1.', 'localhost'],
  ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[fe80::1]', '[fd00:ec2::254]', '[64:ff9b::7f00:1]'],
  ...['10.0.0.5', '172.16.0.1', '192.168.1.1', '100.64.0.1', '169.254.169.254', '100.100.100.200', '224.0.0.1'],
  ...['inside.example', 'both.example', 'six.example', 'mapped.example', '①②⑦.⓪.⓪.①', '127。0。0。1']
]
const ADDRESSES = [
  ...FORBIDDEN.map(host => `https://${host}:${port}/x`),
  ...['file:///etc/passwd', `gopher://127.0.0.1:${port}/x`, `ftp://public.example/x`, 'javascript:alert(1)', '//evil'],
  ...[
    'http://93.184.216.34/',
    'https://93.184.216.34:22/',
    'https://93.184.216.34:9200/',
    'https://93.184.216.34:6379/'
  ],
  ...[`https://public.example@127.0.0.1:${port}/`, `https://127.0.0.1:${port}\\@public.example/`],
  ...[`https://127.0.0.1:${port}#@public.example`, `https://127.0.0.1%00.public.example:${port}/`]
]

t.test('a webhook to an address of the house is refused and logged, and nobody is asked', async t => {
  warned()
  for (const url of ADDRESSES) {
    const answer = await post('/api/webhooks', { name: 'x', url }, { cookie })
    t.ok(answer.status === 422 || answer.status === 400, `${encodeURI(url)}: ${answer.status} ${answer.json().code}`)
  }
  const codes = warned().map(({ code }) => code)
  t.ok(codes.filter(code => code === 'ADDRESS_FORBIDDEN').length > FORBIDDEN.length - 5, `${codes.length} lines`)
  t.same((await at('/api/webhooks', { headers: { cookie } })).json().rows, [])
  t.same(inside.asked, [])
})

t.test('nor does an account lead there', async t => {
  for (const url of ADDRESSES) {
    const account = { platform: 'mastodon', id: 'x', name: 'x', api: url, credentials: { accessToken: 'x'.repeat(40) } }
    const { status } = await post('/api/accounts', account, { cookie })
    t.ok(status === 422 || status === 400, `${encodeURI(url)}: ${status}`)
  }
  t.same(inside.asked, [])
})

t.test('a name that was public when it was entered and is ours when it is asked gets nothing', async t => {
  const made = (await post('/api/webhooks', { name: 'x', url: `https://rebound.example:${port}/x` }, { cookie })).json()
  t.match(made.row, { state: 'active' })
  t.match((await post(`/api/webhooks/${made.row.id}/test`, undefined, { cookie })).json(), { ok: false })
  t.ok(looks > 1, 'it was looked up again')
  t.same(inside.asked, [])
})

t.test('a server of others that sends us on is not followed', async t => {
  const url = `http://public.example:${redirecting.port}/hook`
  const made = (await post('/api/webhooks', { name: 'y', url }, { cookie })).json()
  const tried = (await post(`/api/webhooks/${made.row.id}/test`, undefined, { cookie })).json()
  t.match(tried, { ok: false, status: 307 })
  t.notMatch(JSON.stringify(tried), /secret of the house|127\.0\.0\.1/)
  t.same(redirecting.asked, ['POST /hook'])
  t.same(inside.asked, [])
})
