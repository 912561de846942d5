import { readFile } from 'node:fs/promises'
import { openCounting } from '@huiyin/domain/appraisal/counting.ts'
import { periodOf } from '@huiyin/domain/appraisal/period.ts'
import { sheetOf } from '@huiyin/domain/appraisal/sheet.ts'
import { addPromise, addVoice } from '@huiyin/domain/appraisal/tally.ts'
import { BAND_WORDS } from '@huiyin/domain/appraisal/words.ts'
import { SHIPPED_APPRAISAL_RULES as RULES } from '@huiyin/domain/settings/shipped/appraisal-rules.ts'
import type { RegisterEntry } from '@huiyin/schemas/register.ts'
import t from 'tap'

const PAGE = new URL('../../../../docs/appraisal.md', import.meta.url)

t.test('the example of the docs is what comes out', async t => {
  const period = periodOf(2026, 3)
  const water = { subject: { kind: 'department' as const, id: '水务局', name: '水务局' }, accounts: [] }
  const counting = openCounting([water], period, period.to)
  const ruling = { by: { id: 'zhao', name: '赵宏', role: 'head' }, at: period.from, why: '属实', points: 1 }
  const violation = { id: 'v1', kind: 'violation', subject: water.subject, at: period.from, state: 'decided', ruling }
  counting.entry({ ...violation, title: '迟报' } as RegisterEntry)
  const counted = counting.of(water)
  const kept = (n: number) => (n < 33 ? 'on-time' : n < 36 ? 'late' : 'missing')
  for (let n = 0; n < 40; n++) addPromise(counted, `t${n}`, kept(n))
  for (const score of [4, 5]) addVoice(counted, 't1', score)
  const sheet = sheetOf(water, counted, {
    appraisal: '2026-q3-department',
    revision: 1,
    period,
    asOf: period.to,
    rules: RULES
  })

  const page = await readFile(PAGE, 'utf8')
  const told = sheet.lines.flatMap(({ raw, points, weight, product }) =>
    points === undefined ? [] : [`${raw.value} ${points} ${weight} ${product}`]
  )
  const rows = [
    ...page.matchAll(
      /^\| (?:回复率|按时率|安全) \| (?:\d+ ÷ \d+ = )?([\d.]+) \| (?:.*= )?(\d+) \| (\d+) \| (\d+) \|$/gm
    )
  ]
  t.same(
    told,
    rows.map(([, value, points, weight, product]) => `${value} ${points} ${weight} ${product}`)
  )
  t.equal(rows.length, 3)
  const end = `Sum ${sheet.sum}, weights ${sheet.weight} (satisfaction is not told), base ${sheet.sum} ÷ ${sheet.weight} = ${sheet.base}.`
  t.ok(page.includes(end), end)
  const result = `Result ${sheet.base} + 0 − ${sheet.deduction.counts} = ${sheet.result}: ${BAND_WORDS[sheet.band!].zh}.`
  t.ok(page.includes(result), result)
})
