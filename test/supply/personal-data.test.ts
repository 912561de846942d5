import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { INVENTORY, inventoryTable, unknownFields, wordFields } from './personal-data.ts'

const ROOT = join(import.meta.dirname, '../..')
const DOCUMENT = join(ROOT, 'docs/personal-data.md')
const BEGIN = '<!-- the inventory, by test/supply -->\n'
const END = '<!-- until here -->\n'

t.test('the inventory of personal data', async t => {
  const paths = await wordFields(join(ROOT, 'shared/schemas/src'))

  t.test('knows every field of what is kept in which words may stand', async t => {
    t.ok(paths.length > 1000)
    t.same(
      unknownFields(paths),
      [],
      'a new field is put into INVENTORY, or into NOT_PERSONAL with a look at what it holds'
    )
  })
  t.test('fails for a field that nobody has said anything of', async t => {
    t.same(unknownFields(['Ticket.citizen.phone', 'Ticket.status.id']), ['Ticket.citizen.phone'])
  })
  t.test('has no row that is of nothing any more', async t => {
    for (const { what, fields } of INVENTORY)
      t.ok(
        fields.some(one => paths.some(path => one.test(path))),
        what
      )
  })
  t.test('stands in the documents as it is', async t => {
    const text = readFileSync(DOCUMENT, 'utf8')
    const [before, rest] = text.split(BEGIN)
    const [, behind] = rest!.split(END)
    const now = before + BEGIN + inventoryTable(paths) + END + behind
    if (process.env.HUIYIN_WRITE_DOCS) writeFileSync(DOCUMENT, now)
    t.equal(readFileSync(DOCUMENT, 'utf8'), now, 'HUIYIN_WRITE_DOCS=1 tap test/supply/personal-data.test.ts writes it')
  })
})
