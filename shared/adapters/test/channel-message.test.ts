import { ticketNumber } from '@huiyin/domain/ids.ts'
import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import type { Notice } from '@huiyin/ports/channel.ts'
import { type Alert, AlertKind } from '@huiyin/schemas/alert.ts'
import fc from 'fast-check'
import t from 'tap'
import { alertMessage, fitted, foreign, troubleMessage } from '../src/channels/message.ts'
import { plainText } from '../src/channels/robot-text.ts'
import { dateTime, stretch } from '../src/channels/times.ts'
import { CITIZEN, noticed } from './channel-notice.ts'
import { DAY, HOUR, MINUTE, START } from './platform-house.ts'

const named = (id: string) => (id === '1900000001' ? '青禾发布' : id)
const link = 'https://huiyin.example/?tab=all&q=H7Q2-9KXM'
const KINDS = AlertKind.anyOf.map(({ const: kind }) => kind)
const said = (changed: Partial<Alert>, more: Partial<Notice> = {}) =>
  alertMessage(noticed(changed, { link, ...more }), named, START)

t.test('a message to the office', async t => {
  t.test('has title, body, link, and a signature with department and time in Beijing', async t => {
    t.match(alertMessage(noticed({}, { link }), named, START), {
      title: '工单H7Q2-9KXM剩60分钟',
      body: '政务账号：青禾发布\n风险等级：黄色\n回复时限：2026年1月5日15:00（剩60分钟）',
      link,
      signature: '城管局 2026年1月5日14:00'
    })
  })

  const over = { kind: 'breach', dueAt: START - HOUR } as const
  const TITLES: [Partial<Alert>, title: string, body: RegExp][] = [
    [{ clock: 'close-1' }, '工单H7Q2-9KXM剩60分钟', /办结时限：2026年1月5日15:00（剩60分钟）$/],
    [{ clock: 'leg-2-sign' }, '工单H7Q2-9KXM剩60分钟', /派单时限：2026年1月5日15:00（剩60分钟）$/],
    [{ ...over, clock: 'first-1' }, '工单H7Q2-9KXM已超时未回复', /回复时限：2026年1月5日13:00（已超时）$/],
    [{ ...over, clock: 'next-7' }, '工单H7Q2-9KXM已超时未回复', /回复时限/],
    [{ ...over, clock: 'close-1' }, '工单H7Q2-9KXM办理已超时', /办结期限已过/],
    [{ ...over, clock: 'leg-2-handle' }, '工单H7Q2-9KXM部门办理超时', /超时未反馈/],
    [{ kind: 'dispatched' }, '工单H7Q2-9KXM新派单待签收', /签收时限：2026年1月5日15:00（剩60分钟）\n请承办部门签收/],
    [{ ...over, kind: 'unsigned-dispatch' }, '工单H7Q2-9KXM派单超时未签收', /签收时限：2026年1月5日13:00（已超时）/],
    [{ kind: 'urgent', urgent: true }, '工单H7Q2-9KXM紧急诉求待处理', /回复时限：2026年1月5日15:00（/],
    [{ kind: 'risk-rose', level: 'orange' }, '工单H7Q2-9KXM风险升级为橙色', /升级时间/],
    [
      { kind: 'reported-upward', urgent: true, level: 'red' },
      '紧急工单H7Q2-9KXM红色舆情请阅示',
      /涉红色风险舆情.*请负责人阅示/
    ],
    [{ ...over, kind: 'supervised' }, '工单H7Q2-9KXM督办事项到期', /督办时限：2026年1月5日13:00（已超时）/],
    [{ kind: 'reopened-often' }, '工单H7Q2-9KXM多次重开', /复核此前的办理结果/],
    [{ kind: 'incident-rising' }, '工单H7Q2-9KXM舆情事件升级', /按预案处置/]
  ]
  for (const [alert, title, body] of TITLES)
    t.test(`says ${title.replace(/.*9KXM/, '')} of ${alert.kind ?? 'warn'} ${alert.clock ?? 'first-1'}`, async t => {
      const message = said(alert)
      t.equal(message.title, title)
      t.match(message.body, body)
    })

  t.test('never has a title of more than 20 characters, whatever it is about', async t => {
    for (const kind of KINDS)
      for (const clock of ['first-1', 'close-1', 'leg-1-handle'])
        for (const urgent of [true, false])
          for (const left of [-HOUR, MINUTE, HOUR, 12 * HOUR, 90 * DAY]) {
            const { title } = said({ kind, clock, urgent, dueAt: START + left })
            const whole = `${urgent && kind !== 'urgent' ? '紧急' : ''}工单H7Q2-9KXM`
            t.ok(title.startsWith(whole) && title.length > whole.length && Array.from(title).length <= 20, title)
          }
    t.equal(said({ kind: 'breach', urgent: true }).title, '紧急工单H7Q2-9KXM已超时未回复')
  })

  t.test('says which time it is told, from the second on', async t => {
    t.notMatch(said({ kind: 'breach' }).body, '次提醒')
    t.match(said({ kind: 'breach', repeat: 2 }).body, /^第3次提醒。\n/)
  })

  t.test('carries the page for taking it beside the link, not in the body', async t => {
    const acknowledge = 'https://huiyin.example/ack/13812345678'
    t.match(said({}, { acknowledge }), { link, acknowledge })
    const handle = 'https://huiyin.example/d/x.y'
    t.match(said({}, { acknowledge, handle }), { link, acknowledge, handle })
    t.match(plainText(said({}, { handle }), 'body'), `签收办理：${handle}`)
    t.notMatch(said({}, { acknowledge }).body, 'http')
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

  t.test('names no citizen, and hides the middle of personal data in the names that others chose', async t => {
    const notice = noticed({ department: '王主任13812345678办公室<@all>', account: '回复wang.lei@example.com' })
    const text = JSON.stringify(alertMessage(notice, named, START))
    for (const secret of [CITIZEN, '13812345678', 'wang.lei', '<@all>']) t.notMatch(text, secret)
    t.match(text, '138****5678')
    t.equal(foreign('身份证11010519491231002X，座机0571-85151234。'), '身份证110*************2X，座机0571****1234。')
  })

  t.test('keeps number and dates whole, whatever they are, beside names that end in digits', async t => {
    const instant = fc.integer({ min: 0, max: 4_000_000_000_000 })
    const name = fc.oneof(fc.stringMatching(/^\d{5,12}$/), fc.stringMatching(/^[一-十]{1,4}\d{0,11}$/))
    const asked = fc.record({ id: fc.string(), kind: fc.constantFrom(...KINDS), dueAt: instant, madeAt: instant, name })
    const whole = fc.property(asked, ({ id, kind, dueAt, madeAt, name }) => {
      const number = ticketNumber(id)
      const notice = noticed({ number, kind, dueAt, madeAt, account: name, department: name })
      const { title, body, signature } = alertMessage(notice, named, START)
      const signed = signature === `${maskPersonal(name)} ${dateTime(madeAt)}`
      return signed && title.includes(number) && body.includes(dateTime(dueAt)) && body.includes(number)
    })
    t.doesNotThrow(() => fc.assert(whole, { numRuns: 1000 }))
  })

  t.test('keeps line breaks out of title and signature', async t => {
    const { signature } = alertMessage(noticed({ department: '城管\r\nBcc: x' }), named, START)
    t.notMatch(signature, /[\r\n]/)
    t.notMatch(troubleMessage({ channel: 'a\nb', reason: 'c', at: START }).title, /\n/)
  })

  t.test('tells of alerts that are late', async t => {
    const message = troubleMessage({ kind: 'alerter', channel: 'alerter', reason: '最早一条已迟10分钟', at: START })
    t.match(message, { title: '工单提醒未能按时发送', body: /2026年1月5日14:00\n最早一条已迟10分钟/ })
  })

  t.test('tells which tickets nobody has acknowledged, twenty at most (R36)', async t => {
    const said = (...numbers: string[]) =>
      troubleMessage({ kind: 'exhausted', channel: 'ladder', numbers, reason: '请指定人员', at: START })
    t.match(said('H7Q2-9KXM'), { title: '工单H7Q2-9KXM无人接手', body: /工单编号：H7Q2-9KXM\n请指定人员/ })
    const many = said(...Array.from({ length: 25 }, (_, i) => `H7Q2-9K${i + 10}`))
    t.match(many, { title: '25件工单无人接手', body: /H7Q2-9K29等25件\n/ })
    t.notMatch(many.body, 'H7Q2-9K30')
  })

  t.test('says of trouble too that it may have been told before', async t => {
    const { body } = troubleMessage({
      kind: 'exhausted',
      channel: 'ladder',
      reason: 'c',
      at: START,
      perhapsRepeated: true
    })
    t.match(body, /^【可能重复】/)
  })

  t.test('is cut in its body when it has no list', async t => {
    const message = said({ account: '长'.repeat(500) })
    const text = fitted(message, body => `标题\n${body}\n落款`, 300)
    t.match(text, /…\(全文见系统\)\n落款$/)
    t.ok(Buffer.byteLength(text) <= 300)
  })
})

t.test('time in words', async t => {
  t.test('is that of Beijing', async t => {
    t.equal(dateTime(Date.parse('2026-12-31T16:05:00Z')), '2027年1月1日00:05')
  })

  t.test('names a stretch as short as it can', async t => {
    const at = (text: string) => Date.parse(`${text}+08:00`)
    t.equal(stretch(at('2026-09-01T09:00'), at('2026-09-01T13:00'), START), '9月1日09:00—13:00')
    t.equal(stretch(at('2026-09-01T23:00'), at('2026-09-02T01:00'), START), '9月1日23:00—9月2日01:00')
    t.equal(stretch(at('2025-12-31T23:00'), at('2026-01-01T01:00'), START), '2025年12月31日23:00—1月1日01:00')
  })
})
