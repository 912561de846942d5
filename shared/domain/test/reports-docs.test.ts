import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { FIGURE_CODES, FIGURES } from '../src/reports/figures.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/reports.md'), 'utf8')

/** A row of the page's table. */
const row = (code: (typeof FIGURE_CODES)[number]) => {
  const { zh, en, definition } = FIGURES[code]
  return `| \`${code}\` | ${zh} · ${en} | ${definition.zh}<br>${definition.en} |`
}

t.test('the page of the docs', async t => {
  t.test('defines every figure as the table does', async t => {
    for (const code of FIGURE_CODES) t.ok(page.includes(row(code)), row(code))
  })

  t.test('defines no figure that is not there', async t => {
    const rows = page.split('\n').filter(line => /^\| `[a-z0-9-]+` \| .* · /.test(line))
    t.equal(rows.length, FIGURE_CODES.length)
  })
})
