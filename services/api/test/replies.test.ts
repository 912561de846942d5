import { classification } from '@huiyin/ports/contracts/fixtures.ts'
import t from 'tap'
import { at, citizenWrites, HOUR, MINUTE, once, openHouse, signIn } from './house.ts'
import { does, isPosted, key, lastOf, openOffice, TEXT, viewed, writes } from './talking.ts'

const GRAVE = classification({
  label: 'inquiry',
  sentiment: { name: 'negative', score: -0.8 },
  risk: { score: 65, level: 'orange', reasons: [{ code: 'crowd', kind: 'content', points: 65 }] }
})

t.test('a reply', async t => {
  t.test('is written by one, reviewed by another, and leaves; each is named', async t => {
    const { li, wang, id } = await openOffice(t)
    const drafted = await writes(li, id)
    t.match(drafted, { state: 'drafted', kind: 'final', author: { id: 'li' }, heldBack: false })
    t.notOk('claim' in drafted)
    const seenBy = async (person: typeof li) => lastOf(await viewed(person, id)).may
    t.same(await seenBy(wang), ['reply.review', 'reply.return', 'reply.withdraw', 'reply.edit', 'reply.attest'])
    t.notOk((await seenBy(li)).includes('reply.review'))

    const review = `${at(id)}/replies/${drafted.id}/review`
    t.match((await li.post(review, { hash: drafted.hash }, once(key()))).json(), {
      status: 403,
      code: 'SECOND_PERSON_NEEDED'
    })
    t.match((await wang.post(review, { hash: 'other' }, once(key()))).json(), { status: 409, code: 'REPLY_CHANGED' })
    const approved = (await wang.post(review, { hash: drafted.hash }, once(key()))).json()
    t.match(approved.replies, [{ state: 'approved', reviewedBy: { name: '王敏' }, approvedBy: { name: '王敏' } }])
    t.equal(approved.reply, 'approved')
  })

  t.test('that is important waits for the head after its review', async t => {
    const { li, wang, head, id } = await openOffice(t)
    const drafted = await writes(li, id, { important: true })
    const of = (name: string) => `${at(id)}/replies/${drafted.id}/${name}`
    const read = (await wang.post(of('review'), { hash: drafted.hash }, once(key()))).json()
    t.match(lastOf(read), { state: 'reviewed', important: ['policy'] })
    t.match((await wang.post(of('approve'), { hash: drafted.hash }, once(key()))).json(), {
      status: 403,
      code: 'NOT_ALLOWED'
    })
    t.same((await viewed(head, id)).may.includes('reply.approve'), true)
    const left = (await head.post(of('approve'), { hash: drafted.hash }, once(key()))).json()
    t.match(lastOf(left), { state: 'approved', approvedBy: { name: '赵宏' } })
  })

  t.test('is returned with the reason, edited, and withdrawn', async t => {
    const { li, wang, id } = await openOffice(t)
    const drafted = await writes(li, id)
    const returned = await wang.post(`${at(id)}/replies/${drafted.id}/return`, { reason: '写上时间' }, once(key()))
    t.match(lastOf(returned.json()), { state: 'returned', returned: { by: { name: '王敏' }, reason: '写上时间' } })
    const second = await writes(li, id, { text: `${TEXT}预计今晚8点完成。`, edits: drafted.id })
    t.match(second, { state: 'drafted' })
    const gone = await li.post(`${at(id)}/replies/${second.id}/withdraw`, undefined, once(key()))
    t.match(lastOf(gone.json()), { state: 'superseded' })
    const none = await li.post(`${at(id)}/replies/none/withdraw`, undefined, once(key()))
    t.match(none.json(), { status: 404, code: 'REPLY_NOT_FOUND' })
  })

  t.test('asked again with the same key is written once, also when it would be refused by now', async t => {
    const { house, li, id } = await openOffice(t)
    const { lastTurn } = await viewed(li, id)
    const ask = (text: string) => li.post(`${at(id)}/replies`, { text }, once('k-1', lastTurn))
    const first = await ask(TEXT)
    const lists = { sensitive: [{ word: '抽排', severity: 'refuse' }], cold: [], officePhones: [], hosts: [] }
    const { put } = await signIn(house)
    t.equal((await put('/api/reply-lists', lists)).statusCode, 200)
    t.match((await ask(TEXT)).json(), { replies: [{ id: lastOf(first.json()).id }] })
    t.match((await ask(`${TEXT}。`)).json(), { status: 422, code: 'KEY_REUSED' })
  })

  t.test('may promise the result with the first answer, and not beyond the policy', async t => {
    const { house, li, id } = await openOffice(t, { classification: classification({ label: 'complaint' }) })
    const { writing } = await viewed(li, id)
    t.match(writing, { kind: 'interim', limit: 140, important: [], selfReview: false })
    const late = { text: TEXT, promisedAt: writing.promiseUntil! + 1 }
    t.match((await does(li, id, '/replies', late)).json(), { status: 422, code: 'REPLY_INVALID' })
    const promisedAt = house.time.now + 48 * HOUR
    t.match(await writes(li, id, { promisedAt }), { kind: 'interim', promisedAt })
  })
})

t.test('before review a reply is checked', async t => {
  t.test('and refused with all that was found, which stands nowhere afterwards', async t => {
    const { li, id } = await openOffice(t)
    const text = '您的身份证号11010519491231002X我们查过了，刁民。'
    const answer = await does(li, id, '/replies', { text })
    t.equal(answer.statusCode, 422)
    const { code, findings, detail } = answer.json()
    t.equal(code, 'REPLY_REFUSED')
    t.same(
      findings.map((one: { code: string; severity: string }) => `${one.code} ${one.severity}`),
      ['personal-id refuse', 'sensitive refuse']
    )
    t.notOk(detail.includes('11010519491231002X'))
    t.same((await viewed(li, id)).replies, [])
  })

  t.test('by the platform’s own way to count, and its limit', async t => {
    const house = await openHouse(t, {
      accounts: () => ({ name: '云溪发布', replyLimit: 20, replyLength: text => text.length / 2 })
    })
    const { post } = await signIn(house)
    const ticket = await citizenWrites(house)
    const check = async (text: string) => (await post('/api/replies/check', { ticket, text })).json()
    const fits = '好'.repeat(40)
    t.match(await check(fits), { refused: false, length: 20, limit: 20 })
    t.match(await check(`${fits}啊`), { refused: true, length: 21, findings: [{ code: 'long', from: 40, to: 41 }] })
  })

  t.test('while it is typed nothing is kept', async t => {
    const { li, id } = await openOffice(t)
    const body = { ticket: id, text: '请联系有关部门', kind: 'interim' }
    const answer = await li.post('/api/replies/check', body)
    t.match(answer.json(), { refused: false, findings: [{ code: 'referral', severity: 'warn' }] })
    const named = await li.post('/api/replies/check', { ...body, text: '请联系水务局或有关部门' })
    t.same(named.json().findings, [])
    t.same((await viewed(li, id)).replies, [])
    t.match((await li.post('/api/replies/check', { ...body, ticket: 'weibo/none' })).json(), { status: 404 })
  })

  t.test('and compared with what the citizen was told before', async t => {
    const { house, li, wang, id } = await openOffice(t)
    const { id: reply, hash } = await writes(li, id)
    await wang.post(`${at(id)}/replies/${reply}/review`, { hash }, once(key()))
    house.time.now += MINUTE
    await isPosted(house, id)
    const answer = await li.post('/api/replies/check', { ticket: id, text: TEXT })
    t.match(answer.json(), { findings: [{ code: 'repeated', severity: 'warn' }] })
  })
})

t.test('what was posted by hand', async t => {
  t.test('stops the clock when it was posted, once a second person has seen it', async t => {
    const { house, li, wang, id } = await openOffice(t)
    house.time.now += HOUR
    const postedAt = house.time.now - 10 * MINUTE
    const body = { text: TEXT, postedAt, evidence: '截图已存档，10:50' }
    const attested = (await does(li, id, '/attested', body)).json()
    t.match(lastOf(attested), { state: 'attesting', attested: { by: { name: '李静' }, postedAt } })
    const confirm = `${at(id)}/replies/${lastOf(attested).id}/confirm-attested`
    t.match((await li.post(confirm, undefined, once(key()))).json(), { code: 'SECOND_PERSON_NEEDED' })
    const done = (await wang.post(confirm, undefined, once(key()))).json()
    t.match(done, {
      status: 'answered',
      replies: [{ state: 'confirmed', attested: { confirmedBy: { name: '王敏' } } }]
    })
    t.match(done.clocks[0], { kind: 'first', stoppedAt: postedAt, attested: true, outcome: 'met' })
  })

  t.test('is not from before the citizen wrote', async t => {
    const { house, li, id } = await openOffice(t)
    const body = { text: TEXT, postedAt: house.time.now - HOUR, evidence: '截图' }
    t.match((await does(li, id, '/attested', body)).json(), { status: 422, code: 'REPLY_INVALID' })
  })

  t.test('may be a reply that stands on the ticket', async t => {
    const { house, li, id } = await openOffice(t)
    const { id: reply } = await writes(li, id)
    house.time.now += MINUTE
    const body = { reply, postedAt: house.time.now, evidence: '截图' }
    t.match(lastOf((await does(li, id, '/attested', body)).json()), { id: reply, state: 'attesting' })
  })
})

t.test('what was reported upward', async t => {
  t.test('is held back until a head releases it', async t => {
    const { li, wang, head, id } = await openOffice(t, { classification: GRAVE })
    const view = await viewed(li, id)
    t.match(view, { locked: true, lock: { why: 'orange' } })
    t.same(
      view.needs.map(({ kind }) => kind),
      ['urgent', 'reported-upward']
    )
    const drafted = await writes(li, id)
    t.ok(drafted.heldBack)
    const review = () => wang.post(`${at(id)}/replies/${drafted.id}/review`, { hash: drafted.hash }, once(key()))
    t.match((await review()).json(), { status: 409, code: 'REPLY_LOCKED' })
    t.match((await li.post(`${at(id)}/release`, {}, once(key()))).json(), { status: 403, code: 'NOT_ALLOWED' })
    t.ok((await viewed(head, id)).may.includes('reply.release'))
    t.notOk((await viewed(li, id)).may.includes('reply.release'))
    const released = (await head.post(`${at(id)}/release`, {}, once(key()))).json()
    t.match(released, { locked: false, lock: { released: { by: '赵宏' } } })
    t.match(released.needs, [{ kind: 'urgent' }])
    t.equal(released.needs.length, 1)
    t.match(lastOf((await review()).json()), { state: 'reviewed', important: ['urgent', 'level'] })
  })

  t.test('is answered by its spokesperson alone, who is shown by name', async t => {
    const { li, wang, head, id } = await openOffice(t, { classification: GRAVE })
    const release = (spokesperson: string) => head.post(`${at(id)}/release`, { spokesperson }, once(key()))
    t.match((await release('nobody')).json(), { status: 400, at: 'body/spokesperson' })
    const answer = await release('li')
    t.match(answer.json(), { locked: true, lock: { spokesperson: { id: 'li', name: '李静' } } })
    t.equal((await writes(wang, id)).heldBack, true)
    t.equal((await writes(li, id)).heldBack, false)
  })
})

t.test('in an office of one', async t => {
  t.test('the author’s own reply leaves at once, and says so', async t => {
    const house = await openHouse(t)
    const admin = await signIn(house)
    const id = await citizenWrites(house)
    t.equal((await viewed(admin, id)).writing.selfReview, true)
    t.match(await writes(admin, id), { state: 'approved', selfReviewed: true, reviewedBy: { id: 'admin' } })
  })

  t.test('it waits for another as soon as there is one', async t => {
    const { house, id } = await openOffice(t)
    const admin = await signIn(house)
    t.equal((await viewed(admin, id)).writing.selfReview, false)
    t.match(await writes(admin, id), { state: 'drafted' })
  })
})
