import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startReports } from '@huiyin/analyst/reports/main.ts'
import { revisionOf } from '@huiyin/ports/reports.ts'
import t from 'tap'
import { reportListCommand, reportMakeCommand, reportSaveCommand } from '../src/report-command.ts'
import { office } from './house.ts'
import { serve } from './server.ts'

const { signal: SIGNAL } = new AbortController()
const ID = 'report/daily/2025-06-01'
const DAILY = { kind: 'daily', period: '2025-06-01' }

for (const place of ['alone', 'beside a running server']) {
  t.test(`reports on the command line, ${place}`, async t => {
    const here = await office(t)
    process.env.HUIYIN_DATA = here.settings.data
    await here.look(async () => {})
    const house = place === 'alone' ? undefined : await serve(t, here, [startReports])
    const out = join(here.folder, 'out')

    t.match(await reportListCommand('daily', SIGNAL), 'No report was made yet')
    const made = await reportMakeCommand(DAILY, SIGNAL)
    t.match(made, /report\/daily\/2025-06-01 .* revision 1, docx .*, not sent\n/)
    t.match(made, 'Nothing is stored of this period', 'that there was no data is said')
    t.match(made, `huiyin report save ${ID} --out <folder>`, 'where its files are to be had is said')
    t.match(await reportListCommand('daily', SIGNAL), ID)

    t.match(await reportMakeCommand({ ...DAILY, out }, SIGNAL), `${out} holds`)
    const names = readdirSync(out)
    t.ok(['.docx', '.xlsx', '.html'].every(end => names.some(name => name.endsWith(end))))
    t.notOk(names.some(name => name.endsWith('.part')))
    t.match(await reportSaveCommand({ id: ID, out }, SIGNAL), out, 'the same files again change nothing')

    const check = house
      ? revisionOf(house.store.records, ID, 1)
      : here.look(({ store }) => revisionOf(store.records, ID, 1))
    for (const { name, sha256 } of (await check).files)
      t.equal(
        createHash('sha256')
          .update(readFileSync(join(out, name)))
          .digest('hex'),
        sha256,
        `${name} is as it is kept`
      )

    const html = names.find(name => name.endsWith('.html'))!
    writeFileSync(join(out, html), 'mine')
    await t.rejects(reportSaveCommand({ id: ID, out }, SIGNAL), { code: 'INVALID_REQUEST', message: /stands there/ })
    t.equal(readFileSync(join(out, html), 'utf8'), 'mine', 'what somebody has there is not overwritten')
    const only = join(here.folder, 'only')
    await reportSaveCommand({ id: ID, out: only, format: ['xlsx'] }, SIGNAL)
    t.equal(readdirSync(only).length, 1)

    await t.rejects(reportSaveCommand({ id: 'report/daily/1999-01-01', out }, SIGNAL), { code: 'REPORT_NOT_FOUND' })
    await t.rejects(reportSaveCommand({ id: ID, out, format: ['doc'] }, SIGNAL), { code: 'INVALID_REQUEST' })
    await t.rejects(reportSaveCommand({ id: ID, out: join(out, html) }, SIGNAL), { code: 'INVALID_REQUEST' })
    await t.rejects(reportMakeCommand({ kind: 'daily', period: '2199-01-01' }, SIGNAL), { code: 'REPORT_INVALID' })
  })
}
