import { execFileSync } from 'node:child_process'
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dropFile } from '@huiyin/ports/file-uses.ts'
import t from 'tap'
import {
  archiveExportCommand,
  archiveInspectionCommand,
  archiveListCommand,
  archiveSealCommand,
  archiveVerifyCommand
} from '../src/archive-command.ts'
import { CITIZEN, fillYear, PHONE, YEAR } from './archive-year.ts'
import { office } from './house.ts'
import { serve } from './server.ts'

const { signal: SIGNAL } = new AbortController()
const REPLIES = { kind: 'replies', year: '2025' }
const WHOLE_YEAR = { from: '2025-01-01', to: '2026-01-01' }

type Rows = string[][]

/** Every row of a table, as the page's script gets them. */
function rowsOf(folder: string, table: string): Rows {
  const rows: Rows = []
  const huiyin = (name: string, _: number, some: Rows) => void (name === table && rows.push(...some))
  const parts = readdirSync(join(folder, 'tables'))
    .filter(name => name.endsWith('.js'))
    .sort()
  for (const name of parts) new Function('huiyin', readFileSync(join(folder, 'tables', name), 'utf8'))(huiyin)
  return rows
}

const readAll = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(one => one.isFile())
    .map(one => readFileSync(join(one.parentPath, one.name), 'utf8'))
    .join('\n')

const house = async (t: Parameters<typeof office>[0]) => {
  const here = await office(t)
  process.env.HUIYIN_DATA = here.settings.data
  await here.look(fillYear)
  return here
}

for (const place of ['alone', 'beside a running server']) {
  t.test(`archives on the command line, ${place}`, async t => {
    const here = await house(t)
    if (place !== 'alone') await serve(t, here)
    t.match(await archiveListCommand(SIGNAL), 'Nothing is archived yet')
    t.match(
      await archiveSealCommand(REPLIES, SIGNAL),
      /2025年回复档案 is sealed: 80 rows in \d+ files, sha256 [0-9a-f]{64}/
    )
    await t.rejects(archiveSealCommand(REPLIES, SIGNAL), { code: 'ARCHIVE_SEALED' })
    await t.rejects(archiveSealCommand({ kind: 'replies', year: '2199' }, SIGNAL), { code: 'INVALID_REQUEST' })
    t.match(await archiveSealCommand({ kind: 'reports', year: '2025' }, SIGNAL), /1 rows/)
    t.match(await archiveVerifyCommand(REPLIES, SIGNAL), { ok: true })
    t.match(await archiveVerifyCommand({ kind: 'reports', year: '2025' }, SIGNAL), { ok: true })

    const out = join(here.folder, 'replies')
    t.match(await archiveExportCommand({ ...REPLIES, out }, SIGNAL), 'open index.html')
    await t.rejects(archiveExportCommand({ ...REPLIES, out }, SIGNAL), { code: 'INVALID_REQUEST' })
    const list = await archiveListCommand(SIGNAL)
    const [, seal = ''] = /replies\/2025 .* sha256 ([0-9a-f]{64})/.exec(list)!
    t.match(await archiveVerifyCommand({ folder: out, seal }, SIGNAL), { ok: true })
    t.match(execFileSync('sha256sum', ['-c', 'sha256sums.txt'], { cwd: out, encoding: 'utf8' }), /index\.html: OK/)

    const reports = join(here.folder, 'reports')
    await archiveExportCommand({ kind: 'reports', year: '2025', out: reports }, SIGNAL)
    const [[, title, ...rest] = []] = rowsOf(reports, 'reports')
    t.equal(title, '舆情监测周报')
    t.equal(readFileSync(join(reports, rest.at(-1)!), 'utf8'), '周报的内容')
    const manifest = JSON.parse(readFileSync(join(reports, 'manifest.json'), 'utf8'))
    t.match(manifest, { n: 2, previous: seal })
  })
}

t.test('an archive of replies', async t => {
  const here = await house(t)
  await archiveSealCommand(REPLIES, SIGNAL)
  const out = join(here.folder, 'replies')
  await archiveExportCommand({ ...REPLIES, out }, SIGNAL)

  t.test('has every reply that was public in the year, and no other', async t => {
    const rows = rowsOf(out, 'replies')
    t.equal(rows.length, YEAR.replies)
    t.ok(rows.every(row => row.at(10)?.startsWith('2025-') && row[1] === '云溪发布' && row[8] === '赵科长'))
    t.equal(rowsOf(out, 'own-comments').length, YEAR.replies)
  })

  t.test('holds no name of a citizen and no telephone number', async t => {
    const all = readAll(out)
    t.notMatch(all, PHONE)
    t.notMatch(all, CITIZEN)
    t.match(all, '138****5678')
    t.notMatch(all, '草稿不归档')
  })

  t.test('holds tables that spreadsheets open as text', async t => {
    const csv = readFileSync(join(out, 'tables/replies-0001.csv'), 'utf8')
    t.ok(csv.startsWith('\ufeff平台,账号,'))
    t.match(csv, `"'=HYPERLINK(""http://x"") <script>`)
    t.notMatch(csv, /(^|,)=/m)
  })

  t.test('that was changed, cut or added to is not proven', async t => {
    const wrong = async () => (await archiveVerifyCommand({ folder: out }, SIGNAL)).text
    const at = (name: string) => join(out, name)
    const before = readFileSync(at('tables/replies-0001.csv'))
    appendFileSync(at('tables/replies-0001.csv'), 'x')
    t.match(await wrong(), 'tables/replies-0001.csv is not what was sealed')
    rmSync(at('tables/replies-0001.csv'))
    t.match(await wrong(), 'tables/replies-0001.csv is missing')
    writeFileSync(at('tables/replies-0001.csv'), before)
    writeFileSync(at('more.txt'), 'more')
    t.match(await wrong(), 'more.txt does not belong there')
    rmSync(at('more.txt'))
    t.match(await archiveVerifyCommand({ folder: out, seal: '0'.repeat(64) }, SIGNAL), {
      ok: false,
      text: /manifest\.json is not the one that was sealed/
    })
  })

  t.test('whose kept file is gone is not proven where it is kept either', async t => {
    const { files } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
    const { sha256 } = files.find(({ path }: { path: string }) => path === 'tables/replies-0001.csv')
    await here.look(({ store, files }) => dropFile({ records: store.records, files }, sha256, 'replies/2025'))
    t.match(await archiveVerifyCommand(REPLIES, SIGNAL), { ok: false, text: /tables\/replies-0001\.csv: The file/ })
  })
})

t.test('the pack for an inspection', async t => {
  const here = await house(t)
  const out = join(here.folder, 'inspection')
  await archiveInspectionCommand({ ...WHOLE_YEAR, account: ['weibo/1001'], out }, SIGNAL)

  t.test('has figures that agree with a count by hand, each with its definition and the list behind it', async t => {
    const head = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).tables[0].columns as string[]
    const [row = []] = rowsOf(out, 'accounts')
    const of = Object.fromEntries(head.map((name, i) => [name, row[i]]))
    const owed = YEAR.replies + YEAR.unanswered
    const onTime = YEAR.replies - YEAR.late
    t.match(of, {
      ...{ 账号: '云溪发布', 发布条数: '3', 网友评论数: String(YEAR.replies), 应回复: String(owed) },
      ...{ 已回复: String(YEAR.replies), 按时回复: String(onTime), 未回复: String(YEAR.unanswered) },
      ...{ 回复率: `${((100 * YEAR.replies) / owed).toFixed(1)}%`, 经本单位删除的评论: '0' },
      ...{ '最长未更新（天）': String(365 - 40), '超过两周未更新（次）': '2' }
    })
    const promises = rowsOf(out, 'promises')
    t.equal(promises.length, owed)
    t.equal(promises.filter(row => row.at(-1) === '按时回复').length, onTime)
    t.equal(rowsOf(out, 'unanswered').length, YEAR.unanswered)
    t.equal(rowsOf(out, 'silence').length, 2)
    t.equal(rowsOf(out, 'proofs').length, YEAR.replies)
    const defined = new Set(rowsOf(out, 'definitions').map(([name]) => name))
    for (const name of head.slice(2)) t.ok(defined.has(name), `${name} is defined`)
    t.notMatch(readAll(out), new RegExp(`${PHONE}|${CITIZEN}`))
    t.match(await archiveVerifyCommand({ folder: out }, SIGNAL), { ok: true })
  })

  t.test('of another account has nothing of this one', async t => {
    const other = join(here.folder, 'other')
    await archiveInspectionCommand({ ...WHOLE_YEAR, account: ['douyin/7'], out: other }, SIGNAL)
    t.same(rowsOf(other, 'promises'), [])
    t.same(rowsOf(other, 'accounts'), [])
  })
})
