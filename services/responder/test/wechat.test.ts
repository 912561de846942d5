import { runningClock } from '@huiyin/domain/clocks/running.ts'
import { askRemoval, electComment, grantRemoval } from '@huiyin/domain/moderation/commands.ts'
import { act } from '@huiyin/ports/act.ts'
import t from 'tap'
import { DAY, HEAD, HOUR, LI, MINUTE, openOffice, SECOND, START } from './house.ts'

const INTERIM = '已派人查看，今天回复您。'
const RESULT = '路灯已修好，感谢提醒。'

t.test('a second reply at WeChat', async t => {
  const open = async (t_: typeof t) => {
    const office = await openOffice(t_)
    const { ticket, written } = await office.asked()
    await office.approve(ticket, INTERIM, 'interim')
    await office.work(START + SECOND)
    t_.match(await office.read(ticket), { status: 'handling', replies: [{ state: 'confirmed' }] })
    await office.approve(ticket, RESULT)
    return { ...office, ticket, written }
  }

  t.test('takes the place of the first, which is kept in the ticket', async t => {
    const { work, read, standing, ticket, written } = await open(t)
    await work(START + MINUTE)
    t.same(standing(written), [RESULT])
    t.match(await read(ticket), {
      status: 'answered',
      replies: [
        { state: 'replaced', text: INTERIM },
        { state: 'confirmed', text: RESULT }
      ]
    })
  })

  for (const [what, path, kind] of [
    ['the answer to the deletion', 'reply/delete', 'cut'],
    ['the answer to the new one', 'reply/add', 'cut'],
    ['the way to the deletion', 'reply/delete', 'refuse'],
    ['the way to the new one', 'reply/add', 'refuse'],
    ['WeChat itself', 'reply/add', 'http']
  ] as const)
    t.test(`gets there when ${what} is lost, and no clock runs meanwhile`, async t => {
      const { until, work, read, standing, control, ticket, written } = await open(t)
      control.fail('wechat', { ...(kind === 'http' ? { kind, status: 502 } : { kind }), path, times: 1 })
      await work(START + MINUTE)
      const between = await read(ticket)
      t.equal(
        between.clocks.find(({ kind, stoppedAt }) => kind !== 'close' && stoppedAt === undefined),
        undefined
      )
      await until(START + 10 * MINUTE, 10 * SECOND)
      t.same(standing(written), [RESULT])
      t.match(await read(ticket), { status: 'answered', replies: [{ state: 'replaced' }, { state: 'confirmed' }] })
    })
})

t.test('a reply at WeChat', async t => {
  t.test('that somebody took away there is noticed, and the clock runs from the start', async t => {
    const { asked, approve, work, until, read, control } = await openOffice(t)
    const { ticket, written } = await asked()
    await approve(ticket, RESULT)
    await work(START + SECOND)
    const { platform, account, post } = written
    const reply = control.standing({ platform, account, post }).find(({ author }) => !author)!
    control.deleteComment({ platform, account, post, comment: reply.id })
    await until(START + 30 * MINUTE)
    const down = await read(ticket)
    t.match(down, { status: 'open', replies: [{ state: 'failed', failure: { code: 'TAKEN_DOWN' } }] })
    t.match(runningClock(down), { kind: 'first', startedAt: written.publishedAt })
  })

  t.test('is looked for during a week and left alone after it', async t => {
    const { asked, approve, work, until, read } = await openOffice(t)
    const { ticket } = await asked()
    await approve(ticket, RESULT)
    await work(START + SECOND)
    await until(START + 8 * DAY, HOUR)
    const done = await read(ticket)
    t.match(done, { status: 'answered', replies: [{ state: 'confirmed' }] })
    t.ok((done.replies[0]?.watch?.seenAt ?? 0) >= START + 7 * DAY)
    t.equal(done.nextSendAt, undefined)
  })

  t.test('to a comment that is gone says so, with the clock running', async t => {
    const { asked, approve, work, read, control } = await openOffice(t)
    const { ticket, written } = await asked()
    const { platform, account, post, id: comment } = written
    await approve(ticket, RESULT)
    control.deleteComment({ platform, account, post, comment })
    await work(START + SECOND)
    const failed = await read(ticket)
    t.match(failed, { status: 'open', replies: [{ state: 'failed', failure: { why: 'comment-gone' } }] })
    t.ok(runningClock(failed))
  })

  t.test('waits for the next day when the quota is used up, and says until when', async t => {
    const { asked, approve, work, read, control, standing } = await openOffice(t)
    const { ticket, written } = await asked()
    await approve(ticket, RESULT)
    control.fail('wechat', { kind: 'error', code: 45009, path: 'reply/add', times: 1 })
    await work(START + SECOND)
    const waits = await read(ticket)
    const midnight = Date.parse('2026-01-06T00:00:00+08:00')
    t.match(waits, { status: 'open', replies: [{ state: 'approved', waits: { why: 'quota', code: '45009' } }] })
    t.ok((waits.replies[0]?.waits?.until ?? 0) >= midnight)
    t.ok(runningClock(waits))
    await work(midnight - MINUTE)
    t.same(standing(written), [])
    await work((waits.nextSendAt ?? 0) + SECOND)
    t.same(standing(written), [RESULT])
  })
})

t.test('a citizen’s comment at WeChat', async t => {
  t.test('is removed once a head has granted it, and its clocks run on', async t => {
    const { asked, work, seen, read, control, desk, by } = await openOffice(t)
    const { ticket, written } = await asked('他住在某街12号，电话139……')
    const { id: comment } = { id: (await read(ticket)).turns[0]!.comment! }
    const of = { comment, native: written.id, ground: 'insult-or-privacy', text: '公开他人住址和电话' } as const
    const { moderation } = await act(desk, ticket, askRemoval({ ...by(LI), ...of }))
    await work(START + SECOND)
    t.equal(written.deleted, false)
    await act(desk, ticket, grantRemoval({ ...by(HEAD), moderation: moderation![0]!.id }))
    await work(START + 12 * SECOND)
    const { platform, account, post } = written
    t.equal(control.standing({ platform, account, post }).length, 0)
    t.match(await read(ticket), { moderation: [{ state: 'done' }] })
    const after = await seen(written, { deleted: true, ticket })
    t.match(after, { status: 'open', turns: [{ byOffice: true }], owed: [{ native: written.id }] })
    t.ok(runningClock(after))
  })

  t.test('is shown to the public, and no longer', async t => {
    const { asked, work, read, desk, by } = await openOffice(t)
    const { ticket, written } = await asked()
    const which = { comment: (await read(ticket)).turns[0]!.comment!, native: written.id }
    await act(desk, ticket, electComment({ ...by(LI), ...which, elected: true }))
    await work(START + 11 * SECOND)
    t.equal(written.elected, true)
    await act(desk, ticket, electComment({ ...by(LI), ...which, elected: false }))
    await work(START + 22 * SECOND)
    t.equal(written.elected, false)
    t.match(await read(ticket), { moderation: [{ state: 'done' }, { state: 'done' }] })
  })
})

t.test('an account whose authorisation ended', async t => {
  t.test('keeps its replies waiting, says so, and sends them once it is mended; others are not delayed', async t => {
    const { asked, approve, work, until, read, control, standing, offices } = await openOffice(t, ['weibo', 'wechat'])
    const weibo = offices.find(({ platform }) => platform === 'weibo')!
    control.revokeToken({ platform: 'weibo', account: weibo.id })
    const one = await asked('请问几点开门？', 'weibo')
    const two = await asked('请问几点关门？', 'wechat')
    await approve(one.ticket, '九点')
    await approve(two.ticket, '五点')
    await work(START + SECOND)
    t.match(await read(one.ticket), { replies: [{ state: 'approved', waits: { why: 'account-stopped' } }] })
    t.match(await read(two.ticket), { status: 'answered' })
    await until(START + 20 * MINUTE)
    t.match(await read(one.ticket), { replies: [{ state: 'approved', waits: { why: 'account-stopped' } }] })
    control.authorise({ platform: 'weibo', account: weibo.id })
    await until(START + 30 * MINUTE)
    t.same(standing(one.written), ['九点'])
    t.match(await read(one.ticket), { status: 'answered' })
  })
})
