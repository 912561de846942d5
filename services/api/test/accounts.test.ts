import { raiseItem } from '@huiyin/ports/items.ts'
import { type CheckFinding, type Platform, PlatformError } from '@huiyin/ports/platform.ts'
import t, { type Test } from 'tap'
import { addPerson, enter, openHouse, signIn } from './house.ts'
import { HEAD, LI, WATER } from './talking.ts'

const DAY = 86_400_000
const SECRET = '2.00FakeTokenThatNobodyMaySee'
const BODY = { platform: 'weibo', id: '1900000001', name: '云溪发布', credentials: { accessToken: SECRET } }
const AT = '/api/accounts/weibo/1900000001'

const CAPABILITIES = {
  inbox: true,
  comments: true,
  posts: true,
  counts: true,
  lookUp: 50,
  followUp: true,
  reply: true,
  replyAgain: true,
  replace: false,
  deleteReply: true,
  deleteComment: true,
  elect: false,
  replyLimit: 140,
  readBack: true
}

const never = async (): Promise<never> => {
  throw new PlatformError('NONE', 'not asked here', 'bug')
}

/** A connection of which nothing but its description and `check` is asked. */
const connected = (findings: CheckFinding[]): Platform => ({
  capabilities: CAPABILITIES,
  quotas: [{ scope: 'account', calls: 150, per: 'hour' }],
  replyLength: text => text.length,
  reply: never,
  readBack: never,
  check: async () => findings
})

/** An office, not the demonstration, with its administrator signed in. */
async function openOffice(t: Test, findings: CheckFinding[] = []) {
  const platform = ({ platform }: { platform: string }) => (platform === 'weibo' ? connected(findings) : undefined)
  const house = await openHouse(t, { settings: { demo: false, version: '0.1.0' }, platform })
  return { house, admin: await signIn(house) }
}

t.test('accounts', async t => {
  t.test('are added by an administrator, and read by everybody without their secrets', async t => {
    const { house, admin } = await openOffice(t)
    const li = await enter(house, LI)
    const added = await admin.post('/api/accounts', BODY)
    t.equal(added.statusCode, 200)
    t.match(added.json(), {
      account: { platform: 'weibo', id: BODY.id, name: '云溪发布', since: house.time.now },
      origin: 'kept',
      state: 'active',
      credentials: ['accessToken'],
      capabilities: CAPABILITIES,
      quotas: [{ calls: 150 }],
      reminders: []
    })
    t.match((await li.get('/api/accounts')).json().rows, [{ account: { id: BODY.id }, tag: added.json().tag }])
    t.same(house.book.of({ platform: 'weibo', id: BODY.id })?.credentials, BODY.credentials)
  })

  t.test('are refused with all that is wrong with them', async t => {
    const { admin } = await openOffice(t)
    const answer = await admin.post('/api/accounts', { ...BODY, credentials: { token: 'x' } })
    t.match(answer.json(), {
      status: 422,
      code: 'ACCOUNT_INVALID',
      problems: [
        { code: 'FIELD_MISSING', where: 'credentials/accessToken', refuses: true },
        { code: 'FIELD_UNKNOWN', where: 'credentials/token' }
      ]
    })
    t.match((await admin.post('/api/accounts', { ...BODY, demo: true })).json(), { code: 'INVALID_REQUEST' })
    await admin.post('/api/accounts', BODY)
    t.match((await admin.post('/api/accounts', BODY)).json(), { status: 409, code: 'ACCOUNT_EXISTS' })
  })

  t.test('are changed by who says what they saw; the credentials stay where none are given', async t => {
    const { house, admin } = await openOffice(t)
    const { tag } = (await admin.post('/api/accounts', BODY)).json()
    const change = { name: '云溪县发布', responsible: '宣传科 李静' }
    t.match((await admin.put(AT, change)).json(), { status: 428, code: 'SEEN_MISSING' })
    const changed = await admin.put(AT, change, { 'if-match': `"${tag}"` })
    t.match(changed.json(), { account: { ...change, since: house.time.now }, credentials: ['accessToken'] })
    t.match((await admin.put(AT, change, { 'if-match': `"${tag}"` })).json(), {
      status: 409,
      code: 'SOMEBODY_WAS_FASTER'
    })
    t.equal(house.book.all()[0]!.credentials.accessToken, SECRET)
    t.match((await admin.put('/api/accounts/weibo/2', change, { 'if-match': '"x"' })).json(), {
      status: 404,
      code: 'ACCOUNT_NOT_FOUND'
    })
  })

  t.test('are paused, taken up again and retired', async t => {
    const { house, admin } = await openOffice(t)
    await admin.post('/api/accounts', BODY)
    t.match((await admin.post(`${AT}/pause`)).json(), { state: 'paused', account: { paused: true } })
    t.match((await admin.post(`${AT}/resume`)).json(), { state: 'active' })
    t.match((await admin.post(`${AT}/retire`)).json(), { state: 'retired', reminders: [] })
    t.same(house.book.all(), [])
    t.match((await admin.post('/api/accounts/weibo/2/pause')).json(), { code: 'ACCOUNT_NOT_FOUND' })
  })

  t.test('are checked, and what is missing is said in words', async t => {
    const missing: CheckFinding = { what: 'reply', ok: false, code: '10014', message: 'Replying is not granted' }
    const { admin } = await openOffice(t, [{ what: 'sign-in', ok: true, message: 'signed in' }, missing])
    await admin.post('/api/accounts', BODY)
    t.match((await admin.post(`${AT}/check`)).json(), { ok: false, findings: [{ ok: true }, missing] })
  })

  t.test('of the demonstration cannot be real ones', async t => {
    const admin = await signIn(await openHouse(t))
    t.match((await admin.post('/api/accounts', BODY)).json(), { status: 403, detail: /HUIYIN_DEMO=off/ })
  })

  t.test('come with how they are collected and what they remind of', async t => {
    const { house, admin } = await openOffice(t)
    const { now } = house.time
    await admin.post('/api/accounts', { ...BODY, since: now - 30 * DAY, passwordChangedAt: now - 91 * DAY })
    const standing = {
      id: `weibo/${BODY.id}`,
      platform: 'weibo',
      account: BODY.id,
      state: 'ok',
      failures: 0,
      readAt: now - 1,
      quotas: [],
      used: {},
      skipped: [],
      delay: { comments: 0 },
      posts: 3,
      lastPostAt: now - 11 * DAY,
      authorisedUntil: now + DAY,
      at: now
    }
    await house.store.records.put('account-standing', { id: standing.id, value: standing })
    const [row] = (await admin.get('/api/accounts')).json().rows
    t.match(row, { standing })
    t.same(
      row.reminders.map(({ kind }: { kind: string }) => kind),
      ['account.password', 'account.authorise-soon', 'account.silent']
    )
    t.match(row.reminders[0], { zh: /密码/, en: /older than 90 days/ })
  })

  t.test('of each platform need what the form asks for', async t => {
    const { admin } = await openOffice(t)
    const { platforms } = (await admin.get('/api/account-fields')).json()
    t.equal(platforms.length, 6)
    t.match(platforms[1], { platform: 'weibo', credentials: [{ name: 'accessToken', secret: true, required: true }] })
  })
})

t.test('nobody but an administrator adds, changes, checks or ends an account', async t => {
  const { house, admin } = await openOffice(t)
  const { tag } = (await admin.post('/api/accounts', BODY)).json()
  for (const who of [LI, HEAD, WATER]) {
    const person = await enter(house, who)
    const answers = [
      await person.post('/api/accounts', { ...BODY, id: '2' }),
      await person.put(AT, { name: '别的' }, { 'if-match': tag }),
      ...(await Promise.all(['check', 'pause', 'resume', 'retire'].map(act => person.post(`${AT}/${act}`))))
    ]
    for (const answer of answers) t.match(answer.json(), { status: 403, code: 'NOT_ALLOWED' }, who.role)
  }
  t.match(house.book.rows(), [{ state: 'active', account: { name: '云溪发布' } }])
})

t.test('what waits for a person', async t => {
  const item = { kind: 'post.look' as const, platform: 'weibo' as const, account: '1', about: '77', facts: {} }

  t.test('is listed with the one thing to do, and resolved by who did it', async t => {
    const { house, admin } = await openOffice(t)
    const li = await enter(house, LI)
    await raiseItem(house.store.records, item, house.time.now)
    const [row] = (await li.get('/api/items')).json().rows
    t.match(row, { ...item, zh: /请在客户端查看/, en: /look in the app/ })
    t.match((await li.post('/api/items/resolve', { id: row.id })).json(), { resolved: true })
    t.match((await li.post('/api/items/resolve', { id: row.id })).json(), { resolved: false })
    t.same((await admin.get('/api/items')).json().rows, [])
    t.match((await li.post('/api/items/resolve', { id: 'none' })).json(), { status: 404, code: 'ITEM_NOT_FOUND' })
  })

  t.test('of an account is for administrators, and nothing for a department', async t => {
    const { house, admin } = await openOffice(t)
    const [li, water] = [await enter(house, LI), await enter(house, WATER)]
    const facts = { code: '21327' }
    await raiseItem(house.store.records, { ...item, kind: 'account.authorise', facts }, house.time.now)
    await raiseItem(house.store.records, item, house.time.now)
    const rows: { id: string; kind: string; en: string }[] = (await li.get('/api/items')).json().rows
    const [account] = rows.filter(({ kind }) => kind === 'account.authorise')
    const [post] = rows.filter(({ kind }) => kind === 'post.look')
    t.match(account!.en, /authorise again/)
    t.match((await li.post('/api/items/resolve', { id: account!.id })).json(), { code: 'NOT_ALLOWED' })
    t.match((await water.post('/api/items/resolve', { id: post!.id })).json(), { code: 'NOT_ALLOWED' })
    t.match((await admin.post('/api/items/resolve', { id: account!.id })).json(), { resolved: true })
  })
})

t.test('no answer of the api ever holds a secret, nor a sealed one', async t => {
  const { house, admin } = await openOffice(t)
  const li = await enter(house, LI)
  const head = await signIn(house, await addPerson(house, 'head'))
  const bad = { ...BODY, id: '3', credentials: { accessToken: `${SECRET} ` } }
  const credentials = {
    appId: 'ks',
    appSecret: SECRET,
    accessToken: SECRET,
    refreshToken: SECRET,
    partnerToken: SECRET
  }
  const { tag } = (await admin.post('/api/accounts', BODY)).json()
  const answers = [
    await admin.post('/api/accounts', BODY),
    await admin.post('/api/accounts', bad),
    await admin.post('/api/accounts', { ...bad, platform: 'mastodon' }),
    await admin.post('/api/accounts', { ...BODY, id: '4', platform: 'kuaishou', credentials }),
    await admin.post('/api/accounts', { ...BODY, credentials: SECRET }),
    await admin.post('/api/accounts', { ...BODY, credentials: { accessToken: { is: SECRET } } }),
    await admin.put(AT, { name: '云溪', credentials: { accessToken: SECRET } }, { 'if-match': tag }),
    await admin.put(AT, { name: '云溪', credentials: { accessToken: SECRET } }, { 'if-match': tag }),
    await li.post('/api/accounts', BODY)
  ]
  for (const act of ['check', 'pause', 'resume']) answers.push(await admin.post(`${AT}/${act}`))
  for (const person of [admin, li, head])
    for (const url of [
      '/api/accounts',
      '/api/items',
      '/api/account-fields',
      '/api/directory',
      '/api/health',
      '/api/openapi.json'
    ])
      answers.push(await person.get(url))
  const sealed = (await house.store.records.list<{ sealed: string }>('account', { atMost: 10 })).map(
    ({ value }) => value.sealed
  )
  t.equal(sealed.length, 2)
  for (const { payload, headers } of answers) {
    const said = payload + JSON.stringify(headers)
    for (const secret of [SECRET, ...sealed, 'v1.']) t.notOk(said.includes(secret))
  }
  t.same(
    answers.slice(0, 9).map(({ statusCode }) => statusCode),
    [409, 422, 422, 200, 400, 400, 200, 409, 403]
  )
})
