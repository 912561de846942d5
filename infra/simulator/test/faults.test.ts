import { join } from 'node:path'
import t, { type Test } from 'tap'
import { bentPage, bentSpan } from '../src/bent.ts'
import { ALL_OFFICES } from '../src/simulator.ts'
import { MINUTE, openSimulator } from './asked.ts'

async function openWeibo(t: Test) {
  const opened = await openSimulator()
  t.teardown(opened.simulator.close)
  const { id: account, secret } = opened.office('weibo')
  const post = opened.publish('weibo')
  const where = { platform: 'weibo' as const, account, post }
  const write = (text: string) => {
    opened.clock.pass(1000)
    return opened.control.postComment({ ...where, text }).id
  }
  const page = async (params: Record<string, string> = {}) => {
    const query = new URLSearchParams({ access_token: secret, ...params })
    return (await opened.get(`/2/comments/to_me.json?${query}`)).json.comments.map(({ text }) => text).join('')
  }
  const reply = (cid: string, comment: string) => {
    const body = new URLSearchParams({ access_token: secret, cid, id: post, comment, without_mention: '1' })
    return fetch(`${opened.simulator.url}/2/comments/reply.json`, { method: 'POST', body })
  }
  return { ...opened, account, secret, post, where, write, page, reply }
}

t.test('what goes wrong on purpose', async t => {
  t.test('makes pages overlap', async t => {
    const { control, write, page } = await openWeibo(t)
    const ids = ['0', '1', '2', '3', '4', '5'].map(write)
    t.equal(await page({ max_id: ids[3]!, count: '2' }), '32')
    control.fail('weibo', { kind: 'overlap', rows: 2 })
    t.equal(await page({ max_id: ids[3]!, count: '2' }), '54')
    t.equal(await page({ max_id: ids[1]!, count: '2' }), '32')
    control.heal()
    t.equal(await page({ max_id: ids[1]!, count: '2' }), '10')
  })

  t.test('lets a list never end', async t => {
    const { control, write, page } = await openWeibo(t)
    const ids = ['0', '1', '2'].map(write)
    const behind = String(BigInt(ids[0]!) - 1n)
    t.equal(await page({ max_id: behind, count: '2' }), '')
    control.fail('weibo', { kind: 'endless', cursor: 'standing' })
    t.equal(await page({ max_id: behind, count: '2' }), '10')
    t.equal(await page({ max_id: behind, count: '2' }), '10')
    t.equal(await page({ count: '2' }), '21')
  })

  t.test('is slow beside whatever else happens, until it is healed', async t => {
    const { control, write, page, get, secret } = await openWeibo(t)
    write('0')
    const answered: string[] = []
    const both = () =>
      Promise.allSettled([
        page().then(
          text => answered.push(text),
          () => answered.push('error')
        ),
        get(`/2/comments/by_me.json?access_token=${secret}`).then(() => answered.push('quick'))
      ])
    control.fail('weibo', { kind: 'slow', ms: 150, path: 'to_me' })
    control.fail('weibo', { kind: 'error', code: 10001, times: 1, path: 'to_me' })
    await both()
    await both()
    t.same(answered, ['quick', 'error', 'quick', '0'])
  })

  t.test('does a write whose answer is lost', async t => {
    const { control, write, reply, where } = await openWeibo(t)
    const [cut, silent, refused] = ['一', '二', '三'].map(write)
    control.fail('weibo', { kind: 'cut', times: 1 })
    await t.rejects(reply(cut!, '答一').then(response => response.text()))
    control.fail('weibo', { kind: 'silence', times: 1 })
    reply(silent!, '答二').catch(() => {}) // ends with the simulator
    const ours = () => control.standing(where).filter(({ author }) => !author)
    while (ours().length < 2) await new Promise(resolve => setTimeout(resolve, 5))
    control.fail('weibo', { kind: 'refuse', times: 1 })
    await t.rejects(reply(refused!, '答三'))
    t.same(
      ours().map(({ text }) => text),
      ['答一', '答二']
    )
  })

  t.test('is one of the kinds that there are', async t => {
    const { control } = await openWeibo(t)
    t.throws(() => control.fail('weibo', { kind: 'flood' } as never), /kind must be one of error, http, .*endless/)
  })
})

t.test('a crowd', async t => {
  t.test('comes over the minutes, and the post is read and liked with it', async t => {
    const { clock, control, where } = await openWeibo(t)
    control.goViral(where, { comments: 60, minutes: 10 })
    t.equal(control.standing(where).length, 0)
    clock.pass(5 * MINUTE)
    const half = control.standing(where)
    t.equal(half.length, 30)
    t.ok(half.every(({ publishedAt }) => publishedAt <= clock.now()))
    clock.pass(60 * MINUTE)
    t.equal(control.standing(where).length, 60)
    t.match(control.posts(where), [{ reads: 1800, likes: 180, reposts: 60 }])
    t.throws(() => control.goViral(where, { comments: 0, minutes: 1 }), /1 to 100000 comments/)
  })

  t.test('is seen by whoever asks the platform', async t => {
    const { clock, control, where, page } = await openWeibo(t)
    control.goViral(where, { comments: 2, minutes: 1, texts: ['顶'] })
    clock.pass(MINUTE)
    t.match(await page(), /顶.*顶/)
  })
})

t.test('what stands is found again after a restart', async t => {
  const journal = join(t.testdir({}), 'platforms.jsonl')
  const first = await openSimulator({ journal, offices: ALL_OFFICES })
  const { clock, control } = first
  const where = { platform: 'mastodon' as const, account: first.office('mastodon').id }
  const of = { ...where, post: first.publish('mastodon') }
  const { id } = control.postComment({ ...of, text: '灯坏了' })
  clock.pass(MINUTE)
  control.editComment({ ...of, comment: id }, '灯坏了三天')
  control.pinPost(of, true)
  control.setCounts(of, { reads: 10, likes: 3, reposts: 2 })
  control.goViral(of, { comments: 4, minutes: 4 })
  clock.pass(MINUTE)
  t.equal(control.standing(of).length, 2)
  await first.simulator.close()

  const second = await openSimulator({ journal, offices: ALL_OFFICES })
  t.teardown(second.simulator.close)
  t.match(second.control.posts(where), [{ pinned: true, likes: 6, reposts: 3, reads: 40 }])
  const found = second.control.standing(of)
  t.match(found[0], { id, text: '灯坏了三天', editedAt: clock.now() - MINUTE, earlier: [{ text: '灯坏了' }] })
  second.clock.pass(10 * MINUTE)
  const all = second.control.standing(of)
  t.equal(all.length, 5, 'the rest of the crowd comes')
  t.equal(new Set(all.map(one => one.id)).size, 5, 'no id is given twice')
  t.ok(BigInt(all.at(-1)!.id) > BigInt(id))
})

t.test('a list in overlapping pages ends, and nothing is left out', async t => {
  const rows = Array.from({ length: 120 }, (_, i) => i)
  const seen = new Set<number>()
  let from = 0
  for (let more = true; more; ) {
    const span = bentSpan(rows.length, from, 20, { overlap: 5 })
    for (const row of bentPage(rows, from, 20, { overlap: 5 })) seen.add(row)
    t.ok(span.end > from)
    from = span.end
    more = span.more
  }
  t.equal(seen.size, 120)
  t.same(bentPage(rows, 120, 20, { overlap: 5 }), [])
})

t.test('the partner’s comments can hold a broken row too', async t => {
  const { simulator, control, office, publish } = await openSimulator({ offices: ALL_OFFICES })
  t.teardown(simulator.close)
  const { id: account } = office('kuaishou')
  const post = publish('kuaishou')
  control.postComment({ platform: 'kuaishou', account, post, text: '好的一行' })
  control.quirks.kuaishou.brokenRow = true
  const { partner } = control.platforms.kuaishou
  const headers = { authorization: `Bearer ${partner.token(account)}` }
  const response = await fetch(`${simulator.url}/partner/v1/works/${post}/comments`, { headers })
  const { items } = (await response.json()) as { items: { commentId?: string; text: string }[] }
  t.match(items, [{ commentId: /^\d+$/ }, { commentId: undefined, text: '好的一行' }])
})
