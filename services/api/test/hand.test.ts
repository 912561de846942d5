import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import t from 'tap'
import { citizenWrites, enter, HOUR, NOON, at as ticketAt } from './house.ts'
import { openIntakeHouse } from './outside.ts'

const LI = { id: 'li', name: '李', role: 'operator' }
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(32)])
const HAND = {
  platform: 'douyin',
  account: 'open-1',
  link: 'https://www.douyin.com/video/7',
  text: '路灯坏了',
  author: { name: '王' },
  publishedAt: NOON - HOUR
}

t.test('a comment added by hand', async t => {
  t.test('goes into the log, once however often it is added', async t => {
    const house = await openIntakeHouse(t)
    const li = await enter(house, LI)
    const first = await li.post('/api/comments', HAND)
    t.equal(first.statusCode, 202)
    const second = await li.post('/api/comments', HAND)
    t.same(second.json(), first.json())
    const other = await li.post('/api/comments', { ...HAND, author: { name: '李' } })
    t.not(other.json().id, first.json().id)
    t.match(house.collected[0], { source: 'hand', ours: false, text: '路灯坏了', link: HAND.link, history: false })
    t.equal(house.collected[0]?.root, house.collected[0]?.comment)
  })

  t.test('stands under the post that it names', async t => {
    const house = await openIntakeHouse(t)
    const li = await enter(house, LI)
    await li.post('/api/comments', { ...HAND, post: '@8h' })
    await li.post('/api/comments', { ...HAND, platform: 'wechat', account: 'wxfake0000000001', post: '2247503051' })
    t.same(
      house.collected.map(({ post }) => post),
      ['@8h', '2247503051_0']
    )
  })

  t.test('keeps its screenshot, for those who are signed in', async t => {
    const house = await openIntakeHouse(t)
    const li = await enter(house, LI)
    const { id, screenshot } = (await li.post('/api/comments', { ...HAND, screenshot: PNG.toString('base64') })).json()
    t.equal(screenshot, true)
    const at = `/api/comments/screenshots/${encodeURIComponent(id)}`
    const shown = await li.get(at)
    t.equal(shown.headers['content-type'], 'image/png')
    t.equal(shown.headers['x-content-type-options'], 'nosniff')
    t.ok(shown.rawPayload.equals(PNG))
    const kept = await house.store.records.get('screenshot', id)
    t.notMatch(JSON.stringify(kept), PNG.toString('base64').slice(0, 40), 'the picture is in no record')
    await house.store.records.put('screenshot', { id, value: { type: 'image/png', base64: PNG.toString('base64') } })
    t.ok((await li.get(at)).rawPayload.equals(PNG), 'as an earlier version kept it')
    t.equal((await house.app.inject(at)).statusCode, 401)

    const stored = { ...house.collected[0]!, firstText: '路灯坏了', firstObservedAt: NOON }
    const ticket = await citizenWrites(house, { ...stored, state: 'visible' })
    t.match((await li.get(ticketAt(ticket))).json().thread, [{ id, screenshot: true }])
    const { comments } = house.store
    const [there] = await comments.getMany([{ id, publishedAt: stored.publishedAt }])
    await comments.putEach([{ document: { ...there!.document, state: 'erased' }, version: there!.version }])
    t.equal((await li.get(at)).statusCode, 404, 'an erased comment has none')
    t.match((await li.get('/api/comments/screenshots/none')).json(), { code: 'SCREENSHOT_NOT_FOUND' })
  })

  t.test('is refused with a screenshot that is none', async t => {
    const house = await openIntakeHouse(t)
    const li = await enter(house, LI)
    const svg = Buffer.from('<svg onload="alert(1)">')
    for (const screenshot of [
      svg.toString('base64'),
      '~~',
      '',
      Buffer.concat([PNG, Buffer.alloc(2 * 1024 * 1024)]).toString('base64')
    ]) {
      const answer = await li.post('/api/comments', { ...HAND, screenshot })
      t.ok([400, 422].includes(answer.statusCode), screenshot.slice(0, 10))
    }
    t.same(house.collected, [])
  })

  t.test('takes pictures up to 2 MB', async t => {
    const house = await openIntakeHouse(t)
    const li = await enter(house, LI)
    const jpeg = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(2 * 1024 * 1024 - 4)])
    const webp = Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1')
    for (const picture of [jpeg, webp])
      t.equal((await li.post('/api/comments', { ...HAND, screenshot: picture.toString('base64') })).statusCode, 202)
  })

  t.test('needs a known account, a link that is one, and a time that has come', async t => {
    const house = await openIntakeHouse(t)
    const li = await enter(house, LI)
    t.match((await li.post('/api/comments', { ...HAND, account: 'nobody' })).json(), { code: 'ACCOUNT_NOT_FOUND' })
    t.match((await li.post('/api/comments', { ...HAND, link: 'javascript:1' })).json(), { at: 'body/link' })
    t.match((await li.post('/api/comments', { ...HAND, publishedAt: NOON + HOUR })).json(), { at: 'body/publishedAt' })
  })

  t.test('is for those who operate the accounts', async t => {
    const house = await openIntakeHouse(t)
    for (const actor of [
      { id: 'v', name: '周', role: 'viewer' },
      { id: 'w', name: '吴', role: 'operator', department: '水务局' }
    ]) {
      const person = await enter(house, actor)
      t.match((await person.post('/api/comments', HAND)).json(), { code: 'NOT_ALLOWED' })
      t.match((await person.post('/api/posts', HAND_POST)).json(), { code: 'NOT_ALLOWED' })
    }
  })
})

const HAND_POST = { platform: 'wechat', account: 'wxfake0000000001', post: '2247503051', title: '停水通告' }

t.test('a post added by hand', async t => {
  t.test('is kept and read at once; added again it fills in what was missing', async t => {
    const house = await openIntakeHouse(t)
    const li = await enter(house, LI)
    const first = await li.post('/api/posts', HAND_POST)
    t.match(first.json(), { post: '2247503051_0', title: '停水通告', source: 'hand', foundAt: NOON, held: 0 })
    t.match(await house.records('poll-hint'), [
      { platform: 'wechat', account: 'wxfake0000000001', post: '2247503051_0', at: NOON }
    ])
    const again = await li.post('/api/posts', { ...HAND_POST, title: '别的', publishedAt: NOON - HOUR })
    t.match(again.json(), { title: '停水通告', publishedAt: NOON - HOUR })
  })
  t.test('by its address alone is kept, though nothing can be asked by it', async t => {
    const house = await openIntakeHouse(t)
    const li = await enter(house, LI)
    const { post, ...byLink } = { ...HAND_POST, link: 'https://mp.weixin.qq.com/s/a' }
    t.match((await li.post('/api/posts', byLink)).json(), { link: byLink.link })
    t.same(await house.records('poll-hint'), [])
    const { link, ...nothing } = byLink
    t.match((await li.post('/api/posts', nothing)).json(), { at: 'body/post' })
  })
})

t.test('the list of posts', async t => {
  const open = async () => {
    const house = await openIntakeHouse(t)
    const li = await enter(house, LI)
    for (let i = 1; i <= 3; i++)
      await li.post('/api/posts', {
        platform: 'douyin',
        account: 'open-1',
        post: `p${i}`,
        publishedAt: NOON - i * HOUR
      })
    await li.post('/api/posts', { platform: 'douyin', account: 'open-2', post: 'p1', publishedAt: NOON - 9 * HOUR })
    const list = async (query = '') => (await li.get(`/api/posts${query}`)).json()
    return { house, list }
  }
  const named = (rows: { account: string; post: string }[]) => rows.map(({ account, post }) => `${account}/${post}`)

  t.test('gives the newest first, page by page, by account and by time', async t => {
    const { list } = await open()
    const all = await list()
    t.same(named(all.rows), ['open-1/p1', 'open-1/p2', 'open-1/p3', 'open-2/p1'])
    const first = await list('?atMost=3')
    t.equal(first.total, 4)
    const second = await list(`?atMost=3&after=${encodeURIComponent(first.after)}`)
    t.same(named(second.rows), ['open-2/p1'])
    t.notOk('after' in second)
    t.same(named((await list('?platform=douyin&account=open-2')).rows), ['open-2/p1'])
    t.same(named((await list('?account=open-2')).rows), ['open-2/p1'])
    t.same((await list('?platform=weibo')).rows, [])
    t.same(named((await list(`?from=${NOON - 2 * HOUR}&to=${NOON - HOUR}`)).rows), ['open-1/p2'])
  })

  t.test('says how many comments we hold, and how many more the platform counts', async t => {
    const { house, list } = await open()
    const { records, comments } = house.store
    const [{ document, version } = { document: undefined, version: undefined }] = [
      await records.get<object>('post', 'douyin/open-1/p1')
    ].flatMap(one => one ?? [])
    await records.putIfUnchanged(
      'post',
      { id: document!.id, value: { ...document!.value, counts: { comments: 5, at: NOON } } },
      version!
    )
    const on = { platform: 'douyin', account: 'open-1', post: 'p1' } as const
    await comments.putEach([
      { document: comment({ ...on, id: 'a', comment: 'a' }) },
      { document: comment({ ...on, id: 'b', comment: 'b', ours: true }) },
      { document: comment({ ...on, id: 'c', comment: 'c', state: 'deleted' }) }
    ])
    await comments.refresh()
    await records.refresh()
    const { rows } = await list('?platform=douyin&account=open-1')
    t.match(rows, [{ post: 'p1', held: 1, gap: 4 }, { post: 'p2', held: 0 }, {}])
    t.notOk('gap' in rows[1])
  })
})
