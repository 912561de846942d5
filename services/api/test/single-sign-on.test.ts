import t, { type Test } from 'tap'
import type { AppOptions } from '../src/app.ts'
import { type House, type Person, signIn } from './house.ts'
import { CALLBACK, signInThere, startProvider } from './provider.ts'
import { joins, openOn, toldOf, tries } from './signing.ts'

const PUBLIC = new URL(CALLBACK).origin

type Provided = Awaited<ReturnType<typeof startProvider>>

const openWith = (t: Test, { settings: oidc }: Provided, more: Partial<Provided['settings']> = {}) => {
  const settings: AppOptions['settings'] = {
    demo: true,
    version: '0.1.0',
    publicUrl: PUBLIC,
    oidc: { ...oidc, ...more }
  }
  return openOn(t, 'memory', { settings })
}

const cookiesOf = (headers: Record<string, unknown>) =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map(one => String(one).split(';')[0]!)
    .filter(one => !one.endsWith('='))

const asks = ({ app }: House, url: string, cookies: readonly string[] = []) =>
  app.inject({ url, headers: { cookie: cookies.join('; ') } })

/** Goes to the provider, signs in there as somebody and comes back. */
async function comes(house: House, who: string) {
  const start = await asks(house, '/api/oidc/start')
  const away = cookiesOf(start.headers)
  const back = await signInThere(String(start.headers.location), who)
  return { away, back, arrived: await asks(house, back, away) }
}

/** Somebody who is signed in lets the provider know them. */
async function links(house: House, person: Person, who: string) {
  const begun = await person.post('/api/me/single-sign-on')
  const back = await signInThere(begun.json().url, who)
  return asks(house, back, cookiesOf(begun.headers))
}

t.test('single sign-on', async t => {
  const provider = await startProvider(t)

  t.test('lets in who was linked, by what the provider says of them', async t => {
    const house = await openWith(t, provider)
    const li = await signIn(house, await joins(house, 'li'))
    t.match((await asks(house, '/api/session/ways')).json(), { oidc: { name: '统一认证' } })
    t.equal((await links(house, li, 'lijing@there')).headers.location, '/?sso=linked')
    t.match((await li.get('/api/me')).json(), { linked: true })
    const { arrived } = await comes(house, 'lijing@there')
    t.equal(arrived.headers.location, '/')
    const session = await asks(house, '/api/session', cookiesOf(arrived.headers))
    t.match(session.json(), { actor: { id: 'li' } })
    t.match(
      (await toldOf(house))
        .filter(({ type }) => type === 'session.begun')
        .map(({ data }) => data.way)
        .toSorted(),
      ['oidc', 'password']
    )
  })

  t.test('asks nobody for a code or a new password: that is the provider’s', async t => {
    const house = await openWith(t, provider)
    const li = await signIn(house, await joins(house, 'li'))
    await links(house, li, 'li3')
    house.time.now += 91 * 86_400_000
    const { arrived } = await comes(house, 'li3')
    const cookies = cookiesOf(arrived.headers)
    t.notOk((await asks(house, '/api/session', cookies)).json().mustChange)
    t.equal((await asks(house, '/api/tickets', cookies)).statusCode, 200)
  })

  t.test('lets nobody in whom nobody has linked, and says so to nobody but the log', async t => {
    const house = await openWith(t, provider)
    await joins(house, 'li')
    const { arrived } = await comes(house, 'li')
    t.equal(arrived.headers.location, '/?sso=unknown')
    t.same(cookiesOf(arrived.headers), [])
    t.match(await toldOf(house), [{ ticket: 'person/~unknown', type: 'session.refused' }])
  })

  t.test('proposes a stranger where the office wants that, and lets them in once they are approved', async t => {
    const house = await openWith(t, provider, { create: true })
    t.equal((await comes(house, 'zhouyi')).arrived.headers.location, '/?sso=proposed')
    t.equal((await comes(house, 'zhouyi')).arrived.headers.location, '/?sso=proposed')
    const admin = await signIn(house)
    const [, proposed] = (await admin.get('/api/users')).json().rows
    t.match(proposed, { id: 'zhouyi', name: 'zhouyi同志', state: 'proposed', proposed: { by: 'system:oidc' } })
    await admin.post('/api/users/zhouyi/approve')
    t.equal((await comes(house, 'zhouyi')).arrived.headers.location, '/')
  })

  t.test('never takes a name at the provider for the same name here', async t => {
    const house = await openWith(t, provider, { create: true })
    t.equal((await comes(house, 'admin')).arrived.headers.location, '/?sso=proposed')
    const admin = await signIn(house)
    const rows: { id: string; linked: boolean }[] = (await admin.get('/api/users')).json().rows
    t.match(rows, [
      { id: 'admin', linked: false },
      { id: /^sso-[0-9a-f]{12}$/, linked: true }
    ])
  })

  t.test('lets in nobody who is suspended or has left', async t => {
    const house = await openWith(t, provider)
    const li = await signIn(house, await joins(house, 'li'))
    await links(house, li, 'li6')
    const admin = await signIn(house)
    await admin.post('/api/users/li/suspend', { why: '休假' })
    t.equal((await comes(house, 'li6')).arrived.headers.location, '/?sso=unknown')
    await admin.post('/api/users/li/leave', { why: '调离' })
    t.equal((await comes(house, 'li6')).arrived.headers.location, '/?sso=unknown')
  })

  t.test('knows one person of the provider as one person here', async t => {
    const house = await openWith(t, provider)
    const li = await signIn(house, await joins(house, 'li'))
    const wang = await signIn(house, await joins(house, 'wang'))
    t.equal((await links(house, li, 'li7')).headers.location, '/?sso=linked')
    t.equal((await links(house, wang, 'li7')).headers.location, '/?sso=unknown')
    const { arrived } = await comes(house, 'li7')
    t.match((await asks(house, '/api/session', cookiesOf(arrived.headers))).json(), { actor: { id: 'li' } })
  })

  t.test('refuses who comes back without having gone, with another’s answer, or a second time', async t => {
    const house = await openWith(t, provider)
    const li = await signIn(house, await joins(house, 'li'))
    await links(house, li, 'li8')
    const failed = (answer: { headers: Record<string, unknown> }) => t.equal(answer.headers.location, '/?sso=failed')
    const { away, back } = await comes(house, 'li8')
    failed(await asks(house, back, away)) // the code was used
    const start = await asks(house, '/api/oidc/start')
    const mine = cookiesOf(start.headers)
    const theirs = await signInThere(String(start.headers.location), 'li8')
    failed(await asks(house, theirs))
    const other = cookiesOf((await asks(house, '/api/oidc/start')).headers)
    failed(await asks(house, theirs, other))
    failed(await asks(house, theirs.replace(/code=[^&]+/, 'code=guessed'), mine))
    failed(await asks(house, '/api/oidc/callback?error=access_denied', mine))
    failed(await asks(house, theirs, ['huiyin-sso=bm90IGpzb24']))
  })

  t.test('links nobody by a wish that their browser made up', async t => {
    const house = await openWith(t, provider)
    await joins(house, 'li')
    const start = await asks(house, '/api/oidc/start')
    const [cookie = ''] = cookiesOf(start.headers)
    const away = JSON.parse(Buffer.from(cookie.split('=')[1]!, 'base64url').toString())
    const forged = Buffer.from(JSON.stringify({ ...away, wish: 'li' })).toString('base64url')
    const back = await signInThere(String(start.headers.location), 'attacker')
    t.equal((await asks(house, back, [`huiyin-sso=${forged}`])).headers.location, '/?sso=unknown')
    t.equal((await comes(house, 'attacker')).arrived.headers.location, '/?sso=unknown')
  })
})

t.test('without a provider single sign-on is off, and names and passwords go on', async t => {
  const house = await openOn(t, 'memory')
  t.match((await asks(house, '/api/oidc/start')).json(), { status: 404, code: 'SINGLE_SIGN_ON_OFF' })
  t.same((await asks(house, '/api/session/ways')).json(), {})
  t.equal((await tries(house, house.administrator)).statusCode, 200)
})

t.test('while the provider does not answer people come back to our own page', async t => {
  const oidc = { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'x', name: '统一认证', create: false }
  const settings = { demo: true, version: '0.1.0', publicUrl: PUBLIC, oidc }
  const house = await openOn(t, 'memory', { settings })
  t.equal((await asks(house, '/api/oidc/start')).headers.location, '/?sso=failed')
  const admin = await signIn(house)
  t.match((await admin.post('/api/me/single-sign-on')).json(), { status: 503, code: 'SINGLE_SIGN_ON_FAILED' })
})
