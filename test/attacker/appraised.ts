import { periodOf } from '@huiyin/domain/appraisal/period.ts'
import { sheetOf } from '@huiyin/domain/appraisal/sheet.ts'
import { nothingCounted } from '@huiyin/domain/appraisal/tally.ts'
import { SHIPPED_APPRAISAL_RULES as rules } from '@huiyin/domain/settings/shipped/appraisal-rules.ts'
import { APPRAISAL, SHEET, sheetId } from '@huiyin/ports/appraisal/records.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Appraisal } from '@huiyin/schemas/appraisal.ts'

/** A confirmed appraisal of the year 2025 with one sheet. */
export async function keepAppraised(records: Records, { id, name }: { id: string; name: string }): Promise<void> {
  const period = periodOf(2025)
  const subject = { kind: 'person' as const, id, name }
  const of = { appraisal: '2025-person', revision: 1, period, asOf: period.to, rules }
  const sheet = sheetOf({ subject, accounts: [] }, nothingCounted(), of)
  await records.put(SHEET, { id: sheetId('2025-person', 1, subject), value: sheet })
  const [at, by] = [period.to, system('test')]
  const one = { n: 1, by, at, subjects: 1, rules: 'x', changes: [], changed: 0, confirmed: { by, at } }
  const value: Appraisal = {
    ...{ id: '2025-person', kind: 'person', period, asOf: at, revision: 1, revisions: [one], rules },
    ...{ state: 'confirmed', objectUntil: period.to * 2, calendar: 'office@1' }
  }
  await records.put(APPRAISAL, { id: '2025-person', value })
  await records.refresh()
}
