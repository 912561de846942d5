import t from 'tap'
import { pages, read } from './pages.ts'
import { walk } from './walk.ts'

const runnable = pages().filter(page => /^```sh run\b/m.test(read(page)))

t.test('the first page of each language has something to run', async t => {
  for (const page of ['docs/guide/start.md', 'docs/zh/guide/start.md']) t.ok(runnable.includes(page), page)
})

for (const page of runnable)
  t.test(`what ${page} says can be done as it stands there`, async t => {
    for (const { line, code, output } of await walk(page)) t.equal(code, 0, `${line}\n${output}`)
  })
