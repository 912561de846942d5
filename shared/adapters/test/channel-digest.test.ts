import type { Gathering } from '@huiyin/ports/channel.ts'
import t from 'tap'
import { digestMessage } from '../src/channels/digest-message.ts'
import { fitted } from '../src/channels/message.ts'
import { CITIZEN, LIMITED, noticed } from './channel-notice.ts'
import { HOUR, START } from './platform-house.ts'

const named = (id: string) => (id === '1900000001' ? '青禾发布' : id)
const link = 'https://huiyin.example/?tab=all&q=H7Q2-9KXM'
const at = (text: string) => Date.parse(`${text}+08:00`)
const gap = (from: string, to: string, why = 'collector') => ({ from: at(from), to: at(to), why })
const saying = (of: Partial<Gathering>) => digestMessage([noticed()], { ...LIMITED, ...of }, named, START).body

t.test('a digest', async t => {
  t.test('gathers several in one, the gravest first, each in a line with whom it is about', async t => {
    const red = noticed({ ticket: 'T2', number: 'AAAA-BBBB', level: 'red', dueAt: START - 1, kind: 'breach' }, { link })
    const urgent = noticed({ ticket: 'T3', number: 'CCCC-DDDD', kind: 'urgent', urgent: true, department: '公安局' })
    const {
      title,
      body,
      list,
      level,
      link: page,
      signature
    } = digestMessage([noticed({}, { link }), red, urgent], LIMITED, named, START)
    t.equal(title, '3件工单待处理')
    t.equal(level, 'red')
    t.equal(page, 'https://huiyin.example/')
    t.equal(signature, '回音 2026年1月5日14:00')
    t.equal(body, '发送频率受限，以下提醒合并发送：')
    t.same(list, {
      lines: [
        '1. CCCC-DDDD 黄色 紧急诉求待处理 时限2026年1月5日15:00 公安局',
        '2. AAAA-BBBB 红色 已超时未回复 时限2026年1月5日13:59 城管局',
        '3. H7Q2-9KXM 黄色 剩60分钟 时限2026年1月5日15:00 城管局'
      ],
      more: 0
    })
  })

  t.test('is signed by the department when it is of one only', async t => {
    const two = [noticed({ ticket: 'T1' }), noticed({ ticket: 'T2', number: 'AAAA-BBBB' })]
    t.equal(digestMessage(two, LIMITED, named, START).signature, '城管局 2026年1月5日14:00')
  })

  t.test('says the same of one ticket once, and counts tickets', async t => {
    const two = [noticed({ id: 'rung 0', kind: 'breach' }), noticed({ id: 'rung 1', kind: 'breach', rung: 1 })]
    const { title, list } = digestMessage(two, LIMITED, named, START)
    t.equal(title, '1件工单待处理')
    t.equal(list?.lines.length, 1)
  })

  t.test('says why they go together', async t => {
    t.equal(saying({ why: 'quiet-hours' }), '静默时段内积累的提醒，现合并发送：')
    t.equal(saying({ why: 'late' }), '以下提醒未能按时发送，现合并发送：')
    const gaps = [gap('2026-09-01T09:00', '2026-09-01T13:00')]
    t.equal(saying({ why: 'late', gaps }), '因采集中断（9月1日09:00—13:00），以下工单未能及时发现：')
  })

  t.test('joins the gaps of many tickets into one, and names three at most of each cause', async t => {
    const touching = [
      gap('2026-09-01T10:30', '2026-09-01T13:00'),
      gap('2026-09-01T09:00', '2026-09-01T11:00'),
      gap('2026-09-01T09:30', '2026-09-01T10:00')
    ]
    t.match(saying({ why: 'late', gaps: touching }), '采集中断（9月1日09:00—13:00）')
    const apart = [1, 2, 3, 4].map(day => gap(`2026-09-0${day}T09:00`, `2026-09-0${day}T10:00`))
    const asleep = gap('2026-09-05T09:00', '2026-09-05T10:00', 'asleep')
    t.match(
      saying({ why: 'late', gaps: [...apart, asleep] }),
      '因采集中断（9月1日09:00—10:00、9月2日09:00—10:00、9月3日09:00—10:00等）、系统中断（9月5日09:00—10:00）'
    )
  })

  t.test('counts what it stands for and does not name, also what is cut', async t => {
    const many = Array.from({ length: 50 }, (_, i) => noticed({ ticket: `T${i}`, number: `AAAA-${2000 + i}` }))
    const message = digestMessage(many, { ...LIMITED, more: 7 }, named, START)
    t.equal(message.title, '57件工单待处理')
    t.match(
      fitted(message, body => body, 100_000),
      /\n50\. [^\n]+\n另有7件未列出，请登录系统查看。$/
    )
    const cut = fitted(message, body => body, 2000).split('\n')
    const kept = cut.length - 2
    t.ok(kept > 10 && kept < 50)
    t.equal(cut.at(-1), `另有${57 - kept}件未列出，请登录系统查看。`)
    t.ok(cut.slice(1, -1).every(line => line.endsWith('城管局')))
  })

  t.test('says that it is perhaps repeated when one of it is', async t => {
    const two = [noticed(), noticed({ ticket: 'T2' }, { perhapsRepeated: true })]
    t.match(digestMessage(two, LIMITED, named, START).body, /^【可能重复】/)
  })

  t.test('names no citizen, and hides personal data in the names of departments', async t => {
    const notice = noticed({ department: '王主任13812345678办公室<@all>', dueAt: START - HOUR })
    const text = JSON.stringify(digestMessage([notice, notice], LIMITED, named, START))
    for (const secret of [CITIZEN, '13812345678', '<@all>']) t.notMatch(text, secret)
    t.match(text, '138****5678')
  })
})
