import t from 'tap'
import { dueAt } from '../src/calendar/due.ts'
import { explainDue } from '../src/calendar/explain.ts'
import { at, MINUTE, naturalHours, OFFICE, rolling, workdays, workingHours } from './calendar-fixtures.ts'

const said = (language: 'zh' | 'en', ...args: Parameters<typeof dueAt>) =>
  explainDue(dueAt(...args).explanation, language)

t.test('a due time says why, in Chinese and in English (R16)', async t => {
  t.test('with what was counted and what was left out', async t => {
    const of = [workingHours(8), at('2026-02-14 16:00'), OFFICE, { policy: 'default-2' }] as const
    t.equal(
      said('zh', ...of),
      '工作时间 8 小时，自 2026年2月14日（周六）16:00 起；' +
        '计入 2026年2月14日 16:00–18:00、2026年2月24日 09:00–12:00、2026年2月24日 14:00–17:00；' +
        '跳过 2026年2月15日至2026年2月23日（春节）；2026年2月14日（春节）上班；' +
        '应于 2026年2月24日（周二）17:00 前完成；日历 office@cn-2025-11-04，规则 default-2。'
    )
    t.equal(
      said('en', ...of),
      '8 hours of working time from Sat 14 Feb 2026 16:00; ' +
        'counted 14 Feb 2026 16:00–18:00, 24 Feb 2026 09:00–12:00, 24 Feb 2026 14:00–17:00; ' +
        'left out 15 Feb 2026 to 23 Feb 2026 (春节); 14 Feb 2026 is worked (春节); ' +
        'due Tue 24 Feb 2026 17:00; calendar office@cn-2025-11-04, policy default-2.'
    )
  })

  t.test('with ordinary weekends, and no more spans than one can read', async t => {
    const text = said('en', workingHours(70), at('2026-11-19 09:00'), OFFICE)
    t.match(text, 'left out 21 Nov 2026 to 22 Nov 2026 (weekly day off), 28 Nov 2026 to 29 Nov 2026 (weekly day off)')
    t.match(text, '23 Nov 2026 14:00–18:00 and 14 more;')
  })

  t.test('with pauses and what was used before', async t => {
    const pauses = [{ from: at('2026-11-23 10:00'), to: at('2026-11-23 11:00'), reason: 'platform_outage' as const }]
    const options = { pauses, used: 90 * MINUTE }
    const text = said('zh', workingHours(3), at('2026-11-23 09:00'), OFFICE, options)
    t.match(text, '此前已用 1 小时 30 分钟')
    t.match(text, '2026年11月23日 10:00 至 2026年11月23日 11:00 暂停计时（平台故障）')
    t.match(text, '应于 2026年11月23日（周一）11:30 前完成')
  })

  t.test('with the words for a year that is not known (R14)', async t => {
    t.match(said('zh', workingHours(4), at('2026-12-31 17:00'), OFFICE), '2027 年节假日安排未发布（暂估）')
    t.match(
      said('en', workdays(2), at('2026-12-31 17:00'), OFFICE),
      'provisional: the holidays of 2027 are not announced'
    )
  })

  t.test('with the end of a day as its 24:00', async t => {
    t.match(said('zh', workdays(1), at('2026-11-21 10:00'), OFFICE), '应于 2026年11月23日（周一）24:00 前完成')
  })

  t.test('with the due time before it rolled', async t => {
    const text = said('zh', rolling(24), at('2026-09-30 19:00'), OFFICE)
    t.match(text, '2026年10月1日 19:00 不在办公时间，顺延至下次办公开始')
    t.match(text, '应于 2026年10月8日（周四）09:00 前完成')
  })

  t.test('shortly where time is natural', async t => {
    t.equal(
      said('en', naturalHours(1), at('2026-02-19 02:10'), OFFICE),
      '1 hour of natural time from Thu 19 Feb 2026 02:10; due Thu 19 Feb 2026 03:10; calendar office@cn-2025-11-04.'
    )
  })
})
