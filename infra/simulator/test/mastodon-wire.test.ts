import t from 'tap'
import { ALL_OFFICES, type SimulatorOptions } from '../src/simulator.ts'
import { HOUR, MINUTE, openSimulator, START } from './asked.ts'

interface Status {
  id: string
  content: string
  text: string
  edited_at: string | null
  in_reply_to_id: string | null
  in_reply_to_account_id: string | null
  replies_count: number
  mentions: { acct: string }[]
  account: { acct: string }
}

type Row = Partial<Status> & { id: string; type?: string; status?: Status; created_at: string }

async function openMastodon(options: Partial<SimulatorOptions> = {}) {
  const opened = await openSimulator({ offices: ALL_OFFICES, ...options })
  const { id: account, secret } = opened.office('mastodon')
  const where = { platform: 'mastodon' as const, account }
  const post = opened.publish('mastodon')
  const write = (text: string, parent?: string, as?: string) => {
    opened.clock.pass(1000)
    return opened.control.postComment({ ...where, post, text, ...(parent && { parent }), ...(as && { as }) }).id
  }
  async function call<T = Row[]>(method: string, path: string, more: Call = {}) {
    const { form, token = secret as string | null, headers = {} } = more
    const bearer = token === null ? {} : { authorization: `Bearer ${token}` }
    const url = path.startsWith('http') ? path : `${opened.simulator.url}${path}`
    const body = form && new URLSearchParams(form)
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { ...bearer, ...headers },
      ...(body && { body })
    })
    const text = await response.text()
    const told = response.headers
    const json = (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text) as T
    return { status: response.status, json, told, link: told.get('link') ?? '' }
  }
  const read = <T = Row[]>(path: string, more?: Call) => call<T>('GET', path, more)
  const reply = (to: string, text: string, headers: Record<string, string> = {}) =>
    call<Status>('POST', '/api/v1/statuses', { form: { status: text, in_reply_to_id: to }, headers })
  const at = (comment: string) => ({ ...where, post, comment })
  const ids = (rows: Row[]) => rows.map(({ id }) => id)
  return { ...opened, account, secret, where, post, write, call, read, reply, at, ids }
}

type Call = { form?: Record<string, string>; token?: string | null; headers?: Record<string, string> }
const rel = (link: string, name: string) => new RegExp(`<([^>]+)>; rel="${name}"`).exec(link)?.[1]

t.test('notifications of Mastodon', async t => {
  t.test('come newest first, also above min_id, and the links lead on', async t => {
    const { simulator, read, write } = await openMastodon({ mastodonFrom: '1' })
    t.teardown(simulator.close)
    for (let i = 0; i < 6; i++) write(`第${i}条`)
    const list = '/api/v1/notifications?types[]=mention'
    const texts = (rows: Row[]) => rows.map(({ status }) => /第(\d)条/.exec(status!.content)![1]).join('')
    const first = await read(`${list}&limit=4`)
    t.equal(texts(first.json), '5432')
    const older = await read(rel(first.link, 'next')!)
    t.equal(texts(older.json), '10')
    t.notOk(rel(older.link, 'next'), 'a short page is the end')
    t.equal(texts((await read(`${list}&limit=2&min_id=${older.json[1]!.id}`)).json), '21', 'the page just above')
    t.equal(texts((await read(`${list}&limit=2&since_id=${older.json[1]!.id}`)).json), '54', 'the page at the top')
    t.same((await read(rel(first.link, 'prev')!)).json, [])
    write('第6条')
    t.equal(texts((await read(rel(first.link, 'prev')!)).json), '6')
  })

  t.test('have ids that grow in length and are no ids of statuses', async t => {
    const { simulator, read, write, ids } = await openMastodon({ mastodonFrom: '95' })
    t.teardown(simulator.close)
    const comments = Array.from({ length: 8 }, (_, i) => write(`第${i}条`))
    t.same([...new Set(comments.map(({ length }) => length))], [2, 3])
    const { json } = await read('/api/v1/notifications?types[]=mention')
    t.equal(json.length, 8)
    t.same(
      json.map(({ status }) => status?.id),
      [...comments].reverse()
    )
    t.notOk(ids(json).some(id => comments.includes(id)))
  })

  t.test('tell of other things too, and of one by its id until it is dismissed', async t => {
    const { simulator, call, read, write } = await openMastodon({ mastodonFrom: '1' })
    t.teardown(simulator.close)
    for (let i = 0; i < 12; i++) write('路过')
    const { json } = await read('/api/v1/notifications')
    t.ok(new Set(json.map(({ type }) => type)).size >= 3)
    t.notMatch((await read('/api/v1/notifications?exclude_types[]=mention')).json, [{ type: 'mention' }])
    const one = `/api/v1/notifications/${json[0]!.id}`
    t.match((await read<Row>(one)).json, { id: json[0]!.id, created_at: '2026-01-05T06:00:12.000Z' })
    await call('POST', `${one}/dismiss`)
    t.equal((await read(one)).status, 404)
    await call('POST', '/api/v1/notifications/clear')
    t.same((await read('/api/v1/notifications')).json, [])
  })

  t.test('do not come where citizens talk without naming the office', async t => {
    const { simulator, control, read, write } = await openMastodon()
    t.teardown(simulator.close)
    control.quirks.mastodon.naming = 'direct'
    const [a, b] = control.people
    const root = write('路灯坏了', undefined, a!.id)
    write('我们那里也是', root, b!.id)
    const { json } = await read('/api/v1/notifications?types[]=mention')
    t.same(
      json.map(({ status }) => status?.id),
      [root]
    )
  })
})

t.test('a status of Mastodon', async t => {
  t.test('is HTML with names, paragraphs and breaks, and everything else escaped', async t => {
    const { simulator, read, write } = await openMastodon()
    t.teardown(simulator.close)
    const id = write('一 < 二 & "三"\n下一行\n\n下一段')
    const { json } = await read<Status>(`/api/v1/statuses/${id}`)
    t.match(
      json.content,
      /^<p><span class="h-card" translate="no"><a href="[^"]+" class="u-url mention">@<span>gov0001</
    )
    t.match(json.content, /一 &lt; 二 &amp; &quot;三&quot;<br \/>下一行<\/p><p>下一段<\/p>$/)
    t.match(json.mentions, [{ acct: 'gov0001' }])
  })

  t.test('counts and names what it answers', async t => {
    const { simulator, control, where, post, account, read, reply, write } = await openMastodon()
    t.teardown(simulator.close)
    control.setCounts({ ...where, post }, { likes: 4, reposts: 2 })
    const id = write('几点开门')
    const answer = await reply(id, '九点')
    t.match((await read<Status>(`/api/v1/statuses/${post}`)).json, {
      replies_count: 1,
      favourites_count: 4,
      reblogs_count: 2,
      in_reply_to_id: null,
      edited_at: null,
      pinned: false
    })
    t.match((await read<Status>(`/api/v1/statuses/${id}`)).json, {
      replies_count: 1,
      in_reply_to_id: post,
      in_reply_to_account_id: account,
      created_at: '2026-01-05T06:00:01.000Z'
    })
    t.match(answer.json, { in_reply_to_id: id, account: { acct: 'gov0001' } })
  })

  t.test('is read without a token too, unless it is for few', async t => {
    const { simulator, call, read, post } = await openMastodon()
    t.teardown(simulator.close)
    t.equal((await read(`/api/v1/statuses/${post}`, { token: null })).status, 200)
    const form = { status: '只给你', visibility: 'direct', in_reply_to_id: post }
    const { json } = await call<Status>('POST', '/api/v1/statuses', { form })
    t.match(json, { visibility: 'direct' })
    t.equal((await read(`/api/v1/statuses/${json.id}`)).status, 200)
    t.equal((await read(`/api/v1/statuses/${json.id}`, { token: null })).status, 404)
  })

  t.test('that is deleted, hidden or below a post taken down is not found', async t => {
    const { simulator, control, at, where, post, read, write } = await openMastodon()
    t.teardown(simulator.close)
    const [gone, hidden, below] = [write('一'), write('二'), write('三')]
    control.deleteComment(at(gone!))
    control.hideComment(at(hidden!))
    for (const id of [gone, hidden, '12345']) {
      t.match(await read(`/api/v1/statuses/${id}`), { status: 404, json: { error: 'Record not found' } })
    }
    control.takeDown({ ...where, post }, true)
    t.equal((await read(`/api/v1/statuses/${below}`)).status, 404)
  })
})

t.test('a thread of Mastodon', async t => {
  t.test('is two flat lists, branch after branch', async t => {
    const { simulator, read, reply, write, post, ids } = await openMastodon()
    t.teardown(simulator.close)
    const a = write('一楼')
    const b = write('二楼')
    const below = write('一楼之下', a)
    const { json: answer } = await reply(below, '答')
    type Context = { ancestors: Row[]; descendants: Row[] }
    const whole = (await read<Context>(`/api/v1/statuses/${post}/context`)).json
    t.same(ids(whole.ancestors), [])
    t.same(ids(whole.descendants), [a, below, answer.id, b])
    t.same(ids((await read<Context>(`/api/v1/statuses/${answer.id}/context`)).json.ancestors), [post, a, below])
  })

  t.test('is sixty statuses and twenty levels without a token, and all with one', async t => {
    const { simulator, read, write, post } = await openMastodon()
    t.teardown(simulator.close)
    let last = write('0')
    for (let i = 1; i < 45; i++) last = write(String(i), last)
    const sizes = async (id: string, token?: null) => {
      const more = token === null ? { token } : {}
      const { json } = await read<{ ancestors: []; descendants: [] }>(`/api/v1/statuses/${id}/context`, more)
      return [json.ancestors.length, json.descendants.length]
    }
    t.same(await sizes(post, null), [0, 20])
    t.same(await sizes(post), [0, 45])
    t.same(await sizes(last, null), [40, 0])
    for (let i = 0; i < 70; i++) write('旁边')
    t.same(await sizes(post, null), [0, 60])
  })

  t.test('goes thousands of levels deep', async t => {
    const { simulator, read, write, post } = await openMastodon()
    t.teardown(simulator.close)
    let last = write('0')
    for (let i = 1; i < 3000; i++) last = write(String(i), last)
    const { json } = await read<{ descendants: [] }>(`/api/v1/statuses/${post}/context`)
    t.equal(json.descendants.length, 3000)
  })

  t.test(
    'loses what hangs below something deleted, which then answers nothing, or something that is not there',
    async t => {
      const { simulator, control, at, read, write, post } = await openMastodon()
      t.teardown(simulator.close)
      const a = write('一')
      const b = write('二', a)
      control.deleteComment(at(a))
      const { json } = await read<{ descendants: [] }>(`/api/v1/statuses/${post}/context`)
      t.same(json.descendants, [])
      t.match((await read(`/api/v1/statuses/${b}`)).json, { in_reply_to_id: null })
      control.quirks.mastodon.orphans = 'dangling'
      t.match((await read(`/api/v1/statuses/${b}`)).json, { in_reply_to_id: a })
    }
  )

  t.test('says when something is still being fetched from another server', async t => {
    const { simulator, control, read, write, post } = await openMastodon()
    t.teardown(simulator.close)
    write('一')
    control.quirks.mastodon.fetchingRemote = 1
    const path = `/api/v1/statuses/${post}/context`
    const first = await read<{ descendants: [] }>(path)
    t.match(first.told.get('mastodon-async-refresh'), /retry=5/)
    t.equal(first.json.descendants.length, 0)
    const second = await read<{ descendants: [] }>(path)
    t.equal(second.told.get('mastodon-async-refresh'), null)
    t.equal(second.json.descendants.length, 1)
  })
})

t.test('writing at Mastodon', async t => {
  t.test('gives the same status for the same key for an hour', async t => {
    const { simulator, clock, control, where, post, reply, write } = await openMastodon()
    t.teardown(simulator.close)
    const id = write('几点开门')
    const key = { 'idempotency-key': 'reply-1' }
    const first = await reply(id, '九点', key)
    clock.pass(HOUR - 1)
    t.equal((await reply(id, '九点', key)).json.id, first.json.id)
    clock.pass(1)
    t.not((await reply(id, '九点', key)).json.id, first.json.id)
    t.not((await reply(id, '九点')).json.id, (await reply(id, '九点')).json.id)
    t.equal(control.standing({ ...where, post }).length, 5)
  })

  t.test('takes JSON as well', async t => {
    const { simulator, secret, write } = await openMastodon()
    t.teardown(simulator.close)
    const id = write('几点开门')
    const response = await fetch(`${simulator.url}/api/v1/statuses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ status: '九点', in_reply_to_id: id })
    })
    t.match(await response.json(), { in_reply_to_id: id })
  })

  t.test('refuses what is empty, too long or answers nothing', async t => {
    const { simulator, call, reply, write } = await openMastodon()
    t.teardown(simulator.close)
    const id = write('几点开门')
    t.match(await reply(id, ' '), { status: 422, json: { error: /Text can't be blank/ } })
    t.match(await reply(id, '长'.repeat(501)), { status: 422, json: { error: /character limit of 500/ } })
    t.equal(
      (await reply(id, `@citizen1@far.example ${'长'.repeat(490)}`)).status,
      200,
      'a server’s name is not counted'
    )
    t.equal((await reply(id, `https://gov.example/${'x'.repeat(600)}`)).status, 200, 'a link is 23')
    t.equal((await reply('99', '九点')).status, 404)
    const form = { status: '九点', visibility: 'loud' }
    t.equal((await call('POST', '/api/v1/statuses', { form })).status, 422)
  })

  t.test('changes and deletes one’s own, and keeps what it said', async t => {
    const { simulator, call, read, reply, write, clock } = await openMastodon()
    t.teardown(simulator.close)
    const id = write('几点开门')
    const { json } = await reply(id, '九点')
    const path = `/api/v1/statuses/${json.id}`
    clock.pass(MINUTE)
    const edited = await call<Status>('PUT', path, { form: { status: '十点' } })
    t.match(edited.json, { content: '<p>十点</p>', edited_at: '2026-01-05T06:01:01.000Z' })
    t.match((await read<Row[]>(`${path}/history`)).json, [{ content: '<p>九点</p>' }, { content: '<p>十点</p>' }])
    t.match((await read(`${path}/source`)).json, { text: '十点' })
    for (const method of ['PUT', 'DELETE']) {
      t.equal((await call(method, `/api/v1/statuses/${id}`, { form: { status: '假' } })).status, 404)
    }
    t.match((await call<Status>('DELETE', path)).json, { id: json.id, text: '十点' })
    t.equal((await call('DELETE', path)).status, 404)
    t.match((await read(`/api/v1/statuses/${id}`)).json, { replies_count: 0 })
  })

  t.test('likes what others wrote', async t => {
    const { simulator, call, write } = await openMastodon()
    t.teardown(simulator.close)
    t.match((await call('POST', `/api/v1/statuses/${write('好')}/favourite`)).json, { favourited: true })
  })
})

t.test('a citizen edits, and no notification tells of it', async t => {
  const { simulator, clock, control, at, read, write } = await openMastodon()
  t.teardown(simulator.close)
  const id = write('灯坏了')
  const before = (await read('/api/v1/notifications?types[]=mention')).json
  clock.pass(MINUTE)
  control.editComment(at(id), '灯坏了三天')
  t.match((await read<Status>(`/api/v1/statuses/${id}`)).json, {
    content: /灯坏了三天/,
    edited_at: '2026-01-05T06:01:01.000Z'
  })
  t.equal((await read('/api/v1/notifications?types[]=mention')).json.length, before.length)
  t.equal((await read(`/api/v1/statuses/${id}/history`)).json.length, 2)
})

t.test('the statuses of an account', async t => {
  const { simulator, call, read, reply, write, account, post, control, where, ids } = await openMastodon()
  t.teardown(simulator.close)
  const list = `/api/v1/accounts/${account}/statuses`
  const answer = (await reply(write('几点开门'), '九点')).json.id
  const { json: second } = await call<Status>('POST', '/api/v1/statuses', { form: { status: '新的一篇' } })
  t.same(ids((await read(list)).json), [second.id, answer, post])
  t.same(ids((await read(`${list}?exclude_replies=true`)).json), [second.id, post])
  t.same(ids((await read(`${list}?limit=1&min_id=${post}`)).json), [answer])
  t.same((await read(`${list}?only_media=true`)).json, [])
  t.match((await call('POST', `/api/v1/statuses/${post}/pin`)).json, { pinned: true })
  t.same(ids((await read(`${list}?pinned=true`)).json), [post])
  await call('POST', `/api/v1/statuses/${post}/unpin`)
  t.same((await read(`${list}?pinned=true`)).json, [])
  t.equal((await call('POST', `/api/v1/statuses/${answer}/pin`)).status, 422)
  control.takeDown({ ...where, post }, true)
  t.same(ids((await read(`${list}?exclude_replies=true`)).json), [second.id])
  const citizen = control.people[0]!.id
  t.match((await read(`/api/v1/accounts/${citizen}`)).json, { id: citizen })
  control.platforms.mastodon.suspended.add(citizen)
  t.equal((await read(`/api/v1/accounts/${citizen}`)).status, 410)
  t.equal((await read('/api/v1/accounts/1/statuses')).status, 404)
})

t.test('the token of Mastodon', async t => {
  t.test('is looked at', async t => {
    const { simulator, control, where, account, read } = await openMastodon()
    t.teardown(simulator.close)
    const me = '/api/v1/accounts/verify_credentials'
    t.match(await read(me), { status: 200, json: { id: account, username: 'gov0001' } })
    t.match(await read(me, { token: 'wrong' }), { status: 401, json: { error: 'The access token is invalid' } })
    t.equal((await read(me, { token: null })).status, 401)
    control.revokeToken(where)
    t.match(await read(me), { status: 401, json: { error: /revoked/ } })
    control.authorise(where)
    t.equal((await read(me)).status, 200)
    control.expireToken(where)
    t.equal((await read(me)).status, 401)
  })

  t.test('does what its scopes say, for an office that may sign in', async t => {
    const { simulator, control, where, account, read, reply, post } = await openMastodon()
    t.teardown(simulator.close)
    control.platforms.mastodon.tokens.narrow(account, 'read:notifications')
    t.equal((await read('/api/v1/notifications')).status, 200)
    t.match(await reply(post, '答'), { status: 403, json: { error: /authorized scopes/ } })
    control.platforms.mastodon.disabled.add(account)
    t.match(await read('/api/v1/notifications'), { status: 403, json: { error: /currently disabled/ } })
    control.authorise(where)
    t.equal((await read('/api/v1/notifications')).status, 200)
  })

  t.test('is got by an app and a code, and given back', async t => {
    const { simulator, account, call, read } = await openMastodon()
    t.teardown(simulator.close)
    const back = 'https://office.example/back'
    type Told = Record<'client_id' | 'client_secret' | 'access_token' | 'error', string>
    const tell = (path: string, form: Record<string, string>) => call<Told>('POST', path, { form, token: null })
    const app = (await tell('/api/v1/apps', { client_name: '回音', redirect_uris: back, scopes: 'read write' })).json
    const of = { client_id: app.client_id, client_secret: app.client_secret, redirect_uri: back }
    const asked = new URLSearchParams({ ...of, response_type: 'code', scope: 'read write', state: 's1' })
    const sent = new URL((await read(`/oauth/authorize?${asked}`, { token: null })).told.get('location')!)
    t.equal(sent.searchParams.get('state'), 's1')
    const code = sent.searchParams.get('code')!
    const given = await tell('/oauth/token', { ...of, grant_type: 'authorization_code', code })
    t.match(given.json, { token_type: 'Bearer', scope: 'read write', created_at: START / 1000 })
    const token = given.json.access_token
    t.match((await read('/api/v1/accounts/verify_credentials', { token })).json, { id: account })
    t.match(await tell('/oauth/token', { ...of, grant_type: 'authorization_code', code }), {
      status: 400,
      json: { error: 'invalid_grant' }
    })
    t.match(await tell('/oauth/token', { ...of, client_secret: 'x', grant_type: 'authorization_code', code }), {
      status: 401,
      json: { error: 'invalid_client' }
    })
    t.equal((await tell('/oauth/revoke', { ...of, client_secret: 'x', token })).status, 403)
    t.same((await tell('/oauth/revoke', { ...of, token })).json, {})
    t.equal((await read('/api/v1/accounts/verify_credentials', { token })).status, 401)

    const alone = (await tell('/oauth/token', { ...of, grant_type: 'client_credentials' })).json.access_token
    t.match(await read('/api/v1/notifications', { token: alone }), {
      status: 422,
      json: { error: /authenticated user/ }
    })
    t.equal((await tell('/api/v1/apps', { client_name: '' })).status, 422)
  })
})

t.test('the limits of Mastodon', async t => {
  t.test('are told in headers, and end with their five minutes', async t => {
    const limits = { mastodon: { per5Minutes: 2, deletesPer30Minutes: 9 } }
    const { simulator, clock, control, account, read } = await openMastodon({ limits })
    t.teardown(simulator.close)
    const first = await read('/api/v1/notifications')
    t.equal(first.told.get('x-ratelimit-limit'), '2')
    t.equal(first.told.get('x-ratelimit-remaining'), '1')
    t.equal(first.told.get('x-ratelimit-reset'), '2026-01-05T06:05:00.000000Z')
    await read('/api/v1/notifications')
    t.match(await read('/api/v1/notifications'), { status: 429, json: { error: 'Too many requests' } })
    const use = control.quotas().find(one => one.account === account)
    t.match(use, { calls: 3, refused: 1, windows: [{ used: 2, limit: 2, resetAt: START + 5 * MINUTE }] })
    clock.pass(5 * MINUTE)
    t.equal((await read('/api/v1/notifications')).status, 200)
  })

  t.test('count deletions for themselves', async t => {
    const limits = { mastodon: { per5Minutes: 99, deletesPer30Minutes: 1 } }
    const { simulator, clock, call, reply, write } = await openMastodon({ limits })
    t.teardown(simulator.close)
    const id = write('几点开门')
    const [a, b] = [(await reply(id, '一')).json.id, (await reply(id, '二')).json.id]
    const first = await call('DELETE', `/api/v1/statuses/${a}`)
    t.equal(first.status, 200)
    t.equal(first.told.get('x-ratelimit-remaining'), '0')
    t.equal(first.told.get('x-ratelimit-reset'), '2026-01-05T06:30:00.000000Z')
    t.equal((await call('DELETE', `/api/v1/statuses/${b}`)).status, 429)
    clock.pass(30 * MINUTE)
    t.equal((await call('DELETE', `/api/v1/statuses/${b}`)).status, 200)
  })
})

t.test('the instance tells how long a status may be, and where it streams', async t => {
  const { simulator, control, read, reply, post } = await openMastodon()
  t.teardown(simulator.close)
  control.quirks.mastodon.maxCharacters = 10
  t.match((await read('/api/v2/instance', { token: null })).json, {
    configuration: { urls: { streaming: /^ws:/ }, statuses: { max_characters: 10, characters_reserved_per_url: 23 } }
  })
  t.equal((await reply(post, '一二三四五六七八九十一')).status, 422)
})

t.test('an ordered status comes with Mastodon’s words', async t => {
  const { simulator, control, read } = await openMastodon()
  t.teardown(simulator.close)
  for (const code of [400, 401, 403, 404, 410, 422, 429, 503]) {
    control.fail('mastodon', { kind: 'error', code, times: 1 })
    const { status, json } = await read<{ error: string }>('/api/v1/notifications')
    t.equal(status, code)
    t.ok(json.error)
  }
  t.equal((await read('/api/v1/nothing')).status, 404)
})

t.test('a server can be broken: a row without a proper time', async t => {
  const { simulator, control, read, write, account, post } = await openMastodon()
  t.teardown(simulator.close)
  write('好的一行')
  control.quirks.mastodon.brokenRow = true
  t.match((await read('/api/v1/notifications?types[]=mention')).json[1], { status: { created_at: '刚刚' } })
  t.match((await read(`/api/v1/accounts/${account}/statuses`)).json[1], { created_at: '刚刚' })
  const { json } = await read<{ descendants: Row[] }>(`/api/v1/statuses/${post}/context`)
  t.match(json.descendants, [{ created_at: /^2026/ }, { created_at: '刚刚' }])
})

t.test('a citizen names the office in a status of their own', async t => {
  t.test('which is a mention, no post of the office, and can be answered', async t => {
    const { simulator, control, account, where, read, reply, post, ids } = await openMastodon()
    t.teardown(simulator.close)
    const { id, author } = control.nameOffice({ account, text: '请问图书馆几点开门' })
    const { json } = await read('/api/v1/notifications?types[]=mention')
    t.match(json, [
      { status: { id, in_reply_to_id: null, content: /gov0001.*请问图书馆几点开门/, visibility: 'public' } }
    ])
    t.same(ids((await read(`/api/v1/accounts/${account}/statuses`)).json), [post])
    t.same(ids((await read(`/api/v1/accounts/${author!.id}/statuses`)).json), [id])
    t.same(
      control.posts(where).map(one => one.id),
      [post]
    )
    const answer = await reply(id, `@citizen${author!.id} 九点`)
    t.match(answer.json, { in_reply_to_id: id, in_reply_to_account_id: author!.id })
    t.match((await read(`/api/v1/statuses/${id}/context`)).json, { descendants: [{ id: answer.json.id }] })
  })

  t.test('which only the two can see when it is direct', async t => {
    const { simulator, control, account, read, call } = await openMastodon()
    t.teardown(simulator.close)
    const { id } = control.nameOffice({ account, text: '我的身份证丢了', direct: true })
    t.match((await read('/api/v1/notifications?types[]=mention')).json, [{ status: { id, visibility: 'direct' } }])
    t.equal((await read(`/api/v1/statuses/${id}`, { token: null })).status, 404)
    for (const method of ['PUT', 'DELETE']) {
      t.equal((await call(method, `/api/v1/statuses/${id}`, { form: { status: '假' } })).status, 404)
    }
  })
})
