import { readFile, writeFile } from 'node:fs/promises'
import t from 'tap'
import { settingsPage } from './settings-page.ts'

const PAGES = { en: 'docs/reference/settings.md', zh: 'docs/zh/reference/settings.md' } as const

for (const language of ['en', 'zh'] as const)
  t.test(`${PAGES[language]} says of every setting what the schema says (npm run docs:write)`, async t => {
    const file = new URL(`../../${PAGES[language]}`, import.meta.url)
    if (process.env.HUIYIN_WRITE_DOCS) await writeFile(file, settingsPage(language))
    t.equal(await readFile(file, 'utf8'), settingsPage(language))
  })
