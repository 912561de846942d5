import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { anchorsPath } from '@huiyin/adapters/anchors-file.ts'
import { openChronicle } from '@huiyin/ports/chain.ts'
import { historyRow, MINUTE } from '@huiyin/ports/contracts/fixtures.ts'
import { lastVerification } from '@huiyin/ports/verifications.ts'
import t from 'tap'
import { auditExportCommand, auditKeyCommand, auditVerifyCommand } from '../src/audit-command.ts'
import { officeFolder } from '../src/world.ts'
import { runHuiyin } from './command.ts'
import { type Office, office } from './house.ts'
import { serve } from './server.ts'

const { signal: SIGNAL } = new AbortController()
const BEGIN = Date.UTC(2026, 9, 31, 16) // 2026-11-01 in Shanghai
const PERIOD = { from: '2026-11-01', to: '2026-11-02' }

/** An office in which something has happened each minute of an hour. */
async function written(t: Parameters<typeof office>[0]): Promise<Office> {
  const here = await office(t)
  process.env.HUIYIN_DATA = here.settings.data
  const rows = Array.from({ length: 60 }, (_, i) =>
    historyRow({ ticket: 'weibo/1/7/1/by/9', n: i + 1, at: BEGIN + i * MINUTE })
  )
  await here.look(({ store }) => openChronicle(store).write(rows))
  return here
}

const spoil = (here: Office, sql: string) => {
  const db = new DatabaseSync(join(officeFolder(here.settings), 'huiyin.db'))
  db.exec(sql)
  db.close()
}

for (const place of ['alone', 'beside a running server']) {
  t.test(`the trail on the command line, ${place}`, async t => {
    const here = await written(t)
    if (place !== 'alone') await serve(t, here)
    const key = (await auditKeyCommand(SIGNAL)).trim()
    const first = await auditVerifyCommand({}, SIGNAL)
    t.match(first, { ok: true, text: /^The trail is unbroken\.\n60 links, 60 rows of the history, 0 anchors\n/ })
    t.match(first.text, /60 links are younger than the last anchor/)

    const out = join(here.folder, 'november.jsonl')
    t.match(await auditExportCommand({ ...PERIOD, out }, SIGNAL), /^\S+ holds the period with its proof/)
    t.match(await auditVerifyCommand({ file: out, key }, SIGNAL), { ok: true, text: /60 links, 60 rows/ })
    t.match(await auditVerifyCommand({ ...PERIOD, key, anchors: anchorsPath(officeFolder(here.settings)) }, SIGNAL), {
      ok: true,
      text: new RegExp(`1 anchor\nSigned by the key ${key}`)
    })
    t.match(await auditVerifyCommand({ key: `${key}x` }, SIGNAL), { ok: false, text: /was expected/ })

    const lines = readFileSync(out, 'utf8')
    writeFileSync(out, lines.replace('"n":31,', '"n":32,'))
    t.match(await auditVerifyCommand({ file: out }, SIGNAL), {
      ok: false,
      text: /^The trail is broken in .*\n {2}Link/
    })
    await t.rejects(auditVerifyCommand({ from: 'never' }, SIGNAL), { code: 'INVALID_REQUEST' })
    await t.rejects(auditExportCommand({ from: PERIOD.to, to: PERIOD.from, out }, SIGNAL), { code: 'INVALID_REQUEST' })
    await t.rejects(auditVerifyCommand({ file: join(here.folder, 'none') }, SIGNAL), { code: 'INVALID_REQUEST' })
  })
}

t.test('a trail that was tampered with', async t => {
  t.test('ends huiyin audit verify with 1 and the first broken link, and that is kept', async t => {
    const here = await written(t)
    await here.look(async ({ store }) => t.equal(await lastVerification(store.records), undefined))
    spoil(here, `update history set document = replace(document, 'first-1', 'next-1') where n in (12, 40)`)
    const { code, stdout } = await runHuiyin(here.settings.data, 'audit', 'verify')
    t.equal(code, 1)
    t.match(
      stdout,
      /^The trail is broken in 2 places\. The first:\n {2}Link 0\/12 \(clock\.warned of \S{9}, 2026-10-31T16:11/
    )
    t.match(stdout, /its row in the history was altered\nThen:\n {2}Link 0\/40/)
    await here.look(async ({ store }) =>
      t.match(await lastVerification(store.records), { ok: false, broken: 2, findings: [{ link: '0/12' }, {}] })
    )
  })

  t.test('shows by the anchors in the data folder, when those of the store went with what they signed', async t => {
    const here = await written(t)
    await auditExportCommand({ ...PERIOD, out: join(here.folder, 'out') }, SIGNAL)
    spoil(here, `delete from links; delete from history; delete from records where kind = 'anchor'`)
    t.match(await auditVerifyCommand({}, SIGNAL), {
      ok: false,
      text: /anchor 1 .* has seen 0\/60: its end was cut off/
    })
  })
})
