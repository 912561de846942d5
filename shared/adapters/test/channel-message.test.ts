import t from 'tap'
import { bytesOf, CUT_MARK, cutToBytes, fit } from '../src/channels/cut.ts'
import { alertMessage, dateTime, digestMessage, maskPersonal, troubleMessage } from '../src/channels/message.ts'
import { CITIZEN, noticed } from './channel-notice.ts'
import { HOUR, MINUTE, START } from './platform-house.ts'

const named = (id: string) => (id === '1900000001' ? '青禾发布' : id)
const link = 'https://huiyin.example/?tab=all&q=H7Q2-9KXM'

t.test('a message to the office', async t => {
  t.test('has title, body, link, and a signature with department and time in Beijing', async t => {
    t.match(alertMessage(noticed({}, { link }), named, START), {
      title: '工单H7Q2-9KXM剩60分钟',
      body: '政务账号：青禾发布\n风险等级：黄色\n回复时限：2026年1月5日15:00（剩60分钟）',
      link,
      signature: '城管局 2026年1月5日14:00'
    })
  })

  t.test('never has a title of more than 20 characters', async t => {
    for (const kind of ['warn', 'breach'] as const)
      for (const urgent of [true, false])
        for (const left of [-HOUR, MINUTE, HOUR, 12 * HOUR, 240 * HOUR]) {
          const { title } = alertMessage(noticed({ kind, urgent, dueAt: START + left }), named, START)
          t.ok(Array.from(title).length <= 20, title)
        }
    t.equal(
      alertMessage(noticed({ kind: 'breach', urgent: true }), named, START).title,
      '紧急工单H7Q2-9KXM已超时未回复'
    )
  })

  t.test('tells the number in place of the link where the house has no public address', async t => {
    const { body, link } = alertMessage(noticed(), named, START)
    t.equal(link, undefined)
    t.match(body, '工单编号：H7Q2-9KXM')
  })

  t.test('says that it is perhaps repeated, under the same reference', async t => {
    const first = alertMessage(noticed(), named, START)
    const again = alertMessage(noticed({}, { perhapsRepeated: true }), named, START + MINUTE)
    t.match(again.body, /^【可能重复】/)
    t.notMatch(first.body, '可能重复')
    t.equal(again.reference, first.reference)
    t.not(alertMessage(noticed({ id: 'another' }), named, START).reference, first.reference)
  })

  t.test('gathers several in one, the number of each in a line', async t => {
    const two = [noticed({}, { link }), noticed({ number: 'AAAA-BBBB', level: 'red', dueAt: START - 1 }, { link })]
    const { title, body, level, link: page, signature } = digestMessage(two, named, START)
    t.equal(title, '2件工单待处理')
    t.equal(level, 'red')
    t.equal(page, 'https://huiyin.example/')
    t.equal(signature, '城管局 2026年1月5日14:00')
    t.match(body, '1. H7Q2-9KXM 黄色 剩60分钟 时限2026年1月5日15:00 城管局')
    t.match(body, '2. AAAA-BBBB 红色 已超时')
  })

  t.test('names no citizen, and hides the middle of personal numbers', async t => {
    const notice = noticed({ department: '王主任13812345678办公室<@all>', account: '回复wang.lei@example.com' })
    const text = JSON.stringify([alertMessage(notice, named, START), digestMessage([notice, notice], named, START)])
    for (const secret of [CITIZEN, '13812345678', 'wang.lei', '<@all>']) t.notMatch(text, secret)
    t.match(text, '138****5678')
    t.equal(
      maskPersonal('身份证11010519491231002X，电话 138-1234-5678。'),
      '身份证110***********002X，电话 138****5678。'
    )
    t.equal(maskPersonal('工单20260105140000'), '工单20260105140000')
  })

  t.test('keeps line breaks out of title and signature', async t => {
    const { signature } = alertMessage(noticed({ department: '城管\r\nBcc: x' }), named, START)
    t.notMatch(signature, /[\r\n]/)
    t.notMatch(troubleMessage({ channel: 'a\nb', reason: 'c', at: START }).title, /\n/)
  })

  t.test('reckons time in Beijing', async t => {
    t.equal(dateTime(Date.parse('2026-12-31T16:05:00Z')), '2027年1月1日00:05')
  })
})

t.test('a text too long', async t => {
  t.test('is cut between code points and says where the rest is', async t => {
    const text = '回音😀'.repeat(100)
    for (let atMost = 30; atMost < 60; atMost++) {
      const cut = cutToBytes(text, atMost)
      t.ok(bytesOf(cut) <= atMost)
      t.ok(cut.endsWith(CUT_MARK))
      t.ok(cut.isWellFormed())
      t.ok(text.startsWith(cut.slice(0, -CUT_MARK.length)))
    }
  })

  t.test('is left alone when it fits to the byte', async t => {
    t.equal(cutToBytes('回音', 6), '回音')
    t.equal(cutToBytes('回音回音', 6), '回音')
  })

  t.test('loses of its body only, as little as possible', async t => {
    const text = fit('长'.repeat(2000), body => `标题\n${body}\n落款`, 2048)
    t.ok(text.endsWith(`${CUT_MARK}\n落款`))
    t.ok(bytesOf(text) <= 2048 && bytesOf(text) > 2048 - 6)
  })
})
