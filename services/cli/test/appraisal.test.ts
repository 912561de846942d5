import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sheetsOf } from '@huiyin/ports/appraisal/records.ts'
import t from 'tap'
import { appraisalMakeCommand, appraisalSaveCommand } from '../src/appraisal-command.ts'
import { ACCOUNT_2026, postsOf } from './appraised.ts'
import { office } from './house.ts'
import { serve } from './server.ts'

const { signal: SIGNAL } = new AbortController()

for (const place of ['alone', 'beside a running server']) {
  t.test(`appraisals on the command line, ${place}`, async t => {
    const here = await office(t)
    process.env.HUIYIN_DATA = here.settings.data
    await here.look(async ({ store, accounts }) => {
      await accounts.add(ACCOUNT_2026, 'boss')
      await store.records.createEach('post', postsOf(2025))
    })
    if (place !== 'alone') await serve(t, here)

    t.match(
      await appraisalMakeCommand({ year: '2025', quarter: '3' }, SIGNAL),
      /2025-q3 is made: 2025-q3-account, 2025-q3-department, 2025-q3-person/
    )
    await t.rejects(appraisalMakeCommand({ year: '2025', quarter: '3', kind: ['account'] }, SIGNAL), {
      code: 'INVALID_REQUEST',
      message: /why/
    })
    await appraisalMakeCommand({ year: '2025', quarter: '3', kind: ['account'], why: '补录' }, SIGNAL)
    await t.rejects(appraisalMakeCommand({ year: '2025', quarter: '5' }, SIGNAL), { code: 'INVALID_REQUEST' })
    await t.rejects(appraisalMakeCommand({ year: '2025', kind: ['village'] }, SIGNAL), { code: 'INVALID_REQUEST' })
    await t.rejects(appraisalMakeCommand({ year: '8000' }, SIGNAL), { code: 'INVALID_REQUEST', message: /not over/ })

    const out = join(here.folder, 'sheets')
    t.match(await appraisalSaveCommand('2025-q3-account', { out }, SIGNAL), 'holds 2 files')
    t.same(readdirSync(out).sort(), ['2025-q3-account-云溪发布-weibo_1001.xlsx', '2025-q3-account.xlsx'])
    t.equal(readFileSync(join(out, '2025-q3-account.xlsx')).subarray(0, 2).toString(), 'PK')
    const pages = join(here.folder, 'pages')
    t.match(await appraisalSaveCommand('2025-q3-account', { out: pages, format: 'html' }, SIGNAL), pages)
    t.match(readFileSync(join(pages, '2025-q3-account.html'), 'utf8'), '云溪发布')
    await t.rejects(appraisalSaveCommand('2024-person', { out }, SIGNAL), { code: 'APPRAISAL_NOT_FOUND' })
    await t.rejects(appraisalSaveCommand('2025-q3-account', { out, format: 'doc' }, SIGNAL), {
      code: 'INVALID_REQUEST'
    })

    if (place !== 'alone') return
    await here.look(async ({ store }) => {
      const sheets = await Array.fromAsync(sheetsOf(store.records, '2025-q3-account', 2))
      t.match(sheets, [{ subject: { name: '云溪发布' }, postsTotal: 9 }])
    })
  })
}
