import type { LookupAddress } from 'node:dns'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { outbound } from '../src/outbound/outbound.ts'
import { readAllowed, whyForbidden } from '../src/outbound/ranges.ts'
import { warnOfPrivate } from '../src/outbound/warn-of-private.ts'
import { exchange, NoAnswer } from '../src/platforms/http.ts'
import { settingsOf } from '../src/settings.ts'

const FORBIDDEN = { code: 'ADDRESS_FORBIDDEN' }
const PUBLIC = '93.184.216.34'

/** Names are what the test says; each asking takes the next answer, the last one for ever. */
function named(answers: Record<string, string[]>) {
  const asked: string[] = []
  const resolve = (host: string, _: object, told: (error: Error | null, found: LookupAddress[]) => void) => {
    asked.push(host)
    const [first, ...rest] = answers[host] ?? []
    if (first === undefined) return told(Object.assign(new Error(host), { code: 'ENOTFOUND' }), [])
    if (rest.length > 0) answers[host] = rest
    told(
      null,
      first.split(' ').map(address => ({ address, family: address.includes(':') ? 6 : 4 }))
    )
  }
  return { asked, resolve }
}

async function server(t: Test, answer: RequestListener = (_, response) => void response.end('{}')) {
  let requests = 0
  const listening = createServer((request, response) => {
    requests += 1
    answer(request, response)
  })
  await new Promise<void>(resolve => listening.listen(0, '127.0.0.1', resolve))
  t.teardown(() => listening.close())
  return { port: (listening.address() as AddressInfo).port, requests: () => requests }
}

const none = outbound({ allowPrivate: [] }, named({}).resolve)

t.test('an address that a person enters', async t => {
  for (const [what, url] of [
    ['of another scheme', 'ftp://example.com/'],
    ['of a file', 'file:///etc/passwd'],
    ['of data', 'data:text/plain,hello'],
    ['of the gopher', 'gopher://example.com:6379/_INFO'],
    ['without encryption', 'http://example.com/'],
    ['with a name and password in it', 'https://user:secret@example.com/'],
    ['with a name in it', 'https://example.com@127.0.0.1/'],
    ['that is none', 'example.com/hook'],
    ['without a host', 'https://'],
    ['of mail', 'https://example.com:25/'],
    ['of a database', 'https://example.com:6379/'],
    ['of a number in decimal', 'https://2130706433/'],
    ['of a number in hex', 'https://0x7f000001/'],
    ['of a number in octal', 'https://0177.0.0.1/'],
    ['of a short number', 'https://127.1/'],
    ['of a number with a stop', 'https://127.0.0.1./'],
    ['of a number in wide digits', 'https://１２７.０.０.１/'],
    ['of a number with a Chinese stop', 'https://127。0。0。1/'],
    ['of an enclosed number', 'https://①②⑦.0.0.1/'],
    ['of zero', 'https://0/'],
    ['of IPv6 loopback', 'https://[::1]/'],
    ['of IPv6 with an IPv4 in it', 'https://[::ffff:169.254.169.254]/'],
    ['of a compatible IPv6', 'https://[::127.0.0.1]/'],
    ['of a translated IPv4', 'https://[64:ff9b::10.0.0.1]/'],
    ['of 6to4', 'https://[2002:7f00:1::]/'],
    ['with a zone', 'https://[fe80::1%25eth0]/'],
    ['of the metadata of a cloud', 'https://169.254.169.254/latest/meta-data/'],
    ['of the metadata of Aliyun', 'https://100.100.100.200/'],
    ['of the machines of Azure', 'https://168.63.129.16/'],
    ['with a line break', 'https://exa\nmple.com@10.0.0.1/']
  ] as const)
    await t.test(`${what} is refused`, async t => {
      await t.rejects(none.check(url), FORBIDDEN)
      await t.rejects(exchange(none.client(), 'It', { url }), { name: 'NoAnswer', left: false })
    })

  for (const url of [
    'https://example.com/hook?a=b',
    'https://[2606:4700::1111]/',
    'https://example.com:8443/',
    'https://政务.example/'
  ])
    await t.test(`such as ${url} is taken`, async t => t.resolves(none.check(url)))

  t.test('is refused without saying more of it than its host', async t => {
    const refused = await none.check('https://10.0.0.1/hook/very-secret?token=abc').catch(error => error)
    t.match(refused, { ...FORBIDDEN, message: /10\.0\.0\.1 is private.*HUIYIN_ALLOW_PRIVATE/ })
    t.notMatch(refused.message, /secret|token/)
  })

  t.test('is refused when one of the addresses of its name is not public, and says not which', async t => {
    const { resolve } = named({ 'two.example': [`${PUBLIC} 10.3.2.1`], 'intern.example': ['10.3.2.1'] })
    const refused = await outbound({ allowPrivate: [] }, resolve)
      .check('https://two.example/')
      .catch(error => error)
    t.match(refused, { ...FORBIDDEN, message: /two\.example is private/ })
    t.notMatch(refused.message, /10\.3/)
    await t.rejects(outbound({ allowPrivate: [] }, resolve).check('https://intern.example/'), FORBIDDEN)
  })
})

const octet = fc.integer({ min: 0, max: 255 })
const RANGES: [string, fc.Arbitrary<[number, number, number, number]>][] = [
  ['loopback', fc.tuple(fc.constant(127), octet, octet, octet)],
  ['private', fc.tuple(fc.constant(10), octet, octet, octet)],
  ['private', fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet)],
  ['private', fc.tuple(fc.constant(192), fc.constant(168), octet, octet)],
  ['link-local', fc.tuple(fc.constant(169), fc.constant(254), octet, octet)],
  ['carrier', fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet)],
  ['multicast', fc.tuple(fc.integer({ min: 224, max: 239 }), octet, octet, octet)],
  ['reserved', fc.tuple(fc.integer({ min: 240, max: 255 }), octet, octet, octet)],
  ['this network', fc.tuple(fc.constant(0), octet, octet, octet)]
]
const base = fc.constantFrom(8, 10, 16)
const inBase = (value: number, radix: number) =>
  radix === 16 ? `0x${value.toString(16)}` : radix === 8 ? `0${value.toString(8)}` : String(value)

/** Every way to write an IPv4 address that some reader of addresses understands. */
const written = ([a, b, c, d]: [number, number, number, number], [p, q, r, s]: number[], form: number): string => {
  const whole = ((a * 256 + b) * 256 + c) * 256 + d
  const hex = (high: number, low: number) => ((high << 8) | low).toString(16)
  return [
    () => [inBase(a, p!), inBase(b, q!), inBase(c, r!), inBase(d, s!)].join('.'),
    () => inBase(whole, p!),
    () => `${inBase(a, p!)}.${inBase((b * 256 + c) * 256 + d, q!)}`,
    () => `${inBase(a, p!)}.${inBase(b, q!)}.${inBase(c * 256 + d, r!)}`,
    () => `[::ffff:${a}.${b}.${c}.${d}]`,
    () => `[::ffff:${hex(a, b)}:${hex(c, d)}]`,
    () => `[0:0:0:0:0:FFFF:${hex(a, b)}:${hex(c, d)}]`,
    () => `[64:ff9b::${hex(a, b)}:${hex(c, d)}]`,
    () => `[::${hex(a, b)}:${hex(c, d)}]`,
    () => `[2002:${hex(a, b)}:${hex(c, d)}::1]`,
    () =>
      Array.from(`${a}.${b}.${c}.${d}`, one => (one === '.' ? '。' : String.fromCodePoint(0xff10 + Number(one)))).join(
        ''
      ),
    () => `${a}.${b}.${c}.${d}.`
  ][form]!()
}
const FORMS = 12

for (const [name, four] of RANGES)
  t.test(`no way to write an address of ${name} gets past`, async t => {
    await fc.assert(
      fc.asyncProperty(
        four,
        fc.array(base, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: FORMS - 1 }),
        fc.constantFrom('', ':443', ':8443'),
        async (address, bases, form, port) => {
          const url = `https://${written(address, bases, form)}${port}/`
          await none.check(url).then(
            () => Promise.reject(new Error(`${url} got past`)),
            error => t.equal(error.code, 'ADDRESS_FORBIDDEN')
          )
        }
      ),
      { numRuns: 150 }
    )
  })

t.test('every public IPv4 address is taken however it is written', async t => {
  const isPublic = (address: [number, number, number, number]) =>
    whyForbidden(address.join('.'), { ranges: [] }) === undefined
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(fc.integer({ min: 1, max: 223 }), octet, octet, octet).filter(isPublic),
      fc.array(base, { minLength: 4, maxLength: 4 }),
      fc.integer({ min: 0, max: 6 }),
      async (address, bases, form) => none.check(`https://${written(address, bases, form)}/`)
    ),
    { numRuns: 300 }
  )
  t.ok(isPublic([8, 8, 8, 8]))
})

t.test('the socket', async t => {
  t.test('does not connect to a name that was public when it was entered', async t => {
    const { port, requests } = await server(t)
    const { resolve, asked } = named({ 'turns.example': [PUBLIC, '127.0.0.1'] })
    const ways = outbound({ allowPrivate: [] }, resolve)
    await ways.check('https://turns.example/')
    const url = `https://turns.example:${port}/`
    await t.rejects(exchange(ways.client(), 'The hook', { url }), new NoAnswer('The hook', 'ADDRESS_FORBIDDEN', false))
    t.same([asked.length, requests()], [2, 0])
  })

  t.test('connects to the very address that was checked: it asks for the name once', async t => {
    const { port, requests } = await server(t)
    const { resolve, asked } = named({ 'hook.intern': ['127.0.0.1', '10.255.255.1'] })
    const client = outbound({ allowPrivate: ['hook.intern'] }, resolve).client()
    t.equal((await exchange(client, 'The hook', { url: `http://hook.intern:${port}/` })).status, 200)
    t.same([asked.length, requests()], [1, 1])
  })

  t.test('is not led elsewhere by a redirect', async t => {
    const secret = await server(t)
    const { port, requests } = await server(t, (_, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${secret.port}/` }).end()
    })
    const client = outbound({ allowPrivate: ['127.0.0.1'] }).client()
    t.equal((await exchange(client, 'The hook', { url: `http://127.0.0.1:${port}/` })).status, 302)
    t.same([requests(), secret.requests()], [1, 0])
  })

  t.test('heeds no proxy of the environment, which would resolve the name itself', async t => {
    const proxy = await server(t)
    const { port } = await server(t)
    const before = process.env.http_proxy
    process.env.http_proxy = `http://127.0.0.1:${proxy.port}`
    t.teardown(() => {
      if (before === undefined) delete process.env.http_proxy
      else process.env.http_proxy = before
    })
    const client = outbound({ allowPrivate: ['127.0.0.1'] }).client()
    t.equal((await exchange(client, 'The hook', { url: `http://127.0.0.1:${port}/` })).status, 200)
    t.equal(proxy.requests(), 0)
  })
})

t.test('what the settings allow', async t => {
  t.test('are names, addresses and ranges, by http too', async t => {
    const { resolve } = named({ 'mastodon.intern': ['10.9.8.7'], 'other.intern': ['10.20.1.1'] })
    const ways = outbound({ allowPrivate: ['Mastodon.intern.', '10.20.0.0/16', '192.168.1.5', 'fd12::/16'] }, resolve)
    for (const url of [
      'http://mastodon.intern:3000/',
      'https://mastodon.intern/',
      'http://10.20.3.4/',
      'https://other.intern/',
      'http://192.168.1.5:8080/',
      'https://[fd12::1]/'
    ])
      await t.resolves(ways.check(url), url)
    for (const url of [
      'https://10.21.0.1/',
      'https://192.168.1.6/',
      'http://other.intern/',
      'http://8.8.8.8/',
      'https://[fd13::1]/'
    ])
      await t.rejects(ways.check(url), FORBIDDEN, url)
  })

  t.test('opens the metadata of a cloud only by its very address', async t => {
    const metadata = 'http://169.254.169.254/'
    await t.rejects(outbound({ allowPrivate: ['169.254.0.0/16'] }).check(metadata), FORBIDDEN)
    await t.resolves(outbound({ allowPrivate: ['169.254.169.254'] }).check(metadata))
  })

  t.test('that are none are refused at the start', async t => {
    for (const wrong of ['https://a.example', '10.0.0.0/99', '*', 'a b', '127.1', '0x7f.0.0.1']) {
      t.throws(() => readAllowed([wrong]), { name: 'TypeError', message: /expected names of hosts/ }, wrong)
      t.throws(() => settingsOf({ allowPrivate: [wrong] }), {
        code: 'SETTINGS_INVALID',
        message: /HUIYIN_ALLOW_PRIVATE/
      })
    }
  })

  t.test('what the settings name themselves is asked all the same, with a warning', async t => {
    const said: object[] = []
    const logger = { debug: () => {}, info: () => {}, warn: (facts: object) => void said.push(facts), error: () => {} }
    const settings = settingsOf({
      alertWebhook: 'http://10.1.1.1/hook?key=secret',
      alertSecret: '0123456789abcdef',
      heartbeatUrl: 'https://8.8.8.8/ping'
    })
    await warnOfPrivate(settings, none, logger)
    t.match(said, [{ where: 'alertWebhook', why: /10\.1\.1\.1|https/ }])
    t.equal(said.length, 1)
    t.notMatch(JSON.stringify(said), /secret/)
  })
})
